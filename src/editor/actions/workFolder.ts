import * as vscode from "vscode";
import { HumanError } from "../../core/humanError";
import type { Logger } from "../../core/logger";
import { joinPath } from "../../core/path";
import { storedKeys } from "../../ids";
import type { Dialogs } from "../dialogs";
import { localFolders, uriOf } from "../paths";
import type { StoredState, StoredValue } from "../storedState";

/** A kata to open once the folder that was chosen for it is open, which starts the extension anew. */
export interface PendingStart {
  readonly workspace: string;
  readonly uuid: string;
}

const pendingStart: StoredValue<PendingStart | undefined> = { key: storedKeys.pendingStart, version: 1, parse: parsePending, empty: undefined };
const chosenFolder: StoredValue<string | undefined> = {
  key: storedKeys.chosenFolder,
  version: 1,
  parse: (stored) => (typeof stored === "string" ? stored : undefined),
  empty: undefined,
};

export interface WorkFolderSurroundings {
  readonly dialogs: Dialogs;
  readonly log: Logger;
  /** What is stored for this workspace, and for every window. */
  readonly stored: StoredState;
  readonly storedForAll: StoredState;
  /** Absolute path of the person's own folder, with `/`. */
  readonly home: () => Promise<string>;
}

/** Name of the folder offered below the person's own when none is open. */
const offeredName = "katas";

/** Decides in which folder of the person's katas are started. */
export class WorkFolder {
  constructor(private readonly around: WorkFolderSurroundings) {}

  /**
   * The workspace folder for katas: the only one, or the one chosen before, or the one chosen now.
   * @returns `undefined` when there are several and none was chosen
   * @throws HumanError when folders are open but none is on a disk of this machine
   */
  async inWorkspace(): Promise<string | undefined> {
    const folders = localFolders();
    const [first, second] = folders;
    if (first === undefined) {
      throw new HumanError("editor.noLocalFolder", "The open folder is not on a disk of this machine, so katas cannot be started in it. Open a folder that is.");
    }
    if (second === undefined) {
      return first.path;
    }
    const { stored, dialogs } = this.around;
    const before = stored.read(chosenFolder);
    if (before !== undefined && folders.some(({ path }) => path === before)) {
      return before;
    }
    const chosen = await dialogs.choose(
      vscode.l10n.t("Folder for Katas"),
      vscode.l10n.t("Several folders are open. In which one do you want your katas?"),
      folders.map(({ name, path }) => ({ label: name, description: path, value: path, icon: "folder" })),
    );
    if (chosen !== undefined) {
      await stored.write(chosenFolder, chosen);
    }
    return chosen;
  }

  /** Asks for a folder while none is open; `undefined` when none was chosen. */
  async offered(): Promise<string | undefined> {
    const { dialogs, home } = this.around;
    const own = joinPath(await home(), offeredName);
    const chosen = await dialogs.choose(vscode.l10n.t("Folder for Katas"), vscode.l10n.t("No folder is open. Where do you want your katas?"), [
      { label: vscode.l10n.t("Use {0}", own), detail: vscode.l10n.t("Made if it is not there, and opened in this window"), value: own, icon: "home" },
      { label: vscode.l10n.t("Choose a Folder…"), detail: vscode.l10n.t("Opened in this window"), value: "", icon: "folder-opened" },
    ]);
    return chosen === "" ? await dialogs.chooseFolder(vscode.l10n.t("Folder for Katas"), vscode.l10n.t("Use This Folder")) : chosen;
  }

  /** Opens a folder in this window; the kata is opened when the window is back. */
  async openWith(workspace: string, uuid: string | undefined): Promise<void> {
    const { storedForAll, log } = this.around;
    if (uuid !== undefined) {
      await storedForAll.write(pendingStart, { workspace, uuid });
    }
    log.info(`Opening ${workspace} in this window.`);
    await vscode.commands.executeCommand("vscode.openFolder", uriOf(workspace), { forceReuseWindow: true });
  }

  /** What to open in this window because its folder was chosen for it; given out once. */
  async takePending(): Promise<PendingStart | undefined> {
    const { storedForAll } = this.around;
    const pending = storedForAll.read(pendingStart);
    if (pending === undefined || !localFolders().some(({ path }) => path === pending.workspace)) {
      return undefined;
    }
    await storedForAll.remove(pendingStart);
    return pending;
  }
}

function parsePending(stored: unknown): PendingStart | undefined {
  if (typeof stored !== "object" || stored === null || !("workspace" in stored) || !("uuid" in stored)) {
    return undefined;
  }
  const { workspace, uuid } = stored;
  return typeof workspace === "string" && typeof uuid === "string" ? { workspace, uuid } : undefined;
}
