import { parentPort } from "node:worker_threads";
import { jsonReader } from "../core/documents/jsonReader";
import { toError } from "../core/humanError";
import type { FhirPathAnswer, FhirPathQuestion } from "./fhirPathProtocol";
import type { FromWorker, ToWorker } from "./workerQueue";

// The worker in which a person's FHIRPath expressions are worked out: one may run for ever, so its host may end the worker.

const port = parentPort;
if (port === null) {
  throw new Error("This file is a worker's; it is started by FhirPathWorker.");
}

let isLoaded = false;

function say(message: FromWorker<FhirPathAnswer>): void {
  port?.postMessage(message);
}

async function answerTo(id: number, question: FhirPathQuestion): Promise<FhirPathAnswer> {
  try {
    if (!isLoaded) {
      say({ type: "loading", id });
    }
    const { evaluateFhirPath, fhirPathProblem } = await import("./fhirpathMain");
    isLoaded = true;
    const from = performance.now();
    const problem = fhirPathProblem(question.expression);
    if (problem !== undefined) {
      return { kind: "problem", problem };
    }
    const results = question.kind === "parse" ? [] : evaluateFhirPath(question.expression, jsonReader.read(question.text).value ?? null);
    return { kind: "results", results, durationMs: performance.now() - from };
  } catch (error) {
    return { kind: "failed", reason: toError(error).message };
  }
}

port.on("message", ({ id, request }: ToWorker<FhirPathQuestion>) => {
  void answerTo(id, request).then((answer) => say({ type: "answer", id, answer }));
});
say({ type: "ready" });
