import type { Attempt } from "../checks/attempt";
import type { Outcome } from "../checks/outcome";

/** The version of the format that this program writes. A file with a higher one is never written over. */
export const progressFormat = 1;

/** A finding as progress keeps it; long texts are cut (see `storedAttempt`). */
export interface StoredFinding {
  readonly code: string;
  readonly message: string;
  readonly args?: Readonly<Record<string, string | number>>;
  readonly expected?: string;
  readonly actual?: string;
  readonly file?: string;
  /** 0-based `[line, character, line, character]`. */
  readonly range?: readonly [number, number, number, number];
  readonly pointer?: string;
  readonly test?: string;
  readonly keyword?: string;
}

/** A check's result as progress keeps it: without what was printed. */
export interface StoredResult {
  readonly check: string;
  readonly outcome: Outcome;
  readonly durationMs: number;
  readonly findings: readonly StoredFinding[];
  readonly tests?: readonly { readonly title: string; readonly outcome: Outcome; readonly durationMs: number }[];
}

/** An attempt as progress keeps it. */
export interface StoredAttempt extends Omit<Attempt, "results" | "known"> {
  /**
   * When it entered the record, ISO 8601 with milliseconds, UTC. Equal to `startedAt`, except after a removal that is later than the clock says:
   * then just after the removal, so that it is not taken for something removed.
   */
  readonly at: string;
  /** SHA-256 (hex) over the files that were handed in; see `solutionDigest`. */
  readonly solution: string;
  /** Id of the known wrong answer. */
  readonly known?: string;
  /** Left out in the editor's own state, which holds only a summary. */
  readonly results?: readonly StoredResult[];
  /** How often the same solution gave the same outcome and signature again, by writer: each writer counts its own, so that uniting two records counts nothing twice. */
  readonly repeats: Readonly<Record<string, number>>;
  /** When it was last repeated; `at` when it was not. */
  readonly lastAt: string;
}

/** Something the learner did beside attempts. */
export interface ProgressEvent {
  /** Unique; hints use `hint-<number>`, because seeing the same hint twice is one hint. */
  readonly id: string;
  readonly kind: ProgressEventKind;
  readonly at: string;
}

/** `started`: starter files were written; `hint`: a hint was shown; `asked`: asked for the solution; `shown`: the solution was shown. */
export type ProgressEventKind = "started" | "hint" | "asked" | "shown";

export const progressEventKinds: readonly ProgressEventKind[] = ["started", "hint", "asked", "shown"];

/** What is known of one kata: sets that only grow, and a time up to which everything was removed. */
export interface KataProgress {
  /** Everything with `at` up to and including this was removed by the learner. */
  readonly removedAt?: string;
  /** By `at`, then `id`. */
  readonly attempts: readonly StoredAttempt[];
  /** By `at`, then `id`. */
  readonly events: readonly ProgressEvent[];
}

/** A learner's record: by uuid of the kata. */
export interface ProgressData {
  readonly format: typeof progressFormat;
  readonly katas: Readonly<Record<string, KataProgress>>;
}

export const emptyProgress: ProgressData = { format: progressFormat, katas: {} };
export const emptyKataProgress: KataProgress = { attempts: [], events: [] };

/** What is kept of a kata, if anything is. */
export function kataProgressOf(data: ProgressData, uuid: string): KataProgress {
  return Object.hasOwn(data.katas, uuid) ? (data.katas[uuid] ?? emptyKataProgress) : emptyKataProgress;
}
