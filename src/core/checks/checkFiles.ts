import type { FileSystem } from "../fileSystem";
import { HumanError } from "../humanError";
import { joinPath } from "../path";
import type { StagedFile } from "./testRunner";

/** Bytes that a kata may put before its tests. */
const most = 50 * 1024 * 1024;

/**
 * Everything under a folder of the kata, by paths that start with the folder's name, in the order of the paths.
 *
 * @throws HumanError when the folder is missing, holds a link, a file that cannot be read, or more than 50 MB
 */
export async function listFiles(files: FileSystem, kataFolder: string, folder: string): Promise<readonly StagedFile[]> {
  const found: StagedFile[] = [];
  let bytesLeft = most;
  const visit = async (path: string): Promise<void> => {
    for (const { name, kind } of await entriesOf(files, kataFolder, path)) {
      const inner = `${path}/${name}`;
      if (kind === "directory") {
        await visit(inner);
      } else if (kind === "file") {
        const bytes = await bytesOf(files, kataFolder, inner);
        bytesLeft -= bytes.length;
        if (bytesLeft < 0) {
          throw new HumanError("check.filesTooLarge", `The kata's folder ${folder} holds more than 50 MB, which is too much to hand to its tests; its author has to make it smaller.`, { folder });
        }
        found.push({ path: inner, bytes });
      } else {
        throw new HumanError("check.fileIsLink", `${inner} in the kata's folder is not a plain file, and links are not followed; its author has to replace it by the file itself.`, { file: inner });
      }
    }
  };
  await visit(folder);
  return found;
}

async function entriesOf(files: FileSystem, kataFolder: string, path: string): ReturnType<FileSystem["list"]> {
  try {
    return await files.list(joinPath(kataFolder, path));
  } catch (cause) {
    throw new HumanError("check.folderMissing", `The folder ${path} of the kata is missing or cannot be read; install the pack again.`, { folder: path }, { cause });
  }
}

async function bytesOf(files: FileSystem, kataFolder: string, path: string): Promise<Uint8Array> {
  try {
    return await files.readFile(joinPath(kataFolder, path));
  } catch (cause) {
    throw new HumanError("check.fileUnreadable", `${path} of the kata cannot be read; see that it may be read, or install the pack again.`, { file: path }, { cause });
  }
}
