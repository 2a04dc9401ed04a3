import * as vscode from "vscode";
import type { DocumentFormat } from "../../core/documents/document";
import { type ToleranceName, toleranceNames } from "../../core/diff/tolerance";
import type { Choice, Dialogs } from "../dialogs";
import { type ComparedText, formatOf, textOf } from "./comparedText";

/** What is tolerated unless somebody chose: how the same data is written. */
export const usualTolerance: readonly ToleranceName[] = ["precision", "escapes", "empty"];

/** Asks with what a text is to be compared: another open file, one from the disk, or the clipboard. The answer is what is expected. */
export async function chooseOther(dialogs: Dialogs, actual: ComparedText): Promise<ComparedText | undefined> {
  const open = vscode.workspace.textDocuments.filter((document) => !document.isClosed && document.uri.toString() !== actual.uri?.toString() && isShown(document.uri) && formatOf(document) === actual.format);
  const choice = await dialogs.choose<vscode.Uri | "file" | "clipboard">(
    vscode.l10n.t("Compare {0} by Structure", actual.name),
    vscode.l10n.t("What is expected?"),
    [
      ...open.map((document): Choice<vscode.Uri> => ({ label: vscode.workspace.asRelativePath(document.uri), value: document.uri, icon: "file", group: vscode.l10n.t("Open") })),
      { label: vscode.l10n.t("Another File…"), value: "file", icon: "folder-opened", group: vscode.l10n.t("Elsewhere") },
      { label: vscode.l10n.t("The Clipboard"), value: "clipboard", icon: "clippy", group: vscode.l10n.t("Elsewhere") },
    ],
  );
  if (choice === "clipboard") {
    return { name: vscode.l10n.t("Clipboard"), format: actual.format, text: await vscode.env.clipboard.readText(), uri: undefined };
  }
  if (choice === "file") {
    const [uri] = (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("Choose what is expected"), openLabel: vscode.l10n.t("Compare"), canSelectMany: false,
      filters: actual.format === "hl7v2" ? { "HL7 v2": ["hl7"] } : { JSON: ["json"] },
    })) ?? [];
    return uri === undefined ? undefined : await textOf(uri);
  }
  return choice === undefined ? undefined : await textOf(choice);
}

/** Files of the person's, not texts that are shown only. */
function isShown(uri: vscode.Uri): boolean {
  return uri.scheme === "file" || uri.scheme === "untitled" || uri.scheme === "vscode-remote" || uri.scheme === "vscode-userdata";
}

/** Asks what is no difference. `undefined` when the person left. */
export async function chooseTolerance(dialogs: Dialogs, format: DocumentFormat, before: readonly ToleranceName[]): Promise<readonly ToleranceName[] | undefined> {
  const words = toleranceWords();
  const other: readonly ToleranceName[] = format === "hl7v2" ? ["meta", "narrative"] : ["escapes", "empty"];
  const chosen = await dialogs.chooseSome(
    vscode.l10n.t("What Is No Difference"),
    vscode.l10n.t("Choose what to tolerate, then confirm with Enter"),
    toleranceNames.filter((name) => !other.includes(name)).map((name): Choice<ToleranceName> => ({ label: words[name].label, detail: words[name].detail, value: name, picked: before.includes(name) })),
  );
  // What belongs to the other format stays as it was.
  return chosen === undefined ? undefined : [...chosen, ...before.filter((name) => other.includes(name))];
}

function toleranceWords(): Readonly<Record<ToleranceName, { readonly label: string; readonly detail: string }>> {
  return {
    order: { label: vscode.l10n.t("Order"), detail: vscode.l10n.t("Entries of lists, repetitions and segments of one name may stand in any order") },
    precision: { label: vscode.l10n.t("Precision"), detail: vscode.l10n.t("7.0 is 7.00; a time is the same in another time zone; a date may be less precise") },
    escapes: { label: vscode.l10n.t("Escapes"), detail: vscode.l10n.t("Other delimiters and escape sequences for the same data") },
    ids: { label: vscode.l10n.t("Ids"), detail: vscode.l10n.t("Ids of resources with the references to them; control ids and times of messages") },
    empty: { label: vscode.l10n.t("Empty Ends"), detail: vscode.l10n.t("Empty fields and components at the end") },
    meta: { label: vscode.l10n.t("Metadata"), detail: vscode.l10n.t("Version, time of change and source, which servers write") },
    narrative: { label: vscode.l10n.t("Narrative"), detail: vscode.l10n.t("The text of a resource for people") },
  };
}
