import * as vscode from "vscode";
import type { AttemptRunner } from "../core/checks/attemptRunner";
import type { TestRunner } from "../core/checks/testRunner";
import type { KataMarker } from "../core/learner/kataFolder";
import type { Logger } from "../core/logger";
import type { KataSource } from "../core/packs/catalogue";
import type { EarlierKata } from "../core/packs/install/earlierVersions";
import type { PackStore } from "../core/packs/install/packStore";
import type { ProgressAccess } from "../core/progress/progressAccess";
import type { DebugRequest, DebugRun } from "../env/debugRun";
import type { Services as NodeServices } from "../env/services";
import type { renderMarkdown } from "./brief/markdown";
import { pathOf } from "./paths";
import { readSettings } from "./settings";

/** What the editor takes from the parts that are loaded on first use. */
export interface Services extends Pick<NodeServices, "files" | "hasher" | "packs" | "katas" | "catalogue" | "gate" | "examine" | "dispose"> {
  /** Makes attempts; test checks wait for the workspace to be trusted. */
  readonly attempts: AttemptRunner;
  readonly testRunner: TestRunner;
  /** The packs that were installed. */
  readonly installed: PackStore;
  /** A started kata that the version in use of its pack no longer has. */
  earlierKata(marker: KataMarker): Promise<EarlierKata | undefined>;
  readonly renderMarkdown: typeof renderMarkdown;
  /** Prepares a run of tests that a debugger starts. */
  prepareDebugRun(request: DebugRequest): Promise<DebugRun>;
  /** The record kept in a workspace folder (absolute path with `/`). */
  progressIn(workspaceFolder: string): ProgressAccess;
}

/** Gives the services, the same ones each time; loads them at the first call. */
export type LoadServices = () => Promise<Services>;

/** The services of one window: nothing is loaded before somebody asks, and what was loaded ends with the window. */
export class LazyServices implements vscode.Disposable {
  private loading: Promise<Services> | undefined;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly sources: readonly KataSource[],
    /** Absolute, with `/`: where packs are installed. */
    private readonly dataFolder: string,
    private readonly log: Logger,
  ) {}

  readonly get: LoadServices = () => (this.loading ??= this.load());

  /** Ends every worker and child process. */
  async end(): Promise<void> {
    await (await this.loading?.catch(() => undefined))?.dispose();
  }

  dispose(): void {
    void this.end();
  }

  private async load(): Promise<Services> {
    const from = performance.now();
    const { createEditorServices } = await import("./onFirstUse");
    const services = createEditorServices(
      {
        distFolder: pathOf(vscode.Uri.joinPath(this.extension, "dist")) ?? "",
        sources: this.sources,
        logger: this.log,
        nodePath: readSettings.nodePath,
      },
      () => vscode.workspace.isTrusted,
      this.dataFolder,
    );
    this.log.debug(`What is not needed to activate was loaded in ${(performance.now() - from).toFixed(0)} ms.`);
    return services;
  }
}
