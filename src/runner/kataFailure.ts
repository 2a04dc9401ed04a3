import type { FindingOutcome } from "../core/checks/testProtocol";
import type { Finding } from "../core/checks/finding";

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
