import * as vscode from "vscode";
import { quickFixesFor } from "../../core/fhir/language/quickFixes";
import { toRange } from "../problems";
import { codeOf } from "../languages/issueDiagnostics";
import type { LiveDiagnostics } from "../languages/liveDiagnostics";
import { type FhirFound, fhirSource } from "./diagnostics";
import type { FhirFiles } from "./fhirFiles";
import { fhirSelector } from "./fhirFiles";
import { rangeOf, translate } from "./places";

/** Ways to mend what is marked, where there is no doubt about what was meant. */
export function registerQuickFixes(files: FhirFiles, diagnostics: Pick<LiveDiagnostics<FhirFound>, "of">): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    fhirSelector,
    {
      provideCodeActions: async (document, range, { diagnostics: marked }) => {
        const file = await files.of(document);
        if (file === undefined) {
          return undefined;
        }
        const issues = (diagnostics.of(document)?.issues ?? []).filter((issue) => toRange(issue.range).intersection(range) !== undefined);
        return issues.flatMap((issue) => {
          const shown = marked.filter((each) => each.source === fhirSource && each.range.isEqual(toRange(issue.range)) && codeOf(each) === issue.code);
          return quickFixesFor({ ...file, t: translate }, issue).map(({ title, from, to, text, isSnippet }, _index, all) => {
            const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
            const place = rangeOf(file.text.lines, from, to);
            action.edit = new vscode.WorkspaceEdit();
            action.edit.set(document.uri, [isSnippet ? vscode.SnippetTextEdit.replace(place, new vscode.SnippetString(text)) : vscode.TextEdit.replace(place, text)]);
            action.diagnostics = shown;
            action.isPreferred = all.length === 1;
            return action;
          });
        });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}
