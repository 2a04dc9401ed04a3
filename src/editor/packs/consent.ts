import * as vscode from "vscode";
import type { PreparedPack } from "../../core/packs/install/installer";
import { offerPage, plainText, type PackOffer } from "../../core/packs/install/packOffer";
import { schemes } from "../../ids";
import type { PackSurroundings } from "./packManagement";

/**
 * Shows what each pack is that the person has not met, as a plain text that nothing in it can draw over, and asks.
 * @returns false when she does not want one of them: then none is installed
 */
export async function agreed({ dialogs, texts }: Pick<PackSurroundings, "dialogs" | "texts">, packs: readonly PreparedPack[]): Promise<boolean> {
  for (const { offer } of packs.filter(({ asks }) => asks)) {
    const uri = texts.add(schemes.report, `packs/${offer.name.replace("/", " ")} ${offer.version}.txt`, `${offerPage(offer)}\n`);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
    const yes = await dialogs.confirm(vscode.l10n.t("Install {0} {1}?", offer.name, offer.version), summary(offer), vscode.l10n.t("Install"));
    await closeTab(uri);
    if (!yes) {
      return false;
    }
  }
  return true;
}

/** What matters most, in three lines; the page behind has the rest. */
function summary({ title, katas, codeKatas, signer, source }: PackOffer): string {
  const kind = codeKatas.length === 0
    ? vscode.l10n.t("Data only: its checks run nothing of the author's.")
    : vscode.l10n.t("It runs code: the checks of {0} of its katas are programs of the author's, which run on this machine when you check your work.", codeKatas.length);
  return [vscode.l10n.t("{0}, {1} katas, from {2}", plainText(title), katas.length, plainText(source)), signedBy(signer), kind].join("\n\n");
}

function signedBy(signer: PackOffer["signer"]): string {
  switch (signer.kind) {
    case "catalog":
      return signer.firstTime
        ? vscode.l10n.t("Signed by {0} with the key {1}, which you meet for the first time: compare it with what the publisher told you.", plainText(signer.publisher), signer.key)
        : vscode.l10n.t("Signed by {0} with the key {1}, as before.", plainText(signer.publisher), signer.key);
    case "nobody":
      return vscode.l10n.t("Nobody signed it; it is as trustworthy as {0}.", plainText(signer.from));
  }
}

async function closeTab(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()));
  await vscode.window.tabGroups.close(tabs, true);
}
