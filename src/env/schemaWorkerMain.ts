import { parentPort } from "node:worker_threads";
import { errorFinding, SchemaCheck } from "../core/checks/schemaCheck";
import type { SchemaCheckRequest, SchemaCheckVerdict } from "../core/checks/schemaChecker";
import type { FhirPathEngine } from "../core/fhir/fhirPathEngine";
import { StandardVersions } from "../core/hl7v2/validation/standard";
import type { UcumEngine } from "../core/fhir/ucum/ucumEngine";
import type { FhirModel } from "../core/fhir/model/definitions";
import { coreProfiles, readFhirModel } from "./fhirModelFile";
import { NodeHasher } from "./nodeHasher";
import type { FromWorker, ToWorker } from "./workerQueue";

// The worker that schemas of strangers run in: one request after the other, each of which its host may end by ending the worker.

const port = parentPort;
if (port === null) {
  throw new Error("This file is a worker's; it is started by WorkerSchemaChecker.");
}

let engine: FhirPathEngine | undefined;
let ucum: UcumEngine | undefined;
const hasher = new NodeHasher();
const coreProfile = coreProfiles(__dirname);
let versions: StandardVersions | undefined;
let model: FhirModel | undefined;
const checker = new SchemaCheck(() => {
  if (engine === undefined) {
    throw new Error("FHIRPath was not loaded.");
  }
  return engine;
}, () => performance.now(), () => {
  if (versions === undefined) {
    throw new Error("The HL7 v2 dictionary was not loaded.");
  }
  return versions;
}, () => ({ model: model ??= readFhirModel(__dirname), tools: { fhirPath: engine, ucum, hasher, coreProfile } }), () => {
  if (ucum === undefined) {
    throw new Error("The units of measure were not loaded.");
  }
  return ucum;
});

function say(message: FromWorker<SchemaCheckVerdict>): void {
  port?.postMessage(message);
}

async function answer({ id, request }: ToWorker<SchemaCheckRequest>): Promise<void> {
  const from = performance.now();
  try {
    if (engine === undefined && speaksFhir(request)) {
      say({ type: "loading", id });
      const bundle = await import("./fhirpathMain");
      engine = bundle.createFhirPathEngine();
      ucum = bundle.createUcumEngine();
    }
    if (versions === undefined && hasMessageProfile(request)) {
      const bundle = await import("./hl7v2DictionaryMain");
      versions = new StandardVersions(bundle.dictionaryFor);
    }
    const verdict = checker.check(request);
    // With what it took to load FHIRPath.
    say({ type: "answer", id, answer: { ...verdict, durationMs: performance.now() - from } });
  } catch (error) {
    say({ type: "answer", id, answer: { outcome: "errored", durationMs: performance.now() - from, findings: [errorFinding(error)] } });
  }
}

/** Whether FHIRPath or units, which come with it, are needed. Yes too often does no harm but to the time it takes. */
function speaksFhir(request: SchemaCheckRequest): boolean {
  return textsOf(request).some((text) => /"(?:fhirpath|fhir|ucum)"/.test(text));
}

function hasMessageProfile(request: SchemaCheckRequest): boolean {
  return textsOf(request).some((text) => text.includes("\"hl7v2\""));
}

function textsOf({ bundle }: SchemaCheckRequest): readonly string[] {
  return [bundle.schema, ...Object.values(bundle.resources)];
}

port.on("message", (message: ToWorker<SchemaCheckRequest>) => void answer(message));
say({ type: "ready" });
