import type { Attempt } from "../core/checks/attempt";
import type { CheckResult, TestRow } from "../core/checks/checkResult";
import type { Finding } from "../core/checks/finding";
import type { Kata } from "../core/packs/kata";
import { outcomeText, type Style } from "./style";

/** An attempt as a person reads it: every check with its verdict, every finding with its place, what was expected, and why it matters. */
export function attemptReport(attempt: Attempt, kata: Kata, style: Style): string {
  const lines = [`${style.bold(kata.manifest.title)} ${style.dim(`(${attempt.kata.pack}/${attempt.kata.id} ${attempt.kata.version}, seed ${attempt.seed})`)}`, ""];
  for (const result of attempt.results) {
    lines.push(...resultLines(result, kata, style));
  }
  if (attempt.known !== undefined) {
    lines.push("", style.bold(`A known wrong answer: ${attempt.known.id}`), ...indented(attempt.known.explanation.trim(), "  "));
  }
  const passed = attempt.results.filter(({ outcome }) => outcome === "passed").length;
  const partial = attempt.partial ? ", not all checks were run" : "";
  lines.push("", `${outcomeText(attempt.outcome, style)}: ${passed} of ${attempt.results.length} checks passed${partial} ${style.dim(`(${milliseconds(attempt.durationMs)})`)}`);
  return `${lines.join("\n")}\n`;
}

function resultLines(result: CheckResult, kata: Kata, style: Style): readonly string[] {
  const check = kata.manifest.checks.find(({ id }) => id === result.check);
  const lines = [`${outcomeText(result.outcome, style)}  ${check?.title ?? result.check} ${style.dim(`(${result.check}, ${milliseconds(result.durationMs)})`)}`];
  const tests = result.tests ?? [];
  for (const row of tests) {
    lines.push(`  ${outcomeText(row.outcome, style)}  ${row.title}`);
    lines.push(...findingsLines(result.findings.filter(({ test }) => test === row.title), style, "      "));
    lines.push(...printedLines(row, style));
  }
  const titles = tests.map(({ title }) => title);
  lines.push(...findingsLines(result.findings.filter(({ test }) => test === undefined || !titles.includes(test)), style, "    "));
  if (result.output !== undefined && result.output.trim() !== "") {
    lines.push(style.dim("    printed outside of any test:"), ...indented(result.output.trimEnd(), "    │ "));
  }
  return lines;
}

/** What the learner's code printed, where it may help to see why the test failed. */
function printedLines({ outcome, output }: TestRow, style: Style): readonly string[] {
  return outcome === "passed" || output.trim() === "" ? [] : [style.dim("      printed meanwhile:"), ...indented(output.trimEnd(), "      │ ")];
}

/** Why something matters, and where to read on, is said once where several findings in a row say the same. */
function findingsLines(findings: readonly Finding[], style: Style, indent: string): readonly string[] {
  return findings.flatMap((finding, index) => {
    const before = findings[index - 1];
    return findingLines(finding, finding.why === before?.why ? undefined : finding.why, finding.doc === before?.doc ? undefined : finding.doc, style, indent);
  });
}

function findingLines(finding: Finding, why: string | undefined, doc: string | undefined, style: Style, indent: string): readonly string[] {
  const { file, range, message, expected, actual } = finding;
  const place = file === undefined ? "" : `${file}${range === undefined ? "" : `:${range.start.line + 1}:${range.start.character + 1}`}  `;
  const [first = "", ...more] = message.split("\n");
  const part = (name: string, text: string | undefined): readonly string[] => {
    if (text === undefined) {
      return [];
    }
    const [head = "", ...rest] = (text === "" ? "(empty)" : text).split("\n");
    return [`${indent}  ${style.dim(name.padEnd(8))} ${head}`, ...rest.map((line) => `${indent}           ${line}`)];
  };
  return [
    `${indent}${style.bold(place)}${first}`,
    ...more.map((line) => `${indent}${line}`),
    ...part("expected", expected), ...part("actual", actual), ...part("why", why), ...part("read on", doc),
  ];
}

function indented(text: string, indent: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).map((line) => `${indent}${line}`.trimEnd());
}

function milliseconds(duration: number): string {
  return `${Math.round(duration)} ms`;
}
