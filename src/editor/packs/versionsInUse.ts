import * as vscode from "vscode";
import type { InstalledPack } from "../../core/packs/install/packStore";
import type { PackSurroundings } from "./packManagement";

/** Goes back to the version of a pack that was in use before; what was written stays. */
export async function rollBack(around: PackSurroundings): Promise<void> {
  const { installed } = await around.services();
  const pack = await choosePack(around, vscode.l10n.t("Roll Back Pack"), (await installed.list()).filter(({ current }) => current));
  if (pack === undefined) {
    return;
  }
  const { from, to } = await installed.back(pack.name);
  await around.onChanged();
  around.dialogs.inform("info", vscode.l10n.t("{0} is at {1} again (it was {2}). What you wrote is as it was.", pack.name, to.version, from));
}

/** Removes a pack with all its versions; what was written stays. */
export async function uninstall(around: PackSurroundings): Promise<void> {
  const { installed } = await around.services();
  const all = await installed.list();
  const names = new Set<string>();
  const title = vscode.l10n.t("Uninstall Pack");
  const pack = await choosePack(around, title, all.filter(({ name }) => !names.has(name) && names.add(name)));
  if (pack === undefined) {
    return;
  }
  const versions = all.filter(({ name }) => name === pack.name).map(({ version }) => version).join(", ");
  const detail = vscode.l10n.t("Its katas go from the list (versions {0}). What you wrote, and your progress, stay; without the pack they cannot be checked.", versions);
  if (!(await around.dialogs.confirm(vscode.l10n.t("Uninstall {0}?", pack.name), detail, vscode.l10n.t("Uninstall")))) {
    return;
  }
  await installed.remove(pack.name);
  await around.onChanged();
  around.dialogs.inform("info", vscode.l10n.t("{0} is uninstalled. What you wrote, and your progress, stay.", pack.name));
}

async function choosePack({ dialogs }: PackSurroundings, title: string, packs: readonly InstalledPack[]): Promise<InstalledPack | undefined> {
  if (packs.length === 0) {
    dialogs.inform("info", vscode.l10n.t("No pack is installed."));
    return undefined;
  }
  return await dialogs.choose(title, vscode.l10n.t("Which pack?"), packs.map((pack) => ({ label: pack.name, description: pack.version, detail: pack.title, value: pack })));
}
