import type { PackProblem } from "../packs/packProblem";
import { relativeTo } from "../path";
import type { KataReport, PackReport, VerifyReport } from "./report";

/** Forms in which machines that build and teach read the gate's word. */
export type ReportForm = "junit" | "exercism";

/** One thing that was tried out, and what was found wrong with it. */
interface Row {
  readonly name: string;
  readonly problems: readonly PackProblem[];
  /** What it took, in ms, where that was measured. */
  readonly durationMs?: number;
}

/** The gate's word in a form for machines, as text that ends with a line end. The same report gives the same text. */
export function machineReport(report: VerifyReport, form: ReportForm): string {
  switch (form) {
    case "junit":
      return junitXml(report);
    case "exercism":
      return `${JSON.stringify(exercismResults(report), null, 2)}\n`;
  }
}

/** Rows of a kata: one for its texts and starter, one for each solution and each wrong answer; every problem stands in one of them. */
function rowsOf(report: KataReport): readonly Row[] {
  const marks = [
    ...report.solutions.map(({ name, durationMs }) => ({ name: `solution ${name}`, folder: `solutions/${name}`, durationMs })),
    ...report.wrong.map(({ id }) => ({ name: `wrong answer ${id}`, folder: `wrong/${id}` })),
  ];
  const isAbout = (problem: PackProblem, folder: string): boolean => {
    const below = problem.file.split(`/${report.id}/`).at(-1) ?? "";
    return below === folder || below === `${folder}.md` || relativeTo(folder, below) !== undefined;
  };
  const own = report.problems.filter((problem) => !marks.some(({ folder }) => isAbout(problem, folder)));
  return [
    { name: "kata", problems: own },
    ...marks.map(({ folder, ...mark }) => ({ ...mark, problems: report.problems.filter((problem) => isAbout(problem, folder)) })),
  ];
}

/** Suites of JUnit's XML: one for each kata, and one for what concerns a whole pack. Warnings are printed, they do not fail. */
function junitXml({ katas, packs }: VerifyReport): string {
  const suites = [
    ...katas.map((kata) => suiteXml(`${kata.pack}/${kata.id}`, rowsOf(kata))),
    ...packs.map((pack) => suiteXml(nameOfPack(pack), [{ name: "pack", problems: pack.problems }])),
  ];
  const sum = (of: "tests" | "failures"): number => suites.reduce((total, suite) => total + suite[of], 0);
  return [
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
    `<testsuites name="health-it-katas verify" tests="${sum("tests")}" failures="${sum("failures")}" errors="0">`,
    ...suites.flatMap(({ lines }) => lines),
    "</testsuites>",
    "",
  ].join("\n");
}

function suiteXml(name: string, rows: readonly Row[]): { readonly lines: readonly string[]; readonly tests: number; readonly failures: number } {
  const failures = rows.filter(({ problems }) => problems.some(isError)).length;
  const lines = [
    `  <testsuite name="${escaped(name)}" tests="${rows.length}" failures="${failures}" errors="0" skipped="0">`,
    ...rows.flatMap((row) => caseXml(name, row)),
    "  </testsuite>",
  ];
  return { lines, tests: rows.length, failures };
}

function caseXml(suite: string, { name, problems, durationMs }: Row): readonly string[] {
  const time = durationMs === undefined ? "" : ` time="${(durationMs / 1000).toFixed(3)}"`;
  const head = `    <testcase classname="${escaped(suite)}" name="${escaped(name)}"${time}`;
  const errors = problems.filter(isError);
  const warnings = problems.filter((problem) => !isError(problem));
  const [first] = errors;
  const inside = [
    ...(first === undefined ? [] : [`      <failure type="${escaped(first.code)}" message="${escaped(first.message)}">${escaped(errors.map(lineOf).join("\n"))}</failure>`]),
    ...(warnings.length === 0 ? [] : [`      <system-out>${escaped(warnings.map(lineOf).join("\n"))}</system-out>`]),
  ];
  return inside.length === 0 ? [`${head}/>`] : [`${head}>`, ...inside, "    </testcase>"];
}

/**
 * Exercism's `results.json`, version 3 of its test runner interface (exercism.org/docs/building/tooling/test-runners/interface). The whole is an error only
 * when nothing at all could be tried out; a kata that could not be read among others is an error of its own.
 */
function exercismResults({ ok, katas, packs }: VerifyReport): object {
  if (katas.every(isUnread)) {
    const problems = [...katas, ...packs].flatMap((report) => report.problems).filter(isError);
    return { version: 3, status: "error", message: problems.map(lineOf).join("\n") || "There was no kata to verify." };
  }
  const tests = [
    ...katas.flatMap((kata) => rowsOf(kata).map((row) => exercismTest(`${kata.pack}/${kata.id}: ${row.name}`, `verify ${kata.pack}/${kata.id}, ${row.name}`, row.problems, isUnread(kata)))),
    ...packs.map((pack) => exercismTest(nameOfPack(pack), `verify ${nameOfPack(pack)}`, pack.problems, pack.name === undefined)),
  ];
  return { version: 3, status: ok ? "pass" : "fail", tests };
}

/** Whether a kata could not even be read, so that nothing of it was tried out. */
function isUnread({ starter }: KataReport): boolean {
  return starter === undefined;
}

function exercismTest(name: string, code: string, problems: readonly PackProblem[], unread: boolean): object {
  const errors = problems.filter(isError);
  const warnings = problems.filter((problem) => !isError(problem));
  return {
    name,
    test_code: code,
    status: errors.length === 0 ? "pass" : unread ? "error" : "fail",
    ...(errors.length === 0 ? {} : { message: errors.map(lineOf).join("\n") }),
    ...(warnings.length === 0 ? {} : { output: warnings.map(lineOf).join("\n") }),
  };
}

function nameOfPack({ name, folder }: PackReport): string {
  return name ?? folder;
}

function isError({ severity }: PackProblem): boolean {
  return severity === "error";
}

function lineOf({ file, range, code, message }: PackProblem): string {
  return `${file}:${range.start.line + 1}:${range.start.character + 1} ${message} [${code}]`;
}

/** Text for XML 1.0: what means something is escaped, characters that XML cannot hold at all are shown as U+FFFD, line ends survive in attributes. */
function escaped(text: string): string {
  const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;" };
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\uFFFD").replace(/[&<>"\n\r\t]/g, (character) => named[character] ?? character);
}
