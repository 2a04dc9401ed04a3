import { types } from "node:util";
import type { FindingOutcome } from "../core/checks/testProtocol";
import type { Finding } from "../core/checks/finding";

const { isNativeError } = types;

/** An error that already knows what is to be said: it becomes its finding, whatever its stack looks like. */
export class KataFailure extends Error {
  override readonly name = "KataFailure";

  /**
   * @param finding what to say; `test` is filled in by who reports it
   * @param outcome whose fault it is: the learner's (failed) or the author's (errored)
   */
  constructor(
    readonly finding: Omit<Finding, "test">,
    readonly outcome: FindingOutcome = "failed",
    options?: { cause?: unknown },
  ) {
    super(finding.message, options);
  }
}

/** A value that was thrown and is no error, or does not behave as one. */
export class ThrownValue extends Error {
  override readonly name = "ThrownValue";

  constructor(readonly value: unknown) {
    super("A value was thrown that is no error.");
  }
}

/** What was thrown, as an error that can be handed on without looking into it. */
export function asError(thrown: unknown): Error {
  return isNativeError(thrown) ? thrown : new ThrownValue(thrown);
}

/** A file that cannot be read as JavaScript, TypeScript or JSON. */
export class SourceProblem extends Error {
  override readonly name = "SyntaxError";

  /**
   * @param file as the learner knows it
   * @param line 0-based
   */
  constructor(
    readonly file: string,
    readonly line: number | undefined,
    readonly problem: string,
  ) {
    super(`${file}${line === undefined ? "" : `, line ${String(line + 1)}`}: ${problem}`);
  }
}
