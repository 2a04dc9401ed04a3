import type { Attempt } from "../../core/checks/attempt";
import type { CheckResult, TestRow } from "../../core/checks/checkResult";
import type { Protections } from "../../core/checks/testRunner";
import type { CheckRun, CheckSurface, RunListener } from "./checkRun";

/** What is seen of a check while it runs. */
export interface LiveCheck {
  readonly tests: readonly TestRow[];
  /** Its result, once it has one. */
  readonly result?: CheckResult;
}

/** What is known of a kata's solution at this moment. */
export interface Look {
  readonly phase: "none" | "running" | "ended" | "broken";
  /** The last attempt that came to its end. */
  readonly attempt?: Attempt;
  /** While it runs: checks that were begun, by id. */
  readonly live: ReadonlyMap<string, LiveCheck>;
  /** Why it could not be carried out, for the person. */
  readonly problem?: string;
  /** Whether a file was changed after the attempt. */
  readonly stale: boolean;
}

const notLooked: Look = { phase: "none", live: new Map(), stale: false };

/** Keeps, for every kata of this window, what its views show; tells them when it changes. */
export class Looks implements CheckSurface {
  private readonly byFolder = new Map<string, Look>();
  private readonly listeners = new Set<(folder: string) => void>();
  /** What the child process said of its protections when it was last used. */
  protections: Protections | undefined;

  of(folder: string): Look {
    return this.byFolder.get(folder) ?? notLooked;
  }

  onDidChange(listener: (folder: string) => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  }

  begin({ started: { folder } }: CheckRun): RunListener {
    const { attempt, stale, phase, problem } = this.of(folder);
    const before: Look = phase === "running" ? (attempt === undefined ? notLooked : { phase: "ended", attempt, live: new Map(), stale }) : this.of(folder);
    const kept = attempt === undefined ? {} : { attempt };
    const live = new Map<string, LiveCheck>();
    const show = (): void => this.set(folder, { phase: "running", ...kept, live: new Map(live), stale: false });
    const update = (check: string, change: (now: LiveCheck) => LiveCheck): void => {
      live.set(check, change(live.get(check) ?? { tests: [] }));
      show();
    };
    show();
    return {
      started: (protections) => {
        this.protections = protections;
      },
      checkStarted: (check) => update(check, (now) => now),
      testEnded: (check, row) => update(check, (now) => ({ ...now, tests: [...now.tests, row] })),
      checkEnded: (result) => update(result.check, (now) => ({ ...now, result })),
      attemptEnded: (ended) => this.set(folder, { phase: "ended", attempt: ended, live: new Map(), stale: false }),
      cancelled: () => this.set(folder, phase === "broken" && problem !== undefined ? { ...before, problem } : before),
      broken: (message) => this.set(folder, { phase: "broken", ...kept, live: new Map(), problem: message, stale: false }),
    };
  }

  /** Notes that a file was changed after the last attempt. */
  markStale(folder: string): void {
    const look = this.of(folder);
    if (look.phase === "ended" && !look.stale) {
      this.set(folder, { ...look, stale: true });
    }
  }

  /** Forgets a kata whose files were replaced. */
  forget(folder: string): void {
    this.set(folder, notLooked);
  }

  private set(folder: string, look: Look): void {
    this.byFolder.set(folder, look);
    for (const listener of [...this.listeners]) {
      listener(folder);
    }
  }
}
