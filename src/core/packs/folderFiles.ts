import type { FileSystem } from "../fileSystem";
import { joinPath } from "../path";

/** What lies in a folder and below it. */
export interface FolderFiles {
  /** Paths relative to the folder, in the order of their names. */
  readonly files: readonly string[];
  /** Links and special files, which a pack must not hold: they are named and never followed. */
  readonly strange: readonly string[];
}

/** Everything below a folder; nothing when the folder is not there. */
export async function filesBelow(files: FileSystem, folder: string): Promise<FolderFiles> {
  const found: string[] = [];
  const strange: string[] = [];
  const walk = async (relative: string): Promise<void> => {
    for (const { name, kind } of await files.list(relative === "" ? folder : joinPath(folder, relative))) {
      const path = relative === "" ? name : `${relative}/${name}`;
      if (kind === "directory") {
        await walk(path);
      } else {
        (kind === "file" ? found : strange).push(path);
      }
    }
  };
  const root = await files.stat(folder);
  if (root?.kind === "directory") {
    await walk("");
  } else if (root !== undefined) {
    strange.push("");
  }
  return { files: found, strange };
}

/** The bytes of every file below a folder, by path relative to it. */
export async function readBelow(files: FileSystem, folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const { files: paths } = await filesBelow(files, folder);
  return new Map(await Promise.all(paths.map(async (path) => [path, await files.readFile(joinPath(folder, path))] as const)));
}
