import type { Attempt } from "../core/checks/attempt";
import type { Solution } from "../core/checks/attemptRunner";
import { HumanError } from "../core/humanError";
import { readSolution } from "../core/learner/solution";
import { solutionNames, solutionOf, starterSolution } from "../core/packs/kataContent";
import { solutionDigest } from "../core/progress/changes";
import type { Arguments, CliContext, ExitCode, OptionKinds } from "./context";
import type { KataPlace } from "./kataAt";
import { recordOf, reportUnsaved, workspaceOf } from "./record";
import { newSeed, seedFrom } from "./seedOption";

/** Options that `check` and `watch` share. */
export const attemptOptions: OptionKinds = { seed: { type: "string" }, solution: { type: "string" }, "no-record": { type: "boolean" } };

/** Checks what is in a kata's folder now, and records it when the folder is a learner's. Rejects when `signal` is aborted. */
export async function attemptAt(context: CliContext, place: KataPlace, given: Arguments, signal: AbortSignal): Promise<Attempt> {
  const { kata } = place;
  const solution = await solutionAt(context, place, given);
  const seed = seedFrom(given) ?? (place.role === "learner" ? place.folder.marker.seed : 1) ?? newSeed();
  const record = place.role === "learner" && !given.flag("no-record") ? await recordOf(context, await workspaceOf(context.services.files, place.folder.path)) : undefined;
  const standing = record?.standingOf(kata.manifest.uuid);
  const attempt = await context.services.attempts.run(
    { kata, solution, seed, hintsUsed: standing?.hintsUsed ?? 0, solutionShown: standing?.solutionShown ?? false, aiOff: false, editor: "cli" },
    {},
    signal,
  );
  if (record !== undefined) {
    reportUnsaved(context, await record.record(attempt, solutionDigest(solution, context.services.hasher)));
  }
  return attempt;
}

/** What an attempt's outcome means to a shell. */
export function exitCodeOf({ outcome }: Attempt): ExitCode {
  switch (outcome) {
    case "passed":
      return 0;
    case "failed":
    case "timedOut":
    case "blocked":
      return 1;
    case "errored":
      return 2;
  }
}

async function solutionAt(context: CliContext, place: KataPlace, given: Arguments): Promise<Solution> {
  const { files } = context.services;
  const { kata } = place;
  const name = given.text("solution");
  if (place.role === "learner") {
    if (name !== undefined) {
      throw new HumanError("cli.solutionOfLearner", "--solution works in the folder of a kata's source; here your own files are checked: leave it out.");
    }
    return await readSolution(files, place.folder.path, kata.manifest.files);
  }
  if (name === undefined) {
    return await starterSolution(files, kata);
  }
  const names = await solutionNames(files, kata);
  if (!names.includes(name)) {
    throw new HumanError("cli.noSolution", `The kata ${kata.id} has no solution ${JSON.stringify(name)}; it has ${names.join(", ") || "none"}.`, { name });
  }
  return await solutionOf(files, kata, name);
}
