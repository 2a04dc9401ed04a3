import { writeJson, type CliContext, type Command, type ExitCode } from "./context";
import { problemLine } from "./problems";

/** Every kata there is. */
export const list: Command = {
  name: "list",
  usage: "",
  does: "lists the katas there are",
  options: {},
  takes: [0, 0],
  async run(context) {
    const { packs, newer, problems } = await context.services.catalogue.list();
    if (context.json) {
      writeJson(context, packs.flatMap(({ katas }) => katas));
    } else {
      for (const { pack, katas } of packs) {
        context.write(`${context.style.bold(pack.title)} ${context.style.dim(`${pack.name} ${pack.version}`)}\n`);
        const width = Math.max(0, ...katas.map(({ id }) => id.length));
        for (const { id, title, level, minutes, kind } of katas) {
          context.write(`  ${id.padEnd(width)}  ${title}  ${context.style.dim(`level ${level}, ${minutes} min, ${kind}`)}\n`);
        }
      }
    }
    for (const { name } of newer) {
      context.say(`${name} needs a newer version of Health IT Katas; update to use it.`);
    }
    for (const problem of problems) {
      context.say(problemLine(problem, context));
    }
    return emptyIsNo(context, packs.some(({ katas }) => katas.length > 0));
  },
};

function emptyIsNo(context: CliContext, found: boolean): ExitCode {
  if (!found) {
    context.say("No katas were found; name a folder of packs with --packs.");
  }
  return found ? 0 : 1;
}
