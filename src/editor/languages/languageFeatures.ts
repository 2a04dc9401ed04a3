import type * as vscode from "vscode";
import type { Finding } from "../../core/checks/finding";
import type { Logger } from "../../core/logger";
import type { CommandId } from "../../ids";
import type { ContextKeys } from "../contextKeys";
import type { Dialogs } from "../dialogs";
import type { KataFolders } from "../kataFolders";
import type { ReadOnlyTexts } from "../readOnlyTexts";

/** What the features of a language are given. Everything is made when the window opens; a language's own parts are not. */
export interface LanguageSurroundings {
  readonly extension: vscode.Uri;
  readonly log: Logger;
  readonly dialogs: Dialogs;
  readonly folders: KataFolders;
  readonly texts: ReadOnlyTexts;
  readonly keys: ContextKeys;
  /** What the last check of a kata says of a file: a squiggle that says the same at the same place is not shown a second time. */
  findingsAt(uri: vscode.Uri): readonly Finding[];
  /** Told of files of which `findingsAt` says something else than before; `undefined` for all. */
  readonly onDidChangeFindings: vscode.Event<vscode.Uri | undefined>;
}

/** The features of a language, which register themselves with the editor until they are disposed of. */
export interface LanguageFeatures extends vscode.Disposable {
  /** What the language's commands do. */
  readonly commands: Readonly<Partial<Record<CommandId, (...args: readonly unknown[]) => unknown>>>;
}

/** Registers the features of a language; the only export of each language's bundle. */
export type RegisterLanguage = (around: LanguageSurroundings) => LanguageFeatures;
