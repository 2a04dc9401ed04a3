import { parentPort, workerData } from "node:worker_threads";
import type { FhirPathEngine } from "../core/fhir/fhirPathEngine";
import type { FhirModel } from "../core/fhir/model/definitions";
import type { UcumEngine } from "../core/fhir/ucum/ucumEngine";
import { failedCheck } from "../core/fhir/validation/failedCheck";
import { FhirCheck } from "../core/fhir/validation/fhirCheck";
import type { FhirCheckRequest, FhirCheckResult } from "../core/fhir/validation/fhirChecker";
import { WalkStopped } from "../core/fhir/validation/walker";
import { toError } from "../core/humanError";
import { coreProfiles, readFhirModel } from "./fhirModelFile";
import { NodeHasher } from "./nodeHasher";
import type { FromWorker, ToWorker, WorkerData } from "./workerQueue";

// The worker in which FHIR resources are validated: one request after the other, each of which its host may drop.

const port = parentPort;
if (port === null) {
  throw new Error("This file is a worker's; it is started by WorkerFhirChecker.");
}

const dropped = new Int32Array((workerData as WorkerData).dropped);
let model: FhirModel | undefined;
let fhirPath: FhirPathEngine | undefined;
let ucum: UcumEngine | undefined;
const hasher = new NodeHasher();
const coreProfile = coreProfiles(__dirname);

function say(message: FromWorker<FhirCheckResult>): void {
  port?.postMessage(message);
}

async function answer({ id, request }: ToWorker<FhirCheckRequest>): Promise<void> {
  const from = performance.now();
  let result: FhirCheckResult;
  try {
    if (model === undefined || fhirPath === undefined) {
      say({ type: "loading", id });
      model = readFhirModel(__dirname);
      const bundle = await import("./fhirpathMain");
      fhirPath = bundle.createFhirPathEngine();
      ucum = bundle.createUcumEngine();
    }
    const check = new FhirCheck(model, () => ({ fhirPath, ucum, hasher, coreProfile }), () => performance.now());
    result = check.check(request, () => Atomics.load(dropped, 0) === id);
  } catch (error) {
    result = error instanceof WalkStopped
      ? { issues: [], durationMs: performance.now() - from }
      : failedCheck("fhir.checkFailed.internal", { file: request.file, reason: toError(error).message }, request.text, performance.now() - from);
  }
  say({ type: "answer", id, answer: result });
}

port.on("message", (message: ToWorker<FhirCheckRequest>) => void answer(message));
say({ type: "ready" });
