import { parentPort, workerData } from "node:worker_threads";
import { compareTexts, type Comparison, type ComparisonRequest } from "../core/diff/compareTexts";
import { HumanError } from "../core/humanError";

/** What the worker gives back. */
export type DiffAnswer =
  | { readonly kind: "comparison"; readonly comparison: Comparison }
  | { readonly kind: "refused"; readonly code: string; readonly message: string; readonly args: HumanError["args"] };

// The worker of one comparison: big files would hold up whoever asked. What goes wrong otherwise ends it, and its host is told.

function answer(request: ComparisonRequest): DiffAnswer {
  try {
    return { kind: "comparison", comparison: compareTexts(request) };
  } catch (error) {
    if (error instanceof HumanError) {
      return { kind: "refused", code: error.code, message: error.message, args: error.args };
    }
    throw error;
  }
}

parentPort?.postMessage(answer(workerData as ComparisonRequest));
