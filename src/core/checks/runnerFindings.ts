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
      /** Where the learner's code asked for the end, if the child could tell. */
      readonly asked?: { readonly file?: string; readonly range?: Range };
    }
  /** The child could not be started, or not be told what to do; `reason` is a sentence. */
  | { readonly kind: "start"; readonly code: string; readonly reason: string };

/** The finding that says why a run was interrupted, and at what. */
export function interruptionFinding(interruption: Interruption, doing: Doing | undefined): Finding {
  const at = describe(doing);
  const place = doing?.what === "test" ? { test: doing.title } : doing?.what === "load" && !doing.file.startsWith("checks/") ? { file: doing.file } : {};
  switch (interruption.kind) {
    case "deadline": {
      const limit = `${String(interruption.deadlineMs / 1000)} s`;
      return {
        code: "runner.deadline",
        message: `${capital(at)} did not come to its end within ${limit}. Look for a loop that never ends or a promise that is never settled.`,
        args: { at, limit },
        ...place,
      };
    }
    case "memory": {
      const limit = `${String(Math.round(interruption.memoryLimit / 2 ** 20))} MB`;
      return {
        code: "runner.memory",
        message: `${capital(at)} used more than ${limit} of memory and was stopped. Look for a list, a text or a buffer that grows without end.`,
        args: { at, limit },
        ...place,
      };
    }
    case "ended": {
      const how = interruption.signal === undefined ? `exit code ${String(interruption.exitCode ?? "unknown")}` : `signal ${interruption.signal}`;
      const { asked } = interruption;
      const where = asked?.file === undefined ? "" : ` at ${asked.file}${asked.range === undefined ? "" : `, line ${String(asked.range.start.line + 1)}`}`;
      return {
        code: asked === undefined ? "runner.ended" : "runner.exit",
        message:
          asked === undefined
            ? `The program that runs the tests ended with ${how} before ${at} was done, so nothing can be said about it. Check again; if it happens again, look for what ends the program.`
            : `process.exit was called${where} (${how}) before ${at} was done. Take the call out: a program that ends early cannot be checked.`,
        args: { at, how, where },
        ...place,
        ...(asked?.file !== undefined && { file: asked.file }),
        ...(asked?.range && { range: asked.range }),
      };
    }
    case "start":
      return { code: interruption.code, message: interruption.reason, args: {} };
  }
}

/** What a check says that was never reached. */
export function notReachedFinding(): Finding {
  return { code: "runner.notReached", message: "This was not checked, because the run ended before it. Mend what ended the run, then check again.", args: {} };
}

/** What a check says that needs another one of the same run which did not pass. */
export function blockedFinding(needed: string): Finding {
  return { code: "check.blocked", message: `This was not checked, because it needs “${needed}”, which has not passed.`, args: { needed } };
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function describe(doing: Doing | undefined): string {
  switch (doing?.what) {
    case "test":
      return `“${doing.title}”`;
    case "hook":
      return `the test's own ${doing.title}`;
    case "load":
      return `loading ${doing.file}`;
    case undefined:
      return "the run";
  }
}
