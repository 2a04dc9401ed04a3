import type { Solution } from "../checks/attemptRunner";
import type { FileSystem } from "../fileSystem";
import type { Kata } from "../packs/kata";
import { joinPath } from "../path";
import type { FolderFile } from "./safeFiles";
import { readFolder, readInside } from "./safeFiles";

/**
 * What the learner hands in: the bytes on disk of the files that the kata names. A file that is not there is not in the answer.
 * @throws HumanError when a file is a link, lies outside of the folder, or is larger than `largestFile`
 */
export async function readSolution(fs: FileSystem, kataFolder: string, files: readonly string[]): Promise<Solution> {
  const solution = new Map<string, Uint8Array>();
  for (const path of files) {
    const bytes = await readInside(fs, kataFolder, path);
    if (bytes !== undefined) {
      solution.set(path, bytes);
    }
  }
  return solution;
}

/** A file of the reference, to be laid beside the learner's file of the same path. */
export interface ReferenceFile extends FolderFile {
  /** Where the reference file is. */
  readonly source: string;
}

/**
 * The reference's files, those that the kata names first and in that order. Whether they may be shown is for `ProgressStore.solutionAsked` to say.
 * @throws HumanError when the pack holds links or unsound names
 */
export async function solutionForComparison(fs: FileSystem, kata: Kata): Promise<readonly ReferenceFile[]> {
  const folder = joinPath(kata.folder, "solutions", "reference");
  const place = (path: string): number => {
    const index = kata.manifest.files.indexOf(path);
    return index < 0 ? kata.manifest.files.length : index;
  };
  return (await readFolder(fs, folder))
    .map((file) => ({ ...file, source: joinPath(folder, file.path) }))
    .sort((a, b) => place(a.path) - place(b.path));
}
