import { diffDocuments } from "../core/diff/diffDocuments";
import type { Difference } from "../core/diff/difference";
import type { Tolerance } from "../core/diff/tolerance";
import type { Document, DocumentFormat } from "../core/documents/document";
import { readDocument } from "../core/documents/readers";
import { toError } from "../core/humanError";
import { KataFailure } from "./kataFailure";
import type { SameOptions } from "./testing";

/** What a comparison came to. */
export interface Compared {
  readonly found: readonly Difference[];
  /** The learner's file that was compared; `undefined` where it was a value. */
  readonly file: string | undefined;
}

/**
 * Compares what a test has in hand: a document of the learner's, a text, or any value.
 *
 * @param read gives the document behind what `document()` gave
 * @throws KataFailure (errored) when the two cannot be compared, which is a mistake in the kata
 */
export function comparedDocuments(actual: unknown, expected: unknown, tolerance: Tolerance | undefined, read: (value: object) => Document | undefined): Compared {
  const own = typeof actual === "object" && actual !== null ? read(actual) : undefined;
  const other = typeof expected === "object" && expected !== null ? read(expected) : undefined;
  const format = own?.format ?? other?.format ?? formatOf(actual) ?? formatOf(expected) ?? "json";
  try {
    const found = diffDocuments(other ?? asDocument(expected, format), own ?? asDocument(actual, format), tolerance);
    return { found, file: own === undefined || typeof actual !== "object" || actual === null || !("file" in actual) ? undefined : String(actual.file) };
  } catch (cause) {
    throw new KataFailure({ code: "kata.notComparable", message: `The documents cannot be compared: ${toError(cause).message} This is a mistake in the kata, not in your answer.`, args: {} }, "errored", { cause });
  }
}

/** The failure that says the first of the differences; `undefined` where there is none. */
export function sameFailure({ found, file }: Compared, { message, why, doc }: SameOptions): KataFailure | undefined {
  const [first] = found;
  if (first === undefined) {
    return undefined;
  }
  const rest = found.length - 1;
  const sentence = message ?? `${first.message}${rest === 0 ? "" : rest === 1 ? " There is one more difference." : ` There are ${String(rest)} more differences.`}`;
  return new KataFailure({
    code: "test.finding",
    message: sentence,
    args: { message: sentence, part: first.path },
    ...(file !== undefined && { file, pointer: first.pointers.actual, range: first.ranges.actual }),
    expected: first.expected ?? "",
    actual: first.actual ?? "",
    ...(why !== undefined && { why }),
    ...(doc !== undefined && { doc }),
  });
}

/** A text that is a message or JSON; `undefined` for anything else. */
function formatOf(value: unknown): DocumentFormat | undefined {
  return typeof value !== "string" ? undefined : /^\s*(?:MSH|FHS|BHS)[^A-Za-z0-9\s]/.test(value) ? "hl7v2" : undefined;
}

/** A text is read as it is, if it can be; a value as the JSON that it stands for. */
function asDocument(value: unknown, format: DocumentFormat): Document {
  if (typeof value === "string") {
    const document = readDocument(format, value);
    if (format === "hl7v2" || document.problems.every(({ severity }) => severity !== "error")) {
      return document;
    }
  }
  return readDocument("json", JSON.stringify(value) ?? "null");
}
