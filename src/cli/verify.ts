import { availableParallelism } from "node:os";
import { HumanError } from "../core/humanError";
import { machineReport, type ReportForm } from "../core/verify/machineReports";
import type { VerifyReport } from "../core/verify/report";
import { writeJson, type Arguments, type CliContext, type Command } from "./context";
import { packFolders } from "./packFolders";
import { absolutePath } from "./paths";
import { kataLines, packLines, summaryLine } from "./verifyReport";

/** The author's gate. */
export const verify: Command = {
  name: "verify",
  usage: "<pack…> [--write] [--strict-time] [--jobs n] [--report junit=<file>] [--report exercism=<file>]",
  does: "the author's gate: solutions pass, starters and wrong answers fail as they must",
  options: { write: { type: "boolean" }, "strict-time": { type: "boolean" }, jobs: { type: "string" }, report: { type: "string", multiple: true } },
  takes: [1, Infinity],
  async run(context, given) {
    const folders = (await Promise.all(given.positionals.map(async (typed) => await packFolders(context, typed)))).flat();
    const wanted = given.texts("report").map((typed) => wantedReport(typed, context));
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
    await Promise.all(wanted.map(async ({ form, path }) => await context.services.files.writeFile(path, new TextEncoder().encode(machineReport(report, form)))));
    if (context.json) {
      writeJson(context, report);
    } else {
      context.write(`${[...report.packs.flatMap((pack) => packLines(pack, context)), "", summaryLine(report, context.style)].join("\n")}\n`);
    }
    return report.ok ? 0 : 1;
  },
};

interface WantedReport {
  readonly form: ReportForm;
  /** Absolute. */
  readonly path: string;
}

function wantedReport(typed: string, context: CliContext): WantedReport {
  const [, form, path] = /^(junit|exercism)=(.+)$/.exec(typed) ?? [];
  if ((form !== "junit" && form !== "exercism") || path === undefined) {
    throw new HumanError("cli.badReport", `--report takes junit=<file> or exercism=<file>, not ${JSON.stringify(typed)}.`, { report: typed });
  }
  return { form, path: absolutePath(context, path) };
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
