import assert from "node:assert/strict";
import type { JsonValue } from "../../../../src/core/documents/document";
import { FhirPathLibrary } from "../../../../src/core/fhir/fhirPathLibrary";

const engine = new FhirPathLibrary();

function value(expression: string, resource: JsonValue): readonly unknown[] {
  return engine.compile(expression)(resource, resource);
}

const observation = {
  resourceType: "Observation", status: "final", effectiveDateTime: "2024-01-31",
  valueQuantity: { value: 1, unit: "mg", system: "http://unitsofmeasure.org", code: "mg" }, component: [{ valueInteger: 2 }, { valueInteger: 3 }],
};

describe("FhirPathLibrary", () => {
  const cases: readonly (readonly [string, readonly unknown[]])[] = [
    ["status = 'final'", [true]],
    ["value is Quantity", [true]],
    ["value.value > 0.5", [true]],
    ["component.value.sum()", [5]],
    ["(1.0 'mg') = (1000 'ug')", [true]],
    ["effective is dateTime", [true]],
    ["@2020-01-31 + 1 month = @2020-02-29", [true]],
    ["nothing.here", []],
    ["status.memberOf is Boolean", []],
  ];
  for (const [expression, result] of cases) {
    it(`works out ${expression}`, () => {
      assert.deepEqual(value(expression, observation), result);
    });
  }

  it("parses an expression once", () => {
    assert.equal(engine.compile("status"), engine.compile("status"));
    assert.notEqual(engine.compile("status"), engine.compile("status", "Observation"));
  });

  it("throws for what is no FHIRPath", () => {
    assert.throws(() => engine.compile("status ="));
  });

  it("leaves the resource as it is", () => {
    const frozen = Object.freeze({ resourceType: "Patient", name: Object.freeze([Object.freeze({ family: "X" })]) }) as unknown as JsonValue;
    assert.deepEqual(value("name.where(family = 'X').exists()", frozen), [true]);
  });
});
