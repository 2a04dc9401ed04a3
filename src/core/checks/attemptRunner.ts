import type { Kata } from "../packs/kata";
import type { Attempt } from "./attempt";
import type { CheckResult } from "./checkResult";
import type { TestRunListener } from "./testRunner";

/** What the learner handed in: bytes by the names of `kata.json`; a file that is not there is not in the map. */
export type Solution = ReadonlyMap<string, Uint8Array>;

export interface AttemptRequest {
  readonly kata: Kata;
  readonly solution: Solution;
  readonly seed: number;
  /** Ids of the checks to run; all when left out. What they need is run too. */
  readonly only?: readonly string[];
  readonly hintsUsed: number;
  readonly solutionShown: boolean;
  readonly aiOff: boolean;
  readonly editor: string;
}

/** Results flow to this listener as they come; the Test Explorer, Problems, the status bar and the brief are such listeners. */
export interface AttemptListener extends TestRunListener {
  checkStarted?(check: string): void;
  checkEnded?(result: CheckResult): void;
  attemptEnded?(attempt: Attempt): void;
}

export interface AttemptRunner {
  /** Rejects only with the abort reason of `signal`; everything else that goes wrong is an errored result. */
  run(request: AttemptRequest, listener: AttemptListener, signal: AbortSignal): Promise<Attempt>;
}
