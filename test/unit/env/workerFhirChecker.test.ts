import assert from "node:assert/strict";
import type { FhirCheckRequest } from "../../../src/core/fhir/validation/fhirChecker";
import { usualFhirLimits, WorkerFhirChecker } from "../../../src/env/workerFhirChecker";
import { bundleFhirWorker } from "../../support/fhirWorkerBundle";
import type { WorkerBundle } from "../../support/schemaWorkerBundle";
import { SilentLogger } from "../../support/silentLogger";

function never(): AbortSignal {
  return new AbortController().signal;
}

function request(resource: unknown): FhirCheckRequest {
  return { file: "resource.json", text: JSON.stringify(resource, null, 2) };
}

const patient = { resourceType: "Patient", gender: "M", birthDate: "1962-02-30" };

/** A bundle that takes a while. */
function large(entries: number): unknown {
  return {
    resourceType: "Bundle", type: "collection",
    entry: Array.from({ length: entries }, (_, index) => ({
      fullUrl: `http://hospital.example/fhir/Patient/p${String(index)}`,
      resource: { resourceType: "Patient", id: `p${String(index)}`, name: [{ family: "Rossi", given: ["Anna"] }], gender: "female", birthDate: "1962-03-14" },
    })),
  };
}

describe("WorkerFhirChecker", () => {
  let worker: WorkerBundle;
  const open: WorkerFhirChecker[] = [];

  function checker(limits: Partial<typeof usualFhirLimits> = {}, path = worker.path): WorkerFhirChecker {
    const made = new WorkerFhirChecker(path, new SilentLogger(), { ...usualFhirLimits, ...limits });
    open.push(made);
    return made;
  }

  before(async () => {
    worker = await bundleFhirWorker();
  });

  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.dispose()));
  });

  after(() => worker.remove());

  it("gives issues with sentences, ranges and expressions", async () => {
    const { issues } = await checker().validate(request(patient), never());
    const errors = issues.filter(({ severity }) => severity === "error");
    assert.deepEqual(errors.map(({ code, expression, range }) => ({ code, expression, line: range.start.line })), [
      { code: "fhir.binding.code.near", expression: "Patient.gender", line: 2 }, { code: "fhir.date.day", expression: "Patient.birthDate", line: 3 },
    ]);
    assert.match(errors[0]?.message ?? "", /did you mean "male"\?/);
  });

  it("stops a validation that nobody waits for any more and goes on with the next in the same worker", async () => {
    const subject = checker();
    await subject.validate(request(patient), never());
    const dropping = new AbortController();
    const dropped = subject.validate(request(large(20_000)), dropping.signal);
    setTimeout(() => {
      dropping.abort(new Error("typed on"));
    }, 50);
    await assert.rejects(dropped, /typed on/);
    const { issues } = await subject.validate(request(patient), never());
    assert.ok(issues.some(({ code }) => code === "fhir.date.day"));
  });

  it("says so when a validation took too long, and goes on", async () => {
    const subject = checker({ deadlineMs: 20, loadingMs: 20 });
    const { issues } = await subject.validate(request(large(5000)), never());
    assert.deepEqual(issues.map(({ code }) => code), ["fhir.checkFailed.deadline"]);
  });

  it("says so when it cannot be started", async () => {
    const { issues } = await checker({}, "/nowhere/fhirWorker.js").validate(request(patient), never());
    assert.deepEqual(issues.map(({ code }) => code), ["fhir.checkFailed.lost"]);
    assert.match(issues[0]?.message ?? "", /^resource\.json could not be checked/);
  });

  it("settles what waits when it is disposed", async () => {
    const subject = checker();
    const waiting = subject.validate(request(patient), never());
    await subject.dispose();
    assert.deepEqual((await waiting).issues.map(({ code }) => code), ["fhir.checkFailed.closed"]);
  });
});
