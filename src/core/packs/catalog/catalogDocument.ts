import { HumanError } from "../../humanError";
import schema from "../catalog.schema.json";
import type { KataSummary } from "../kata";
import { RecordSchema } from "../recordSchema";

/** One archive of a pack. */
export interface CatalogVersion {
  readonly version: string;
  /** Relative to the catalogue. */
  readonly file: string;
  readonly integrity: string;
  /** Bytes of the archive. */
  readonly size: number;
  /** Whether its checks run code of the author's. */
  readonly runsCode: boolean;
}

export type CatalogKata = Omit<KataSummary, "pack">;

export interface CatalogPack {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly license: string;
  /** The newest first. */
  readonly versions: readonly CatalogVersion[];
  /** Of the newest version. */
  readonly katas: readonly CatalogKata[];
}

export interface PublicKey {
  /** See `keyIdOf`. */
  readonly id: string;
  /** 32 bytes in base64url. */
  readonly public: string;
}

/** What is said of keys: that `key` follows `by`, or that `by` takes back `key`. */
export interface KeyStatement {
  readonly signed: { readonly type: "health-it-katas/rotation" | "health-it-katas/revocation"; readonly by: PublicKey; readonly key: PublicKey; readonly issued: string };
  readonly signature: string;
}

/** What a catalogue's signatures are made over. */
export interface SignedCatalog {
  readonly type: "health-it-katas/catalog";
  readonly format: number;
  readonly title: string;
  /** Raised with each issue. */
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly issued: string;
  readonly expires: string;
  readonly packs: readonly CatalogPack[];
}

/** A `catalog.json`, whose signatures nobody has looked at yet. */
export interface CatalogDocument {
  readonly signed: SignedCatalog;
  readonly keys: readonly PublicKey[];
  readonly statements: readonly KeyStatement[];
  readonly signatures: readonly { readonly key: string; readonly signature: string }[];
}

/** The newest format of catalogues that this program understands. */
export const catalogFormat = 1;

/** Bytes of a catalogue that are read: 10,000 katas take about 3 MB. */
export const catalogBytes = 32 * 1024 * 1024;

const records = new RecordSchema<CatalogDocument>(schema, "catalog.json", "catalog.malformed", "Check the address; if it is right, tell whoever publishes it.");

/**
 * Reads the text of a catalogue; its signatures are not looked at.
 * @param place where it came from, for messages
 * @throws HumanError `catalog.malformed`, or `catalog.needsNewer`
 */
export function parseCatalog(text: string, place: string): CatalogDocument {
  const document = records.parse(text, place);
  if (document.signed.format > catalogFormat) {
    throw new HumanError("catalog.needsNewer", `The catalogue ${place} has format ${String(document.signed.format)}; update Health IT Katas to use it.`, { place, format: document.signed.format });
  }
  return document;
}

/** The text of a `catalog.json`: one pack a line, so that differences can be read. */
export function formatCatalogDocument({ signed, keys, statements, signatures }: CatalogDocument): string {
  const { packs, ...rest } = signed;
  const head = JSON.stringify(rest, null, 2).slice(0, -2).replaceAll("\n", "\n  ");
  const lines = packs.map((pack) => `      ${JSON.stringify(pack)}`).join(",\n");
  const part = (value: unknown): string => JSON.stringify(value, null, 2).replaceAll("\n", "\n  ");
  return `{\n  "signed": ${head},\n    "packs": [${lines === "" ? "" : `\n${lines}\n    `}]\n  },\n  "keys": ${part(keys)},\n  "statements": ${part(statements)},\n  "signatures": ${part(signatures)}\n}\n`;
}
