import { availableParallelism } from "node:os";
import { HumanError } from "../core/humanError";
import type { VerifyReport } from "../core/verify/report";
import { writeJson, type Arguments, type CliContext, type Command } from "./context";
import { absolutePath } from "./paths";
import { shownPath } from "./problems";
import { kataLines, packLines, summaryLine } from "./verifyReport";

/** The author's gate. */
export const verify: Command = {
  name: "verify",
  usage: "<pack…> [--write] [--strict-time] [--jobs n]",
  does: "the author's gate: solutions pass, starters and wrong answers fail as they must",
  options: { write: { type: "boolean" }, "strict-time": { type: "boolean" }, jobs: { type: "string" } },
  takes: [1, Infinity],
  async run(context, given) {
    const folders = (await Promise.all(given.positionals.map(async (typed) => await packFolders(context, typed)))).flat();
    const gate = context.services.gate({ parallel: jobsFrom(given), write: given.flag("write"), strictTime: given.flag("strict-time") });
    let report: VerifyReport;
    try {
      report = await gate.verify(folders, (kata) => {
        if (!context.json) {
          context.write(`${kataLines(kata, context).join("\n")}\n`);
        }
      }, context.signal);
    } finally {
      await gate.dispose();
    }
    if (context.json) {
      writeJson(context, report);
    } else {
      context.write(`${[...report.packs.flatMap((pack) => packLines(pack, context)), "", summaryLine(report, context.style)].join("\n")}\n`);
    }
    return report.ok ? 0 : 1;
  },
};

/** The pack that was named by its folder or its name, or the packs in the folder that was named. */
async function packFolders(context: CliContext, typed: string): Promise<readonly string[]> {
  const { files, packs, catalogue } = context.services;
  const folder = absolutePath(context, typed);
  const found = await files.stat(folder);
  if (found?.kind === "directory") {
    if ((await files.stat(`${folder}/package.json`)) !== undefined) {
      return [folder];
    }
    const inside = (await files.list(folder)).filter(({ kind }) => kind === "directory").map(({ name }) => `${folder}/${name}`);
    const held = (await Promise.all(inside.map(async (each) => ((await packs.isPack(each)) ? [each] : [])))).flat();
    if (held.length > 0) {
      return held;
    }
  } else if (found === undefined) {
    const listed = (await catalogue.list()).packs.find(({ pack }) => pack.name === typed);
    if (listed !== undefined) {
      return [listed.pack.folder];
    }
  }
  throw new HumanError("cli.noPack", `${shownPath(folder, context)} is no pack and holds none; name the folder of a pack, the one with its package.json.`, { folder });
}

function jobsFrom(given: Arguments): number {
  const text = given.text("jobs");
  if (text === undefined) {
    return availableParallelism();
  }
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64) {
    throw new HumanError("cli.badJobs", `--jobs takes a whole number from 1 to 64, not ${JSON.stringify(text)}.`, { jobs: text });
  }
  return jobs;
}
