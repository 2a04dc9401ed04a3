import * as vscode from "vscode";
import { HumanError } from "../../core/humanError";
import { parseSource } from "../../core/packs/install/packSource";
import type { Dialogs } from "../dialogs";
import { translateError } from "../messages";

type Kind = "folder" | "archive" | "catalog" | "npm";

/** Asks where a pack is to come from; gives it as `parseSource` reads it, `undefined` when the person changes her mind. */
export async function chooseSource(dialogs: Dialogs): Promise<string | undefined> {
  const title = vscode.l10n.t("Install Pack");
  const kind = await dialogs.choose<Kind>(title, vscode.l10n.t("Where does it come from?"), [
    { label: vscode.l10n.t("Folder"), value: "folder", icon: "folder", detail: vscode.l10n.t("A pack's own folder on this machine") },
    { label: vscode.l10n.t("File"), value: "archive", icon: "file-zip", detail: vscode.l10n.t("A .tgz archive on this machine") },
    { label: vscode.l10n.t("Catalogue"), value: "catalog", icon: "globe", detail: vscode.l10n.t("The https address of a signed catalogue, or of a .tgz archive") },
    { label: "npm", value: "npm", icon: "package", detail: vscode.l10n.t("A package in the registry of your npm settings") },
  ]);
  switch (kind) {
    case undefined:
      return undefined;
    case "folder":
      return await dialogs.chooseFolder(title, vscode.l10n.t("Install"));
    case "archive":
      return await dialogs.chooseFile(title, vscode.l10n.t("Install"), vscode.l10n.t("Packs"), ["tgz"]);
    case "catalog":
      return await dialogs.ask(title, vscode.l10n.t("The address of the catalogue or archive"), { placeholder: "https://example.org/catalog.json", fault: (text) => sourceFault(text, ["catalog", "url"]) });
    case "npm": {
      const name = await dialogs.ask(title, vscode.l10n.t("Name of the package; versions behind an @ if you like"), { placeholder: "@org/katas@^1.2", fault: (text) => sourceFault(npmSource(text), ["npm"]) });
      return name === undefined ? undefined : npmSource(name);
    }
  }
}

function npmSource(text: string): string {
  return text.startsWith("npm:") ? text : `npm:${text}`;
}

/** What keeps a text from being a source of one of these kinds. */
function sourceFault(text: string, kinds: readonly string[]): string | undefined {
  try {
    return kinds.includes(parseSource(text, (path) => path).kind) ? undefined : vscode.l10n.t("This is no address; write it with https:// in front.");
  } catch (error) {
    return error instanceof HumanError ? translateError(error) : String(error);
  }
}
