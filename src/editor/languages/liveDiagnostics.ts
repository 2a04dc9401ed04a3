import * as vscode from "vscode";
import { diagnosticsSource } from "../../ids";
import { inBackground, isCancellation } from "../commands";
import type { LanguageSurroundings } from "./languageFeatures";
import { isShown, keyOf, keyOfTab } from "./shownFiles";

/** Milliseconds without a key before a text is looked at. */
const pauseMs = 250;

/** What a language looks for in a text, and how it says what it found. */
export interface Examiner<Found> {
  /** Names the collection of its diagnostics, such as `fhir`. */
  readonly id: string;
  /** For the log, such as "Checking a resource". */
  readonly task: string;
  /** Whether the text may be one of the language; asked at every key. */
  mayBeLookedAt(document: vscode.TextDocument): boolean;
  /**
   * Looks at the text as it is now.
   * @param signal tells that the text has changed, or that nobody sees it any more
   * @returns `undefined` when nothing is to be said of it
   */
  examine(document: vscode.TextDocument, signal: AbortSignal): Promise<Found | undefined>;
  diagnosticsOf(uri: vscode.Uri, found: Found): readonly vscode.Diagnostic[];
}

/** Says while one types what is wrong with the files of a language. What is shown is always about the text that is there, and goes with the file's last tab. */
export class LiveDiagnostics<Found> implements vscode.Disposable {
  private readonly collection: vscode.DiagnosticCollection;
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly running = new Map<string, AbortController>();
  private readonly found = new Map<string, { readonly version: number; readonly found: Found }>();
  private readonly watching: vscode.Disposable;

  constructor(private readonly examiner: Examiner<Found>, private readonly around: Pick<LanguageSurroundings, "onDidChangeFindings" | "log">) {
    this.collection = vscode.languages.createDiagnosticCollection(`${diagnosticsSource}-${examiner.id}`);
    this.watching = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.plan(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && this.plan(document, pauseMs)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        this.lookAtTabs(opened);
        if (closed.length > 0) {
          this.forgetClosed();
        }
      }),
      around.onDidChangeFindings((uri) => this.showAgain(uri)),
    );
    this.lookAtAll();
  }

  /** What was found in a file as it is now; `undefined` while it is not known. */
  of(document: vscode.TextDocument): Found | undefined {
    const known = this.found.get(keyOf(document.uri));
    return known?.version === document.version ? known.found : undefined;
  }

  lookAtAll(): void {
    vscode.workspace.textDocuments.forEach((document) => this.plan(document, 0));
  }

  dispose(): void {
    this.waiting.forEach((timer) => clearTimeout(timer));
    this.running.forEach((controller) => controller.abort());
    vscode.Disposable.from(this.watching, this.collection).dispose();
  }

  private lookAtTabs(tabs: readonly vscode.Tab[]): void {
    const opened = tabs.map(keyOfTab);
    for (const document of vscode.workspace.textDocuments) {
      if (opened.includes(keyOf(document.uri)) && this.of(document) === undefined) {
        this.plan(document, 0);
      }
    }
  }

  private plan(document: vscode.TextDocument, ms: number): void {
    const key = keyOf(document.uri);
    this.stop(key);
    if (!this.examiner.mayBeLookedAt(document)) {
      // It may have been one until now: the language of an open file can be changed, and so can what stands in it.
      this.forget(document.uri);
      return;
    }
    this.waiting.set(key, setTimeout(() => {
      this.waiting.delete(key);
      inBackground(this.around.log, this.examiner.task, this.look(document));
    }, ms));
  }

  private async look(document: vscode.TextDocument): Promise<void> {
    const { uri, version } = document;
    if (document.isClosed || !isShown(uri)) {
      return;
    }
    const key = keyOf(uri);
    const controller = new AbortController();
    this.running.set(key, controller);
    try {
      const found = await this.examiner.examine(document, controller.signal);
      if (controller.signal.aborted || document.isClosed || document.version !== version) {
        return;
      }
      if (found === undefined || !isShown(uri)) {
        this.forget(uri);
      } else {
        this.found.set(key, { version, found });
        this.collection.set(uri, this.examiner.diagnosticsOf(uri, found));
      }
    } catch (error) {
      if (!isCancellation(error) && !controller.signal.aborted) {
        throw error;
      }
    } finally {
      if (this.running.get(key) === controller) {
        this.running.delete(key);
      }
    }
  }

  private showAgain(changed: vscode.Uri | undefined): void {
    for (const [key, { found }] of this.found) {
      if (changed === undefined || keyOf(changed) === key) {
        const uri = vscode.Uri.parse(key, true);
        this.collection.set(uri, this.examiner.diagnosticsOf(uri, found));
      }
    }
  }

  /** Whatever waits or runs is about a text that is no more. */
  private stop(key: string): void {
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
    this.running.get(key)?.abort();
  }

  private forget(uri: vscode.Uri): void {
    const key = keyOf(uri);
    this.stop(key);
    this.found.delete(key);
    this.collection.delete(uri);
  }

  private forgetClosed(): void {
    for (const key of this.found.keys()) {
      const uri = vscode.Uri.parse(key, true);
      if (!isShown(uri)) {
        this.forget(uri);
      }
    }
  }
}
