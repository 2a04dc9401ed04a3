import assert from "node:assert/strict";
import fc from "fast-check";
import { evaluateFhirPath, fhirPathProblem } from "../../../../src/core/fhir/fhirPathEvaluation";
import type { JsonValue } from "../../../../src/core/documents/document";

const patient: JsonValue = {
  resourceType: "Patient",
  contained: [{ resourceType: "Organization", id: "north", name: "North Ward" }],
  name: [{ family: "Okafor", given: ["Ada", "Ngozi"], _given: [null, { extension: [{ url: "urn:x", valueString: "v" }] }] }],
  birthDate: "1962-03-14",
  _birthDate: { extension: [{ url: "urn:time", valueDateTime: "1962-03-14T08:00:00Z" }] },
  multipleBirthInteger: 2,
  _deceasedBoolean: { id: "d" },
};

const pointers = (expression: string): (string | undefined)[] => evaluateFhirPath(expression, patient).map(({ pointer }) => pointer);

describe("evaluateFhirPath", () => {
  it("says of each result what it is and where it stands", () => {
    assert.deepEqual(evaluateFhirPath("Patient.name.given", patient), [
      { type: "FHIR.string", value: "Ada", pointer: "/name/0/given/0" },
      { type: "FHIR.string", value: "Ngozi", pointer: "/name/0/given/1" },
    ]);
    assert.deepEqual(pointers("Patient"), [""]);
    assert.deepEqual(pointers("contained.name"), ["/contained/0/name"]);
    assert.deepEqual(pointers("name.where(family = 'Okafor').given.last()"), ["/name/0/given/1"]);
  });

  it("finds a choice of types under its property, and what stands beside a primitive value", () => {
    assert.deepEqual(pointers("Patient.multipleBirth"), ["/multipleBirthInteger"]);
    assert.deepEqual(pointers("birthDate.extension"), ["/_birthDate/extension/0"]);
    assert.deepEqual(pointers("birthDate.extension.value"), ["/_birthDate/extension/0/valueDateTime"]);
    assert.deepEqual(pointers("name.given.extension"), ["/name/0/_given/1/extension/0"]);
  });

  it("gives no place to what is computed", () => {
    assert.deepEqual(evaluateFhirPath("name.given.count()", patient), [{ type: "System.Integer", value: 2, pointer: undefined }]);
    assert.deepEqual(evaluateFhirPath("birthDate + 1 year", patient), [{ type: "System.Date", value: "1963-03-14", pointer: undefined }]);
    assert.deepEqual(evaluateFhirPath("nothing", patient), []);
  });

  it("throws where an expression cannot be worked out", () => {
    assert.throws(() => evaluateFhirPath("name.select(given + family)", patient));
    assert.throws(() => evaluateFhirPath("name.(", patient));
  });

  it("asks no server", () => {
    assert.throws(() => evaluateFhirPath("Patient.name.given.memberOf('http://example.org/vs')", patient));
  });
});

describe("fhirPathProblem", () => {
  it("is undefined for what can be read", () => {
    for (const expression of ["Patient.name.given", "name.where(use = 'official')", "%resource.id", "1 + 2", "@2020-01-01", "'text'"]) {
      assert.equal(fhirPathProblem(expression), undefined, expression);
    }
  });

  it("says where something is missing or does not belong", () => {
    assert.deepEqual(fhirPathProblem("Patient."), { offset: 8, kind: "end", found: "" });
    assert.deepEqual(fhirPathProblem("a b"), { offset: 2, kind: "unexpected", found: "b" });
    assert.deepEqual(fhirPathProblem("1 + + )"), { offset: 6, kind: "unexpected", found: ")" });
    assert.equal(fhirPathProblem("\"x\"")?.offset, 0);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (expression) => {
      const problem = fhirPathProblem(expression);
      assert.ok(problem === undefined || problem.offset === undefined || problem.offset <= expression.length);
    }));
  });
});
