import { HumanError } from "../humanError";
import { isRecord } from "../record";

/**
 * A pack's `signatures.json`: by kata id and id of the wrong answer, the signature that `verify --write` saw
 * (`core/checks/signature`): `{ "v2-escapes": { "escape-char-first": ["decode|…"] } }`.
 */
export type PackSignatures = Readonly<Record<string, KataSignatures>>;

/** Signatures of one kata by the id of the wrong answer. */
export type KataSignatures = Readonly<Record<string, readonly string[]>>;

/** The name of the file in the pack's folder. */
export const signatureFileName = "signatures.json";

/**
 * Reads the text of `signatures.json`.
 * @throws HumanError `pack.signaturesBroken` when it is not the JSON that `verify --write` writes
 */
export function parseSignatures(text: string): PackSignatures {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw broken(cause);
  }
  if (!isPackSignatures(value)) {
    throw broken(undefined);
  }
  return value;
}

/** The text of `signatures.json`: sorted, so that the same answers give the same bytes. */
export function formatSignatures(signatures: PackSignatures): string {
  const sorted = sortedByKey(signatures, (kata) => sortedByKey(kata, (signature) => [...signature].sort()));
  return `${JSON.stringify(sorted, null, 2)}\n`;
}

/** The id of the wrong answer whose signature equals the one given; none equals the empty signature, which is that of a pass. */
export function wrongAnswerWith(signature: readonly string[], known: KataSignatures): string | undefined {
  if (signature.length === 0) {
    return undefined;
  }
  const wanted = JSON.stringify([...signature].sort());
  return Object.entries(known).find(([, candidate]) => JSON.stringify([...candidate].sort()) === wanted)?.[0];
}

function sortedByKey<Value, Mapped>(record: Readonly<Record<string, Value>>, map: (value: Value) => Mapped): Record<string, Mapped> {
  const entries = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, map(value)]));
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isPackSignatures(value: unknown): value is PackSignatures {
  return isRecord(value) && Object.values(value).every((kata) => isRecord(kata) && Object.values(kata).every(isStrings));
}

function broken(cause: unknown): HumanError {
  return new HumanError("pack.signaturesBroken", "signatures.json is not what `verify --write` writes; run `health-it-katas verify --write` on the pack.", {}, { cause });
}
