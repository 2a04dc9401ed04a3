import type { Examination } from "../env/doctor";
import { writeJson, type Command } from "./context";
import { absolutePath } from "./paths";
import type { Style } from "./style";

/** What works here, which protections are active, and how to mend what does not. */
export const doctor: Command = {
  name: "doctor",
  usage: "[dir]",
  does: "says what works here, which protections are active, and how to mend what does not",
  options: {},
  takes: [0, 1],
  async run(context, given) {
    const report = await context.services.examine(absolutePath(context, given.positionals[0] ?? "."), context.signal);
    if (context.json) {
      writeJson(context, report);
    } else {
      context.write(`${report.examinations.flatMap((each) => lines(each, context.style)).join("\n")}\n`);
    }
    return report.ok ? 0 : 1;
  },
};

function lines({ state, title, says, mend }: Examination, style: Style): readonly string[] {
  const mark = state === "well" ? style.good("✔ well   ") : state === "limited" ? style.warn("◌ limited") : style.bad("✘ broken ");
  return [`${mark}  ${style.bold(title)}: ${says}`, ...(mend === undefined ? [] : [`           ${mend}`])];
}
