import { failedCheck } from "../core/fhir/validation/failedCheck";
import type { FhirChecker, FhirCheckRequest, FhirCheckResult } from "../core/fhir/validation/fhirChecker";
import type { Logger } from "../core/logger";
import { isOutOfMemory, WorkerQueue, type WorkerLimits } from "./workerQueue";

/** A bundle of some thousand entries fits; a learner waits for nothing that takes longer. */
export const usualFhirLimits: WorkerLimits = { deadlineMs: 20_000, loadingMs: 30_000, idleMs: 60_000, memoryMb: 768 };

/** Validates FHIR resources in one worker thread, in the order in which they are asked for. A validation that nobody waits for any more stops by itself. */
export class WorkerFhirChecker implements FhirChecker {
  private readonly queue: WorkerQueue<FhirCheckRequest, FhirCheckResult>;

  /**
   * @param workerPath absolute path of the worker's bundle, `fhirWorker.js`; `fhirpath.js` and the files of the FHIR model lie beside it
   */
  constructor(workerPath: string, logger: Logger, limits: WorkerLimits = usualFhirLimits) {
    this.queue = new WorkerQueue("FHIR", workerPath, logger, limits, {
      closed: ({ file, text }) => failedCheck("fhir.checkFailed.closed", { file }, text, 0),
      tooLong: ({ file, text }, durationMs, seconds) => {
        logger.warn(`Checking ${file} took longer than ${String(seconds)} s and was ended.`);
        return failedCheck("fhir.checkFailed.deadline", { file, seconds }, text, durationMs);
      },
      lost: ({ file, text }, durationMs, error, megabytes) => (isOutOfMemory(error)
        ? failedCheck("fhir.checkFailed.memory", { file, megabytes }, text, durationMs)
        : failedCheck("fhir.checkFailed.lost", { file, reason: error.message }, text, durationMs)),
    });
  }

  validate(request: FhirCheckRequest, signal: AbortSignal): Promise<FhirCheckResult> {
    return this.queue.ask(request, signal);
  }

  /** Starts the worker, so that the first validation need not. */
  warm(): void {
    this.queue.warm();
  }

  /** Ends the worker; validations that wait or run fail, and so does every later one. */
  async dispose(): Promise<void> {
    await this.queue.dispose();
  }
}
