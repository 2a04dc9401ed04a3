import type { Position, Range } from "../text/range";

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The formats that have a reader. */
export type DocumentFormat = "json" | "hl7v2";

export const documentFormats: readonly DocumentFormat[] = ["json", "hl7v2"];

/** Something a reader could not make sense of, or had to guess. An error means that `value` may be incomplete. */
export interface DocumentProblem {
  readonly code: string;
  readonly severity: "error" | "warning";
  /** One English sentence; the editor translates by `code` and `args`. */
  readonly message: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly range: Range;
}

/**
 * A text and what it means: a JSON value, with the range of every part of it. Parts are addressed by JSON pointer
 * (RFC 6901) into `value`, whatever the format.
 */
export interface Document {
  readonly format: DocumentFormat;
  readonly text: string;
  /** `undefined` when nothing could be read. */
  readonly value: JsonValue | undefined;
  readonly problems: readonly DocumentProblem[];
  /** The range of the part at `pointer`; `undefined` when there is no such part. */
  rangeOf(pointer: string): Range | undefined;
  /** The range of the part at `pointer`, or of its nearest ancestor that exists (the whole text at last). */
  nearestRangeOf(pointer: string): Range;
  /** The range of the property name, with its quotes, under which the part at `pointer` stands; `undefined` where names are not written in the text. */
  keyRangeOf(pointer: string): Range | undefined;
  /** The pointer of the smallest part at a position; `undefined` outside of every part. */
  pointerAt(position: Position): string | undefined;
  /** How people of the field name the part: `PID-3[1].1` in HL7 v2, `name[0].family` in JSON; "" is the whole document. */
  nameOf(pointer: string): string;
  /** The text again, put together from the parts that were read; equal to `text` to the last character. */
  toText(): string;
}

/** Reads one format. Never throws on bad text: it recovers and reports problems. */
export interface DocumentReader {
  readonly format: DocumentFormat;
  read(text: string): Document;
}
