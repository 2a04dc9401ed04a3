import type { KataReport, PackReport, VerifyReport } from "../core/verify/report";
import type { CliContext } from "./context";
import { problemLine, shownPath } from "./problems";
import type { Style } from "./style";

/** What the gate says of a kata: one line when all is well, every problem with its place otherwise. */
export function kataLines(report: KataReport, context: Pick<CliContext, "cwd" | "style">): readonly string[] {
  const { style } = context;
  const { solutions, wrong } = report;
  const counts = report.starter === undefined ? "" : ` ${style.dim(`${counted(solutions.length, "solution")}, ${counted(wrong.length, "wrong answer")} in ${counted(wrong.reduce((sum, { seeds }) => sum + seeds, 0), "attempt")}`)}`;
  return [`${mark(report.ok, style)}  ${report.pack}/${report.id}${counts}`, ...report.problems.map((problem) => `  ${problemLine(problem, context)}`)];
}

/** What the gate says of a pack beside its katas; nothing when there is nothing to say. */
export function packLines({ folder, name, ok, problems, written }: PackReport, context: Pick<CliContext, "cwd" | "style">): readonly string[] {
  const wrote = written.map((path) => `  wrote ${shownPath(path, context)}`);
  return problems.length === 0 && wrote.length === 0
    ? []
    : [`${mark(ok, context.style)}  ${name ?? shownPath(folder, context)}`, ...problems.map((problem) => `  ${problemLine(problem, context)}`), ...wrote];
}

/** The last line. */
export function summaryLine({ ok, katas }: VerifyReport, style: Style): string {
  const sound = katas.filter((kata) => kata.ok).length;
  const counts = `${sound} of ${katas.length} ${katas.length === 1 ? "kata is" : "katas are"} sound`;
  return ok ? style.good(`✔ The gate is open: ${counts}.`) : style.bad(`✘ The gate is closed: ${counts}.`);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function mark(ok: boolean, style: Style): string {
  return ok ? style.good("✔ sound ") : style.bad("✘ closed");
}
