import { readDocument } from "../documents/readers";
import type { DocumentFormat } from "../documents/document";
import { diffDocuments } from "./diffDocuments";
import type { Difference, Sides } from "./difference";
import { normalizedTexts } from "./normalizedText";
import type { Tolerance } from "./tolerance";

/** Two texts to be compared. */
export interface ComparisonRequest {
  readonly format: DocumentFormat;
  readonly texts: Sides<string>;
  readonly tolerance: Tolerance;
}

/** A difference, and the lines, from 0, of the normalised texts on which it shows. */
export interface ShownDifference extends Difference {
  readonly lines: Sides<number>;
}

export interface Comparison {
  readonly differences: readonly ShownDifference[];
  /** What a text diff is to show. */
  readonly normalized: Sides<string>;
  /** Whether a text could not be read whole; it was compared as far as it goes. */
  readonly incomplete: Sides<boolean>;
}

/**
 * Compares two texts by structure, and writes both in their normal form.
 *
 * @throws HumanError when a path of the tolerance cannot be read
 */
export function compareTexts({ format, texts, tolerance }: ComparisonRequest): Comparison {
  const [expected, actual] = [readDocument(format, texts.expected), readDocument(format, texts.actual)];
  const normalized = normalizedTexts(expected, actual, tolerance);
  const isIncomplete = ({ problems }: typeof expected): boolean => problems.some(({ severity }) => severity === "error");
  return {
    differences: diffDocuments(expected, actual, tolerance).map((difference) => ({
      ...difference,
      lines: { expected: normalized.expected.lineOf(difference.pointers.expected), actual: normalized.actual.lineOf(difference.pointers.actual) },
    })),
    normalized: { expected: normalized.expected.text, actual: normalized.actual.text },
    incomplete: { expected: isIncomplete(expected), actual: isIncomplete(actual) },
  };
}
