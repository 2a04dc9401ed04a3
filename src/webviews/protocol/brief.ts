import { count, either, flag, list, object, optional, text, word } from "./shape";
import type { Shaped } from "./shape";

/** `none`: not looked at yet; `running`: being looked at. */
export const briefStates = ["none", "running", "passed", "failed", "errored", "blocked", "timedOut"] as const;

export const briefActions = ["start", "check", "hint", "compare", "reset", "undoReset", "next"] as const;
export type BriefAction = (typeof briefActions)[number];

const state = word(briefStates);

/** One thing found wrong. All texts are plain; the page never reads them as HTML. */
const finding = object({
  /** Its place among all findings of its check, by which the page speaks of it. */
  number: count,
  message: text,
  why: optional(text),
  expected: optional(text),
  actual: optional(text),
  /** Where, as it is shown: `paths.json:3`. Left out where there is no place to go to. */
  place: optional(text),
  /** https address to read on. */
  doc: optional(text),
  /** Whether expected and actual are worth a diff editor. */
  diff: flag,
});

const testRow = object({ title: text, state, stateText: text, time: optional(text), findings: list(finding), output: optional(text) });

const check = object({
  id: text,
  title: text,
  state,
  stateText: text,
  time: optional(text),
  /** Those that belong to none of the tests. */
  findings: list(finding),
  tests: list(testRow),
  /** What is said of the tests that passed, when others did not. */
  passedTests: text,
  output: optional(text),
});

const action = object({ id: word(briefActions), label: text, title: text, enabled: flag, primary: flag });

const strings = object({
  actions: text,
  results: text,
  whatIsChecked: text,
  showResults: text,
  why: text,
  expected: text,
  actual: text,
  showDiff: text,
  readOn: text,
  goTo: text,
  printed: text,
  knownWrong: text,
  hints: text,
  files: text,
  emptyValue: text,
});

const briefState = object({
  title: text,
  /** Track, level and minutes, as words. */
  about: list(text),
  language: text,
  /** HTML made by the host from the pack's Markdown; holds no markup of the author's own. */
  briefHtml: text,
  files: list(text),
  /** `detail` is said in full below the toolbar; `live` is what a screen reader is told. */
  verdict: object({ state, text, time: optional(text), live: text, stale: flag }),
  checks: list(check),
  knownHtml: optional(text),
  hintsHtml: list(text),
  hintsLeft: text,
  actions: list(action),
  strings,
});

/** Everything the page shows; sent whole at each change. */
export type BriefState = Shaped<typeof briefState>;
export type BriefCheck = Shaped<typeof check>;
export type BriefFinding = Shaped<typeof finding>;
export type BriefTestRow = Shaped<typeof testRow>;
export type BriefStrings = Shaped<typeof strings>;
export type BriefVerdictState = Shaped<typeof state>;

/** From the host to the page. */
export const toPage = object({ type: word(["show"]), state: briefState });
export type ToPage = Shaped<typeof toPage>;

/** From the page to the host. */
export const toHost = either(
  /** The page has loaded and wants its state. */
  object({ type: word(["ready"]) }),
  object({ type: word(["act"]), action: word(briefActions) }),
  /** Open a solution file. */
  object({ type: word(["openFile"]), file: text }),
  /** Go to the place of a finding, by its check and its number there. */
  object({ type: word(["goTo"]), check: text, finding: count }),
  /** Show expected and actual of a finding side by side. */
  object({ type: word(["diff"]), check: text, finding: count }),
);
export type ToHost = Shaped<typeof toHost>;

/** What the page keeps of itself, and the editor hands back when it restores the panel. */
export const restorable = object({ uuid: text, folder: optional(text) });
export type Restorable = Shaped<typeof restorable>;
