import { Worker } from "node:worker_threads";
import type { Comparison, ComparisonRequest } from "../core/diff/compareTexts";
import { HumanError, toError } from "../core/humanError";
import type { DiffAnswer } from "./diffWorkerMain";

/**
 * Compares two texts in a thread of its own, so that files of any size hold up nobody.
 *
 * @param workerPath absolute path of the worker's bundle
 * @param signal ends the comparison
 * @throws HumanError when it cannot be done; whatever the signal was aborted with
 */
export async function compareInWorker(workerPath: string, request: ComparisonRequest, signal: AbortSignal): Promise<Comparison> {
  signal.throwIfAborted();
  const worker = new Worker(workerPath, { workerData: request, resourceLimits: { maxOldGenerationSizeMb: 2048 } });
  try {
    const answer = await new Promise<DiffAnswer>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(toError(signal.reason)), { once: true });
      worker.once("message", (message) => resolve(message as DiffAnswer));
      worker.once("error", (cause: Error) => reject(new HumanError("diff.worker", `The comparison did not come to an end (${cause.message}). Compare smaller parts.`, {}, { cause })));
      worker.once("exit", () => reject(new HumanError("diff.worker", "The comparison ended without a result. Compare smaller parts.")));
    });
    if (answer.kind === "refused") {
      throw new HumanError(answer.code, answer.message, answer.args);
    }
    return answer.comparison;
  } finally {
    await worker.terminate();
  }
}
