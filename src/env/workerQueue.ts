import { Worker } from "node:worker_threads";
import { toError } from "../core/humanError";
import type { Logger } from "../core/logger";

/** What a request may use. */
export interface WorkerLimits {
  /** Ms for a request, once the worker is there. */
  readonly deadlineMs: number;
  /** Ms for a request for which more code is loaded, and for the start of the worker itself. */
  readonly loadingMs: number;
  /** Ms after which a worker with nothing to do is ended. */
  readonly idleMs: number;
  /** MB of JavaScript objects that a worker may hold; a request that makes more ends the worker, not the editor. */
  readonly memoryMb: number;
}

/** To the worker. One request at a time: the next is sent when the answer to the last has come. */
export interface ToWorker<Request> {
  readonly id: number;
  readonly request: Request;
}

/** From the worker. */
export type FromWorker<Answer> =
  /** The bundle is loaded; requests are answered from here on. */
  | { readonly type: "ready" }
  /** More code is about to be loaded for the request, which takes a while the first time. */
  | { readonly type: "loading"; readonly id: number }
  | { readonly type: "answer"; readonly id: number; readonly answer: Answer };

/** What the worker is started with. */
export interface WorkerData {
  /** One 32-bit number: the id of the last request that nobody waits for any more. A worker that can stop looks at it now and then. */
  readonly dropped: SharedArrayBuffer;
}

/** Answers to requests that the worker did not answer itself. */
export interface Endings<Request, Answer> {
  closed(request: Request): Answer;
  tooLong(request: Request, ms: number, seconds: number): Answer;
  /** The worker ended by itself: for want of memory, because its bundle is missing, or through a bug. */
  lost(request: Request, ms: number, error: Error, megabytes: number): Answer;
}

/** Whether a worker ended because it had no memory left. */
export function isOutOfMemory(error: Error): boolean {
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

interface Job<Request, Answer> {
  readonly id: number;
  readonly request: Request;
  readonly settle: (answer: Answer) => void;
}

/**
 * Has requests answered by one worker thread, in the order in which they are made. A request that takes too long is ended together with the worker, and the
 * next one gets a worker of its own. A worker that waits does not keep the process alive.
 */
export class WorkerQueue<Request, Answer> {
  private readonly queue: Job<Request, Answer>[] = [];
  private readonly dropped = new SharedArrayBuffer(4);
  private current: { readonly job: Job<Request, Answer>; readonly from: number } | undefined;
  private worker: Worker | undefined;
  private ready = false;
  private deadline: NodeJS.Timeout | undefined;
  private idle: NodeJS.Timeout | undefined;
  private lastId = 0;
  private disposed = false;

  /**
   * @param what names the worker in the log
   * @param workerPath absolute path of the worker's bundle; what it loads later lies beside it
   */
  constructor(
    private readonly what: string,
    private readonly workerPath: string,
    private readonly logger: Logger,
    private readonly limits: WorkerLimits,
    private readonly endings: Endings<Request, Answer>,
  ) {}

  /** Rejects with the signal's reason when it is aborted, and never otherwise. */
  ask(request: Request, signal: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const id = ++this.lastId;
      const aborted = (): void => {
        this.drop(id);
        reject(toError(signal.reason));
      };
      signal.addEventListener("abort", aborted, { once: true });
      this.queue.push({
        id, request,
        settle: (answer) => {
          signal.removeEventListener("abort", aborted);
          resolve(answer);
        },
      });
      this.next();
    });
  }

  /** Starts the worker, so that the first request need not. */
  warm(): void {
    if (!this.disposed && this.worker === undefined) {
      this.start();
      this.rest();
    }
  }

  /** Ends the worker; requests that wait or run are answered as closed, and so is every later one. */
  async dispose(): Promise<void> {
    this.disposed = true;
    const jobs = [...(this.current === undefined ? [] : [this.current.job]), ...this.queue.splice(0)];
    this.current = undefined;
    clearTimeout(this.deadline);
    clearTimeout(this.idle);
    const worker = this.worker;
    this.worker = undefined;
    for (const job of jobs) {
      job.settle(this.endings.closed(job.request));
    }
    await worker?.terminate();
  }

  private drop(id: number): void {
    const index = this.queue.findIndex((job) => job.id === id);
    if (index >= 0) {
      this.queue.splice(index, 1);
    } else if (this.current?.job.id === id) {
      // It ends by itself, at once if it looks: that is quicker than a fresh worker.
      Atomics.store(new Int32Array(this.dropped), 0, id);
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
      job.settle(this.endings.closed(job.request));
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

  private send(worker: Worker, job: Job<Request, Answer>): void {
    this.limit(this.limits.deadlineMs);
    const message: ToWorker<Request> = { id: job.id, request: job.request };
    worker.postMessage(message);
  }

  private start(): Worker {
    const workerData: WorkerData = { dropped: this.dropped };
    const worker = new Worker(this.workerPath, { resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb }, stdin: false, execArgv: [], env: {}, workerData });
    this.worker = worker;
    this.ready = false;
    worker.on("message", (message: FromWorker<Answer>) => {
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

  private hear(worker: Worker, message: FromWorker<Answer>): void {
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
      case "answer":
        if (this.current?.job.id === message.id) {
          this.end(message.answer);
        }
    }
  }

  private end(answer: Answer): void {
    const job = this.current?.job;
    this.current = undefined;
    clearTimeout(this.deadline);
    job?.settle(answer);
    this.next();
  }

  private lost(worker: Worker, error: Error): void {
    if (this.worker !== worker) {
      return;
    }
    this.worker = undefined;
    this.logger.error(`The ${this.what} worker ended unexpectedly.`, error);
    const current = this.current;
    if (current !== undefined) {
      this.end(this.endings.lost(current.job.request, performance.now() - current.from, error, this.limits.memoryMb));
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
      this.end(this.endings.tooLong(current.job.request, performance.now() - current.from, ms / 1000));
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
