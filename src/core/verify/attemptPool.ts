import type { Attempt } from "../checks/attempt";
import type { AttemptRequest, AttemptRunner } from "../checks/attemptRunner";

/** Spreads attempts over runners, each of which makes one attempt at a time, in the order in which they are asked for. */
export class AttemptPool {
  private readonly idle: AttemptRunner[];
  private readonly waiting: ((runner: AttemptRunner) => void)[] = [];

  /** @param runners at least one; as many attempts run at once */
  constructor(runners: readonly AttemptRunner[]) {
    this.idle = [...runners];
    this.size = runners.length;
  }

  /** How many attempts run at once. */
  readonly size: number;

  /** Rejects only with the abort reason of `signal`. */
  async run(request: AttemptRequest, signal: AbortSignal): Promise<Attempt> {
    const runner = this.idle.pop() ?? (await new Promise<AttemptRunner>((resolve) => this.waiting.push(resolve)));
    try {
      signal.throwIfAborted();
      return await runner.run(request, {}, signal);
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) {
        this.idle.push(runner);
      } else {
        next(runner);
      }
    }
  }
}
