import * as vscode from "vscode";
import type { KataFolder } from "../../core/learner/kataFolder";
import { Snapshots } from "../../core/learner/snapshots";
import { soundKatas } from "../../core/packs/install/packOffer";
import type { InstalledPack } from "../../core/packs/install/packStore";
import type { Kata } from "../../core/packs/kata";
import { applyMerge, planMerge, type FileMerge } from "../../core/packs/update/mergeStarter";
import { joinPath } from "../../core/path";
import { schemes } from "../../ids";
import { workspaceOf } from "../kataFolders";
import { uriOf } from "../paths";
import type { PackSurroundings } from "./packManagement";

/** For every folder whose starter changed: what a three-way merge would make of her files, side by side with them, and her decision. */
export async function mergeStarters(around: PackSurroundings, started: readonly KataFolder[]): Promise<void> {
  const { files, installed } = await around.services();
  for (const folder of started) {
    const versions = await installed.versions(folder.marker.pack);
    const before = await kataIn(around, versions.find(({ version }) => version === folder.marker.version), folder.marker.uuid);
    const after = await kataIn(around, versions.find(({ current }) => current), folder.marker.uuid);
    const workspace = workspaceOf(folder.path);
    if (before === undefined || after === undefined || workspace === undefined || before.digest === after.digest) {
      continue;
    }
    await around.settle(folder.path);
    const plan = (await planMerge(files, folder, before, after)).filter(({ bytes }) => bytes !== undefined);
    if (plan.length === 0 || !(await decided(around, folder, after, plan))) {
      continue;
    }
    // Between the question and the answer she may have typed on.
    await around.settle(folder.path);
    const current = await planMerge(files, folder, before, after);
    const kept = await applyMerge(files, new Snapshots(files, workspace, () => new Date()), folder, after, current, true);
    around.dialogs.inform("info", kept === undefined
      ? vscode.l10n.t("The new starter of {0} is in your files.", after.manifest.title)
      : vscode.l10n.t("The new starter of {0} is in your files; what was there before is kept in {1}.", after.manifest.title, kept.folder));
  }
}

type Decision = "show" | "merge" | "leave";

async function decided(around: PackSurroundings, folder: KataFolder, after: Kata, plan: readonly FileMerge[]): Promise<boolean> {
  const conflicts = plan.reduce((sum, file) => sum + file.conflicts, 0);
  let decision: Decision | undefined = "show";
  for (let shown = false; decision === "show"; shown = true) {
    if (shown) {
      await show(around, folder, after, plan);
    }
    decision = await around.dialogs.choose<Decision>(
      vscode.l10n.t("The starter of {0} changed", after.manifest.title),
      conflicts === 0 ? vscode.l10n.t("Take the changes into your files?") : vscode.l10n.t("Take the changes into your files? You changed the same lines in {0} places, around which marks will stand.", conflicts),
      [
        ...(shown ? [] : [{ label: vscode.l10n.t("Show Side by Side"), value: "show" as const, icon: "diff", detail: plan.map(({ path }) => path).join(", ") }]),
        { label: vscode.l10n.t("Merge"), value: "merge", icon: "git-merge", detail: vscode.l10n.t("What is there now is kept first") },
        { label: vscode.l10n.t("Leave My Files as They Are"), value: "leave", icon: "circle-slash" },
      ],
    );
  }
  return decision === "merge";
}

async function show({ texts }: PackSurroundings, folder: KataFolder, after: Kata, plan: readonly FileMerge[]): Promise<void> {
  for (const { path, what, bytes } of plan) {
    const place = `packs/${after.id} ${after.pack.version}`;
    const left = what === "add" ? texts.add(schemes.report, `${place}/nothing/${path}`, "") : uriOf(joinPath(folder.path, path));
    const right = texts.add(schemes.report, `${place}/merged/${path}`, new TextDecoder().decode(bytes));
    await vscode.commands.executeCommand("vscode.diff", left, right, vscode.l10n.t("{0}: Yours ↔ Merged with Version {1}", path, after.pack.version), { preview: false });
  }
}

async function kataIn({ services }: PackSurroundings, pack: InstalledPack | undefined, uuid: string): Promise<Kata | undefined> {
  if (pack === undefined) {
    return undefined;
  }
  const { packs, katas } = await services();
  return (await soundKatas(await packs.read(pack.folder, false), katas)).find(({ manifest }) => manifest.uuid === uuid);
}
