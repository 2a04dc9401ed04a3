import type { DocumentFormat } from "../../src/core/documents/document";
import { readDocument } from "../../src/core/documents/readers";
import { diffDocuments } from "../../src/core/diff/diffDocuments";
import type { Difference } from "../../src/core/diff/difference";
import type { Tolerance } from "../../src/core/diff/tolerance";

/** The differences of two texts of one format. */
export function differences(format: DocumentFormat, expected: string, actual: string, tolerance?: Tolerance): readonly Difference[] {
  return diffDocuments(readDocument(format, expected), readDocument(format, actual), tolerance);
}

/** Differences in short: `changed PID-5: a -> b`. */
export function brief(found: readonly Difference[]): readonly string[] {
  return found.map(({ kind, path, expected, actual }) => {
    const values = kind === "changed" ? `: ${expected ?? ""} -> ${actual ?? ""}` : kind === "added" && actual !== undefined && actual.length < 60 ? `: ${actual}` : kind === "removed" && expected !== undefined && expected.length < 60 ? `: ${expected}` : "";
    return `${kind} ${path}${values}`;
  });
}
