import type { TestCheckDeclaration } from "../packs/kataManifest";
import type { CheckResult, TestRow } from "./checkResult";

/** What the child process found of the protections that were asked for; only what it saw itself. */
export interface Protections {
  /** For example `v20.20.2`. */
  readonly node: string;
  /** Node's permission model: no reading outside the copied kata, no writing, no child processes, no workers, no native addons. */
  readonly permissionModel: boolean;
  /** Whether the permission model also stops network access (Node 25 and later). */
  readonly network: boolean;
  /** Whether `node:sqlite`, which escapes the permission model, is switched off or absent. */
  readonly sqliteOff: boolean;
  /** CPU seconds after which the kernel ends the child even when its parent is gone; undefined where the system has no such limit. */
  readonly cpuLimitSeconds?: number;
}

/** A file that the child sees, relative to its own folder, with `/`. */
export interface StagedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface TestRunRequest {
  /** Test checks in the order in which to run them; their `needs` are already settled by the caller where they name schema checks. */
  readonly checks: readonly TestCheckDeclaration[];
  /** The learner's files, by the names of `kata.json`. */
  readonly solution: readonly StagedFile[];
  /** Everything under the kata's `checks/`, with that prefix. */
  readonly checkFiles: readonly StagedFile[];
  readonly seed: number;
  /** For all checks together, in ms, from the moment the child starts on them. */
  readonly deadlineMs: number;
  /** Resident memory in bytes beyond which the child is killed. */
  readonly memoryLimit: number;
}

/** Told of things as they happen, in order. */
export interface TestRunListener {
  started?(protections: Protections): void;
  checkStarted?(check: string): void;
  /** The titles of the tests of a check, before the first of them runs. */
  testsFound?(check: string, titles: readonly string[]): void;
  testStarted?(check: string, title: string): void;
  output?(check: string, test: string | undefined, text: string): void;
  testEnded?(check: string, row: TestRow): void;
  checkEnded?(result: CheckResult): void;
}

/** Runs test checks in a child process that is used once and then gone, whatever happens. */
export interface TestRunner {
  /** Starts a child that waits, so that the next run need not. */
  warm(): void;
  /** One result per check asked for, in that order; rejects only when `signal` is aborted. */
  run(request: TestRunRequest, listener: TestRunListener, signal: AbortSignal): Promise<readonly CheckResult[]>;
  /** Ends a waiting or running child. */
  dispose(): Promise<void>;
}
