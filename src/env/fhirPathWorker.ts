import { Worker } from "node:worker_threads";
import type { Logger } from "../core/logger";
import type { FhirPathAnswer, FhirPathQuestion, FhirPathReply } from "./fhirPathProtocol";

export interface FhirPathLimits {
  /** For a question, the loading of FHIRPath not counted. */
  readonly deadlineMs: number;
  /** For the first question of a worker. */
  readonly loadingMs: number;
  /** The worker ends when nobody has asked for this long. */
  readonly idleMs: number;
  readonly memoryMb: number;
}

export const usualFhirPathLimits: FhirPathLimits = { deadlineMs: 5_000, loadingMs: 20_000, idleMs: 120_000, memoryMb: 512 };

interface Waiting {
  readonly settle: (answer: FhirPathAnswer) => void;
  readonly deadline: NodeJS.Timeout;
}

/** A question before it has its number. */
type Asked = { readonly kind: "evaluate"; readonly expression: string; readonly text: string } | { readonly kind: "parse"; readonly expression: string };

/** Works FHIRPath expressions out in a thread of its own, which is ended when one takes too long. */
export class FhirPathWorker {
  private worker: Worker | undefined;
  private warm = false;
  private lastId = 0;
  private idle: NodeJS.Timeout | undefined;
  private readonly waiting = new Map<number, Waiting>();

  /** @param path absolute path of the worker's bundle; `fhirpath.js` lies beside it */
  constructor(
    private readonly path: string,
    private readonly logger: Logger,
    private readonly limits: FhirPathLimits = usualFhirPathLimits,
  ) {}

  /** Works an expression out for the resource in a text. Never rejects. */
  async evaluate(expression: string, text: string): Promise<FhirPathAnswer> {
    return await this.ask({ kind: "evaluate", expression, text });
  }

  /** Whether an expression can be read: `results` without any, or a `problem`. Never rejects. */
  async parse(expression: string): Promise<FhirPathAnswer> {
    return await this.ask({ kind: "parse", expression });
  }

  async dispose(): Promise<void> {
    await this.end({ kind: "failed", reason: "closed" });
  }

  private ask(asked: Asked): Promise<FhirPathAnswer> {
    return new Promise((resolve) => {
      clearTimeout(this.idle);
      const worker = this.worker ?? this.start();
      const id = ++this.lastId;
      const ms = this.warm ? this.limits.deadlineMs : this.limits.loadingMs;
      const deadline = setTimeout(() => {
        this.logger.warn(`A FHIRPath expression took longer than ${String(ms / 1000)} s and was ended.`);
        void this.end({ kind: "late", seconds: ms / 1000 });
      }, ms);
      this.waiting.set(id, { settle: resolve, deadline });
      const question: FhirPathQuestion = { ...asked, id };
      worker.postMessage(question);
    });
  }

  private start(): Worker {
    const worker = new Worker(this.path, { resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb }, stdin: false, execArgv: [], env: {} });
    this.worker = worker;
    this.warm = false;
    worker.on("message", ({ id, answer }: FhirPathReply) => {
      this.warm = true;
      this.settle(id, answer);
    });
    const lost = (reason: string): void => {
      if (this.worker === worker) {
        this.logger.error(`The FHIRPath worker ended unexpectedly: ${reason}`);
        void this.end({ kind: "failed", reason });
      }
    };
    worker.on("error", (error) => lost(error.message));
    worker.on("exit", (code) => lost(`it ended with code ${String(code)}`));
    return worker;
  }

  private settle(id: number, answer: FhirPathAnswer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    clearTimeout(waiting?.deadline);
    waiting?.settle(answer);
    if (this.waiting.size === 0) {
      this.idle = setTimeout(() => void this.end({ kind: "failed", reason: "idle" }), this.limits.idleMs);
      this.idle.unref();
    }
  }

  private async end(answer: FhirPathAnswer): Promise<void> {
    clearTimeout(this.idle);
    const worker = this.worker;
    this.worker = undefined;
    for (const { settle, deadline } of this.waiting.values()) {
      clearTimeout(deadline);
      settle(answer);
    }
    this.waiting.clear();
    await worker?.terminate();
  }
}
