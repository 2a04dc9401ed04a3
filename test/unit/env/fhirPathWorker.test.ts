import assert from "node:assert/strict";
import { FhirPathWorker, usualFhirPathLimits } from "../../../src/env/fhirPathWorker";
import { bundleFhirPathWorker } from "../../support/fhirPathWorkerBundle";
import type { WorkerBundle } from "../../support/schemaWorkerBundle";
import { SilentLogger } from "../../support/silentLogger";

const patient = '{"resourceType":"Patient","name":[{"given":["Ada"]}]}';
const never = (): AbortSignal => new AbortController().signal;

describe("FhirPathWorker", () => {
  let bundle: WorkerBundle;
  const open: FhirPathWorker[] = [];
  const worker = (limits: Partial<typeof usualFhirPathLimits> = {}): FhirPathWorker => {
    const made = new FhirPathWorker(bundle.path, new SilentLogger(), { ...usualFhirPathLimits, ...limits });
    open.push(made);
    return made;
  };

  before(async () => {
    bundle = await bundleFhirPathWorker();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.dispose()));
  });
  after(async () => {
    await bundle.remove();
  });

  it("works expressions out, on texts that are not whole as well", async () => {
    const { evaluate } = { evaluate: async (text: string) => await worker().evaluate("Patient.name.given", text, never()) };
    for (const text of [patient, patient.slice(0, -2)]) {
      const answer = await evaluate(text);
      assert.equal(answer.kind, "results");
      assert.deepEqual(answer.kind === "results" ? answer.results : [], [{ type: "FHIR.string", value: "Ada", pointer: "/name/0/given/0" }]);
    }
  });

  it("says what is wrong with an expression, and what cannot be worked out", async () => {
    const asked = worker();
    assert.deepEqual(await asked.parse("Patient.", never()), { kind: "problem", problem: { offset: 8, kind: "end", found: "" } });
    assert.equal((await asked.parse("Patient.name", never())).kind, "results");
    assert.equal((await asked.evaluate("Patient.name.nothing()", patient, never())).kind, "failed");
  });

  it("ends an expression that goes on for ever, and answers the next one", async () => {
    const asked = worker({ deadlineMs: 600 });
    await asked.parse("1", never());
    const many = JSON.stringify({ resourceType: "Patient", name: Array.from({ length: 3000 }, (_, index) => ({ family: String(index) })) });
    const endless = "name.where(%resource.name.where(%resource.name.where(family = 'x').exists()).exists()).exists()";
    assert.equal((await asked.evaluate(endless, many, never())).kind, "late");
    assert.equal((await asked.parse("1 + 1", never())).kind, "results");
  });
});
