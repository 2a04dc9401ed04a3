import type { Attempt } from "../../core/checks/attempt";
import type { AttemptListener } from "../../core/checks/attemptRunner";
import type { StartedKata } from "../startedKata";

/** What made a check start. */
export type CheckCause = "command" | "save" | "testExplorer";

/** One look at a solution, from its start on. */
export interface CheckRun {
  readonly started: StartedKata;
  readonly cause: CheckCause;
  /** Ids of the checks asked for; all when left out. */
  readonly only?: readonly string[];
}

/** Told how one run goes, in order; the last thing told is `attemptEnded`, `cancelled` or `broken`. */
export interface RunListener extends AttemptListener {
  attemptEnded?(attempt: Attempt): void;
  /** Another run took its place, or the person stopped it; what was told so far no longer counts. */
  cancelled?(): void;
  /** It could not be carried out; `message` is for the person. */
  broken?(message: string): void;
}

/** Somewhere results are shown. */
export interface CheckSurface {
  begin(run: CheckRun): RunListener;
}

/** Passes everything on to several listeners. One that throws is a fault of ours that must not keep the others from hearing. */
export function combine(listeners: readonly RunListener[], onFault: (error: unknown) => void): Required<RunListener> {
  const tell = (speak: (listener: RunListener) => void): void => {
    for (const listener of listeners) {
      try {
        speak(listener);
      } catch (error) {
        onFault(error);
      }
    }
  };
  return {
    started: (protections) => tell((each) => each.started?.(protections)),
    checkStarted: (check) => tell((each) => each.checkStarted?.(check)),
    testsFound: (check, titles) => tell((each) => each.testsFound?.(check, titles)),
    testStarted: (check, title) => tell((each) => each.testStarted?.(check, title)),
    output: (check, test, text) => tell((each) => each.output?.(check, test, text)),
    testEnded: (check, row) => tell((each) => each.testEnded?.(check, row)),
    checkEnded: (result) => tell((each) => each.checkEnded?.(result)),
    attemptEnded: (attempt) => tell((each) => each.attemptEnded?.(attempt)),
    cancelled: () => tell((each) => each.cancelled?.()),
    broken: (message) => tell((each) => each.broken?.(message)),
  };
}
