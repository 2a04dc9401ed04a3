import * as vscode from "vscode";
import type { Logger } from "../core/logger";
import type { Checker } from "./checking/checker";
import type { Looks } from "./checking/looks";
import { inBackground } from "./commands";
import type { KataFolders } from "./kataFolders";
import { filesOf } from "./openKata";
import { pathOf } from "./paths";
import { readSettings } from "./settings";
import type { StartedKata } from "./startedKata";
import type { TestExplorer } from "./testing/testExplorer";

/** Saves that follow one another this fast, in ms, are one: formatters, autosave and "save all" come in bursts. */
const burst = 150;

export interface CheckOnSaveSurroundings {
  readonly folders: KataFolders;
  readonly checker: Checker;
  readonly looks: Looks;
  readonly tests: TestExplorer;
  readonly log: Logger;
}

/** Checks a kata when a file of it is saved, and marks its verdict as of before when one is changed. */
export class CheckOnSave implements vscode.Disposable {
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly subscriptions: vscode.Disposable;
  /** Set while a check saves files itself, which is no reason for another check. */
  private quiet = 0;

  constructor(private readonly around: CheckOnSaveSurroundings) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (this.quiet === 0) {
          inBackground(around.log, "Checking on save", this.saved(document));
        }
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.changed(document);
        }
      }),
    );
  }

  /** Does something that saves files without having them checked for it. */
  async quietly<T>(work: () => Promise<T>): Promise<T> {
    this.quiet++;
    try {
      return await work();
    } finally {
      this.quiet--;
    }
  }

  dispose(): void {
    this.subscriptions.dispose();
    for (const timer of this.waiting.values()) {
      clearTimeout(timer);
    }
  }

  private async saved({ uri }: vscode.TextDocument): Promise<void> {
    const { folders, checker, tests, log } = this.around;
    const started = await folders.at(uri);
    if (started === undefined || !isHandedIn(started, uri) || !(readSettings.checkOnSave(uri) || tests.isContinuous(started))) {
      return;
    }
    clearTimeout(this.waiting.get(started.folder));
    this.waiting.set(
      started.folder,
      setTimeout(() => {
        this.waiting.delete(started.folder);
        inBackground(log, "Checking on save", checker.check({ started, cause: "save" }));
      }, burst),
    );
  }

  /** Called at every key that is pressed in any document. */
  private changed({ uri }: vscode.TextDocument): void {
    const { folders, looks, tests } = this.around;
    const started = folders.knownAt(uri);
    if (started !== undefined && isHandedIn(started, uri)) {
      const { phase, stale } = looks.of(started.folder);
      if (phase === "ended" && !stale) {
        looks.markStale(started.folder);
        tests.markStale(started);
      }
    }
  }
}

function isHandedIn(started: StartedKata, uri: vscode.Uri): boolean {
  return filesOf(started).some((path) => path === pathOf(uri));
}
