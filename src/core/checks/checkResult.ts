import type { Finding } from "./finding";
import type { Outcome } from "./outcome";

/** One `it` of a test check. */
export interface TestRow {
  /** Titles from the outermost `describe` to the `it`, joined with " › ". */
  readonly title: string;
  readonly outcome: Outcome;
  readonly durationMs: number;
  /** What the learner's code printed while the test ran, capped by the runner with a note where it was cut. */
  readonly output: string;
}

/** What one check made of a solution. */
export interface CheckResult {
  /** The check's id in `kata.json`. */
  readonly check: string;
  readonly outcome: Outcome;
  readonly durationMs: number;
  readonly findings: readonly Finding[];
  /** Test checks only: every `it`, in the order of the file. */
  readonly tests?: readonly TestRow[];
  /** Test checks only: what was printed outside of any test. */
  readonly output?: string;
}
