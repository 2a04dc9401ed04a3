import { Worker } from "node:worker_threads";
import { toError } from "../core/humanError";
import type { Finding } from "../core/checks/finding";
import type { SchemaChecker, SchemaCheckRequest, SchemaCheckVerdict } from "../core/checks/schemaChecker";
import type { Logger } from "../core/logger";
import type { FromWorker, ToWorker } from "./schemaWorkerProtocol";

/** What a check may use. */
export interface SchemaCheckerLimits {
  /** Ms for a check, once the worker is there. */
  readonly deadlineMs: number;
  /** Ms for a check for which FHIRPath is loaded, and for the start of the worker itself. */
  readonly loadingMs: number;
  /** Ms after which a worker with nothing to do is ended. */
  readonly idleMs: number;
  /** MB of JavaScript objects that a worker may hold; a check that makes more ends the worker, not the editor. */
  readonly memoryMb: number;
}

export const usualLimits: SchemaCheckerLimits = { deadlineMs: 2000, loadingMs: 10_000, idleMs: 30_000, memoryMb: 512 };

/** UTF-16 units beyond which it is likely the file, not the schema, that makes a check slow. */
const largeText = 250_000;

interface Job {
  readonly id: number;
  readonly request: SchemaCheckRequest;
  readonly settle: (verdict: SchemaCheckVerdict) => void;
}

/**
 * Runs schema checks in one worker thread, in the order in which they are asked for. A check that takes too long is ended together with the worker, and the
 * next one gets a worker of its own. A worker that waits does not keep the process alive.
 */
export class WorkerSchemaChecker implements SchemaChecker {
  private readonly queue: Job[] = [];
  private current: { readonly job: Job; readonly from: number } | undefined;
  private worker: Worker | undefined;
  private ready = false;
  private deadline: NodeJS.Timeout | undefined;
  private idle: NodeJS.Timeout | undefined;
  private lastId = 0;
  private disposed = false;

  /**
   * @param workerPath absolute path of the worker's bundle, `schemaWorker.js`; `fhirpath.js` lies beside it
   */
  constructor(private readonly workerPath: string, private readonly logger: Logger, private readonly limits: SchemaCheckerLimits = usualLimits) {}

  /** Rejects with the signal's reason when it is aborted, and never otherwise. */
  check(request: SchemaCheckRequest, signal: AbortSignal): Promise<SchemaCheckVerdict> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const id = ++this.lastId;
      const aborted = (): void => {
        // A check that is running already is left to end by itself: that is quicker than a fresh worker.
        this.drop(id);
        reject(toError(signal.reason));
      };
      signal.addEventListener("abort", aborted, { once: true });
      this.queue.push({
        id, request,
        settle: (verdict) => {
          signal.removeEventListener("abort", aborted);
          resolve(verdict);
        },
      });
      this.next();
    });
  }

  /** Starts the worker, so that the first check need not. */
  warm(): void {
    if (!this.disposed && this.worker === undefined) {
      this.start();
      this.rest();
    }
  }

  /** Ends the worker; checks that wait or run are errored, and so is every later one. */
  async dispose(): Promise<void> {
    this.disposed = true;
    const jobs = [...(this.current === undefined ? [] : [this.current.job]), ...this.queue.splice(0)];
    this.current = undefined;
    clearTimeout(this.deadline);
    clearTimeout(this.idle);
    const worker = this.worker;
    this.worker = undefined;
    for (const job of jobs) {
      job.settle(disposedVerdict());
    }
    await worker?.terminate();
  }

  private drop(id: number): void {
    const index = this.queue.findIndex((job) => job.id === id);
    if (index >= 0) {
      this.queue.splice(index, 1);
    }
  }

  private next(): void {
    if (this.current !== undefined) {
      return;
    }
    const job = this.queue.shift();
    if (job === undefined) {
      this.rest();
      return;
    }
    if (this.disposed) {
      job.settle(disposedVerdict());
      this.next();
      return;
    }
    this.current = { job, from: performance.now() };
    clearTimeout(this.idle);
    const worker = this.worker ?? this.start();
    worker.ref();
    if (this.ready) {
      this.send(worker, job);
    } else {
      this.limit(this.limits.loadingMs);
    }
  }

  private send(worker: Worker, job: Job): void {
    this.limit(this.limits.deadlineMs);
    const message: ToWorker = { id: job.id, request: job.request };
    worker.postMessage(message);
  }

  private start(): Worker {
    const worker = new Worker(this.workerPath, { resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb }, stdin: false, execArgv: [], env: {} });
    this.worker = worker;
    this.ready = false;
    worker.on("message", (message: FromWorker) => {
      if (this.worker === worker) {
        this.hear(worker, message);
      }
    });
    worker.on("error", (error) => {
      this.lost(worker, error);
    });
    worker.on("exit", (code) => {
      this.lost(worker, new Error(`the worker ended with code ${String(code)}`));
    });
    return worker;
  }

  private hear(worker: Worker, message: FromWorker): void {
    switch (message.type) {
      case "ready":
        this.ready = true;
        if (this.current !== undefined) {
          this.send(worker, this.current.job);
        }
        return;
      case "loading":
        if (this.current?.job.id === message.id) {
          this.limit(this.limits.loadingMs);
        }
        return;
      case "verdict":
        if (this.current?.job.id === message.id) {
          this.end(message.verdict);
        }
    }
  }

  private end(verdict: SchemaCheckVerdict): void {
    const job = this.current?.job;
    this.current = undefined;
    clearTimeout(this.deadline);
    job?.settle(verdict);
    this.next();
  }

  /** The worker ended by itself: for want of memory, because its bundle is missing, or through a bug. */
  private lost(worker: Worker, error: Error): void {
    if (this.worker !== worker) {
      return;
    }
    this.worker = undefined;
    this.logger.error("The schema worker ended unexpectedly.", error);
    const current = this.current;
    if (current !== undefined) {
      this.end({ outcome: "errored", durationMs: performance.now() - current.from, findings: [lossFinding(error, current.job.request, this.limits.memoryMb)] });
    }
  }

  private limit(ms: number): void {
    clearTimeout(this.deadline);
    this.deadline = setTimeout(() => {
      this.tooLong(ms);
    }, ms);
  }

  private tooLong(ms: number): void {
    const worker = this.worker;
    const current = this.current;
    this.worker = undefined;
    void worker?.terminate();
    if (current !== undefined) {
      const { request } = current.job;
      const { file, bundle } = request;
      const seconds = ms / 1000;
      this.logger.warn(`Checking ${file} with ${bundle.path} took longer than ${String(seconds)} s and was ended.`);
      this.end({
        outcome: "timedOut", durationMs: performance.now() - current.from,
        findings: [deadlineFinding(request, seconds)],
      });
    }
  }

  private rest(): void {
    this.worker?.unref();
    clearTimeout(this.idle);
    this.idle = setTimeout(() => {
      const worker = this.worker;
      this.worker = undefined;
      void worker?.terminate();
    }, this.limits.idleMs);
    this.idle.unref();
  }
}

function disposedVerdict(): SchemaCheckVerdict {
  const message = "The check was not done because Health IT Katas is being closed. Check again.";
  return { outcome: "errored", durationMs: 0, findings: [{ code: "check.closed", message, args: {} }] };
}

function deadlineFinding({ file, bundle: { path: schema }, text }: SchemaCheckRequest, seconds: number): Finding {
  return text.length > largeText
    ? {
        code: "check.deadlineLarge", args: { file, schema, seconds },
        message: `Checking ${file} with ${schema} did not end within ${seconds} s. The file is very large; a right answer is far smaller, and Reset brings the starter file back.`,
      }
    : {
        code: "check.deadline", args: { file, schema, seconds },
        message: `Checking ${file} with ${schema} did not end within ${seconds} s. Check again; if it happens every time, the author of that schema has to mend it.`,
      };
}

function lossFinding(error: Error, { file, bundle: { path: schema }, text }: SchemaCheckRequest, megabytes: number): Finding {
  if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") {
    return text.length > largeText
      ? {
          code: "check.memoryLarge", args: { file, schema, megabytes },
          message: `Checking ${file} with ${schema} took more than ${megabytes} MB of memory and was ended. The file is very large; a right answer is far smaller, and Reset brings the starter file back.`,
        }
      : {
          code: "check.memory", args: { file, schema, megabytes },
          message: `Checking ${file} with ${schema} took more than ${megabytes} MB of memory and was ended. Check again; if it happens every time, the author of that schema has to mend it.`,
        };
  }
  return {
    code: "check.workerLost", args: { file, reason: error.message },
    message: `${file} could not be checked because the checker's own thread ended (${error.message}). Check again; if it happens every time, run the command "Doctor".`,
  };
}
