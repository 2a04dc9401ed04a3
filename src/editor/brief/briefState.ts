import * as vscode from "vscode";
import type { CheckResult, TestRow } from "../../core/checks/checkResult";
import type { Finding } from "../../core/checks/finding";
import type { Outcome } from "../../core/checks/outcome";
import type { Kata } from "../../core/packs/kata";
import type { BriefCheck, BriefFinding, BriefState, BriefStrings, BriefTestRow } from "../../webviews/protocol/brief";
import type { Look } from "../checking/looks";
import { findingMessage } from "../messages";
import { durationWord, levelWord, minutesWord, outcomeWord, trackWord, verdictWords } from "../words";

/** Everything that decides what the page of a kata shows. */
export interface BriefBasis {
  readonly kata: Kata;
  /** Whether its files are in the learner's folder; if not, the first action writes them. */
  readonly started: boolean;
  readonly look: Look;
  readonly briefHtml: string;
  /** The hints that were asked for, in order. */
  readonly hintsHtml: readonly string[];
  readonly hintsTotal: number;
  readonly knownHtml?: string;
  readonly canUndoReset: boolean;
  /** Whether the reference may be shown without asking again. */
  readonly mayCompare: boolean;
  /** Whether it has been passed, if not since the editor was opened. */
  readonly passedBefore: boolean;
}

/** What the page shows, as one message. */
export function briefState(basis: BriefBasis): BriefState {
  const { kata, look, briefHtml, hintsHtml, hintsTotal, knownHtml } = basis;
  const { title, track, level, minutes, files, exhibits = [] } = kata.manifest;
  return {
    title,
    about: [trackWord(track), levelWord(level), minutesWord(minutes)],
    language: vscode.env.language,
    briefHtml,
    files: basis.started ? [...files, ...exhibits] : [],
    verdict: verdictOf(basis),
    checks: inOrder(kata.manifest.checks.map(({ id, title: name }) => checkOf(id, name, look)), look),
    ...(knownHtml === undefined || look.phase !== "ended" ? {} : { knownHtml }),
    hintsHtml,
    hintsLeft: hintsLeftWords(hintsHtml.length, hintsTotal),
    actions: actionsOf(basis),
    strings: strings(),
  };
}

function verdictOf({ look, started, passedBefore }: BriefBasis): BriefState["verdict"] {
  const { phase, attempt, problem, stale } = look;
  if (!started) {
    const text = vscode.l10n.t("Not started yet");
    return { state: "none", text, live: "", stale: false };
  }
  if (phase === "running") {
    const text = vscode.l10n.t("Checking…");
    return { state: "running", text, live: "", stale: false };
  }
  if (phase === "broken") {
    const text = problem ?? vscode.l10n.t("Could not be checked");
    return { state: "errored", text, live: text, stale: false };
  }
  if (attempt === undefined && passedBefore) {
    return { state: "passed", text: vscode.l10n.t("Passed before"), live: "", stale: false };
  }
  if (attempt === undefined) {
    return { state: "none", text: vscode.l10n.t("Not checked yet"), live: "", stale: false };
  }
  const text = verdictWords(attempt);
  const live = attempt.results.flatMap(({ findings }) => findings.map(findingMessage)).slice(0, 1);
  return {
    state: attempt.outcome,
    text: stale ? vscode.l10n.t("{0}. Changed since.", text) : text,
    time: durationWord(attempt.durationMs),
    live: [text, ...live].join(". "),
    stale,
  };
}

/** What is to be done stands first, once all is known; until then everything keeps its place. */
function inOrder(checks: readonly BriefCheck[], { phase }: Look): readonly BriefCheck[] {
  const rank = ({ state }: BriefCheck): number => (state === "passed" ? 2 : state === "blocked" || state === "none" ? 1 : 0);
  return phase === "ended" ? [...checks].sort((a, b) => rank(a) - rank(b)) : checks;
}

function checkOf(id: string, title: string, { phase, attempt, live }: Look): BriefCheck {
  const seen = live.get(id);
  const result = phase === "running" ? seen?.result : attempt?.results.find(({ check }) => check === id);
  if (result !== undefined) {
    return resultOf(title, result);
  }
  const running = phase === "running" && seen !== undefined;
  return {
    id,
    title,
    state: running ? "running" : "none",
    stateText: running ? vscode.l10n.t("running") : phase === "none" ? "" : vscode.l10n.t("not run"),
    findings: [],
    tests: (seen?.tests ?? []).map((row) => testOf(row, [])),
    passedTests: passedTestsWords(seen?.tests ?? []),
  };
}

function resultOf(title: string, result: CheckResult): BriefCheck {
  const { tests = [], findings } = result;
  const titles = new Set(tests.map((row) => row.title));
  const shown = findings.map((finding, number) => ({ test: finding.test, brief: briefFinding(finding, number, findings[number - 1]) }));
  const of = (test: string | undefined): readonly BriefFinding[] =>
    shown.filter((each) => (test === undefined ? each.test === undefined || !titles.has(each.test) : each.test === test)).map(({ brief }) => brief);
  return {
    id: result.check,
    title,
    state: result.outcome,
    stateText: outcomeWord(result.outcome),
    ...timeOf(result.outcome, result.durationMs),
    findings: of(undefined),
    tests: tests.map((row) => testOf(row, of(row.title))),
    passedTests: passedTestsWords(tests),
    ...outputOf(result.output),
  };
}

function testOf(row: TestRow, findings: readonly BriefFinding[]): BriefTestRow {
  return { title: row.title, state: row.outcome, stateText: outcomeWord(row.outcome), ...timeOf(row.outcome, row.durationMs), findings, ...outputOf(row.output) };
}

function passedTestsWords(tests: readonly TestRow[]): string {
  const passed = tests.filter(({ outcome }) => outcome === "passed").length;
  return passed === 1 ? vscode.l10n.t("1 test passed") : vscode.l10n.t("{0} tests passed", passed);
}

function timeOf(outcome: Outcome, ms: number): { readonly time?: string } {
  return outcome === "blocked" ? {} : { time: durationWord(ms) };
}

function outputOf(output: string | undefined): { readonly output?: string } {
  return output === undefined || output === "" ? {} : { output };
}

/** Values up to this length are read well enough in the page; longer ones, or of several lines, in a diff editor too. */
const shortValue = 80;

function briefFinding(finding: Finding, number: number, before: Finding | undefined): BriefFinding {
  const { file, range, doc } = finding;
  // A reason that several findings share is said once.
  const why = finding.why === before?.why ? undefined : finding.why;
  const message = findingMessage(finding);
  // One value alone that the sentence says already is not said twice.
  const said = (value: string | undefined, other: string | undefined): boolean => other === undefined && value !== undefined && message.includes(value);
  const expected = said(finding.expected, finding.actual) ? undefined : finding.expected;
  const actual = said(finding.actual, finding.expected) ? undefined : finding.actual;
  const long = (value: string | undefined): boolean => value !== undefined && (value.length > shortValue || /[\r\n]/.test(value));
  return {
    number,
    message,
    ...(why === undefined ? {} : { why }),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(file === undefined ? {} : { place: range === undefined ? file : `${file}:${String(range.start.line + 1)}` }),
    ...(doc === undefined ? {} : { doc }),
    diff: expected !== undefined && actual !== undefined && (long(expected) || long(actual)),
  };
}

function hintsLeftWords(shown: number, total: number): string {
  const left = total - shown;
  return left === 0 ? vscode.l10n.t("These are all the hints there are.") : left === 1 ? vscode.l10n.t("One more hint.") : vscode.l10n.t("{0} more hints.", left);
}

function actionsOf({ started, look, hintsHtml, hintsTotal, canUndoReset, mayCompare }: BriefBasis): BriefState["actions"] {
  const passed = look.attempt?.outcome === "passed" && !look.stale;
  const running = look.phase === "running";
  if (!started) {
    return [
      { id: "start", label: vscode.l10n.t("Start"), title: vscode.l10n.t("Write the starter files to your folder and open the first"), enabled: true, primary: true },
      { id: "next", label: vscode.l10n.t("Next"), title: vscode.l10n.t("Go on with the next kata you have not passed"), enabled: true, primary: false },
    ];
  }
  const hintsLeft = hintsTotal - hintsHtml.length;
  return [
    { id: "check", label: vscode.l10n.t("Check"), title: vscode.l10n.t("Save and check your solution"), enabled: !running, primary: !passed },
    {
      id: "hint",
      label: hintsTotal === 0 ? vscode.l10n.t("Hint") : vscode.l10n.t("Hint {0}/{1}", Math.min(hintsHtml.length + 1, hintsTotal), hintsTotal),
      title: hintsLeft === 0 ? vscode.l10n.t("All hints are shown") : vscode.l10n.t("Show the next hint; hints are counted"),
      enabled: hintsLeft > 0,
      primary: false,
    },
    {
      id: "compare",
      label: vscode.l10n.t("Compare"),
      title: mayCompare ? vscode.l10n.t("Show a solution beside yours") : vscode.l10n.t("Show a solution beside yours; before you have passed, ask twice"),
      enabled: true,
      primary: false,
    },
    { id: "reset", label: vscode.l10n.t("Reset"), title: vscode.l10n.t("Put the starter files back; your files are kept and can be restored"), enabled: !running, primary: false },
    ...(canUndoReset
      ? [{ id: "undoReset" as const, label: vscode.l10n.t("Undo Reset"), title: vscode.l10n.t("Put back the files you had before the reset"), enabled: !running, primary: false }]
      : []),
    { id: "next", label: vscode.l10n.t("Next"), title: vscode.l10n.t("Go on with the next kata you have not passed"), enabled: true, primary: passed },
  ];
}

function strings(): BriefStrings {
  return {
    actions: vscode.l10n.t("Actions"),
    results: vscode.l10n.t("Results"),
    whatIsChecked: vscode.l10n.t("Checks"),
    showResults: vscode.l10n.t("Show results"),
    why: vscode.l10n.t("Why it matters:"),
    expected: vscode.l10n.t("Expected"),
    actual: vscode.l10n.t("Yours"),
    showDiff: vscode.l10n.t("Show side by side"),
    readOn: vscode.l10n.t("Read on"),
    goTo: vscode.l10n.t("Go to"),
    printed: vscode.l10n.t("What your code printed"),
    knownWrong: vscode.l10n.t("You may be thinking this"),
    hints: vscode.l10n.t("Hints"),
    files: vscode.l10n.t("Files"),
    emptyValue: vscode.l10n.t("(nothing)"),
  };
}
