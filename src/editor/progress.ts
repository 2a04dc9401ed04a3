import * as vscode from "vscode";
import type { Attempt } from "../core/checks/attempt";
import type { Solution } from "../core/checks/attemptRunner";
import type { Logger } from "../core/logger";
import { solutionDigest } from "../core/progress/changes";
import { standingOf } from "../core/progress/kataState";
import type { KataStanding, KataState } from "../core/progress/kataState";
import type { KeyValueStore, ProgressAccess, Recorded } from "../core/progress/progressAccess";
import { emptyKataProgress } from "../core/progress/progressData";
import { ProgressStore } from "../core/progress/progressStore";
import { storedKeys } from "../ids";
import type { AttemptRecord } from "./checking/checker";
import { inBackground } from "./commands";
import { translateError } from "./messages";
import { localFolders } from "./paths";
import type { LoadServices } from "./services";
import type { StartedKata } from "./startedKata";
import type { StoredState, StoredValue } from "./storedState";

export interface ProgressSurroundings {
  readonly services: LoadServices;
  readonly stored: StoredState;
  readonly log: Logger;
  /** Tells the person that progress is not on the disk, and why. */
  readonly warn: (message: string) => void;
  readonly newId: () => string;
}

const byMerit: readonly KataState[] = ["passed", "failed", "started", "notStarted"];
const nothing = standingOf(emptyKataProgress);

const summaries: StoredValue<Readonly<Record<string, unknown>>> = {
  key: storedKeys.progress,
  version: 1,
  parse: (stored) => (typeof stored === "object" && stored !== null ? (stored as Readonly<Record<string, unknown>>) : undefined),
  empty: {},
};

/** Where the learner stands, over all folders of the workspace: one record for each. */
export class LearnerProgress implements AttemptRecord, vscode.Disposable {
  private readonly stores = new Map<string, ProgressStore>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly disposables: vscode.Disposable[] = [this.changed];
  private warned: string | undefined;

  constructor(private readonly around: ProgressSurroundings) {}

  /** Unites what the editor stored with the files in the folders; nothing is read from the disk before. */
  async load(): Promise<void> {
    await Promise.all(localFolders().map(async ({ path }) => this.tellOf(await this.storeOf(path).load())));
  }

  stateOf(uuid: string): KataState {
    return this.standingOf(uuid).state;
  }

  /** The best standing in any of the folders. */
  standingOf(uuid: string): KataStanding {
    const standings = localFolders().map(({ path }) => this.storeOf(path).standingOf(uuid));
    return byMerit.flatMap((state) => standings.filter((standing) => standing.state === state))[0] ?? nothing;
  }

  /** The record of the folder that a kata was started in. */
  of(started: StartedKata): ProgressStore {
    return this.storeOf(started.workspace);
  }

  helpTaken({ workspace, kata }: StartedKata): { readonly hintsUsed: number; readonly solutionShown: boolean } {
    const { hintsUsed, solutionShown } = this.storeOf(workspace).standingOf(kata.manifest.uuid);
    return { hintsUsed, solutionShown };
  }

  async record(started: StartedKata, attempt: Attempt, solution: Solution): Promise<void> {
    const { hasher } = await this.around.services();
    this.tellOf(await this.of(started).record(attempt, solutionDigest(solution, hasher)));
  }

  /** Tells the person what kept something from being saved, once for each reason. */
  tellOf({ problem }: Recorded): void {
    const message = problem === undefined ? undefined : translateError(problem);
    if (message !== undefined && message !== this.warned) {
      this.around.warn(message);
    }
    this.warned = message;
  }

  /** Resolves when everything is written. */
  async settled(): Promise<void> {
    await Promise.all([...this.stores.values()].map((store) => store.settled()));
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private storeOf(folder: string): ProgressStore {
    const known = this.stores.get(folder);
    if (known !== undefined) {
      return known;
    }
    const { services, newId, log } = this.around;
    const file: ProgressAccess = {
      read: async () => (await services()).progressIn(folder).read(),
      update: async (change) => (await services()).progressIn(folder).update(change),
    };
    const store = new ProgressStore({ file, state: this.stateFor(folder), now: () => new Date(), newId, logger: log });
    this.stores.set(folder, store);
    this.disposables.push(store.onDidChange(() => this.changed.fire()), this.watch(folder, store));
    return store;
  }

  /** Another window, or the command line, may write too. */
  private watch(folder: string, store: ProgressStore): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.file(folder), ".health-it-katas/progress.json"));
    const reload = (): void => inBackground(this.around.log, "Reading the progress again", store.load());
    return vscode.Disposable.from(watcher, watcher.onDidChange(reload), watcher.onDidCreate(reload), watcher.onDidDelete(reload));
  }

  private stateFor(folder: string): KeyValueStore {
    const { stored } = this.around;
    return {
      get: (key) => stored.read(summaries)[`${key} ${folder}`],
      update: (key, value) => stored.write(summaries, { ...stored.read(summaries), [`${key} ${folder}`]: value }),
    };
  }
}
