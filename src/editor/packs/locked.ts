import { resolve } from "node:path";
import * as vscode from "vscode";
import { readLock, type LockedPack } from "../../core/packs/install/lockFile";
import { lockFileName } from "../../core/packs/install/lockFileName";
import { resolveLocked, type LockedResolution } from "../../core/packs/install/lockedPacks";
import { joinPath } from "../../core/path";
import type { Distribution } from "../../env/distribution/main";
import { fromNativePath } from "../../env/nodeFileSystem";
import { localFolders } from "../paths";
import type { PackSurroundings } from "./packManagement";
import { withProgress } from "./openDistribution";

/** A pack that a lock file of the workspace pins. */
interface Pinned {
  /** Absolute, of the lock file's folder. */
  readonly folder: string;
  readonly name: string;
  readonly pack: LockedPack;
}

/** What lock files of the workspace pin and is not in use: names and versions. @throws HumanError when one cannot be read */
export async function missingPacks({ services }: Pick<PackSurroundings, "services">): Promise<readonly string[]> {
  const { installed } = await services();
  const missing: string[] = [];
  for (const { name, pack } of await pinnedPacks(services)) {
    const inUse = await installed.inUse(name);
    if (inUse?.version !== pack.version || inUse.integrity !== pack.integrity) {
      missing.push(`${name} ${pack.version}`);
    }
  }
  return missing;
}

/** Finds everything that lock files of the workspace pin. @throws HumanError when a source has not what is pinned */
export async function resolvePinned({ services }: Pick<PackSurroundings, "services">, { installer }: Distribution): Promise<readonly LockedResolution[]> {
  const pinned = await pinnedPacks(services);
  return await withProgress(vscode.l10n.t("Looking for packs"), async (signal, say) => {
    const found: LockedResolution[] = [];
    for (const { folder, name, pack } of pinned) {
      say(name);
      found.push(await resolveLocked(installer, name, pack, (path) => fromNativePath(resolve(folder, path)), signal));
    }
    return found;
  });
}

async function pinnedPacks(services: PackSurroundings["services"]): Promise<readonly Pinned[]> {
  const { files } = await services();
  const found = await Promise.all(localFolders().map(async ({ path: folder }) =>
    Object.entries((await readLock(files, joinPath(folder, lockFileName))) ?? {}).map(([name, pack]) => ({ folder, name, pack }))));
  return found.flat();
}
