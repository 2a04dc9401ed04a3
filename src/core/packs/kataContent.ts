import type { Solution } from "../checks/attemptRunner";
import type { FileSystem } from "../fileSystem";
import { joinPath } from "../path";
import { readBelow } from "./folderFiles";
import type { Kata } from "./kata";

/** The name of the solution that every kata has. */
export const referenceName = "reference";

/** What the learner starts from: every file under `starter/`, handed in or only read. */
export async function starterOf(files: FileSystem, kata: Kata): Promise<ReadonlyMap<string, Uint8Array>> {
  return await readBelow(files, joinPath(kata.folder, "starter"));
}

/** The starter as a solution: the files that are handed in, as the learner finds them. */
export async function starterSolution(files: FileSystem, kata: Kata): Promise<Solution> {
  return handedIn(kata, await starterOf(files, kata));
}

/** Names of the folders under `solutions/`, the reference first. */
export async function solutionNames(files: FileSystem, kata: Kata): Promise<readonly string[]> {
  const folder = joinPath(kata.folder, "solutions");
  if ((await files.stat(folder))?.kind !== "directory") {
    return [];
  }
  const names = (await files.list(folder)).filter(({ kind }) => kind === "directory").map(({ name }) => name);
  return [...names.filter((name) => name === referenceName), ...names.filter((name) => name !== referenceName)];
}

/** A right answer; a file that it leaves out is the starter's. */
export async function solutionOf(files: FileSystem, kata: Kata, name: string): Promise<Solution> {
  const own = await readBelow(files, joinPath(kata.folder, "solutions", name));
  return handedIn(kata, new Map([...(await starterOf(files, kata)), ...own]));
}

/** A known wrong answer: its files laid over the reference. */
export async function wrongAnswerOf(files: FileSystem, kata: Kata, id: string): Promise<Solution> {
  const own = await readBelow(files, joinPath(kata.folder, "wrong", id));
  return handedIn(kata, new Map([...(await solutionOf(files, kata, referenceName)), ...own]));
}

/** The text that explains a known wrong answer, as Markdown of the pack (never trusted); empty when it is not there. */
export async function explanationOf(files: FileSystem, kata: Kata, wrong: string): Promise<string> {
  return await textOf(files, joinPath(kata.folder, "wrong", `${wrong}.md`));
}

function handedIn(kata: Kata, from: ReadonlyMap<string, Uint8Array>): Solution {
  const solution = new Map<string, Uint8Array>();
  for (const path of kata.manifest.files) {
    const bytes = from.get(path);
    if (bytes !== undefined) {
      solution.set(path, bytes);
    }
  }
  return solution;
}

async function textOf(files: FileSystem, path: string): Promise<string> {
  return (await files.stat(path))?.kind === "file" ? new TextDecoder().decode(await files.readFile(path)) : "";
}
