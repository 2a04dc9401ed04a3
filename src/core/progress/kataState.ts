import type { Outcome } from "../checks/outcome";
import type { KataProgress, ProgressData, ProgressEventKind, StoredAttempt } from "./progressData";
import { progressFormat } from "./progressData";

/** Where a learner stands with a kata; once passed it stays so, whatever is tried afterwards. */
export type KataState = "notStarted" | "started" | "failed" | "passed";

/** What lists, status bar and policies need to know of one kata. Times are ISO 8601, UTC. */
export interface KataStanding {
  readonly state: KataState;
  /** The best outcome of any attempt. */
  readonly best?: Outcome;
  readonly firstPassedAt?: string;
  /** The version and digest of the kata that it was first passed on, and whether the solution had been shown by then. */
  readonly passedOn?: { readonly version: string; readonly digest: string; readonly solutionShown: boolean };
  readonly lastAttemptAt?: string;
  /** Attempts, repeats included. */
  readonly attempts: number;
  /** How many different hints were shown. */
  readonly hintsUsed: number;
  readonly solutionAsked: number;
  readonly solutionShown: boolean;
}

const byMerit: readonly Outcome[] = ["passed", "failed", "timedOut", "errored", "blocked"];

/** Derives the standing from what is kept of a kata. */
export function standingOf(kata: KataProgress): KataStanding {
  const best = byMerit.find((outcome) => kata.attempts.some((attempt) => attempt.outcome === outcome));
  const pass = firstPass(kata);
  const last = latest(kata);
  const count = (kind: ProgressEventKind): number => kata.events.filter((event) => event.kind === kind).length;
  return {
    state: stateOf(kata, pass, last),
    ...(best === undefined ? {} : { best }),
    ...(pass === undefined
      ? {}
      : { firstPassedAt: pass.at, passedOn: { version: pass.kata.version, digest: pass.kata.digest, solutionShown: pass.solutionShown } }),
    ...(last === undefined ? {} : { lastAttemptAt: last.lastAt }),
    attempts: kata.attempts.reduce((sum, attempt) => sum + timesOf(attempt), 0),
    hintsUsed: count("hint"),
    solutionAsked: count("asked"),
    solutionShown: count("shown") > 0,
  };
}

/** How often an attempt was made: once, and its repeats. */
export function timesOf(attempt: StoredAttempt): number {
  return Object.values(attempt.repeats).reduce((sum, count) => sum + count, 1);
}

function stateOf(kata: KataProgress, pass: StoredAttempt | undefined, last: StoredAttempt | undefined): KataState {
  if (pass !== undefined) {
    return "passed";
  }
  // An attempt that could not be checked, or was not checked to its end, says nothing against the learner.
  if (last !== undefined && (last.outcome === "failed" || last.outcome === "timedOut")) {
    return "failed";
  }
  return last !== undefined || kata.events.length > 0 ? "started" : "notStarted";
}

function firstPass(kata: KataProgress): StoredAttempt | undefined {
  return kata.attempts.find((attempt) => attempt.outcome === "passed" && !attempt.partial);
}

function latest(kata: KataProgress): StoredAttempt | undefined {
  return kata.attempts.reduce<StoredAttempt | undefined>((last, each) => (last === undefined || each.lastAt >= last.lastAt ? each : last), undefined);
}

/** Attempts that a summary holds beside each kata's first pass and latest attempt. */
const recentAttempts = 20;

/**
 * The part of a record that the editor keeps in its own state: for each kata what decides its state, hints and removals; the last 20 attempts of all katas; and
 * `unsaved` ones. No findings. It is a record itself: uniting it with a record restores what the record lost.
 */
export function summaryOf(data: ProgressData, unsaved: ReadonlySet<string> = new Set()): ProgressData {
  const all = Object.values(data.katas).flatMap((kata) => kata.attempts);
  const recent = new Set([...all].sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1)).slice(0, recentAttempts));
  const katas: Record<string, KataProgress> = {};
  for (const [uuid, kata] of Object.entries(data.katas)) {
    const decisive = new Set([firstPass(kata), latest(kata)]);
    katas[uuid] = {
      ...kata,
      attempts: kata.attempts
        .filter((attempt) => decisive.has(attempt) || recent.has(attempt) || unsaved.has(attempt.id))
        .map(({ results: _results, ...attempt }) => attempt),
    };
  }
  return { format: progressFormat, katas };
}
