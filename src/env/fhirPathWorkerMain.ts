import { parentPort } from "node:worker_threads";
import { jsonReader } from "../core/documents/jsonReader";
import { toError } from "../core/humanError";
import type { FhirPathAnswer, FhirPathQuestion, FhirPathReply } from "./fhirPathProtocol";

// The worker in which a person's FHIRPath expressions are worked out: one may run for ever, so its host may end the worker.

const port = parentPort;
if (port === null) {
  throw new Error("This file is a worker's; it is started by FhirPathWorker.");
}

async function answer(question: FhirPathQuestion): Promise<FhirPathAnswer> {
  try {
    const { evaluateFhirPath, fhirPathProblem } = await import("./fhirpathMain");
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

port.on("message", (question: FhirPathQuestion) => {
  void answer(question).then((said) => {
    const reply: FhirPathReply = { id: question.id, answer: said };
    port.postMessage(reply);
  });
});
