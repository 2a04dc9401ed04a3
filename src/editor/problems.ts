import * as vscode from "vscode";
import type { CheckResult } from "../core/checks/checkResult";
import type { Finding } from "../core/checks/finding";
import type { Range } from "../core/text/range";
import { diagnosticsSource } from "../ids";
import type { CheckRun, CheckSurface, RunListener } from "./checking/checkRun";
import { untrustedCode } from "./checking/trustingTestRunner";
import { findingMessage } from "./messages";
import { filesOf } from "./openKata";
import { pathOf, uriOf } from "./paths";
import type { StartedKata } from "./startedKata";

/** Findings as Problems, at the learner's own line. They go when the file is closed or the kata is reset. */
export class Problems implements CheckSurface, vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection(diagnosticsSource);
  private readonly shown = new Map<string, readonly Finding[]>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  /** Told of files of which something else is shown than before; `undefined` for any number of them. */
  readonly onDidChange = this.changed.event;
  /** A document stays known for minutes after its last tab was closed; what a person closed is the tab. */
  private readonly closing = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    const open = new Set(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(uriOfTab)));
    for (const uri of closed.map(uriOfTab)) {
      if (uri !== undefined && !open.has(uri)) {
        this.remove(vscode.Uri.parse(uri, true));
      }
    }
  });

  begin({ started }: CheckRun): RunListener {
    return {
      attemptEnded: ({ results, known }) => {
        const byFile = new Map<string, vscode.Diagnostic[]>(filesOf(started).map((path) => [path, []]));
        const findings = new Map<string, Finding[]>(filesOf(started).map((path) => [path, []]));
        for (const result of results) {
          for (const finding of result.findings.filter(({ code }) => isProblem(code, result))) {
            const path = placeOf(finding, started);
            const listed = byFile.get(path);
            const diagnostic = diagnosticOf(finding, result, started, known?.explanation);
            findings.set(path, [...(findings.get(path) ?? []), finding]);
            if (listed === undefined) {
              byFile.set(path, [diagnostic]);
            } else {
              listed.push(diagnostic);
            }
          }
        }
        this.collection.set([...byFile].map(([path, diagnostics]) => [uriOf(path), diagnostics]));
        for (const [path, found] of findings) {
          this.shown.set(path, found);
        }
        this.changed.fire(undefined);
      },
    };
  }

  /** Takes away what is said about a kata's files. */
  clear(started: StartedKata): void {
    this.collection.forEach((uri) => {
      if (pathOf(uri)?.startsWith(`${started.folder}/`) === true) {
        this.remove(uri);
      }
    });
  }

  /** What is shown of a file by the last check of its kata. */
  findingsAt(uri: vscode.Uri): readonly Finding[] {
    return this.shown.get(pathOf(uri) ?? "") ?? [];
  }

  dispose(): void {
    vscode.Disposable.from(this.collection, this.closing, this.changed).dispose();
  }

  private remove(uri: vscode.Uri): void {
    this.collection.delete(uri);
    if (this.shown.delete(pathOf(uri) ?? "")) {
      this.changed.fire(uri);
    }
  }
}

function uriOfTab({ input }: vscode.Tab): string | undefined {
  return input instanceof vscode.TabInputText ? input.uri.toString() : input instanceof vscode.TabInputTextDiff ? input.modified.toString() : undefined;
}

/** That a check waits for another is no problem of the text; that it waits for trust is something to do. */
function isProblem(code: string, { outcome }: CheckResult): boolean {
  return outcome !== "blocked" || code === untrustedCode;
}

/** The file a finding is shown in: its own, else the first that is handed in. */
export function placeOf(finding: Finding, { folder, kata }: StartedKata): string {
  return `${folder}/${finding.file ?? kata.manifest.files[0] ?? ""}`;
}

/** A range of core as one of the editor. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function diagnosticOf(finding: Finding, result: CheckResult, started: StartedKata, explanation: string | undefined): vscode.Diagnostic {
  const message = findingMessage(finding);
  const range = finding.range === undefined ? new vscode.Range(0, 0, 0, 0) : toRange(finding.range);
  const diagnostic = new vscode.Diagnostic(range, finding.why === undefined ? message : `${message}\n${finding.why}`, severityOf(result));
  diagnostic.source = diagnosticsSource;
  diagnostic.code = finding.doc === undefined ? finding.code : { value: finding.code, target: vscode.Uri.parse(finding.doc, true) };
  if (explanation !== undefined && result.outcome === "failed") {
    const place = new vscode.Location(uriOf(placeOf(finding, started)), range);
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(place, firstParagraph(explanation))];
  }
  return diagnostic;
}

function severityOf({ outcome }: CheckResult): vscode.DiagnosticSeverity {
  switch (outcome) {
    case "passed":
    case "blocked":
      return vscode.DiagnosticSeverity.Information;
    case "errored":
      return vscode.DiagnosticSeverity.Warning;
    case "failed":
    case "timedOut":
      return vscode.DiagnosticSeverity.Error;
  }
}

/** The first paragraph of a Markdown text without its marks, for places that show plain text only. */
export function firstParagraph(markdown: string): string {
  const paragraphs = markdown.split(/\r?\n\s*\r?\n/).map((paragraph) => paragraph.trim());
  const first = paragraphs.find((paragraph) => paragraph !== "" && !paragraph.startsWith("#")) ?? "";
  return first.replace(/\s+/g, " ").replace(/[*_`]+/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
}
