import type { Outcome } from "../checks/outcome";
import type { PackProblem } from "../packs/packProblem";

/** What the gate saw of a right answer. */
export interface SolutionReport {
  readonly name: string;
  readonly outcome: Outcome;
  /** What its checks took, in whole ms; of two runs of the reference, the shorter. */
  readonly durationMs: number;
}

/** What the gate saw of a wrong answer. */
export interface WrongReport {
  readonly id: string;
  /** Whether it failed at its named check with its named message on every seed that was run. */
  readonly ok: boolean;
  /** How many seeds were run: 20, or 1 where no result depends on the seed (schema checks). */
  readonly seeds: number;
  /** Of seed 1. */
  readonly signature: readonly string[];
}

/** What the gate says of one kata. */
export interface KataReport {
  readonly pack: string;
  readonly id: string;
  /** No problem is an error. */
  readonly ok: boolean;
  readonly problems: readonly PackProblem[];
  /** What became of the untouched starter; undefined when the kata could not be read. */
  readonly starter?: Outcome;
  readonly solutions: readonly SolutionReport[];
  readonly wrong: readonly WrongReport[];
}

/** What the gate says of a pack beside its katas. */
export interface PackReport {
  readonly folder: string;
  /** Undefined when `package.json` could not be read. */
  readonly name?: string;
  readonly ok: boolean;
  readonly problems: readonly PackProblem[];
  /** Files that `--write` wrote. */
  readonly written: readonly string[];
}

/** The gate's word on packs: open when `ok`. */
export interface VerifyReport {
  readonly ok: boolean;
  readonly katas: readonly KataReport[];
  readonly packs: readonly PackReport[];
}

/** Whether none of the problems keeps the gate closed. */
export function isOpen(problems: readonly PackProblem[]): boolean {
  return problems.every(({ severity }) => severity !== "error");
}
