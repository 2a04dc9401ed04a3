import * as vscode from "vscode";
import type { SentenceArgs } from "../../core/checks/translate";
import type { Range } from "../../core/text/range";
import { findingMessage } from "../messages";
import { toRange } from "../problems";

/** What is to be said of a place in a text, of any language. */
export interface PlacedSaying {
  readonly code: string;
  readonly args: SentenceArgs;
  readonly message: string;
  readonly severity: "error" | "warning" | "information" | "hint";
  readonly range: Range;
  /** https address where one may read on. */
  readonly doc?: string | undefined;
}

/** @param source what it comes from, such as `FHIR` */
export function diagnosticOf(saying: PlacedSaying, source: string): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(saying.range), findingMessage(saying), severityOf(saying));
  diagnostic.source = source;
  diagnostic.code = saying.doc === undefined ? saying.code : { value: saying.code, target: vscode.Uri.parse(saying.doc, true) };
  return diagnostic;
}

/** Several things that could not be checked, said once and quietly at one place. */
export function uncheckedDiagnostic(sayings: readonly PlacedSaying[], range: Range, source: string): vscode.Diagnostic {
  const sentences = [...new Set(sayings.map((saying) => findingMessage(saying)))];
  const diagnostic = new vscode.Diagnostic(toRange(range), sentences.join("\n"), vscode.DiagnosticSeverity.Hint);
  diagnostic.source = source;
  diagnostic.code = sayings[0]?.code ?? "";
  return diagnostic;
}

/** The code of a diagnostic, whether or not it leads to a page. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return typeof code === "object" ? String(code.value) : String(code ?? "");
}

function severityOf({ severity }: PlacedSaying): vscode.DiagnosticSeverity {
  switch (severity) {
    case "error":
      return vscode.DiagnosticSeverity.Error;
    case "warning":
      return vscode.DiagnosticSeverity.Warning;
    case "information":
      return vscode.DiagnosticSeverity.Information;
    case "hint":
      return vscode.DiagnosticSeverity.Hint;
  }
}
