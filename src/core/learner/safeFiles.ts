import type { FileSystem } from "../fileSystem";
import { HumanError } from "../humanError";
import { joinPath, relativePathFault } from "../path";

/** A file inside a folder: its path relative to the folder, with `/`, and its bytes. */
export interface FolderFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Bytes beyond which a learner's file is not read: no kata comes near it, and reading a huge file would only make the editor stand still. */
export const largestFile = 16 * 1024 * 1024;

/** Names that operating systems leave behind, and that are no part of anything. */
const strayNames: ReadonlySet<string> = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/**
 * Every file under a folder, with exactly its bytes, in the order of the paths; none when the folder is not there.
 * @throws HumanError on links and on names that are not sound everywhere
 */
export async function readFolder(fs: FileSystem, folder: string): Promise<readonly FolderFile[]> {
  if ((await fs.stat(folder)) === undefined) {
    return [];
  }
  const files: FolderFile[] = [];
  const visit = async (prefix: string): Promise<void> => {
    for (const entry of await fs.list(prefix === "" ? folder : joinPath(folder, prefix))) {
      if (strayNames.has(entry.name)) {
        continue;
      }
      const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
      checkName(folder, path);
      if (entry.kind === "directory") {
        await visit(path);
      } else if (entry.kind === "file") {
        files.push({ path, bytes: await fs.readFile(joinPath(folder, path)) });
      } else {
        throw isLink(joinPath(folder, path));
      }
    }
  };
  await visit("");
  return files;
}

/**
 * What stands at a path inside a folder, without following a link anywhere below the folder.
 * @returns the size in bytes, or undefined when there is no file
 * @throws HumanError when the name leads out of the folder, a part of it is a link, or a folder stands where the file belongs
 */
export async function sizeInside(fs: FileSystem, folder: string, path: string): Promise<number | undefined> {
  checkName(folder, path);
  const parts = path.split("/");
  for (let count = 1; count <= parts.length; count++) {
    const here = joinPath(folder, ...parts.slice(0, count));
    const found = await fs.stat(here);
    if (found === undefined) {
      return undefined;
    }
    const last = count === parts.length;
    if (found.kind === "link" || found.kind === "other") {
      throw isLink(here);
    }
    if (last && found.kind === "directory") {
      throw new HumanError("learner.folderInTheWay", `${here} is a folder, and a file belongs there. Rename or remove the folder and try again.`, { path: here });
    }
    if (!last && found.kind === "file") {
      throw new HumanError("learner.fileInTheWay", `${here} is a file, and a folder belongs there. Rename or remove the file and try again.`, { path: here });
    }
    if (last) {
      return found.size;
    }
  }
  return undefined;
}

/**
 * Reads a file inside a folder; undefined when it is not there.
 * @throws HumanError as `sizeInside`, and when the file is larger than `largestFile`
 */
export async function readInside(fs: FileSystem, folder: string, path: string): Promise<Uint8Array | undefined> {
  const size = await sizeInside(fs, folder, path);
  if (size === undefined) {
    return undefined;
  }
  if (size > largestFile) {
    const full = joinPath(folder, path);
    throw new HumanError(
      "learner.fileTooLarge",
      `${full} is ${String(Math.ceil(size / 1024 / 1024))} MB long; at most ${String(largestFile / 1024 / 1024)} MB are read. Shorten it, or reset the kata to get the file it came with.`,
      { path: full, size },
    );
  }
  return await fs.readFile(joinPath(folder, path));
}

function checkName(folder: string, path: string): void {
  const fault = relativePathFault(path);
  if (fault !== undefined) {
    throw new HumanError("learner.badName", `The file name ${JSON.stringify(path)} in ${folder} ${fault}. Rename it; if it came with a pack, tell the pack's author.`, { path, folder });
  }
}

function isLink(path: string): HumanError {
  return new HumanError("learner.link", `${path} is a link or a special file, and only plain files are read and written here. Put a plain file in its place.`, { path });
}
