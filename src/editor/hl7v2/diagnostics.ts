import * as vscode from "vscode";
import { isUnchecked, type PlacedProblem, placedProblems, readsAlready } from "../../core/hl7v2/language/placedProblems";
import { DocumentChecker } from "../../core/hl7v2/validation/checkDocument";
import { diagnosticsSource } from "../../ids";
import { inBackground } from "../commands";
import type { LanguageSurroundings } from "../languages/languageFeatures";
import { diagnosticOf, uncheckedDiagnostic } from "../languages/issueDiagnostics";
import { isShown, keyOf } from "../languages/shownFiles";
import { readSettings } from "../settings";
import { type Hl7v2Files, isHl7v2, isOwn } from "./hl7v2Files";

/** Milliseconds without a key before a text is looked at. */
const pauseMs = 250;

/** Milliseconds of work on a text without a pause. */
const sliceMs = 10;

/** Larger texts are left to the check and the command line. UTF-16 code units. */
const largestText = 3_000_000;

/** What the diagnostics of HL7 v2 say they come from. */
export const hl7v2Source = "HL7 v2";

interface Found {
  readonly version: number;
  readonly problems: readonly PlacedProblem[];
}

type Surroundings = Pick<LanguageSurroundings, "findingsAt" | "onDidChangeFindings" | "folders" | "log">;

/** Says while one types what is wrong with a message. What is shown is always about the text that is there. */
export class Hl7v2Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection(`${diagnosticsSource}-hl7v2`);
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly checkers = new WeakMap<vscode.TextDocument, DocumentChecker>();
  private readonly found = new Map<string, Found>();
  private readonly watching: vscode.Disposable;

  constructor(private readonly files: Hl7v2Files, private readonly around: Surroundings) {
    this.watching = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.plan(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && this.plan(document, pauseMs)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(({ document }) => this.found.get(keyOf(document.uri))?.version !== document.version && this.plan(document, 0))),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => closed.length > 0 && this.forgetClosed()),
      vscode.workspace.onDidChangeConfiguration((change) => readSettings.isHl7v2Diagnostics(change) && this.lookAtAll()),
      around.onDidChangeFindings((uri) => this.showAgain(uri)),
    );
    this.lookAtAll();
  }

  /** What was found in a file as it is now; nothing while it is not known. */
  problemsOf(document: vscode.TextDocument): readonly PlacedProblem[] {
    const found = this.found.get(keyOf(document.uri));
    return found?.version === document.version ? found.problems : [];
  }

  dispose(): void {
    this.waiting.forEach((timer) => clearTimeout(timer));
    vscode.Disposable.from(this.watching, this.collection).dispose();
  }

  private lookAtAll(): void {
    vscode.workspace.textDocuments.forEach((document) => this.plan(document, 0));
  }

  private plan(document: vscode.TextDocument, ms: number): void {
    const key = keyOf(document.uri);
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
    if (!isHl7v2(document)) {
      // The language of a file can be changed while it is open.
      this.forget(document.uri);
      return;
    }
    if (isOwn(document)) {
      this.waiting.set(key, setTimeout(() => {
        this.waiting.delete(key);
        inBackground(this.around.log, "Checking an HL7 v2 file", this.check(document));
      }, ms));
    }
  }

  private async check(document: vscode.TextDocument): Promise<void> {
    const { uri, version } = document;
    if (!(await this.isWanted(document))) {
      this.forget(uri);
      return;
    }
    if (document.isClosed || document.version !== version || !isShown(uri)) {
      return;
    }
    const snapshot = this.files.of(document);
    const checker = this.checkers.get(document) ?? new DocumentChecker(this.files.dictionaryFor);
    this.checkers.set(document, checker);
    await inSlices(checker.prepare(snapshot.document), () => document.version !== version);
    if (document.isClosed || document.version !== version || !isShown(uri)) {
      return;
    }
    const problems = placedProblems(snapshot.document, checker.check(snapshot.document));
    this.found.set(keyOf(uri), { version, problems });
    this.show(uri, problems);
  }

  private async isWanted(document: vscode.TextDocument): Promise<boolean> {
    if (document.isClosed || !isHl7v2(document) || document.getText().length > largestText) {
      return false;
    }
    switch (readSettings.hl7v2Diagnostics(document.uri)) {
      case "off":
        return false;
      case "kataFiles":
        return this.around.folders.knownAt(document.uri) !== undefined || (await this.startedAt(document.uri));
      case "always":
        return true;
    }
  }

  private async startedAt(uri: vscode.Uri): Promise<boolean> {
    try {
      return (await this.around.folders.at(uri)) !== undefined;
    } catch (error) {
      this.around.log.debug(`The kata of ${uri.toString()} cannot be used: ${String(error)}`);
      return false;
    }
  }

  private show(uri: vscode.Uri, problems: readonly PlacedProblem[]): void {
    const told = this.around.findingsAt(uri);
    const shown = problems.filter((problem) => !isUnchecked(problem) && !readsAlready(problem, told));
    this.collection.set(uri, [...shown.map((problem) => diagnosticOf(problem, hl7v2Source)), ...uncheckedDiagnostics(problems.filter(isUnchecked))]);
  }

  private showAgain(changed: vscode.Uri | undefined): void {
    for (const [key, { problems }] of this.found) {
      if (changed === undefined || keyOf(changed) === key) {
        this.show(vscode.Uri.parse(key, true), problems);
      }
    }
  }

  private forget(uri: vscode.Uri): void {
    const key = keyOf(uri);
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
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

/** Takes steps for a few milliseconds at a time, so that nobody waits for what is not urgent, until they are done or nobody wants them any more. */
async function inSlices(steps: Iterator<void>, isVain: () => boolean): Promise<void> {
  for (;;) {
    const until = performance.now() + sliceMs;
    while (performance.now() < until) {
      if (steps.next().done === true) {
        return;
      }
    }
    await new Promise((resolve) => setImmediate(resolve));
    if (isVain()) {
      return;
    }
  }
}

/** What could not be checked, said quietly and once at each place: mostly where a message says what it is. */
function uncheckedDiagnostics(problems: readonly PlacedProblem[]): readonly vscode.Diagnostic[] {
  const byPlace = new Map<number, PlacedProblem[]>();
  for (const problem of problems) {
    const line = problem.range.start.line;
    byPlace.set(line, [...(byPlace.get(line) ?? []), problem]);
  }
  return [...byPlace.values()].flatMap((there) => {
    const [first] = there;
    if (first === undefined) {
      return [];
    }
    return [uncheckedDiagnostic(there, first.range, hl7v2Source)];
  });
}
