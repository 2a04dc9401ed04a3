import * as vscode from "vscode";
import type { PlacedProblem } from "../../core/hl7v2/language/placedProblems";
import { type QuickFix, quickFixFor } from "../../core/hl7v2/language/quickFixes";
import { toRange } from "../problems";
import { codeOf } from "../languages/issueDiagnostics";
import type { LiveDiagnostics } from "../languages/liveDiagnostics";
import { hl7v2Source } from "./diagnostics";
import { type Hl7v2Files, hl7v2Selector, offsetOf, rangeOf } from "./hl7v2Files";

/** Ways to mend what is marked, where there is no doubt about what was meant. */
export function registerQuickFixes(files: Hl7v2Files, diagnostics: Pick<LiveDiagnostics<readonly PlacedProblem[]>, "of">): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    hl7v2Selector,
    {
      provideCodeActions: (document, _range, { diagnostics: marked }) => {
        const snapshot = files.of(document);
        const own = marked.filter(({ source }) => source === hl7v2Source);
        return (diagnostics.of(document) ?? []).flatMap((problem) => {
          const range = toRange(problem.range);
          const diagnostic = own.find((each) => each.range.isEqual(range) && codeOf(each) === problem.code);
          const span = { from: offsetOf(snapshot, range.start), to: offsetOf(snapshot, range.end) };
          const fix = diagnostic === undefined ? undefined : quickFixFor(snapshot.text, problem.code, problem.args, span);
          if (diagnostic === undefined || fix === undefined) {
            return [];
          }
          const action = new vscode.CodeAction(titleOf(fix), vscode.CodeActionKind.QuickFix);
          action.diagnostics = [diagnostic];
          action.isPreferred = true;
          action.edit = new vscode.WorkspaceEdit();
          action.edit.replace(document.uri, rangeOf(snapshot, fix), fix.insert);
          return [action];
        });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function titleOf({ kind, insert }: QuickFix): string {
  switch (kind) {
    case "upperCase":
    case "replace":
      return vscode.l10n.t("Change to {0}", insert);
    case "remove":
      return insert === "" ? vscode.l10n.t("Remove it") : vscode.l10n.t("Remove the frame bytes");
    case "declare":
      return vscode.l10n.t("Declare the usual encoding characters {0}", insert);
  }
}
