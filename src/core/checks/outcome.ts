/**
 * What became of a check, a test or an attempt. *failed*: the answer is wrong. *errored*: it could not be checked, through a
 * fault of ours or of the author. *blocked*: not run, because something it needs did not pass. One is never shown as the other.
 */
export type Outcome = "passed" | "failed" | "errored" | "blocked" | "timedOut";

const bySeverity: readonly Outcome[] = ["errored", "timedOut", "failed", "blocked", "passed"];

/** The outcome of a whole: the first of errored, timedOut, failed, blocked, passed that any part has. Nothing at all is errored, never a pass. */
export function worstOutcome(outcomes: readonly Outcome[]): Outcome {
  return bySeverity.find((outcome) => outcomes.includes(outcome)) ?? "errored";
}
