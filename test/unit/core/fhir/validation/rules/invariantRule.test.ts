import assert from "node:assert/strict";
import fc from "fast-check";
import { sentenceFor } from "../../../../../../src/core/checks/sentences";
import type { JsonValue } from "../../../../../../src/core/documents/document";
import { FhirPathLibrary } from "../../../../../../src/core/fhir/fhirPathLibrary";
import type { InvariantDefinition } from "../../../../../../src/core/fhir/model/definitions";
import { toldInvariants } from "../../../../../../src/core/fhir/validation/rules/invariantSentences";
import { nativeInvariants } from "../../../../../../src/core/fhir/validation/rules/nativeInvariants";
import type { JsonObject } from "../../../../../../src/core/fhir/validation/rule";
import { fhirModel } from "../../../../../support/fhirModel";
import { accepts, found } from "../../../../../support/fhirRules";

const library = new FhirPathLibrary();
const ucum = "http://unitsofmeasure.org";

/** All invariants with a type that they stand for, by walking the whole model. */
function everyInvariant(): ReadonlyMap<string, { readonly base: string; readonly invariant: InvariantDefinition }> {
  const model = fhirModel();
  const all = new Map<string, { readonly base: string; readonly invariant: InvariantDefinition }>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const type = model.type(name);
    if (type === undefined || seen.has(name)) {
      return;
    }
    seen.add(name);
    for (const invariant of type.invariants) {
      all.set(invariant.key, all.get(invariant.key) ?? { base: name, invariant });
      all.set(`${name} ${invariant.key}`, { base: name, invariant });
    }
    for (const element of type.elements) {
      for (const invariant of element.invariants) {
        all.set(invariant.key, all.get(invariant.key) ?? { base: element.types[0]?.code ?? element.path, invariant });
      }
      visit(element.path);
      element.types.forEach(({ code }) => {
        visit(code);
      });
    }
  };
  model.resourceTypes().forEach(visit);
  return all;
}

/** Elements that an expression speaks of, with values that it may compare them with. */
function arbitraryFor(expression: string): fc.Arbitrary<JsonObject> {
  const names = [...new Set(expression.match(/\b[a-z][A-Za-z]+\b/g) ?? [])].filter((name) => !/^(?:exists|empty|where|and|or|not|implies|xor|in|is|as|all|count|first|true|false|http|ofType|hasValue|toString|contains|select|system|iif|resolve|member|matches)$/.test(name));
  const concept = fc.constantFrom<JsonValue>(
    { text: "x" }, { coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-ver-status", code: "entered-in-error" }] },
    { coding: [{ system: "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification", code: "entered-in-error" }] }, { coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-clinical", code: "resolved" }] },
  );
  const valueOf = (name: string): fc.Arbitrary<JsonValue> => {
    switch (name) {
      case "value":
      case "duration":
      case "period":
        return fc.constantFrom<JsonValue>(-1, 0, 1, 2.5);
      case "verificationStatus":
      case "clinicalStatus":
        return concept;
      case "type":
        return fc.constantFrom("display", "group", "boolean");
      case "status":
        return fc.constantFrom("proposed", "booked");
      case "enableWhen":
      case "initial":
        return fc.array(fc.constant<JsonValue>({ question: "1" }), { minLength: 1, maxLength: 3 });
      case "repeats":
        return fc.boolean();
      case "contained":
        return fc.array(fc.constantFrom<JsonValue>({ resourceType: "Patient", id: "p" }, { resourceType: "Patient", id: "p", meta: { versionId: "1" } }, { resourceType: "Patient", id: "p", meta: { security: [{ code: "R" }] } }, { resourceType: "Patient", id: "p", contained: [{ resourceType: "Patient" }] }), { minLength: 1, maxLength: 2 });
      case "low":
      case "high":
        return fc.constantFrom<JsonValue>({ value: 1 }, { value: 1, code: "%", system: ucum }, { value: 1, code: "%" });
      default:
        return fc.constantFrom<JsonValue>("1", "x");
    }
  };
  const properties = Object.fromEntries([...names.map((name): [string, fc.Arbitrary<JsonValue>] => [name, valueOf(name)]), ["system", fc.constantFrom<JsonValue>(ucum, "http://other.example")]]);
  return fc.record(properties, { requiredKeys: [] }).map((value) => value as JsonObject);
}

describe("invariants answered by code of the same meaning", () => {
  const all = everyInvariant();
  /** What they are about is no plain element, so that these have examples below. */
  const byExample = new Set(["con-4", "mad-1", "obs-6", "obs-7", "ras-2", "ctm-1", "age-1", "cnt-3", "csd-1", "Parameters.parameter inv-1"]);

  it("are ones that FHIR has", () => {
    const optional = /-0$/;
    assert.deepEqual(Object.keys(nativeInvariants).filter((key) => !all.has(key) && !optional.test(key)), []);
    assert.deepEqual(toldInvariants().filter((key) => !all.has(key)), []);
  });

  for (const [key, native] of Object.entries(nativeInvariants)) {
    const known = all.get(key);
    if (known === undefined || byExample.has(key)) {
      continue;
    }
    it(`${key}: agrees with FHIRPath`, () => {
      const resource = fhirModel().type(known.base)?.kind === "resource";
      const run = library.compile(known.invariant.expression, resource ? undefined : known.base);
      fc.assert(fc.property(arbitraryFor(known.invariant.expression), (value) => {
        const subject = resource ? { resourceType: known.base, ...value } : value;
        const results = run(subject, subject);
        // Where something is missing that it speaks of, FHIRPath answers nothing; ours answers by the invariant's sentence.
        if (results.length === 1) {
          assert.equal(native(subject, subject), results[0], JSON.stringify(subject));
        }
      }), { numRuns: 60 });
    });
  }

  it("agree with FHIRPath on choices, coded values and quantities", () => {
    const loinc = (code: string): JsonValue => ({ coding: [{ system: "http://loinc.org", code }] });
    const samples: Readonly<Record<string, readonly JsonObject[]>> = {
      "con-4": [{}, { abatementDateTime: "2024" }, { abatementString: "x", clinicalStatus: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-clinical", code: "resolved" }] } }, { abatementString: "x", clinicalStatus: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-clinical", code: "active" }] } }],
      "mad-1": [{}, { dose: { value: 1 } }, { rateQuantity: { value: 1 } }, { text: "x" }],
      "obs-6": [{}, { valueString: "x" }, { dataAbsentReason: { text: "x" } }, { dataAbsentReason: { text: "x" }, valueBoolean: false }],
      "obs-7": [
        { code: loinc("1-8") }, { code: loinc("1-8"), component: [{ code: loinc("1-8") }] }, { code: loinc("1-8"), valueString: "x", component: [{ code: loinc("1-8") }] }, { code: loinc("1-8"), valueString: "x", component: [{ code: loinc("2-6") }] },
        { code: { text: "x" }, valueString: "x", component: [{ code: { text: "x" } }] },
      ],
      "ras-2": [{ probabilityDecimal: 0.5 }, { probabilityDecimal: 100 }, { probabilityDecimal: 100.5 }, { probabilityRange: { high: { value: 200 } } }],
      "age-1": [{ value: 5, code: "a", system: ucum }, { value: 5 }, { value: 0, code: "a", system: ucum }, { code: "a", system: "http://other.example" }, {}],
      "cnt-3": [{ value: 5, code: "1", system: ucum }, { value: 5 }, { value: 2.5, code: "1", system: ucum }, { value: 2, code: "kg", system: ucum }, {}],
      "csd-1": [{}, { concept: [{ code: "a" }, { code: "b", concept: [{ code: "c" }] }] }, { concept: [{ code: "a" }, { code: "a" }] }, { concept: [{ code: "a", concept: [{ code: "b", concept: [{ code: "a" }] }] }] }],
      "Parameters.parameter inv-1": [{ name: "a" }, { name: "a", valueString: "x" }, { name: "a", part: [{ name: "b", valueString: "x" }] }, { name: "a", resource: { resourceType: "Basic" } }, { name: "a", valueString: "x", resource: { resourceType: "Basic" } }],
    };
    for (const [key, values] of Object.entries(samples)) {
      const known = all.get(key);
      assert.ok(known !== undefined, key);
      const resource = fhirModel().type(known.base)?.kind === "resource";
      const run = library.compile(known.invariant.expression, resource ? undefined : known.base);
      const answers = values.map((value) => {
        const subject = resource ? { resourceType: known.base, ...value } : value;
        const results = run(subject, subject);
        assert.equal(nativeInvariants[key]?.(subject, subject), results.length === 0 || results[0] === true, `${key} ${JSON.stringify(subject)}`);
        return results[0];
      });
      assert.ok(answers.includes(false), key);
    }
  });
});

describe("invariants", () => {
  const issues = (resource: unknown): readonly string[] => found(resource).filter(({ code }) => code === "fhir.invariant").map(({ args, pointer, severity }) => `${severity} ${String(args["key"])} ${pointer}`);

  it("are checked of types, elements and resources, by code and by FHIRPath", () => {
    const observation = { resourceType: "Observation", status: "final", code: { text: "x" } };
    assert.deepEqual(issues({ ...observation, valueString: "x", dataAbsentReason: { text: "x" }, referenceRange: [{ age: {} }] }), ["error obs-6 ", "error obs-3 /referenceRange/0"]);
    assert.deepEqual(issues({ resourceType: "Patient", contact: [{ gender: "male" }], telecom: [{ value: "1" }] }), ["error pat-1 /contact/0", "error cpt-2 /telecom/0"]);
    assert.deepEqual(issues({ resourceType: "Organization", name: "x", telecom: [{ system: "phone", value: "1", use: "home" }] }), ["error org-3 /telecom/0"]);
    assert.deepEqual(issues({ resourceType: "Observation", status: "final", code: { text: "x" }, referenceRange: [{ low: { value: 1, comparator: "<" } }] }), ["error sqty-1 /referenceRange/0/low"]);
    assert.deepEqual(issues({ resourceType: "Questionnaire", status: "draft", name: "no name", item: [{ linkId: "1", type: "group" }] }), ["warning que-0 ", "error que-1 /item/0"]);
  });

  it("are checked of resources within others, of which %resource is the nearest", () => {
    const patient = { resourceType: "Patient", id: "1", contact: [{ gender: "male" }] };
    assert.deepEqual(issues({ resourceType: "Bundle", type: "collection", entry: [{ fullUrl: "http://example.org/Patient/1", resource: patient }] }), ["error pat-1 /entry/0/resource/contact/0"]);
  });

  it("have the meaning of their sentence where the published expression is wrong", () => {
    const questionnaire = (item: object): unknown => ({ resourceType: "Questionnaire", status: "draft", item: [{ linkId: "1", type: "boolean" }, { linkId: "2", type: "boolean", ...item }] });
    const when = { question: "1", operator: "exists", answerBoolean: true };
    accepts(questionnaire({ enableWhen: [when] }));
    accepts(questionnaire({ enableWhen: [when, when], enableBehavior: "all" }));
    assert.deepEqual(issues(questionnaire({ enableWhen: [when, when] })), ["error que-12 /item/1"]);
    assert.deepEqual(issues(questionnaire({ enableWhen: [{ question: "1", operator: "exists", answerString: "x" }] })), ["error que-7 /item/1/enableWhen/0"]);
  });

  it("that need FHIRPath say so when it is not there", () => {
    const organization = { resourceType: "Organization", name: "x", telecom: [{ system: "phone", value: "1", use: "home" }] };
    assert.deepEqual(found(organization, { fhirPath: undefined }).filter(({ severity }) => severity === "error"), []);
    assert.ok(found(organization, { fhirPath: undefined }).some(({ code, args }) => code === "fhir.notChecked.invariant" && args["key"] === "org-3"));
  });

  it("are told in our words where learners meet them, otherwise in the specification's", () => {
    const value = sentenceFor("fhir.invariant", { key: "obs-6", name: "Observation", human: "x" });
    assert.match(value ?? "", /dataAbsentReason/);
    assert.equal(sentenceFor("fhir.invariant", { key: "zzz-1", name: "Observation", human: "It holds." }), "Observation breaks the rule zzz-1: It holds.");
  });

  it("can all be read and worked out", () => {
    const failed = [...everyInvariant().values()].filter(({ base, invariant }) => {
      try {
        library.compile(invariant.expression, base);
        return false;
      } catch {
        return true;
      }
    });
    assert.deepEqual(failed.map(({ invariant }) => invariant.key), []);
  });
});
