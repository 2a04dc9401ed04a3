import type { Finding } from "./finding";
import type { Outcome } from "./outcome";
import type { Protections } from "./testRunner";
import type { Position, Range } from "../text/range";
import { isRecord } from "../record";

/** What one test check needs to be run, in the child's words. */
export interface CheckOrder {
  readonly id: string;
  /** Path of the test file, under `checks/`. */
  readonly tests: string;
  /** Ids of test checks of the same run that must have passed. */
  readonly needs: readonly string[];
}

/** The one message that the child is sent: everything it needs to run an attempt. */
export interface RunOrder {
  /** Stands before every message of the child: what does not carry it was not said by the runner. */
  readonly nonce: string;
  readonly checks: readonly CheckOrder[];
  /** Names of the learner's files; they lie in `solutionFolder`. */
  readonly solution: readonly string[];
  readonly solutionFolder: string;
  /** The folder in which `checks/` lies. The same as `solutionFolder` but for a debug run. */
  readonly checksFolder: string;
  readonly seed: number;
  /** Scripts that were compiled before, by the names of their files; the child compiles the others. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** A debug run prints as well as reports what is printed. */
  readonly debug: boolean;
}

/** What the child is about, so that an end that comes too early can be told of in words. */
export type Doing =
  | { readonly what: "load"; readonly file: string }
  | { readonly what: "test"; readonly title: string }
  | { readonly what: "hook"; readonly title: string };

/** A finding's share in the outcome of its check: the learner's fault or the author's. */
export type FindingOutcome = Extract<Outcome, "failed" | "errored">;

/** What the child says, one JSON text a line. */
export type ChildMessage =
  | { readonly type: "started"; readonly protections: Protections }
  | { readonly type: "checkStarted"; readonly check: string }
  | { readonly type: "doing"; readonly doing: Doing }
  | { readonly type: "testsFound"; readonly check: string; readonly titles: readonly string[] }
  | { readonly type: "testStarted"; readonly check: string; readonly title: string }
  | { readonly type: "output"; readonly check: string; readonly test?: string; readonly text: string }
  | { readonly type: "finding"; readonly check: string; readonly outcome: FindingOutcome; readonly finding: Finding }
  | { readonly type: "testEnded"; readonly check: string; readonly title: string; readonly outcome: TestOutcome; readonly durationMs: number }
  | { readonly type: "checkEnded"; readonly check: string; readonly durationMs: number }
  | { readonly type: "exiting"; readonly exitCode: number; readonly file?: string; readonly range?: Range }
  | { readonly type: "end" };

/** How a test that came to its end can have ended. */
export type TestOutcome = Extract<Outcome, "passed" | "failed" | "errored">;

/** The line that carries a message. It starts with a line end, so that a line someone else began cannot swallow it. */
export function frame(nonce: string, json: string): string {
  return `\n${nonce}${json}\n`;
}

/** Reads a message as it came; `undefined` when it is none. Nothing is believed: every part is looked at. */
export function parseChildMessage(json: string): ChildMessage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  return isRecord(value) ? readMessage(value) : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function readMessage(from: Fields): ChildMessage | undefined {
  const check = text(from["check"]);
  switch (from["type"]) {
    case "started": {
      const protections = readProtections(from["protections"]);
      return protections && { type: "started", protections };
    }
    case "checkStarted":
      return check === undefined ? undefined : { type: "checkStarted", check };
    case "doing": {
      const doing = readDoing(from["doing"]);
      return doing && { type: "doing", doing };
    }
    case "testsFound": {
      const titles = from["titles"];
      return check === undefined || !isTexts(titles) ? undefined : { type: "testsFound", check, titles };
    }
    case "testStarted": {
      const title = text(from["title"]);
      return check === undefined || title === undefined ? undefined : { type: "testStarted", check, title };
    }
    case "output": {
      const printed = text(from["text"]);
      return check === undefined || printed === undefined ? undefined : { type: "output", check, text: printed, ...optionalText("test", from["test"]) };
    }
    case "finding": {
      const finding = readFinding(from["finding"]);
      const outcome = from["outcome"];
      return check === undefined || finding === undefined || (outcome !== "failed" && outcome !== "errored")
        ? undefined
        : { type: "finding", check, outcome, finding };
    }
    case "testEnded": {
      const title = text(from["title"]);
      const outcome = from["outcome"];
      const durationMs = duration(from["durationMs"]);
      return check === undefined || title === undefined || durationMs === undefined || !isTestOutcome(outcome)
        ? undefined
        : { type: "testEnded", check, title, outcome, durationMs };
    }
    case "checkEnded": {
      const durationMs = duration(from["durationMs"]);
      return check === undefined || durationMs === undefined ? undefined : { type: "checkEnded", check, durationMs };
    }
    case "exiting": {
      const exitCode = from["exitCode"];
      const range = readRange(from["range"]);
      return typeof exitCode !== "number" ? undefined : { type: "exiting", exitCode, ...optionalText("file", from["file"]), ...(range && { range }) };
    }
    case "end":
      return { type: "end" };
    default:
      return undefined;
  }
}

function readProtections(from: unknown): Protections | undefined {
  if (!isRecord(from)) {
    return undefined;
  }
  const { node, permissionModel, network, sqliteOff, cpuLimitSeconds } = from;
  if (typeof node !== "string" || typeof permissionModel !== "boolean" || typeof network !== "boolean" || typeof sqliteOff !== "boolean") {
    return undefined;
  }
  return { node, permissionModel, network, sqliteOff, ...(typeof cpuLimitSeconds === "number" && { cpuLimitSeconds }) };
}

function readDoing(from: unknown): Doing | undefined {
  if (!isRecord(from)) {
    return undefined;
  }
  const { what, file, title } = from;
  if (what === "load" && typeof file === "string") {
    return { what, file };
  }
  return (what === "test" || what === "hook") && typeof title === "string" ? { what, title } : undefined;
}

function readFinding(from: unknown): Finding | undefined {
  if (!isRecord(from)) {
    return undefined;
  }
  const { code, message, args } = from;
  if (typeof code !== "string" || typeof message !== "string" || !isArgs(args)) {
    return undefined;
  }
  const range = readRange(from["range"]);
  const doc = text(from["doc"]);
  return {
    code,
    message,
    args,
    ...optionalText("why", from["why"]),
    ...optionalText("expected", from["expected"]),
    ...optionalText("actual", from["actual"]),
    ...optionalText("file", from["file"]),
    ...(range && { range }),
    ...optionalText("pointer", from["pointer"]),
    ...optionalText("test", from["test"]),
    ...(doc?.startsWith("https://") && { doc }),
  };
}

function readRange(from: unknown): Range | undefined {
  if (!isRecord(from)) {
    return undefined;
  }
  const start = readPosition(from["start"]);
  const end = readPosition(from["end"]);
  return start && end && { start, end };
}

function readPosition(from: unknown): Position | undefined {
  if (!isRecord(from)) {
    return undefined;
  }
  const { line, character } = from;
  return isIndex(line) && isIndex(character) ? { line, character } : undefined;
}

function optionalText<K extends string>(key: K, value: unknown): { readonly [P in K]?: string } {
  return typeof value === "string" ? ({ [key]: value } as { readonly [P in K]?: string }) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function duration(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 && Number.isFinite(value) ? value : undefined;
}

function isIndex(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isArgs(value: unknown): value is Readonly<Record<string, string | number>> {
  return isRecord(value) && Object.values(value).every((item) => typeof item === "string" || typeof item === "number");
}

function isTestOutcome(value: unknown): value is TestOutcome {
  return value === "passed" || value === "failed" || value === "errored";
}
