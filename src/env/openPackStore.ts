import { randomBytes } from "node:crypto";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { mapLimited } from "../core/concurrency";
import { HumanError } from "../core/humanError";
import type { PackFiles } from "../core/packs/archive/archive";
import { PackStore, type Exclusively, type TreeWriter } from "../core/packs/install/packStore";
import { joinPath, parentOf } from "../core/path";
import { NodeFileSystem } from "./nodeFileSystem";
import { acquireLock, LockBusyError, type HeldLock } from "./processLock";

/** Files that are written at once. */
const filesAtOnce = 16;

/** The packs that are installed in a data folder (absolute, with `/`). */
export function openPackStore(dataFolder: string): PackStore {
  return new PackStore(new NodeFileSystem(), new ReadOnlyTree(), exclusivelyIn(dataFolder), joinPath(dataFolder, "packs"), () => randomBytes(8).toString("hex"));
}

/** Runs work while no other program works in a data folder. */
export function exclusivelyIn(dataFolder: string, patienceMs = 30_000): Exclusively {
  return async (work) => {
    let lock: HeldLock;
    try {
      lock = await acquireLock(joinPath(dataFolder, "install.lock"), { patienceMs, unaskableMs: 10_000 });
    } catch (cause) {
      if (cause instanceof LockBusyError) {
        throw new HumanError("store.busy", `Another program (${cause.holder}) is installing packs in ${dataFolder}; wait until it is done, then try again.`, { folder: dataFolder }, { cause });
      }
      throw new HumanError("store.unwritable", `${dataFolder} cannot be written to; choose another folder with --data, or see to its permissions.`, { folder: dataFolder }, { cause });
    }
    try {
      return await work();
    } finally {
      await lock.release();
    }
  };
}

/** Files that say that nobody should write to them: an installed version never changes. */
class ReadOnlyTree implements TreeWriter {
  async write(folder: string, files: PackFiles): Promise<void> {
    const folders = new Set([...files.keys()].map((path) => parentOf(joinPath(folder, path))));
    for (const each of folders) {
      await mkdir(each, { recursive: true });
    }
    await mapLimited([...files], filesAtOnce, async ([path, bytes]) => {
      const target = joinPath(folder, path);
      // `wx`: the folder is new, so what is there already is another name for a file that was just written.
      await writeFile(target, bytes, { flag: "wx" });
      await chmod(target, 0o444);
    });
  }
}
