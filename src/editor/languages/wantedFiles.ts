import * as vscode from "vscode";
import type { Logger } from "../../core/logger";
import { schemes } from "../../ids";
import type { KataFolders } from "../kataFolders";
import type { WantedIn } from "../settings";

/** Whether a person wants it in this file; a kata that cannot be used counts as none, and the log says why. */
export async function isWantedAt(uri: vscode.Uri, wantedIn: WantedIn, folders: Pick<KataFolders, "at" | "knownAt">, log: Logger): Promise<boolean> {
  switch (wantedIn) {
    case "off":
      return false;
    case "kataFiles":
      return folders.knownAt(uri) !== undefined || (await startedAt(uri, folders, log));
    case "always":
      return true;
  }
}

async function startedAt(uri: vscode.Uri, folders: Pick<KataFolders, "at">, log: Logger): Promise<boolean> {
  try {
    return (await folders.at(uri)) !== undefined;
  } catch (error) {
    log.debug(`The kata of ${uri.toString()} cannot be used: ${String(error)}`);
    return false;
  }
}

/** Whether what is wrong in a file is anybody's to mend: not in solutions, reports and earlier versions. */
export function isOwn({ uri }: vscode.TextDocument): boolean {
  const others: readonly string[] = [schemes.solution, schemes.report, "git", "gitfs", "output"];
  return !others.includes(uri.scheme);
}

/** Whether JSON names a resource type at its beginning, by its text alone; cheaper than to read it. */
export function looksLikeFhir(document: vscode.TextDocument): boolean {
  return (document.languageId === "json" || document.languageId === "jsonc") && document.getText(new vscode.Range(0, 0, 200, 0)).includes("\"resourceType\"");
}
