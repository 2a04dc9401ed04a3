import * as vscode from "vscode";
import { lockFileName } from "../core/packs/install/lockFileName";
import { storedKeys } from "../ids";
import type { Dialogs } from "./dialogs";
import { localFolders } from "./paths";
import type { StoredState, StoredValue } from "./storedState";

/** Whether a workspace's person does not want to be asked for the packs of its lock file. */
const declined: StoredValue<boolean> = { key: storedKeys.lockedPacksDeclined, version: 1, parse: (stored) => (typeof stored === "boolean" ? stored : undefined), empty: false };

export interface LockOfferSurroundings {
  readonly dialogs: Pick<Dialogs, "inform">;
  readonly stored: StoredState;
  /** Names and versions that a folder's lock file pins and that are not in use. */
  readonly missing: () => Promise<readonly string[]>;
  readonly install: () => unknown;
}

/** Offers the packs that lock files of the workspace pin, once for each time it is opened, until the person has them or does not want to be asked. */
export async function offerLockedPacks({ dialogs, stored, missing, install }: LockOfferSurroundings): Promise<void> {
  if (stored.read(declined)) {
    return;
  }
  const names = await missing();
  if (names.length === 0) {
    return;
  }
  const message = names.length === 1
    ? vscode.l10n.t("This folder's course uses the pack {0}, which is not installed.", names.join(", "))
    : vscode.l10n.t("This folder's course uses packs that are not installed: {0}.", names.join(", "));
  dialogs.inform("info", message,
    { label: vscode.l10n.t("Install"), accept: install },
    { label: vscode.l10n.t("Not Now"), accept: () => undefined },
    { label: vscode.l10n.t("Don't Ask Again"), accept: () => stored.write(declined, true) },
  );
}

/** Whether a folder of the workspace pins packs; what an untrusted folder wants is not asked for. */
export async function hasLockFile(): Promise<boolean> {
  if (!vscode.workspace.isTrusted) {
    return false;
  }
  const there = await Promise.all(localFolders().map(async ({ uri }) => await vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, lockFileName)).then(() => true, () => false)));
  return there.includes(true);
}
