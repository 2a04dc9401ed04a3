import type { CheckResult } from "./checkResult";
import type { Outcome } from "./outcome";

/** Which kata, exactly: `digest` is over every file of the kata's folder that can change a verdict. */
export interface KataIdentity {
  readonly id: string;
  readonly uuid: string;
  readonly pack: string;
  readonly version: string;
  readonly digest: string;
}

/** The known wrong answer whose signature equals the attempt's. */
export interface KnownWrongAnswer {
  readonly id: string;
  /** The misconception, explained to the learner, as Markdown of the pack (never trusted). */
  readonly explanation: string;
}

/** One look at a solution: everything that was found, and everything needed to find it again. */
export interface Attempt {
  /** UUID. */
  readonly id: string;
  readonly kata: KataIdentity;
  /** From this seed comes every input that tests generate. */
  readonly seed: number;
  /** ISO 8601 with milliseconds, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly outcome: Outcome;
  /** True when not all checks ran because not all were asked for, or the run was cancelled; a partial attempt never has the outcome `passed`. */
  readonly partial: boolean;
  readonly results: readonly CheckResult[];
  /** Sorted; see `signatureOf`. */
  readonly signature: readonly string[];
  readonly known?: KnownWrongAnswer;
  readonly hintsUsed: number;
  readonly solutionShown: boolean;
  readonly aiOff: boolean;
  /** Which program made the attempt, such as `vscode 1.100.0` or `cli`. */
  readonly editor: string;
}
