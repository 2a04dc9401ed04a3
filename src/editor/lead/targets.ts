import * as vscode from "vscode";
import { HumanError } from "../../core/humanError";
import { nameOf, parentOf, relativeTo } from "../../core/path";
import type { Dialogs } from "../dialogs";
import { localFolders, pathOf } from "../paths";
import type { Services } from "../services";

/** A pack, or one kata of it. */
export interface VerifyTarget {
  /** Absolute path of the pack's folder. */
  readonly folder: string;
  /** The pack's name. */
  readonly name: string;
  /** Id of the one kata that is meant; the whole pack without. */
  readonly kata?: string;
  /** How many katas the pack names. */
  readonly count: number;
}

type Reading = Pick<Services, "packs" | "files">;

/**
 * The pack or kata that a place belongs to: a `kata.json` (or anything else in a kata's folder) means that kata, the pack's folder and its own files mean the
 * pack. Without a place that belongs to any, the only pack of the workspace, or the one that is chosen; `undefined` when none was.
 * @throws HumanError when no pack is open as a folder
 */
export async function chooseTarget(place: unknown, reading: Reading, dialogs: Dialogs): Promise<VerifyTarget | undefined> {
  const uri = place instanceof vscode.Uri ? place : vscode.window.activeTextEditor?.document.uri;
  const path = uri === undefined ? undefined : pathOf(uri);
  const at = path === undefined ? undefined : await targetAt(path, reading);
  if (at !== undefined) {
    return at;
  }
  const found = await packsInWorkspace(reading);
  const [first, second] = found;
  if (first === undefined) {
    throw new HumanError("verify.noPack", "No pack is open: none of the open folders holds a package.json with \"kataPack\".");
  }
  return second === undefined ? first : await dialogs.choose(vscode.l10n.t("Verify"), vscode.l10n.t("Which pack?"), found.map((target) => ({ label: target.name, detail: target.folder, value: target })));
}

async function targetAt(path: string, reading: Reading): Promise<VerifyTarget | undefined> {
  for (let folder = path; ; folder = parentOf(folder)) {
    const pack = await packAt(folder, reading);
    if (pack !== undefined) {
      const [id] = (relativeTo(folder, path) ?? "").split("/");
      const isKata = id !== undefined && id !== "" && (await reading.files.stat(`${folder}/${id}/kata.json`))?.kind === "file";
      return isKata ? { ...pack, kata: id } : pack;
    }
    if (parentOf(folder) === folder) {
      return undefined;
    }
  }
}

async function packAt(folder: string, { packs, files }: Reading): Promise<VerifyTarget | undefined> {
  if ((await files.stat(folder))?.kind !== "directory" || !(await packs.isPack(folder))) {
    return undefined;
  }
  const pack = await packs.read(folder, false);
  return pack.state === "ready" ? { folder, name: pack.pack.name, count: pack.katas.length } : { folder, name: nameOf(folder), count: 0 };
}

async function packsInWorkspace(reading: Reading): Promise<readonly VerifyTarget[]> {
  const manifests = await vscode.workspace.findFiles("**/package.json", "**/node_modules/**");
  const folders = new Set([...localFolders().map(({ path }) => path), ...manifests.flatMap((uri) => pathOf(uri) ?? []).map(parentOf)]);
  return (await Promise.all([...folders].sort().map(async (folder) => await packAt(folder, reading)))).filter((target) => target !== undefined);
}
