import * as vscode from "vscode";
import { HumanError } from "../core/humanError";
import { languages } from "../ids";
import type { Dialogs } from "./dialogs";
import type { LineEndKeeper } from "./lineEnds";

/**
 * Gives the HL7 v2 file in the active editor one line end throughout, the one chosen.
 * @throws HumanError when no such file is open
 */
export async function changeLineEnds(keeper: LineEndKeeper, dialogs: Dialogs): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || document.languageId !== languages.hl7v2 || document.uri.scheme !== "file") {
    throw new HumanError("editor.noHl7File", "The active editor shows no HL7 v2 file on disk. Open a .hl7 file and run the command again.");
  }
  const chosen = await dialogs.choose(vscode.l10n.t("Line Ends of This File"), vscode.l10n.t("HL7 v2 ends segments with a carriage return (CR)"), [
    { label: "CR", description: vscode.l10n.t("what HL7 v2 prescribes on the wire"), value: "cr" as const },
    { label: "LF", description: vscode.l10n.t("what most editors and systems write"), value: "lf" as const },
    { label: "CRLF", description: vscode.l10n.t("what Windows writes"), value: "crlf" as const },
  ]);
  if (chosen !== undefined) {
    await keeper.convert(document, chosen);
  }
}
