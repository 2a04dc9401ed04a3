import type { CheckResult } from "../core/checks/checkResult";
import type { Interruption } from "../core/checks/runnerFindings";
import { parseChildMessage } from "../core/checks/testProtocol";
import { TestRunRecord } from "../core/checks/testRunRecord";
import type { TestRunListener, TestRunner, TestRunRequest } from "../core/checks/testRunner";
import { HumanError, toError } from "../core/humanError";
import type { Logger } from "../core/logger";
import { CompiledScripts } from "./compiledScripts";
import { CompiledRunner, ownCodeFolder } from "./compiledRunner";
import { watchMemory } from "./memoryWatch";
import type { NodeFinder } from "./nodeExecutable";
import { flagsOfV8, RunnerProcess } from "./runnerProcess";
import type { ChildEnd, ChildLimits } from "./runnerProcess";
import type { StagingFolders } from "./stagingFolders";

/** What a runner may be told beside what it needs. */
export interface ChildTestRunnerOptions {
  /** CPU seconds granted to a child at least; more where a kata's deadline asks for it. */
  readonly cpuSeconds: number;
  /** MB of V8's heap. */
  readonly heapMegabytes: number;
  /** For how long a child may take until it says that it has started, in ms. */
  readonly startPatienceMs: number;
  /** Where compiled code of the runner is kept; `undefined` to keep none. */
  readonly codeFolder: string | undefined;
}

export const defaultOptions: ChildTestRunnerOptions = { cpuSeconds: 60, heapMegabytes: 256, startPatienceMs: 30_000, codeFolder: ownCodeFolder() };

/** Runs test checks in child processes, each used for one run. See design notes at `RunnerProcess` for what keeps a child within bounds. */
export class ChildTestRunner implements TestRunner {
  private waiting: Promise<RunnerProcess | undefined> | undefined;
  private keepsWarm = false;
  private disposed = false;
  private swept: Promise<void> | undefined;
  private codeKept: Promise<void> | undefined;
  private runs = 0;
  /** Of the runs so far: a child that waits has to be fit for the next one. */
  private longestDeadlineMs = 0;
  private readonly running = new Set<RunnerProcess>();
  private readonly discarding = new Set<Promise<void>>();

  private readonly program: CompiledRunner;
  private readonly scripts: CompiledScripts;
  private learned: Promise<void> | undefined;

  /** @param runner path of the program in the child, `runner.js` */
  constructor(
    runner: string,
    private readonly nodes: NodeFinder,
    private readonly folders: StagingFolders,
    private readonly logger: Logger,
    private readonly options: ChildTestRunnerOptions = defaultOptions,
  ) {
    this.program = new CompiledRunner(runner, options.codeFolder, logger);
    this.scripts = new CompiledScripts(logger);
  }

  warm(): void {
    this.keepsWarm = true;
    this.fill();
  }

  async run(request: TestRunRequest, listener: TestRunListener, signal: AbortSignal): Promise<readonly CheckResult[]> {
    signal.throwIfAborted();
    const files = new Set(request.solution.map(({ path }) => path));
    const record = new TestRunRecord(request.checks, files, listener, () => performance.now());
    if (request.checks.length === 0) {
      return [];
    }
    let child: RunnerProcess | undefined;
    try {
      child = await this.take(request);
      this.running.add(child);
      await child.staging.write([...request.solution, ...request.checkFiles]);
      signal.throwIfAborted();
      await this.follow(child, request, record, signal);
    } catch (error) {
      signal.throwIfAborted();
      record.interrupt(startFailure(error));
    } finally {
      if (child !== undefined) {
        this.running.delete(child);
        this.discard(child);
        this.learn(request);
      }
    }
    signal.throwIfAborted();
    return record.results();
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    this.keepsWarm = false;
    const waiting = await this.waiting;
    this.waiting = undefined;
    await Promise.all([...this.running, ...(waiting === undefined ? [] : [waiting])].map((child) => child.discard()));
    await this.settled();
  }

  /** Waits until the children of all runs that ended are gone, and their folders removed. */
  async settled(): Promise<void> {
    while (this.discarding.size > 0) {
      await Promise.all(this.discarding);
    }
    await this.swept;
    await this.codeKept;
    await this.learned;
  }

  private fill(): void {
    if (this.waiting === undefined && !this.disposed) {
      this.waiting = this.start("warm", this.limits(this.longestDeadlineMs)).catch((error: unknown) => {
        this.logger.warn(`No child could be made ready for the next run: ${toError(error).message}`);
        this.waiting = undefined;
        return undefined;
      });
    }
  }

  /** The child that waits, if there is one that will do; else one of its own. */
  private async take(request: TestRunRequest): Promise<RunnerProcess> {
    this.longestDeadlineMs = Math.max(this.longestDeadlineMs, request.deadlineMs);
    const limits = this.limits(request.deadlineMs);
    const waiting = this.waiting;
    this.waiting = undefined;
    const child = await waiting;
    if (child === undefined) {
      return await this.start("cold", limits);
    }
    if (child.alive && child.limits.cpuSeconds >= limits.cpuSeconds) {
      return child;
    }
    this.discard(child);
    return await this.start("cold", limits);
  }

  private async start(mode: "warm" | "cold", limits: ChildLimits): Promise<RunnerProcess> {
    this.swept ??= this.folders.sweep();
    const node = await this.nodes.find();
    if (this.disposed) {
      throw new HumanError("runner.disposed", "Tests cannot be run any more, because the program that runs them was closed.");
    }
    return new RunnerProcess(node, this.program, mode, this.folders.create(), limits);
  }

  /** A deadline counts time on the clock, the kernel counts that of every thread; hence the margin. */
  private limits(deadlineMs: number): ChildLimits {
    const cpuSeconds = Math.max(this.options.cpuSeconds, Math.ceil((deadlineMs / 1000) * 4) + 1);
    return { cpuSeconds, heapMegabytes: this.options.heapMegabytes };
  }

  /** Gives the child its order and follows it until the run is over, one way or the other. Rejects when `signal` is aborted. */
  private async follow(child: RunnerProcess, request: TestRunRequest, record: TestRunRecord, signal: AbortSignal): Promise<void> {
    const stop: (() => void)[] = [];
    try {
      await new Promise<void>((resolve, reject) => {
        const abort = (): void => reject(toError(signal.reason));
        signal.addEventListener("abort", abort, { once: true });
        stop.push(() => signal.removeEventListener("abort", abort));
        const interrupt = (interruption: Interruption): void => {
          record.interrupt(interruption);
          resolve();
        };
        let clock = setTimeout(
          () => interrupt(startFailure(new HumanError("runner.slow", "The program that runs the tests did not start in time. Check again; if it happens again, look at the log."))),
          this.options.startPatienceMs,
        );
        stop.push(() => clearTimeout(clock));
        if (child.pid !== undefined) {
          stop.push(watchMemory(child.pid, request.memoryLimit, () => interrupt({ kind: "memory", memoryLimit: request.memoryLimit })));
        }
        let started = false;
        child.order(this.orderOf(request), (json) => {
          const message = parseChildMessage(json);
          if (message === undefined) {
            this.logger.warn("A message of the program that runs the tests could not be understood; it was left out.");
            return;
          }
          if (message.type === "started" && !started) {
            started = true;
            clearTimeout(clock);
            clock = setTimeout(() => interrupt({ kind: "deadline", deadlineMs: request.deadlineMs }), request.deadlineMs);
          }
          record.receive(message);
          if (record.ended) {
            resolve();
          }
        });
        void child.ended.then((end) => interrupt(this.interruptionOf(end, started, record)));
      });
    } finally {
      for (const undo of stop) {
        undo();
      }
    }
  }

  private orderOf(request: TestRunRequest): Parameters<RunnerProcess["order"]>[0] {
    return {
      checks: request.checks.map(({ id, tests, needs }) => ({ id, tests, needs: needs ?? [] })),
      solution: request.solution.map(({ path }) => path),
      seed: request.seed,
      scripts: this.scripts.of([...request.solution, ...request.checkFiles]),
    };
  }

  private interruptionOf(end: ChildEnd, started: boolean, record: TestRunRecord): Interruption {
    if (/heap out of memory|Reached heap limit|invalid array length Allocation failed/.test(end.complaint)) {
      return { kind: "memory", memoryLimit: this.options.heapMegabytes * 2 ** 20 };
    }
    if (end.complaint !== "") {
      this.logger.debug(`The program that runs the tests wrote: ${end.complaint}`);
    }
    if (!started) {
      const lines = end.complaint.split("\n").filter((line) => line.trim() !== "");
      // An uncaught error's first line only says where in Node it was thrown.
      const said = end.error?.message ?? lines.find((line) => /^\w*Error\b/.test(line)) ?? lines[0];
      return startFailure(notStarted(said ?? String(end.exitCode ?? end.signal)));
    }
    const asked = record.exitAsked;
    return { kind: "ended", exitCode: end.exitCode, signal: end.signal, ...(asked && { asked }) };
  }

  private discard(child: RunnerProcess): void {
    const done = child.discard().finally(() => {
      this.discarding.delete(done);
      this.runs++;
      this.keepCode();
      if (this.keepsWarm) {
        this.fill();
      }
    });
    this.discarding.add(done);
  }

  /** Scripts too, where another run is to be expected. */
  private learn(request: TestRunRequest): void {
    if (!this.disposed && (this.keepsWarm || this.runs > 0)) {
      this.learned = (this.learned ?? Promise.resolve()).then(() => this.scripts.learn([...request.solution, ...request.checkFiles]));
    }
  }

  /** Compiled code is worth making where runs follow one another: not for a program that checks once and ends. */
  private keepCode(): void {
    if (this.runs > 1 && !this.disposed) {
      this.codeKept ??= this.nodes
        .find()
        .then((node) => this.program.prepare(node, flagsOfV8(this.options)))
        .catch((error: unknown) => this.logger.debug(toError(error).message));
    }
  }
}

function startFailure(error: unknown): Extract<Interruption, { kind: "start" }> {
  const { code, message, args } = error instanceof HumanError ? error : notStarted(toError(error).message);
  return { kind: "start", code, reason: message, args };
}

function notStarted(reason: string): HumanError {
  return new HumanError("runner.start", `The program that runs the tests could not be started: ${reason}. Run the command "Doctor" to see what is missing.`, { reason });
}
