import type { KataFolder } from "../core/learner/kataFolder";
import { Snapshots } from "../core/learner/snapshots";
import { soundKatas } from "../core/packs/install/packOffer";
import type { InstalledPack, PackStore } from "../core/packs/install/packStore";
import type { Kata } from "../core/packs/kata";
import { applyMerge, planMerge, type FileMerge } from "../core/packs/update/mergeStarter";
import type { CliContext } from "./context";
import { shownPath } from "./problems";
import { workspaceOf } from "./record";

/** What a changed starter makes, or made, of one folder. */
export interface MergeReport {
  readonly folder: string;
  readonly kata: string;
  readonly from: string;
  readonly to: string;
  readonly files: readonly Omit<FileMerge, "bytes">[];
  /** Whether the person asked for it to be done. */
  readonly asked: boolean;
  /** Whether all of it was done. */
  readonly applied: boolean;
  /** Where what was there before is kept. */
  readonly snapshot: string | null;
}

/** Plans, and with `apply` does, the merge for every folder that was started on another version than the one in use. */
export async function mergeStarters(context: CliContext, store: PackStore, started: readonly KataFolder[], { apply, conflicts }: { readonly apply: boolean; readonly conflicts: boolean }): Promise<readonly MergeReport[]> {
  const { files } = context.services;
  const reports: MergeReport[] = [];
  for (const folder of started) {
    const versions = await store.versions(folder.marker.pack);
    const before = await kataIn(context, versions.find(({ version }) => version === folder.marker.version), folder.marker.uuid);
    const after = await kataIn(context, versions.find(({ current }) => current), folder.marker.uuid);
    if (before === undefined || after === undefined || before.digest === after.digest) {
      continue;
    }
    const plan = await planMerge(files, folder, before, after);
    if (plan.length === 0) {
      continue;
    }
    const snapshot = apply ? await applyMerge(files, new Snapshots(files, await workspaceOf(files, folder.path), context.now), folder, after, plan, conflicts) : undefined;
    reports.push({
      folder: folder.path, kata: after.id, from: before.pack.version, to: after.pack.version, files: plan.map(({ path, what, conflicts: places }) => ({ path, what, conflicts: places })),
      asked: apply, applied: apply && (conflicts || plan.every(({ what }) => what !== "conflict")), snapshot: snapshot?.folder ?? null,
    });
  }
  return reports;
}

/** What was merged, or could be, as a person reads it. */
export function mergeText(reports: readonly MergeReport[], context: Pick<CliContext, "style" | "cwd">): string {
  const lines = reports.flatMap(({ folder, from, to, files, asked, applied, snapshot }) => [
    `${applied ? context.style.good("✔ merged") : context.style.warn("◌ starter")}  ${shownPath(folder, context)}: its starter changed from ${from} to ${to}`,
    ...files.map((file) => `  ${file.path}: ${fileText(file, asked)}`),
    ...(snapshot === null ? [] : [`  What was there is kept in ${shownPath(snapshot, context)}`]),
    ...(asked ? [] : ["  Merge it into your files with: health-it-katas update --merge"]),
  ]);
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function fileText({ what, conflicts }: Omit<FileMerge, "bytes">, asked: boolean): string {
  switch (what) {
    case "add":
      return "is new";
    case "take":
      return "you left it as it was; the new one takes its place";
    case "merge":
      return "both of you changed it, in different places";
    case "conflict":
      return `both of you changed the same ${conflicts === 1 ? "place" : `${String(conflicts)} places`}${asked ? "; marks go around them with --conflicts" : ""}`;
    case "keep":
      return "yours stays as it is";
  }
}

async function kataIn(context: CliContext, pack: InstalledPack | undefined, uuid: string): Promise<Kata | undefined> {
  if (pack === undefined) {
    return undefined;
  }
  const katas = await soundKatas(await context.services.packs.read(pack.folder, false), context.services.katas);
  return katas.find(({ manifest }) => manifest.uuid === uuid);
}
