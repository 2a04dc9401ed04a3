import type * as vscode from "vscode";
import type { Dialogs } from "../dialogs";
import type { ReadOnlyTexts } from "../readOnlyTexts";

/** What comparisons are given. */
export interface ComparisonSurroundings {
  readonly extension: vscode.Uri;
  readonly dialogs: Dialogs;
  readonly texts: ReadOnlyTexts;
}

/** Compares files by structure. */
export interface StructureComparison {
  /** @param chosen the files of the command's menu: the one on which it was opened, and all that are selected */
  compare(...chosen: readonly unknown[]): Promise<void>;
}

/** Gives the comparison of this window, the same each time, so that it remembers what was tolerated last; loads it at the first call. */
export function comparisonLoader(around: ComparisonSurroundings): () => Promise<StructureComparison> {
  let loading: Promise<StructureComparison> | undefined;
  return () => (loading ??= import("./main").then(({ createComparison }) => createComparison(around)));
}
