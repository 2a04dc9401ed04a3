import type { Outcome } from "../checks/outcome";
import type { KataProgress, ProgressData, ProgressEvent, ProgressEventKind, StoredAttempt, StoredFinding, StoredResult } from "./progressData";
import { emptyProgress, progressEventKinds, progressFormat } from "./progressData";
import { merge } from "./merge";
import { isRecord } from "../record";

/** What came of reading a record. `damaged` still gives every part that is sound. */
export type ProgressReading =
  | { readonly kind: "sound"; readonly data: ProgressData }
  | { readonly kind: "damaged"; readonly data: ProgressData; readonly reason: string }
  | { readonly kind: "newer"; readonly format: number };

/** Reads the text of a progress file. Never throws: bad data gives a fresh start, or what is left of the record. */
export function readProgressText(text: string): ProgressReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { kind: "damaged", data: emptyProgress, reason: `it is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  return readProgress(value);
}

/** Text of a progress file. */
export function progressText(data: ProgressData): string {
  return `${JSON.stringify(data)}\n`;
}

/** The same for a value, such as the one in the editor's state. */
export function readProgress(value: unknown): ProgressReading {
  if (!isRecord(value)) {
    return { kind: "damaged", data: emptyProgress, reason: "it is no JSON object" };
  }
  if (typeof value["format"] === "number" && value["format"] > progressFormat) {
    return { kind: "newer", format: value["format"] };
  }
  if (value["format"] !== progressFormat || !isRecord(value["katas"])) {
    return { kind: "damaged", data: emptyProgress, reason: "it has no `format` or no `katas`" };
  }
  const faults: string[] = [];
  const katas: Record<string, KataProgress> = {};
  for (const [uuid, each] of Object.entries(value["katas"])) {
    if (!/^[0-9a-f-]{36}$/i.test(uuid) || !isRecord(each)) {
      faults.push(`${JSON.stringify(uuid)} is no kata`);
      continue;
    }
    katas[uuid] = readKata(each, (fault) => faults.push(`kata ${uuid}: ${fault}`));
  }
  // Uniting with nothing puts everything into order, and drops what a removal covers or what is there twice.
  const data = merge({ format: progressFormat, katas }, emptyProgress);
  const first = faults[0];
  return first === undefined ? { kind: "sound", data } : { kind: "damaged", data, reason: faults.length === 1 ? first : `${first}, and ${String(faults.length - 1)} more` };
}

type Fault = (fault: string) => void;

function readKata(value: Readonly<Record<string, unknown>>, fault: Fault): KataProgress {
  const { removedAt, attempts, events } = value;
  if (removedAt !== undefined && !isTime(removedAt)) {
    fault("`removedAt` is no time");
  }
  return {
    ...(isTime(removedAt) ? { removedAt } : {}),
    attempts: readAll(attempts, "attempts", fault, readAttempt),
    events: readAll(events, "events", fault, readEvent),
  };
}

function readAll<T>(value: unknown, name: string, fault: Fault, read: (each: unknown) => T | undefined): readonly T[] {
  if (!Array.isArray(value)) {
    fault(`\`${name}\` is no list`);
    return [];
  }
  const found: T[] = [];
  value.forEach((each: unknown, index) => {
    const one = read(each);
    if (one === undefined) {
      fault(`entry ${String(index + 1)} of \`${name}\` is not one`);
    } else {
      found.push(one);
    }
  });
  return found;
}

function readEvent(value: unknown): ProgressEvent | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const { id, kind, at } = value;
  return isId(id) && isOneOf<ProgressEventKind>(kind, progressEventKinds) && isTime(at) ? { id, kind, at } : undefined;
}

function readAttempt(value: unknown): StoredAttempt | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const { id, kata, seed, startedAt, durationMs, outcome, partial, signature, hintsUsed, solutionShown, aiOff, editor, at, solution, known, results, repeats, lastAt } = value;
  const identity = readIdentity(kata);
  const counts = readRepeats(repeats);
  const read = results === undefined ? [] : readResults(results);
  if (
    !isId(id) || identity === undefined || !isNumber(seed) || !isTime(startedAt) || !isNumber(durationMs) || !isOutcome(outcome) || typeof partial !== "boolean" ||
    !isTexts(signature) || !isNumber(hintsUsed) || typeof solutionShown !== "boolean" || typeof aiOff !== "boolean" || typeof editor !== "string" ||
    !isTime(at) || typeof solution !== "string" || (known !== undefined && typeof known !== "string") || read === undefined || counts === undefined || !isTime(lastAt)
  ) {
    return undefined;
  }
  return {
    id, kata: identity, seed, startedAt, durationMs, outcome, partial, signature, hintsUsed, solutionShown, aiOff, editor, at, solution,
    ...(known === undefined ? {} : { known }),
    ...(results === undefined ? {} : { results: read }),
    repeats: counts,
    lastAt,
  };
}

function readIdentity(value: unknown): StoredAttempt["kata"] | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const { id, uuid, pack, version, digest } = value;
  return typeof id === "string" && typeof uuid === "string" && typeof pack === "string" && typeof version === "string" && typeof digest === "string"
    ? { id, uuid, pack, version, digest }
    : undefined;
}

function readRepeats(value: unknown): Readonly<Record<string, number>> | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const repeats: Record<string, number> = {};
  for (const [writer, count] of Object.entries(value)) {
    if (!isId(writer) || !isNumber(count) || !Number.isSafeInteger(count) || count < 0) {
      return undefined;
    }
    repeats[writer] = count;
  }
  return repeats;
}

function readResults(value: unknown): readonly StoredResult[] | undefined {
  return readEach(value, (each) => {
    const { check, outcome, durationMs, findings, tests } = each;
    const readFindings = readEach(findings, readFinding);
    const rows = tests === undefined ? [] : readEach(tests, readRow);
    if (typeof check !== "string" || !isOutcome(outcome) || !isNumber(durationMs) || readFindings === undefined || rows === undefined) {
      return undefined;
    }
    return { check, outcome, durationMs, findings: readFindings, ...(tests === undefined ? {} : { tests: rows }) };
  });
}

function readRow({ title, outcome, durationMs }: Readonly<Record<string, unknown>>): NonNullable<StoredResult["tests"]>[number] | undefined {
  return typeof title === "string" && isOutcome(outcome) && isNumber(durationMs) ? { title, outcome, durationMs } : undefined;
}

const findingTexts = ["expected", "actual", "file", "pointer", "test", "keyword"] as const;

function readFinding(value: Readonly<Record<string, unknown>>): StoredFinding | undefined {
  const { code, message, args, range } = value;
  if (typeof code !== "string" || typeof message !== "string") {
    return undefined;
  }
  const texts: Partial<Record<(typeof findingTexts)[number], string>> = {};
  for (const name of findingTexts) {
    const text = value[name];
    if (typeof text === "string") {
      texts[name] = text;
    }
  }
  return { code, message, ...(isArgs(args) ? { args } : {}), ...texts, ...(isRange(range) ? { range } : {}) };
}

function readEach<T>(value: unknown, read: (each: Readonly<Record<string, unknown>>) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value)) {
    return undefined;
  }
  const found: T[] = [];
  for (const each of value as readonly unknown[]) {
    const one = isRecord(each) ? read(each) : undefined;
    if (one === undefined) {
      return undefined;
    }
    found.push(one);
  }
  return found;
}

const outcomes: readonly Outcome[] = ["passed", "failed", "errored", "blocked", "timedOut"];

function isOutcome(value: unknown): value is Outcome {
  return isOneOf(value, outcomes);
}

function isOneOf<T extends string>(value: unknown, all: readonly T[]): value is T {
  return typeof value === "string" && (all as readonly string[]).includes(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** Only the form that compares as text the way it compares as time. */
function isTime(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value));
}

function isId(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z0-9-]{1,64}$/.test(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function isArgs(value: unknown): value is Readonly<Record<string, string | number>> {
  return isRecord(value) && Object.values(value).every((each) => typeof each === "string" || isNumber(each));
}

function isRange(value: unknown): value is readonly [number, number, number, number] {
  return Array.isArray(value) && value.length === 4 && value.every(isNumber);
}
