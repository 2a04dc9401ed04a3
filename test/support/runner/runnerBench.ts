import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { CheckResult } from "../../../src/core/checks/checkResult";
import type { TestCheckDeclaration } from "../../../src/core/packs/kataManifest";
import type { StagedFile, TestRunListener, TestRunRequest } from "../../../src/core/checks/testRunner";
import type { Logger } from "../../../src/core/logger";
import { ChildTestRunner, defaultOptions } from "../../../src/env/childTestRunner";
import type { ChildTestRunnerOptions } from "../../../src/env/childTestRunner";
import { NodeFinder } from "../../../src/env/nodeExecutable";
import { StagingFolders } from "../../../src/env/stagingFolders";
import { builtRunner } from "./builtRunner";

/** Files by their paths. */
export type Texts = Readonly<Record<string, string>>;

/** A run as tests write it down. */
export interface Scene {
  /** The learner's files. */
  readonly solution?: Texts;
  /** Files under `checks/`, without that prefix. Each `*.test.*` is a check, named after it, unless `declared` says otherwise. */
  readonly checks: Texts;
  readonly declared?: readonly TestCheckDeclaration[];
  readonly seed?: number;
  readonly deadlineMs?: number;
  readonly memoryLimit?: number;
}

/** A runner on a folder of its own (on the Node that the variable RUNNER_TEST_NODE names, if it is set), which at the end must have left nothing: no process, no folder. */
export class RunnerBench {
  readonly logged: string[] = [];
  /** What listeners were told, in order. */
  readonly told: string[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), "runner-bench-"));

  private constructor(
    runnerPath: string,
    node: string | undefined,
    options: Partial<ChildTestRunnerOptions>,
  ) {
    this.runner = new ChildTestRunner(runnerPath, new NodeFinder(() => node ?? process.env["RUNNER_TEST_NODE"]), new StagingFolders(this.folder), this.logger(), { ...defaultOptions, codeFolder: undefined, ...options });
  }

  readonly runner: ChildTestRunner;

  static async open(options: Partial<ChildTestRunnerOptions> = {}, node?: string): Promise<RunnerBench> {
    return new RunnerBench(await builtRunner(), node, options);
  }

  /** With the child's program under another path. */
  static openAt(runnerPath: string): RunnerBench {
    return new RunnerBench(runnerPath, undefined, {});
  }

  /** Runs a scene to its end; everything that is told is kept. */
  async run(scene: Scene, listener: TestRunListener = {}, signal: AbortSignal = new AbortController().signal): Promise<readonly CheckResult[]> {
    return await this.runner.run(requestOf(scene), this.listening(listener), signal);
  }

  /** Runs a scene with one check and gives its result. */
  async check(scene: Scene, listener?: TestRunListener): Promise<CheckResult> {
    const [result] = await this.run(scene, listener);
    assert.ok(result !== undefined, "the run gave no result");
    return result;
  }

  /** Paths of the staging folders that are there. */
  stagingFolders(): readonly string[] {
    return readdirSync(this.folder);
  }

  get base(): string {
    return this.folder;
  }

  /** Closes the runner and looks whether anything is left. */
  async close(): Promise<void> {
    await this.runner.dispose();
    const left = this.stagingFolders();
    rmSync(this.folder, { recursive: true, force: true });
    assert.deepEqual(left, [], "staging folders were left");
    assert.deepEqual(processesNaming(this.folder), [], "processes were left");
  }

  private logger(): Logger {
    const keep = (message: string): void => {
      this.logged.push(message);
    };
    return { trace: keep, debug: keep, info: keep, warn: keep, error: keep };
  }

  private listening(inner: TestRunListener): TestRunListener {
    const { told } = this;
    return {
      started: (protections) => {
        told.push("started");
        inner.started?.(protections);
      },
      checkStarted: (check) => {
        told.push(`checkStarted ${check}`);
        inner.checkStarted?.(check);
      },
      testsFound: (check, titles) => {
        told.push(`testsFound ${check}: ${titles.join(" | ")}`);
        inner.testsFound?.(check, titles);
      },
      testStarted: (check, title) => {
        told.push(`testStarted ${check}: ${title}`);
        inner.testStarted?.(check, title);
      },
      output: (check, test, text) => {
        told.push(`output ${check}: ${test ?? "-"}: ${text.length > 200 ? `${String(text.length)} characters` : text}`);
        inner.output?.(check, test, text);
      },
      testEnded: (check, row) => {
        told.push(`testEnded ${check}: ${row.title}: ${row.outcome}`);
        inner.testEnded?.(check, row);
      },
      checkEnded: (result) => {
        told.push(`checkEnded ${result.check}: ${result.outcome}`);
        inner.checkEnded?.(result);
      },
    };
  }
}

/** The request that a scene stands for. */
export function requestOf(scene: Scene): TestRunRequest {
  const declared =
    scene.declared ??
    Object.keys(scene.checks)
      .filter((name) => /\.test\.\w+$/.test(name))
      .map((name) => ({ id: name.replace(/\.test\.\w+$/, ""), title: name, tests: `checks/${name}` }));
  return {
    checks: declared,
    solution: staged(scene.solution ?? {}),
    checkFiles: staged(scene.checks, "checks/"),
    seed: scene.seed ?? 1,
    deadlineMs: scene.deadlineMs ?? 20_000,
    memoryLimit: scene.memoryLimit ?? 512 * 2 ** 20,
  };
}

function staged(texts: Texts, prefix = ""): readonly StagedFile[] {
  return Object.entries(texts).map(([name, text]) => ({ path: prefix + name, bytes: new TextEncoder().encode(text) }));
}

/** Process ids of this machine's processes whose command line names a text; none where the system does not show them as files. */
export function processesNaming(text: string): readonly string[] {
  if (process.platform !== "linux") {
    return [];
  }
  return readdirSync("/proc").filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, "utf8").includes(text);
    } catch {
      return false; // It ended meanwhile.
    }
  });
}

/** Looks again and again until something holds. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (holds()) {
      return;
    }
    await delay(50);
  }
  assert.fail(`It never came to this: ${what}`);
}
