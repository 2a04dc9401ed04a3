import type { FileSystem } from "../fileSystem";
import { joinPath } from "../path";
import { findKataFolder, readMarker, type KataFolder } from "./kataFolder";

/** Folders below one another that are looked into, and how many in all: a workspace may be somebody's whole disk. */
const deepest = 4;
const mostFolders = 5000;

/**
 * The folders in which katas were started, in a folder and up to four levels below it, or the one that it lies in itself. Links, hidden folders and `node_modules`
 * are passed over, and so is a folder whose `.kata.json` cannot be read.
 * @param folder absolute
 */
export async function startedFolders(files: FileSystem, folder: string): Promise<readonly KataFolder[]> {
  const around = await findKataFolder(files, folder).catch(() => undefined);
  if (around !== undefined) {
    return [around];
  }
  const found: KataFolder[] = [];
  let left = mostFolders;
  const look = async (at: string, depth: number): Promise<void> => {
    const marker = await readMarker(files, at).catch(() => undefined);
    if (marker !== undefined) {
      found.push({ path: at, marker });
      return;
    }
    if (depth === deepest || left-- <= 0) {
      return;
    }
    for (const { name, kind } of await files.list(at).catch(() => [])) {
      if (kind === "directory" && !name.startsWith(".") && name !== "node_modules") {
        await look(joinPath(at, name), depth + 1);
      }
    }
  };
  await look(folder, 0);
  return found;
}
