import type { AttemptRunner } from "../../checks/attemptRunner";
import type { FileSystem } from "../../fileSystem";
import type { KataFolder } from "../../learner/kataFolder";
import { readSolution } from "../../learner/solution";
import type { Kata } from "../kata";
import type { KataChange } from "./packChanges";

/** How many of the new and changed checks a learner's files pass as they are. */
export interface TriedChecks {
  readonly passed: number;
  readonly of: number;
}

export interface TryChecksParts {
  readonly files: FileSystem;
  readonly attempts: AttemptRunner;
  /** As attempts name it. */
  readonly editor: string;
}

/** Runs the checks that are new or changed over what the learner has; nothing is recorded. Undefined when there are none. */
export async function tryNewChecks({ files, attempts, editor }: TryChecksParts, folder: KataFolder, kata: Kata, change: KataChange, signal: AbortSignal): Promise<TriedChecks | undefined> {
  const only = [...change.addedChecks, ...change.changedChecks].map(({ id }) => id);
  if (only.length === 0) {
    return undefined;
  }
  const solution = await readSolution(files, folder.path, kata.manifest.files);
  const { results } = await attempts.run({ kata, solution, seed: folder.marker.seed ?? 1, only, hintsUsed: 0, solutionShown: false, aiOff: false, editor }, {}, signal);
  return { passed: results.filter(({ check, outcome }) => only.includes(check) && outcome === "passed").length, of: only.length };
}
