import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CheckResult } from "../core/checks/checkResult";
import type { RunOrder } from "../core/checks/testProtocol";
import { parseChildMessage } from "../core/checks/testProtocol";
import { TestRunRecord } from "../core/checks/testRunRecord";
import type { TestRunListener } from "../core/checks/testRunner";
import type { TestCheckDeclaration } from "../core/packs/kataManifest";
import { FrameReader } from "./frameReader";
import type { NodeFinder } from "./nodeExecutable";

/** What is to be debugged: the learner's own files, where they lie. */
export interface DebugRequest {
  readonly checks: readonly TestCheckDeclaration[];
  /** Names of the learner's files that are there, as in `kata.json`. */
  readonly solution: readonly string[];
  /** The learner's folder; absolute. */
  readonly solutionFolder: string;
  /** The kata's folder, in which `checks/` lies; absolute. */
  readonly kataFolder: string;
  readonly seed: number;
}

/** How a debugger starts the run: the parts of a launch configuration. */
export interface DebugCommand {
  /** The Node to use. */
  readonly runtimeExecutable: string;
  readonly program: string;
  readonly args: readonly string[];
  /** The learner's folder, so that relative paths work as in a check. */
  readonly cwd: string;
  /** To be added to the debugger's own environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** A run that a debugger starts: no copy, no deadline, none of the protections; what the learner sees are the learner's own lines. */
export interface DebugRun {
  readonly command: DebugCommand;
  /** To be called once the debugger is done; a run that was stopped gives what had ended. Listeners are told everything then. */
  results(listener: TestRunListener): Promise<readonly CheckResult[]>;
  /** Removes what was written for the run. */
  dispose(): Promise<void>;
}

/**
 * Prepares a run under a debugger.
 *
 * @param runner path of the program in the child, `runner.js`
 * @throws HumanError when no Node is found
 */
export async function prepareDebugRun(runner: string, nodes: NodeFinder, request: DebugRequest): Promise<DebugRun> {
  const node = await nodes.find();
  const folder = await mkdtemp(join(tmpdir(), "health-it-katas-debug-"));
  const orderFile = join(folder, "order.json");
  const eventFile = join(folder, "events");
  const nonce = randomBytes(16).toString("hex");
  const order: RunOrder = {
    nonce,
    checks: request.checks.map(({ id, tests, needs }) => ({ id, tests, needs: needs ?? [] })),
    solution: request.solution,
    // As given and with no link resolved: a debugger stops where the path is the one it knows the file by.
    solutionFolder: request.solutionFolder,
    checksFolder: request.kataFolder,
    seed: request.seed,
    debug: true,
  };
  await writeFile(orderFile, JSON.stringify(order), { mode: 0o600 });
  await writeFile(eventFile, "", { mode: 0o600 });
  return {
    command: {
      runtimeExecutable: node.path,
      program: runner,
      args: ["debug", orderFile, eventFile],
      cwd: request.solutionFolder,
      env: { TZ: "UTC", ...(node.electron && { ELECTRON_RUN_AS_NODE: "1" }) },
    },
    results: async (listener) => {
      const record = new TestRunRecord(request.checks, new Set(request.solution), listener, () => performance.now());
      const reader = new FrameReader(nonce, (json) => {
        const message = parseChildMessage(json);
        if (message !== undefined) {
          record.receive(message);
        }
      });
      reader.read(await readFile(eventFile));
      const asked = record.exitAsked;
      record.interrupt({ kind: "ended", exitCode: undefined, signal: undefined, ...(asked && { asked }) });
      return record.results();
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}
