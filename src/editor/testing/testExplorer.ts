import * as vscode from "vscode";
import type { Logger } from "../../core/logger";
import { testControllerId } from "../../ids";
import { isTestCheck } from "../../core/packs/kataManifest";
import { inBackground } from "../commands";
import type { Checker } from "../checking/checker";
import type { CheckRun, CheckSurface, RunListener } from "../checking/checkRun";
import type { KataFolders } from "../kataFolders";
import type { StartedKata } from "../startedKata";
import type { DebugAsk } from "./debugging";
import { codeTag, TestItems } from "./testItems";
import { showInTestRun } from "./testRunSurface";

export interface TestExplorerSurroundings {
  readonly folders: KataFolders;
  readonly log: Logger;
  /** Starts a debugger on test checks and resolves when it has ended. */
  readonly debug: (ask: DebugAsk) => Promise<void>;
  /** Tells the person why a debugger did not start. */
  readonly warn: (error: unknown) => void;
}

/** One part of a run: a kata and the checks of it that were asked for. */
interface Asked {
  readonly started: StartedKata;
  /** All of them when left out. */
  readonly only?: readonly string[];
}

/** Katas that were started, in the Test Explorer. A run there and a check elsewhere show the same results. */
export class TestExplorer implements CheckSurface, vscode.Disposable {
  private readonly controller = vscode.tests.createTestController(testControllerId, vscode.l10n.t("Katas"));
  private readonly items = new TestItems(this.controller);
  private readonly profile: vscode.TestRunProfile;
  private readonly continuous = new Set<vscode.TestRunRequest>();
  private checker: Checker | undefined;

  constructor(private readonly around: TestExplorerSurroundings) {
    const { controller } = this;
    this.profile = controller.createRunProfile(
      vscode.l10n.t("Check"),
      vscode.TestRunProfileKind.Run,
      (request, token) => this.run(request, token),
      true,
      undefined,
      true,
    );
    controller.createRunProfile(vscode.l10n.t("Debug"), vscode.TestRunProfileKind.Debug, (request, token) => this.debug(request, token), false, codeTag);
    controller.resolveHandler = (item) => (item === undefined ? this.discover() : undefined);
    controller.refreshHandler = () => this.discover();
  }

  /** Who carries runs out; given late, because results are shown here too. */
  connect(checker: Checker): void {
    this.checker = checker;
  }

  /** The kata that an item, or a failure of an item, belongs to. */
  startedOf(value: unknown): StartedKata | undefined {
    const item = typeof value === "object" && value !== null && "test" in value ? value.test : value;
    return this.items.meaningOf(item as vscode.TestItem)?.started;
  }

  /** Lists a kata that was just started or opened. */
  add(started: StartedKata): void {
    this.items.ofKata(started);
  }

  /** Greys the results of a kata whose files were changed. */
  markStale(started: StartedKata): void {
    const item = this.controller.items.get(started.folder);
    if (item !== undefined) {
      this.controller.invalidateTestResults(item);
    }
  }

  /** Whether the kata is to be checked at each save because somebody switched that on here. */
  isContinuous(started: StartedKata): boolean {
    return this.continuousRequest(started) !== undefined;
  }

  begin({ started, cause, only }: CheckRun): RunListener {
    if (cause === "testExplorer") {
      return {};
    }
    const item = this.items.ofKata(started);
    const request =
      (cause === "save" ? this.continuousRequest(started) : undefined) ?? new vscode.TestRunRequest([item], undefined, this.profile, false, true);
    return showInTestRun(this.controller.createTestRun(request, started.kata.manifest.title), this.items, started, only);
  }

  dispose(): void {
    this.controller.dispose();
  }

  private async discover(): Promise<void> {
    this.items.keepOnly(await this.around.folders.all());
  }

  private async run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    if (request.continuous === true) {
      this.continuous.add(request);
      token.onCancellationRequested(() => this.continuous.delete(request));
      return;
    }
    const { checker } = this;
    for (const { started, only } of this.askedBy(request)) {
      if (checker === undefined || token.isCancellationRequested) {
        return;
      }
      const run = this.controller.createTestRun(request, started.kata.manifest.title);
      const controller = new AbortController();
      const cancelling = vscode.Disposable.from(token.onCancellationRequested(() => controller.abort()), run.token.onCancellationRequested(() => controller.abort()));
      const shown = showInTestRun(run, this.items, started, only);
      try {
        const asked: CheckRun = { started, cause: "testExplorer", ...(only === undefined ? {} : { only }) };
        if ((await checker.check(asked, controller.signal, shown)) === undefined) {
          run.end();
        }
      } catch (error) {
        // The surfaces have said it; the log keeps it.
        inBackground(this.around.log, "A run of the Test Explorer", Promise.reject(error instanceof Error ? error : new Error(String(error))));
      } finally {
        cancelling.dispose();
      }
    }
  }

  private async debug(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    for (const { started, only } of this.askedBy(request)) {
      const checks = started.kata.manifest.checks.filter(isTestCheck).map(({ id }) => id).filter((id) => only === undefined || only.includes(id));
      if (token.isCancellationRequested || checks.length === 0) {
        continue;
      }
      const run = this.controller.createTestRun(request, started.kata.manifest.title);
      try {
        await this.around.debug({ started, checks, run, listener: showInTestRun(run, this.items, started, checks), token });
      } catch (error) {
        this.around.warn(error);
      } finally {
        run.end();
      }
    }
  }

  /** Include minus exclude, by kata and check: a check is the least that can run. */
  private askedBy({ include, exclude = [] }: Pick<vscode.TestRunRequest, "include" | "exclude">): readonly Asked[] {
    const roots = include ?? [...this.controller.items].map(([, item]) => item);
    const byFolder = new Map<string, { readonly started: StartedKata; readonly checks: Set<string> }>();
    for (const item of roots) {
      const meaning = this.items.meaningOf(item);
      if (meaning === undefined) {
        continue;
      }
      const { started, check } = meaning;
      const asked = byFolder.get(started.folder) ?? { started, checks: new Set<string>() };
      byFolder.set(started.folder, asked);
      for (const id of check === undefined ? started.kata.manifest.checks.map((each) => each.id) : [check]) {
        asked.checks.add(id);
      }
    }
    for (const item of exclude) {
      const meaning = this.items.meaningOf(item);
      const asked = byFolder.get(meaning?.started.folder ?? "");
      if (meaning !== undefined && meaning.title === undefined && asked !== undefined) {
        if (meaning.check === undefined) {
          asked.checks.clear();
        } else {
          asked.checks.delete(meaning.check);
        }
      }
    }
    return [...byFolder.values()]
      .filter(({ checks }) => checks.size > 0)
      .map(({ started, checks }) => (checks.size === started.kata.manifest.checks.length ? { started } : { started, only: [...checks] }));
  }

  private continuousRequest(started: StartedKata): vscode.TestRunRequest | undefined {
    return [...this.continuous].find((request) => this.askedBy(request).some((asked) => asked.started.folder === started.folder));
  }
}
