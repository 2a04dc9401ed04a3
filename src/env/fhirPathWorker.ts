import type { Logger } from "../core/logger";
import type { FhirPathAnswer, FhirPathQuestion } from "./fhirPathProtocol";
import { isOutOfMemory, WorkerQueue, type WorkerLimits } from "./workerQueue";

/** A person waits for it, and sees nothing else meanwhile. */
export const usualFhirPathLimits: WorkerLimits = { deadlineMs: 5_000, loadingMs: 20_000, idleMs: 120_000, memoryMb: 512 };

/** Works FHIRPath expressions out in a thread of its own, which is ended when one takes too long. */
export class FhirPathWorker {
  private readonly queue: WorkerQueue<FhirPathQuestion, FhirPathAnswer>;

  /** @param workerPath absolute path of the worker's bundle, `fhirPathWorker.js`; `fhirpath.js` lies beside it */
  constructor(workerPath: string, logger: Logger, limits: WorkerLimits = usualFhirPathLimits) {
    this.queue = new WorkerQueue<FhirPathQuestion, FhirPathAnswer>("FHIRPath", workerPath, logger, limits, {
      closed: () => ({ kind: "failed", reason: "Health IT Katas is being closed." }),
      tooLong: (_question, _ms, seconds) => {
        logger.warn(`A FHIRPath expression took longer than ${String(seconds)} s and was ended.`);
        return { kind: "late", seconds };
      },
      lost: (_question, _ms, error, megabytes) => ({ kind: "failed", reason: isOutOfMemory(error) ? `it took more than ${String(megabytes)} MB of memory.` : error.message }),
    });
  }

  /** Works an expression out for the resource in a text. Rejects with the signal's reason when it is aborted, and never otherwise. */
  async evaluate(expression: string, text: string, signal: AbortSignal): Promise<FhirPathAnswer> {
    return await this.queue.ask({ kind: "evaluate", expression, text }, signal);
  }

  /** Whether an expression can be read: `results` without any, or a `problem`. */
  async parse(expression: string, signal: AbortSignal): Promise<FhirPathAnswer> {
    return await this.queue.ask({ kind: "parse", expression }, signal);
  }

  /** Starts the worker, so that the first question need not. */
  warm(): void {
    this.queue.warm();
  }

  async dispose(): Promise<void> {
    await this.queue.dispose();
  }
}
