import { attemptAt, attemptOptions, exitCodeOf } from "./attempt";
import { attemptReport } from "./attemptReport";
import { writeJson, type Command } from "./context";
import { kataAt } from "./kataAt";
import { absolutePath } from "./paths";

/** One attempt. */
export const check: Command = {
  name: "check",
  usage: "[dir] [--seed n] [--no-record] [--solution <name>]",
  does: "checks your solution in dir; in a kata's source: its starter, or a solution of it",
  options: attemptOptions,
  takes: [0, 1],
  async run(context, given) {
    const place = await kataAt(context, absolutePath(context, given.positionals[0] ?? "."));
    const attempt = await attemptAt(context, place, given, context.signal);
    if (context.json) {
      writeJson(context, attempt);
    } else {
      context.write(attemptReport(attempt, place.kata, context.style));
    }
    return exitCodeOf(attempt);
  },
};
