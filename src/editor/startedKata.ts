import type { Kata } from "../core/packs/kata";

/** A kata whose files lie in a folder of the learner's. */
export interface StartedKata {
  readonly kata: Kata;
  /** Absolute path of that folder, with `/`. */
  readonly folder: string;
  /** Absolute path of the workspace folder it is in, with `/`. */
  readonly workspace: string;
  /** From it come the inputs that tests generate; without one, each attempt gets its own. */
  readonly seed?: number;
}
