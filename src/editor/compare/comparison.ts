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
