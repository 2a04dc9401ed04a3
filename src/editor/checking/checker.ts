import type { Attempt } from "../../core/checks/attempt";
import type { AttemptRunner, Solution } from "../../core/checks/attemptRunner";
import { HumanError, toError } from "../../core/humanError";
import type { Logger } from "../../core/logger";
import type { StartedKata } from "../startedKata";
import { combine } from "./checkRun";
import type { CheckRun, CheckSurface, RunListener } from "./checkRun";

/** What is known of a learner before an attempt, and stored of it after. */
export interface AttemptRecord {
  /** What the attempt is to say of help that was taken. */
  helpTaken(started: StartedKata): { readonly hintsUsed: number; readonly solutionShown: boolean };
  record(started: StartedKata, attempt: Attempt, solution: Solution): Promise<void>;
}

export interface CheckerSurroundings {
  readonly runner: () => Promise<AttemptRunner>;
  /** What lies on the disk; when the person asked for the check, after saving what is open. */
  readonly solutionOf: (run: CheckRun) => Promise<Solution>;
  readonly record: AttemptRecord;
  readonly surfaces: readonly CheckSurface[];
  readonly log: Logger;
  /** How attempts name this editor, such as `vscode 1.100.0`. */
  readonly editor: string;
  readonly aiOff: () => boolean;
  /** A seed for an attempt whose kata has none of its own. */
  readonly newSeed: () => number;
  /** What a person is told of a run that could not be carried out. */
  readonly explain: (error: unknown) => string;
}

interface Running {
  readonly controller: AbortController;
  readonly done: Promise<unknown>;
}

/**
 * Runs checks and passes what happens on to every surface. At most one run per kata: the next one takes the place of the one before,
 * whose results are dropped, whatever they were going to be.
 */
export class Checker {
  private readonly running = new Map<string, Running>();

  constructor(private readonly around: CheckerSurroundings) {}

  /**
   * Looks at a started kata.
   * @param extra hears of this run only
   * @returns the attempt; `undefined` when another run took its place or `signal` ended it
   * @throws what kept the solution or the kata from being read
   */
  async check(run: CheckRun, signal?: AbortSignal, extra?: RunListener): Promise<Attempt | undefined> {
    const { folder } = run.started;
    if (signal?.aborted === true) {
      return undefined;
    }
    const before = this.running.get(folder);
    const controller = new AbortController();
    const stop = (): void => controller.abort(new AbortedCheck());
    const work = this.carryOut(run, controller.signal, before, extra);
    this.running.set(folder, { controller, done: work.catch(() => undefined) });
    signal?.addEventListener("abort", stop, { once: true });
    try {
      return await work;
    } finally {
      signal?.removeEventListener("abort", stop);
      if (this.running.get(folder)?.controller === controller) {
        this.running.delete(folder);
      }
    }
  }

  isRunning(folder: string): boolean {
    return this.running.has(folder);
  }

  /** Ends whatever runs and waits until it has ended. */
  async stopAll(): Promise<void> {
    const all = [...this.running.values()];
    for (const { controller } of all) {
      controller.abort(new AbortedCheck());
    }
    await Promise.all(all.map(({ done }) => done));
  }

  private async carryOut(run: CheckRun, signal: AbortSignal, before: Running | undefined, extra: RunListener | undefined): Promise<Attempt | undefined> {
    const { surfaces, log, explain } = this.around;
    if (before !== undefined) {
      before.controller.abort(new AbortedCheck());
      await before.done;
    }
    if (signal.aborted) {
      return undefined;
    }
    const listeners = [...surfaces.map((surface) => surface.begin(run)), ...(extra === undefined ? [] : [extra])];
    const all = combine(listeners, (error) => log.error("A view of the results failed.", error));
    try {
      const attempt = await this.attempt(run, signal, all);
      log.info(`${run.started.kata.id}: ${attempt.outcome} in ${attempt.durationMs.toFixed(0)} ms (${run.cause}).`);
      all.attemptEnded(attempt);
      return attempt;
    } catch (thrown) {
      if (signal.aborted) {
        log.debug(`${run.started.kata.id}: a later run took the place of this one, or it was stopped.`);
        all.cancelled();
        return undefined;
      }
      all.broken(explain(thrown));
      throw thrown instanceof HumanError ? thrown : toError(thrown);
    }
  }

  private async attempt(run: CheckRun, signal: AbortSignal, all: Required<RunListener>): Promise<Attempt> {
    const { runner, solutionOf, record, editor, aiOff, newSeed } = this.around;
    const { started } = run;
    const [attempts, solution] = await Promise.all([runner(), solutionOf(run)]);
    signal.throwIfAborted();
    const request = {
      kata: started.kata,
      solution,
      seed: started.seed ?? newSeed(),
      ...(run.only === undefined ? {} : { only: run.only }),
      ...record.helpTaken(started),
      aiOff: aiOff(),
      editor,
    };
    // The end is told by whoever called this, once it is known that no later run took the place.
    const attempt = await attempts.run(request, { ...all, attemptEnded: () => undefined }, signal);
    signal.throwIfAborted();
    await record.record(started, attempt, solution);
    return attempt;
  }
}

class AbortedCheck extends Error {
  override readonly name = "AbortError";

  constructor() {
    super("Another check took the place of this one, or it was stopped.");
  }
}
