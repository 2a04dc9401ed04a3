import type { Attempt } from "../checks/attempt";
import { HumanError, toError } from "../humanError";
import type { Logger } from "../logger";
import { withAttempt, withEvent, withoutKata } from "./changes";
import type { KataStanding, KataState } from "./kataState";
import { standingOf, summaryOf } from "./kataState";
import { merge, sameProgress } from "./merge";
import type { KeyValueStore, ProgressAccess, Recorded } from "./progressAccess";
import type { KataProgress, ProgressData } from "./progressData";
import { emptyProgress, kataProgressOf } from "./progressData";
import { readProgress } from "./progressReader";

/** Key of the summary in the editor's state. */
export const progressStateKey = "progress";

/** How often the solution must be asked for before it is shown to someone who has not passed. */
const asksNeeded = 2;

export interface ProgressStoreOptions {
  /** The record in the learner's folder; undefined while no folder is open. */
  readonly file: ProgressAccess | undefined;
  readonly state: KeyValueStore;
  /** The time, for events and removals. */
  readonly now: () => Date;
  /** Gives a UUID that was never given before. */
  readonly newId: () => string;
  readonly logger: Logger;
}

interface StoredState {
  readonly summary: ProgressData;
  /** Ids of attempts that are not in the file yet. */
  readonly unsaved: readonly string[];
}

/** What was found in the editor's state; `keep` when a newer program wrote it, so that it must not be written over. */
interface FoundState extends StoredState {
  readonly keep: boolean;
}

/**
 * A learner's progress in one folder. The file in the folder is the whole record; the editor's state holds a summary, which is there at once and outlives the
 * loss of the file. Both are united on `load` and with every change, so either may be lost, or the folder moved, without losing what the other one has.
 * Changes show at once and are written in their order.
 */
export class ProgressStore {
  private data: ProgressData;
  private readonly unsaved: Set<string>;
  private readonly keepState: boolean;
  private readonly writer: string;
  private readonly listeners = new Set<() => void>();
  private queue: Promise<unknown> = Promise.resolve();
  private lastProblem: HumanError | undefined;

  /** The summary of the editor's state is there right away; `load` adds the file. */
  constructor(private readonly options: ProgressStoreOptions) {
    this.writer = options.newId();
    const stored = readState(options.state.get(progressStateKey), options.logger);
    this.data = stored.summary;
    this.unsaved = new Set(stored.unsaved);
    this.keepState = stored.keep;
  }

  /** Why the file could not be read or written the last time; undefined when all is well. */
  get problem(): HumanError | undefined {
    return this.lastProblem;
  }

  /** Reads the file again and unites it with what is known, both ways. Never rejects: what went wrong is in the answer. */
  load(): Promise<Recorded> {
    return this.inTurn(async () => {
      const { file } = this.options;
      if (file === undefined) {
        return this.notInFile();
      }
      try {
        const read = await file.read();
        const known = merge(read, this.data);
        this.replace(known);
        // What the file lacks came from the state: the file was lost, or could not be written.
        if (this.unsaved.size > 0 || !sameProgress(read, known)) {
          return await this.save();
        }
        this.lastProblem = undefined;
        await this.saveState();
        return { saved: true };
      } catch (error) {
        return this.failed(error);
      }
    });
  }

  /**
   * Records an attempt. Resolves when it is on the disk, or when that failed.
   * @param solution digest of what was handed in, from `solutionDigest`
   */
  record(attempt: Attempt, solution: string): Promise<Recorded> {
    return this.change((data) => {
      const recorded = withAttempt(data, attempt, solution, this.writer);
      this.unsaved.add(recorded.id);
      return recorded.data;
    });
  }

  /** Records that the starter files of a kata were written. */
  started(uuid: string): Promise<Recorded> {
    return this.addEvent(uuid, "started", "started");
  }

  /** Records that hint `number`, from 1, was shown. The same hint counts once. */
  hintUsed(uuid: string, number: number): Promise<Recorded> {
    return this.addEvent(uuid, `hint-${String(number)}`, "hint");
  }

  /**
   * Records that the solution was asked for, and says whether it may be shown: after passing, or when asked at least twice.
   * Whoever then shows it tells so with `solutionShown`.
   */
  async solutionAsked(uuid: string): Promise<Recorded & { readonly allowed: boolean }> {
    const recorded = this.addEvent(uuid, this.options.newId(), "asked");
    const { state, solutionAsked } = this.standingOf(uuid);
    return { ...(await recorded), allowed: state === "passed" || solutionAsked >= asksNeeded };
  }

  /** Records that the solution was shown. */
  solutionShown(uuid: string): Promise<Recorded> {
    return this.addEvent(uuid, "shown", "shown");
  }

  /** Removes all that is known of a kata, everywhere where this record is united with another. */
  remove(uuid: string): Promise<Recorded> {
    return this.change((data) => withoutKata(data, uuid, this.time()));
  }

  stateOf(uuid: string): KataState {
    return this.standingOf(uuid).state;
  }

  standingOf(uuid: string): KataStanding {
    return standingOf(this.progressOf(uuid));
  }

  /** Everything known of a kata; attempts of the state alone are without results until the file is loaded. */
  progressOf(uuid: string): KataProgress {
    return kataProgressOf(this.data, uuid);
  }

  /** Uuids of all katas of which something is known. */
  uuids(): readonly string[] {
    return Object.keys(this.data.katas);
  }

  /** Calls `listener` after every change; returns what ends that. */
  onDidChange(listener: () => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  }

  /** Resolves when everything asked for so far is written, or has failed. */
  async settled(): Promise<void> {
    await this.queue;
  }

  private addEvent(uuid: string, id: string, kind: "started" | "hint" | "asked" | "shown"): Promise<Recorded> {
    return this.change((data) => withEvent(data, uuid, { id, kind }, this.time()));
  }

  private change(change: (data: ProgressData) => ProgressData): Promise<Recorded> {
    this.replace(change(this.data));
    return this.inTurn(() => this.save());
  }

  private async save(): Promise<Recorded> {
    const { file } = this.options;
    if (file === undefined) {
      return this.notInFile();
    }
    const writing = this.data;
    const ids = [...this.unsaved];
    try {
      const written = await file.update((current) => united(current, writing));
      ids.forEach((id) => this.unsaved.delete(id));
      this.lastProblem = undefined;
      this.replace(merge(written, this.data));
      await this.saveState();
      return { saved: true };
    } catch (error) {
      return this.failed(error);
    }
  }

  private async failed(error: unknown): Promise<Recorded> {
    const problem =
      error instanceof HumanError
        ? error
        : new HumanError("progress.failed", `Your progress could not be saved (${toError(error).message}). It is kept in the editor and written with the next check.`, {}, { cause: error });
    if (this.lastProblem?.message !== problem.message) {
      this.options.logger.warn(problem.message);
    }
    this.lastProblem = problem;
    await this.saveState();
    return { saved: false, problem };
  }

  private async notInFile(): Promise<Recorded> {
    await this.saveState();
    return { saved: false };
  }

  private async saveState(): Promise<void> {
    if (this.keepState) {
      return;
    }
    const stored: StoredState = { summary: summaryOf(this.data, this.unsaved), unsaved: [...this.unsaved] };
    try {
      await this.options.state.update(progressStateKey, stored);
    } catch (error) {
      this.options.logger.error("The summary of the progress could not be kept in the editor's state.", error);
    }
  }

  private replace(data: ProgressData): void {
    const changed = !sameProgress(data, this.data);
    this.data = data;
    if (changed) {
      for (const listener of [...this.listeners]) {
        listener();
      }
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private time(): string {
    return this.options.now().toISOString();
  }
}

function readState(value: unknown, logger: Logger): FoundState {
  if (value === undefined) {
    return { summary: emptyProgress, unsaved: [], keep: false };
  }
  const { summary, unsaved } = typeof value === "object" && value !== null ? (value as { summary?: unknown; unsaved?: unknown }) : {};
  const reading = readProgress(summary);
  if (reading.kind !== "sound") {
    logger.warn(`The summary of the progress in the editor's state is ${reading.kind}; what the progress file holds counts.`);
  }
  return {
    summary: reading.kind === "newer" ? emptyProgress : reading.data,
    unsaved: Array.isArray(unsaved) ? unsaved.filter((id): id is string => typeof id === "string") : [],
    keep: reading.kind === "newer",
  };
}

/** Both together; `current` itself when it has everything already, so that nothing needs to be written. */
function united(current: ProgressData, addition: ProgressData): ProgressData {
  const both = merge(current, addition);
  return sameProgress(both, current) ? current : both;
}
