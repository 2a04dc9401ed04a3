import * as vscode from "vscode";
import { isUnchecked, readsAlready } from "../../core/fhir/language/shownIssues";
import type { FhirChecker, PlacedIssue } from "../../core/fhir/validation/fhirChecker";
import type { Range } from "../../core/text/range";
import { diagnosticsSource, schemes } from "../../ids";
import { inBackground, isCancellation } from "../commands";
import type { LanguageSurroundings } from "../languages/languageFeatures";
import { diagnosticOf, uncheckedDiagnostic } from "../languages/issueDiagnostics";
import { isShown, keyOf, keyOfTab } from "../languages/shownFiles";
import type { FhirFile, FhirFiles } from "./fhirFiles";
import type { KataRulesReader } from "./kataRulesReader";

/** Milliseconds without a key before a text is looked at. */
const pauseMs = 250;

/** Larger texts are left to the check and the command line. UTF-16 code units. */
const largestText = 5_000_000;

/** What the diagnostics of FHIR say they come from. */
export const fhirSource = "FHIR";

interface Found {
  readonly version: number;
  readonly issues: readonly PlacedIssue[];
  readonly file: FhirFile;
}

type Surroundings = Pick<LanguageSurroundings, "findingsAt" | "onDidChangeFindings" | "log">;

/** Says while one types what is wrong with a resource. What is shown is always about the text that is there. */
export class FhirDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection(`${diagnosticsSource}-fhir`);
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly running = new Map<string, AbortController>();
  private readonly found = new Map<string, Found>();
  private readonly watching: vscode.Disposable;

  constructor(
    private readonly files: FhirFiles,
    private readonly checker: FhirChecker,
    private readonly rules: Pick<KataRulesReader, "of">,
    private readonly around: Surroundings,
  ) {
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
      files.onDidChangeSetting(() => this.lookAtAll()),
    );
    this.lookAtAll();
  }

  /** What was found in a file as it is now; nothing while it is not known. */
  issuesOf(document: vscode.TextDocument): readonly PlacedIssue[] {
    const found = this.found.get(keyOf(document.uri));
    return found?.version === document.version ? found.issues : [];
  }

  dispose(): void {
    this.waiting.forEach((timer) => clearTimeout(timer));
    this.running.forEach((controller) => controller.abort());
    vscode.Disposable.from(this.watching, this.collection).dispose();
  }

  private lookAtTabs(tabs: readonly vscode.Tab[]): void {
    const opened = tabs.map(keyOfTab);
    for (const document of vscode.workspace.textDocuments) {
      const key = keyOf(document.uri);
      if (opened.includes(key) && this.found.get(key)?.version !== document.version) {
        this.plan(document, 0);
      }
    }
  }

  private lookAtAll(): void {
    vscode.workspace.textDocuments.forEach((document) => this.plan(document, 0));
  }

  private plan(document: vscode.TextDocument, ms: number): void {
    const key = keyOf(document.uri);
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
    // What runs is about a text that is no more.
    this.running.get(key)?.abort();
    if (!mayBeChecked(document) || (!this.files.isWorthALook(document) && !this.found.has(key))) {
      return;
    }
    this.waiting.set(key, setTimeout(() => {
      this.waiting.delete(key);
      inBackground(this.around.log, "Checking a resource", this.check(document));
    }, ms));
  }

  private async check(document: vscode.TextDocument): Promise<void> {
    const { uri, version } = document;
    const key = keyOf(uri);
    if (document.isClosed || !isShown(uri) || document.getText().length > largestText) {
      return;
    }
    const file = await this.files.of(document);
    if (file === undefined) {
      this.forget(uri);
      return;
    }
    const controller = new AbortController();
    this.running.set(key, controller);
    try {
      const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
      const rules = await this.rules.of(uri);
      const request = { text: document.getText(), file: name, ...(rules?.type === undefined ? {} : { type: rules.type }), ...(rules === undefined ? {} : { profiles: rules.profiles }) };
      const found = await this.checker.validate(request, controller.signal);
      const issues = found.issues.filter(({ code }) => rules?.ignore.includes(code) !== true);
      if (document.version === version && !document.isClosed && !controller.signal.aborted) {
        this.found.set(key, { version, issues, file });
        this.show(uri, issues, file);
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

  private show(uri: vscode.Uri, issues: readonly PlacedIssue[], file: FhirFile): void {
    const told = this.around.findingsAt(uri);
    const shown = issues.filter((issue) => !isUnchecked(issue) && !readsAlready(issue, told));
    const unchecked = issues.filter(isUnchecked);
    this.collection.set(uri, [
      ...shown.map((issue) => diagnosticOf(issue, fhirSource)), ...(unchecked.length === 0 ? [] : [uncheckedDiagnostic(unchecked, placeOfUnchecked(file), fhirSource)]),
    ]);
  }

  private showAgain(changed: vscode.Uri | undefined): void {
    for (const [key, { issues, file }] of this.found) {
      if (changed === undefined || keyOf(changed) === key) {
        this.show(vscode.Uri.parse(key, true), issues, file);
      }
    }
  }

  private forget(uri: vscode.Uri): void {
    const key = keyOf(uri);
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
    this.running.get(key)?.abort();
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

/** What is no one's to mend is not marked: solutions, reports, earlier versions. */
function mayBeChecked({ uri, languageId }: vscode.TextDocument): boolean {
  const left: readonly string[] = [schemes.solution, schemes.report, "git", "output", "gitfs"];
  return (languageId === "json" || languageId === "jsonc") && !left.includes(uri.scheme);
}

/** Everything that could not be checked is said where the resource says what it is. */
function placeOfUnchecked({ text }: FhirFile): Range {
  return text.document.keyRangeOf("/resourceType") ?? text.document.nearestRangeOf("");
}
