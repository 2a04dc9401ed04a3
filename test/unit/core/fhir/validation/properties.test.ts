import assert from "node:assert/strict";
import fc from "fast-check";
import type { JsonValue } from "../../../../../src/core/documents/document";
import { jsonReader } from "../../../../../src/core/documents/jsonReader";
import type { PlacedIssue } from "../../../../../src/core/fhir/validation/fhirChecker";
import { operationOutcome } from "../../../../../src/core/fhir/validation/operationOutcome";
import { validateResource } from "../../../../../src/core/fhir/validation/validateResource";
import { WalkStopped } from "../../../../../src/core/fhir/validation/walker";
import { fhirModel } from "../../../../support/fhirModel";
import { validResources } from "../../../../support/fhirResources";
import { minimalResource, pathsTo } from "../../../../support/minimalResource";

const model = fhirModel();

function validate(value: unknown): readonly PlacedIssue[] {
  return validateResource(jsonReader.read(typeof value === "string" ? value : JSON.stringify(value)), { model, rules: [] });
}

function errors(value: unknown): readonly PlacedIssue[] {
  return validate(value).filter(({ severity }) => severity === "error");
}

const names = ["resourceType", "name", "_name", "given", "_given", "value", "valueQuantity", "extension", "url", "contained", "entry", "resource", "coding", "code", "system", "item", "id", "status", "div", "__proto__"];
const anyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constant(null), fc.boolean(), fc.double(), fc.string(), fc.constantFrom("Patient", "Observation", "Bundle", "Questionnaire", "2024-01-01", "final"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), tie("value")), { maxLength: 6 }).map((pairs) => Object.fromEntries(pairs)),
  ),
})).value;

describe("the validator", () => {
  it("never throws, and places every issue with a sentence, whatever the JSON", () => {
    fc.assert(fc.property(anyJson, fc.constantFrom(...model.resourceTypes()), (value, resourceType) => {
      const resource = typeof value === "object" && value !== null && !Array.isArray(value) ? { resourceType, ...value } : value;
      for (const { message, code, range, args } of validate(JSON.stringify(resource) ?? "")) {
        assert.notEqual(message, code);
        assert.doesNotMatch(message.replace(JSON.stringify(args), ""), /\bundefined\b|\[object/);
        assert.ok(range.start.line >= 0);
      }
    }), { numRuns: 400 });
  });

  it("never throws, whatever the text", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string().map((text) => `{"resourceType":"Patient",${text}`)), (text) => {
      validate(text);
    }), { numRuns: 200 });
  });

  it("finds a minimal resource of every type valid", () => {
    for (const type of model.resourceTypes()) {
      assert.deepEqual(errors(minimalResource(model, type)).map(({ code, pointer }) => `${type}: ${code} ${pointer}`), []);
    }
  });

  it("tells of every required element that is taken away, at what it is missing from", () => {
    for (const type of model.resourceTypes()) {
      const resource = minimalResource(model, type);
      for (const { parent, property } of pathsTo(model, resource)) {
        const copy = structuredClone(resource) as Record<string, unknown>;
        const holder = parent.reduce<Record<string, unknown>>((here, token) => here[token] as Record<string, unknown>, copy);
        delete holder[property];
        const pointer = parent.map((token) => `/${token}`).join("");
        const told = errors(copy);
        // An object of which nothing is left is told as empty.
        const expected = Object.keys(holder).length === 0 ? "fhir.emptyObject" : "fhir.required";
        assert.ok(told.some((issue) => issue.code.startsWith(expected) && issue.pointer === pointer), `${type}${pointer} without ${property}: ${told.map(({ code }) => code).join()}`);
      }
    }
  });

  it("refuses any property that is not of FHIR, in any object of a valid resource, there", () => {
    fc.assert(fc.property(fc.constantFrom(...Object.values(validResources)), fc.nat(), (resource, seed) => {
      const copy = structuredClone(resource) as Record<string, JsonValue>;
      const objects: [string, Record<string, unknown>][] = [];
      const gather = (value: unknown, pointer: string): void => {
        if (Array.isArray(value)) {
          value.forEach((each, index) => gather(each, `${pointer}/${String(index)}`));
        } else if (typeof value === "object" && value !== null) {
          objects.push([pointer, value as Record<string, unknown>]);
          Object.entries(value).forEach(([key, each]) => gather(each, `${pointer}/${key}`));
        }
      };
      gather(copy, "");
      const [pointer = "", object = {}] = objects[seed % objects.length] ?? [];
      object["zzzzzzzzzzzz"] = "x";
      assert.deepEqual(errors(copy).map((issue) => issue.pointer), [`${pointer}/zzzzzzzzzzzz`]);
    }));
  });

  it("writes its findings as an OperationOutcome that is valid itself", () => {
    fc.assert(fc.property(anyJson, (value) => {
      const outcome = operationOutcome(validate({ resourceType: "Patient", name: value }));
      assert.deepEqual(errors(outcome).map(({ message }) => message), []);
    }), { numRuns: 100 });
    assert.deepEqual(errors(operationOutcome([])), []);
  });

  it("stops when it is asked to", () => {
    let asked = 0;
    assert.throws(() => validateResource(jsonReader.read(JSON.stringify(validResources["Patient"])), { model, rules: [], stopped: () => ++asked > 3 }), WalkStopped);
    assert.equal(asked, 4);
  });
});
