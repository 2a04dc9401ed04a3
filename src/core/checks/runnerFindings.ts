import type { Range } from "../text/range";
import type { Finding } from "./finding";
import type { Doing } from "./testProtocol";

/** Why a run came to an end before the child said so. */
export type Interruption =
  | { readonly kind: "deadline"; readonly deadlineMs: number }
  | { readonly kind: "memory"; readonly memoryLimit: number }
  | {
      readonly kind: "ended";
      readonly exitCode: number | undefined;
      readonly signal: string | undefined;
      /** Where `process.exit` was called, if it was and the child could tell. */
      readonly asked?: { readonly file?: string; readonly range?: Range };
    }
  /** The child could not be started, or not be told what to do; `reason` is a sentence. */
  | { readonly kind: "start"; readonly code: string; readonly reason: string; readonly args: Finding["args"] };

/** The finding that says why a run was interrupted, and at what. */
export function interruptionFinding(interruption: Interruption, doing: Doing | undefined): Finding {
  switch (interruption.kind) {
    case "deadline":
      return deadlineFinding(`${String(interruption.deadlineMs / 1000)} s`, doing);
    case "memory":
      return memoryFinding(`${String(Math.round(interruption.memoryLimit / 2 ** 20))} MB`, doing);
    case "ended": {
      const how = interruption.signal ?? String(interruption.exitCode ?? "?");
      return interruption.asked === undefined ? endedFinding(how, doing) : exitFinding(how, interruption.asked, doing);
    }
    case "start":
      return { code: interruption.code, message: interruption.reason, args: interruption.args };
  }
}

function deadlineFinding(limit: string, doing: Doing | undefined): Finding {
  switch (doing?.what) {
    case "test": {
      const { title } = doing;
      return { code: "runner.deadline", message: `“${title}” did not come to its end within ${limit}. Look for a loop that never ends or a promise that is never settled.`, args: { title, limit }, test: title };
    }
    case "hook": {
      const { title } = doing;
      return { code: "runner.deadline", message: `The test's own ${title} did not come to its end within ${limit}. Look for a loop that never ends or a promise that is never settled.`, args: { title, limit } };
    }
    case "load": {
      const { file } = doing;
      return { code: "runner.deadline", message: `${file} did not finish loading within ${limit}. Look for a loop outside of all functions that never ends.`, args: { file, limit }, ...learners(file) };
    }
    case undefined:
      return { code: "runner.deadline", message: `The tests did not come to their end within ${limit}.`, args: { limit } };
  }
}

function memoryFinding(limit: string, doing: Doing | undefined): Finding {
  switch (doing?.what) {
    case "test": {
      const { title } = doing;
      return { code: "runner.memory", message: `“${title}” used more than ${limit} of memory and was stopped. Look for a list, a text or a buffer that grows without end.`, args: { title, limit }, test: title };
    }
    case "hook": {
      const { title } = doing;
      return { code: "runner.memory", message: `The test's own ${title} used more than ${limit} of memory and was stopped. Look for a list, a text or a buffer that grows without end.`, args: { title, limit } };
    }
    case "load": {
      const { file } = doing;
      return { code: "runner.memory", message: `${file} used more than ${limit} of memory while it was loaded, and was stopped. Look for a list, a text or a buffer that grows without end.`, args: { file, limit }, ...learners(file) };
    }
    case undefined:
      return { code: "runner.memory", message: `The tests used more than ${limit} of memory and were stopped.`, args: { limit } };
  }
}

function endedFinding(how: string, doing: Doing | undefined): Finding {
  return {
    code: "runner.ended",
    message: `The program that runs the tests ended (${how}) before it could say what came of them. Check again; if it happens again, look for what ends the program.`,
    args: { how },
    ...(doing?.what === "test" && { test: doing.title }),
    ...(doing?.what === "load" && learners(doing.file)),
  };
}

function exitFinding(how: string, asked: { readonly file?: string; readonly range?: Range }, doing: Doing | undefined): Finding {
  const test = doing?.what === "test" ? { test: doing.title } : {};
  if (asked.file === undefined || asked.range === undefined) {
    return {
      code: "runner.exit",
      message: `process.exit was called (${how}) before the tests were done. Take the call out: a program that ends early cannot be checked.`,
      args: { how },
      ...test,
    };
  }
  const { file, range } = asked;
  const line = range.start.line + 1;
  return {
    code: "runner.exit",
    message: `process.exit was called at ${file}, line ${String(line)} (${how}) before the tests were done. Take the call out: a program that ends early cannot be checked.`,
    args: { file, line, how },
    file,
    range,
    ...test,
  };
}

/** What a check says that was never reached. */
export function notReachedFinding(): Finding {
  return { code: "runner.notReached", message: "This was not checked, because the run ended before it. Mend what ended the run, then check again.", args: {} };
}

/** What a check says that needs another one of the same run which did not pass. */
export function blockedFinding(needed: string): Finding {
  return { code: "check.blocked", message: `Not checked yet: "${needed}" has to pass first.`, args: { needed } };
}

/** A finding's file, where it is the learner's. */
function learners(file: string): { readonly file?: string } {
  return file.startsWith("checks/") ? {} : { file };
}
