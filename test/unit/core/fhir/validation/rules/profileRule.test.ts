import assert from "node:assert/strict";
import fc from "fast-check";
import type { JsonValue } from "../../../../../../src/core/documents/document";
import { readProfile } from "../../../../../../src/core/fhir/profiles/readProfile";
import type { JsonObject } from "../../../../../../src/core/fhir/validation/rule";
import { coreProfile, fhirModel } from "../../../../../support/fhirModel";
import { accepts, changed, found, refuses, warns } from "../../../../../support/fhirRules";

const url = "http://example.org/fhir/StructureDefinition/p";
const profile = (type: string, element: readonly object[], more: object = {}): JsonObject =>
  ({ resourceType: "StructureDefinition", url, name: "Test", title: "Test", status: "draft", kind: "resource", abstract: false, type, derivation: "constraint", baseDefinition: `http://hl7.org/fhir/StructureDefinition/${type}`, differential: { element }, ...more }) as unknown as JsonObject;
const withProfiles = (...profiles: readonly JsonObject[]): { readonly profiles: readonly JsonObject[] } => ({ profiles });

const patient = { resourceType: "Patient", identifier: [{ system: "http://example.org/mrn", value: "1" }], name: [{ family: "Rossi", given: ["Anna"] }], birthDate: "1962-03-14" };
const observation = { resourceType: "Observation", status: "final", code: { coding: [{ system: "http://loinc.org", code: "718-7" }] }, valueQuantity: { value: 130, unit: "g/L", system: "http://unitsofmeasure.org", code: "g/L" } };

describe("profiles: elements", () => {
  it("hold how often an element is there", () => {
    const strict = withProfiles(profile("Patient", [{ path: "Patient" }, { path: "Patient.gender", min: 1 }, { path: "Patient.name", min: 2 }, { path: "Patient.identifier", max: "1" }, { path: "Patient.photo", max: "0" }]));
    refuses(patient, ["fhir.profile.required ", "fhir.profile.tooFew "], strict);
    accepts({ ...patient, gender: "female", name: [{ family: "a" }, { family: "b" }] }, [], strict);
    refuses({ ...patient, gender: "female", name: [{ family: "a" }, { family: "b" }], identifier: [{ value: "1" }, { value: "2" }], photo: [{ title: "x" }] }, ["fhir.profile.tooMany /identifier/1", "fhir.profile.forbidden /photo/0"], strict);
  });

  it("count an element of which only extensions are there", () => {
    const strict = withProfiles(profile("Patient", [{ path: "Patient.gender", min: 1 }]));
    accepts({ ...patient, _gender: { extension: [{ url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason", valueCode: "unknown" }] } }, [], strict);
  });

  it("reach into backbone elements and data types", () => {
    const strict = withProfiles(profile("Patient", [{ path: "Patient.name.given", min: 1 }, { path: "Patient.contact.relationship", min: 1 }]));
    accepts(patient, [], strict);
    refuses({ ...patient, name: [{ family: "a" }], contact: [{ name: { text: "b" } }] }, ["fhir.profile.required /name/0", "fhir.profile.required /contact/0"], strict);
  });

  it("fix values and patterns", () => {
    const fixed = withProfiles(profile("Observation", [{ path: "Observation.status", fixedCode: "final" }, { path: "Observation.code", patternCodeableConcept: { coding: [{ system: "http://loinc.org", code: "718-7" }] } }]));
    accepts(observation, [], fixed);
    accepts(changed(observation, { "/code/text": "Hemoglobin", "/code/coding/0/display": "Hemoglobin" }), [], fixed);
    refuses({ ...observation, status: "preliminary" }, ["fhir.profile.fixed /status"], fixed);
    refuses(changed(observation, { "/code/coding/0/code": "2339-0" }), ["fhir.profile.pattern /code/coding/0/code"], fixed);
    refuses(changed(observation, { "/code": { text: "x" } }), ["fhir.profile.pattern /code"], fixed);
    const exact = withProfiles(profile("Observation", [{ path: "Observation.code", fixedCodeableConcept: { text: "x" } }]));
    accepts({ ...observation, code: { text: "x" } }, [], exact);
    refuses(observation, ["fhir.profile.fixed /code"], exact);
  });

  it("narrow types of choices and of references", () => {
    const narrow = withProfiles(profile("Observation", [
      { path: "Observation.value[x]", min: 1, type: [{ code: "Quantity" }, { code: "CodeableConcept" }] }, { path: "Observation.subject", type: [{ code: "Reference", targetProfile: ["http://hl7.org/fhir/StructureDefinition/Patient"] }] },
    ]));
    accepts({ ...observation, subject: { reference: "Patient/1" } }, [], narrow);
    refuses({ ...changed(observation, { "/valueQuantity": undefined, "/valueString": "x" }) as object, subject: { reference: "Group/1" } }, ["fhir.profile.type /valueString", "fhir.profile.target /subject"], narrow);
    refuses(changed(observation, { "/valueQuantity": undefined }), ["fhir.profile.required "], narrow);
  });

  it("say something of a choice by one of its names", () => {
    const named = withProfiles(profile("Observation", [{ path: "Observation.valueQuantity.unit", min: 1 }]));
    accepts({ ...changed(observation, { "/valueQuantity": undefined }) as object, valueString: "x" }, [], named);
    refuses(changed(observation, { "/valueQuantity/unit": undefined }), ["fhir.profile.required /valueQuantity"], named);
  });

  it("bind codes", () => {
    const bound = (strength: string): { profiles: readonly JsonObject[] } => withProfiles(profile("Patient", [{ path: "Patient.maritalStatus", binding: { strength, valueSet: "http://hl7.org/fhir/ValueSet/administrative-gender" } }]));
    const married = { ...patient, maritalStatus: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/v3-MaritalStatus", code: "M" }] } };
    refuses(married, ["fhir.profile.code /maritalStatus"], bound("required"));
    warns(married, ["fhir.profile.codeExtensible /maritalStatus"], bound("extensible"));
    accepts(married, [], bound("preferred"));
    const elsewhere = withProfiles(profile("Patient", [{ path: "Patient.maritalStatus", binding: { strength: "required", valueSet: "http://example.org/ValueSet/unknown" } }]));
    accepts(married, [], elsewhere);
    assert.ok(found(married, elsewhere).some(({ code }) => code === "fhir.notChecked.profileCodes"));
  });

  it("limit length and size", () => {
    const limits = withProfiles(profile("Observation", [{ path: "Observation.value[x]", minValueQuantity: { value: 1, unit: "g/L", system: "http://unitsofmeasure.org", code: "g/L" } }, { path: "Observation.effective[x]", maxValueDateTime: "2024-12-31" }, { path: "Observation.note.text", maxLength: 5 }]));
    accepts({ ...observation, effectiveDateTime: "2024-05-01", note: [{ text: "short" }] }, [], limits);
    refuses({ ...changed(observation, { "/valueQuantity/value": 0.5 }) as object, effectiveDateTime: "2025-01-01", note: [{ text: "longer" }] }, ["fhir.profile.minValue /valueQuantity", "fhir.profile.maxValue /effectiveDateTime", "fhir.profile.maxLength /note/0/text"], limits);
  });

  it("bring rules in FHIRPath", () => {
    const rules = withProfiles(profile("Patient", [
      { path: "Patient", constraint: [{ key: "t-1", severity: "error", human: "A name or an identifier.", expression: "name.exists() or identifier.exists()" }, { key: "t-2", severity: "warning", human: "Gender should be known.", expression: "gender.exists()" }] },
      { path: "Patient.name", constraint: [{ key: "t-3", severity: "error", human: "Family or text.", expression: "family.exists() or text.exists()" }] },
    ]));
    warns(patient, ["fhir.profile.rule "], rules);
    refuses({ resourceType: "Patient", gender: "female", name: [{ given: ["Anna"] }] }, ["fhir.profile.rule /name/0"], rules);
    const broken = withProfiles(profile("Patient", [{ path: "Patient", constraint: [{ key: "t-1", severity: "error", human: "x", expression: "name.(" }] }]));
    accepts(patient, [], broken);
    assert.ok(found(patient, broken).some(({ code }) => code === "fhir.notChecked.profileRule"));
    assert.ok(found(patient, { ...rules, fhirPath: undefined }).some(({ code, args }) => code === "fhir.notChecked.profileRule" && args["key"] === "t-1"));
  });

  it("explain must support where something is missing", () => {
    const supported = withProfiles(profile("Patient", [{ path: "Patient.gender", mustSupport: true }]));
    const [issue] = found(patient, supported).filter(({ code }) => code === "fhir.profile.mustSupport");
    assert.equal(issue?.severity, "information");
    accepts(patient, [], supported);
  });
});

describe("profiles: slices", () => {
  const systolic = { coding: [{ system: "http://loinc.org", code: "8480-6" }] };
  const diastolic = { coding: [{ system: "http://loinc.org", code: "8462-4" }] };
  const component = (code: object): object => ({ code, valueQuantity: { value: 1, unit: "mmHg", system: "http://unitsofmeasure.org", code: "mm[Hg]" } });
  const slices = (slicing: object): { profiles: readonly JsonObject[] } => withProfiles(profile("Observation", [
    { id: "Observation.component", path: "Observation.component", slicing },
    { id: "Observation.component:systolic", path: "Observation.component", sliceName: "systolic", min: 1, max: "1" },
    { id: "Observation.component:systolic.code", path: "Observation.component.code", patternCodeableConcept: systolic },
    { id: "Observation.component:systolic.valueQuantity", path: "Observation.component.valueQuantity", min: 1 },
    { id: "Observation.component:diastolic", path: "Observation.component", sliceName: "diastolic", min: 0, max: "1" },
    { id: "Observation.component:diastolic.code", path: "Observation.component.code", patternCodeableConcept: diastolic },
  ]));
  const bp = (...codes: readonly object[]): unknown => ({ resourceType: "Observation", status: "final", code: { text: "BP" }, component: codes.map(component) });
  const byCode = [{ type: "pattern", path: "code" }];

  it("are told apart by patterns, and hold their own rules", () => {
    const open = slices({ discriminator: byCode, rules: "open" });
    accepts(bp(systolic, diastolic), [], open);
    accepts(bp(diastolic, { text: "other" }, systolic), [], open);
    refuses(bp(diastolic), ["fhir.profile.sliceMissing "], open);
    refuses(bp(systolic, systolic), ["fhir.profile.sliceTooMany /component/1"], open);
    refuses({ ...bp(systolic) as object, component: [{ code: systolic, valueString: "x" }] }, ["fhir.profile.required /component/0"], open);
  });

  it("may be all there is, come first, or come in order", () => {
    refuses(bp(systolic, { text: "other" }), ["fhir.profile.sliceClosed /component/1"], slices({ discriminator: byCode, rules: "closed" }));
    accepts(bp(systolic, { text: "other" }), [], slices({ discriminator: byCode, rules: "openAtEnd" }));
    refuses(bp({ text: "other" }, systolic), ["fhir.profile.sliceAtEnd /component/0"], slices({ discriminator: byCode, rules: "openAtEnd" }));
    refuses(bp(diastolic, systolic), ["fhir.profile.sliceOrder /component/1"], slices({ discriminator: byCode, rules: "open", ordered: true }));
  });

  it("are told apart by values, also deeper within and without ids", () => {
    const identifiers = withProfiles(profile("Patient", [
      { path: "Patient.identifier", slicing: { discriminator: [{ type: "value", path: "system" }], rules: "open" }, min: 1 },
      { path: "Patient.identifier", sliceName: "mrn", min: 1, max: "1" }, { path: "Patient.identifier.system", fixedUri: "http://example.org/mrn" }, { path: "Patient.identifier.value", min: 1 },
      { path: "Patient.identifier", sliceName: "ssn", max: "0" }, { path: "Patient.identifier.system", fixedUri: "http://hl7.org/fhir/sid/us-ssn" },
    ]));
    accepts(patient, [], identifiers);
    refuses(changed(patient, { "/identifier/0/value": undefined }), ["fhir.profile.required /identifier/0"], identifiers);
    refuses(changed(patient, { "/identifier/0/system": "http://example.org/other" }), ["fhir.profile.sliceMissing "], identifiers);
    refuses(changed(patient, { "/identifier/1": { system: "http://hl7.org/fhir/sid/us-ssn", value: "1" } }), ["fhir.profile.sliceForbidden /identifier/1"], identifiers);
    const deeper = withProfiles(profile("Observation", [
      { id: "Observation.category", path: "Observation.category", slicing: { discriminator: [{ type: "value", path: "coding.code" }, { type: "value", path: "coding.system" }], rules: "open" } },
      { id: "Observation.category:lab", path: "Observation.category", sliceName: "lab", min: 1 },
      { id: "Observation.category:lab.coding.system", path: "Observation.category.coding.system", fixedUri: "http://terminology.hl7.org/CodeSystem/observation-category" },
      { id: "Observation.category:lab.coding.code", path: "Observation.category.coding.code", fixedCode: "laboratory" },
    ]));
    accepts({ ...observation, category: [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "laboratory" }] }] }, [], deeper);
    refuses({ ...observation, category: [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "imaging" }] }] }, ["fhir.profile.sliceMissing "], deeper);
  });

  it("are told apart by what is there, by type, and by profile", () => {
    const existing = withProfiles(profile("Patient", [
      { id: "Patient.name", path: "Patient.name", slicing: { discriminator: [{ type: "exists", path: "period" }], rules: "open" } },
      { id: "Patient.name:old", path: "Patient.name", sliceName: "old", max: "1" }, { id: "Patient.name:old.period", path: "Patient.name.period", min: 1 },
      { id: "Patient.name:now", path: "Patient.name", sliceName: "now", min: 1 }, { id: "Patient.name:now.period", path: "Patient.name.period", max: "0" },
    ]));
    accepts(patient, [], existing);
    refuses({ ...patient, name: [{ family: "a", period: { end: "2000" } }] }, ["fhir.profile.sliceMissing "], existing);
    const typed = withProfiles(profile("Observation", [
      { id: "Observation.value[x]", path: "Observation.value[x]", slicing: { discriminator: [{ type: "type", path: "$this" }], rules: "closed" } },
      { id: "Observation.value[x]:valueQuantity", path: "Observation.value[x]", sliceName: "valueQuantity", type: [{ code: "Quantity" }] }, { id: "Observation.value[x]:valueQuantity.code", path: "Observation.value[x].code", min: 1 },
    ]));
    accepts(observation, [], typed);
    refuses(changed(observation, { "/valueQuantity/code": undefined, "/valueQuantity/system": undefined }), ["fhir.profile.required /valueQuantity"], typed);
    refuses({ ...changed(observation, { "/valueQuantity": undefined }) as object, valueString: "x" }, ["fhir.profile.sliceClosed /valueString"], typed);
    const entries = withProfiles(
      profile("Bundle", [
        { id: "Bundle.entry", path: "Bundle.entry", slicing: { discriminator: [{ type: "profile", path: "resource" }], rules: "open" } },
        { id: "Bundle.entry:named", path: "Bundle.entry", sliceName: "named", min: 1 }, { id: "Bundle.entry:named.resource", path: "Bundle.entry.resource", type: [{ code: "Patient", profile: [url] }] },
      ], { url: "http://example.org/fhir/StructureDefinition/b" }),
      profile("Patient", [{ path: "Patient.name", min: 1 }]),
    );
    const bundle = (resource: object): unknown => ({ resourceType: "Bundle", type: "collection", entry: [{ fullUrl: "http://example.org/people/1", resource }] });
    accepts(bundle(patient), [], entries);
    refuses(bundle({ resourceType: "Patient", active: true }), ["fhir.profile.sliceMissing "], entries);
  });

  it("that cannot be told apart here say so", () => {
    const resolving = slices({ discriminator: [{ type: "value", path: "resolve().code" }], rules: "closed" });
    accepts(bp(diastolic), [], resolving);
    assert.ok(found(bp(diastolic), resolving).some(({ code }) => code === "fhir.notChecked.slices"));
  });
});

describe("profiles: extensions", () => {
  const extension = (element: readonly object[], more: object = {}): JsonObject => profile("Extension", element, { url: "http://example.org/fhir/StructureDefinition/e", kind: "complex-type", context: [{ type: "element", expression: "Patient" }], ...more });
  const room = extension([{ path: "Extension.url", fixedUri: "http://example.org/fhir/StructureDefinition/e" }, { path: "Extension.value[x]", min: 1, type: [{ code: "string" }] }]);
  const placed = (value: object): JsonValue => ({ ...patient, extension: [{ url: "http://example.org/fhir/StructureDefinition/e", ...value }] });

  it("have the values of their definition", () => {
    accepts(placed({ valueString: "12" }), [], withProfiles(room));
    refuses(placed({ valueInteger: 12 }), ["fhir.profile.type /extension/0/valueInteger"], withProfiles(room));
  });

  it("are sliced by their url", () => {
    const needing = profile("Patient", [
      { id: "Patient.extension:room", path: "Patient.extension", sliceName: "room", min: 1, max: "1", type: [{ code: "Extension", profile: ["http://example.org/fhir/StructureDefinition/e"] }] },
    ]);
    accepts(placed({ valueString: "12" }), [], withProfiles(needing, room));
    refuses(patient, ["fhir.profile.sliceMissing "], withProfiles(needing, room));
    refuses(placed({ valueBoolean: true }), ["fhir.profile.type /extension/0/valueBoolean"], withProfiles(needing, room));
  });

  it("stand where their definition allows", () => {
    refuses({ ...observation, extension: [{ url: "http://example.org/fhir/StructureDefinition/e", valueString: "12" }] }, ["fhir.extension.place /extension/0"], withProfiles(room));
    refuses({ ...patient, modifierExtension: [{ url: "http://example.org/fhir/StructureDefinition/e", valueString: "12" }] }, ["fhir.extension.noModifier /modifierExtension/0"], withProfiles(room));
    const modifier = extension([{ path: "Extension", isModifier: true }, { path: "Extension.value[x]", type: [{ code: "boolean" }] }]);
    refuses(placed({ valueBoolean: true }), ["fhir.extension.modifier /extension/0"], withProfiles(modifier));
  });

  it("of the specification itself are known", () => {
    const birthPlace = "http://hl7.org/fhir/StructureDefinition/patient-birthPlace";
    accepts({ ...patient, extension: [{ url: birthPlace, valueAddress: { city: "Bologna" } }] });
    refuses({ ...patient, extension: [{ url: birthPlace, valueString: "Bologna" }] }, ["fhir.profile.type /extension/0/valueString"]);
    refuses({ ...observation, extension: [{ url: birthPlace, valueAddress: { city: "Bologna" } }] }, ["fhir.extension.place /extension/0"]);
    accepts({ ...patient, _birthDate: { extension: [{ url: "http://hl7.org/fhir/StructureDefinition/patient-birthTime", valueDateTime: "1962-03-14T10:00:00Z" }] } });
    refuses({ ...patient, extension: [{ url: "http://hl7.org/fhir/StructureDefinition/patient-birthTime", valueDateTime: "1962-03-14T10:00:00Z" }] }, ["fhir.extension.place /extension/0"]);
    warns({ ...patient, extension: [{ url: "http://hl7.org/fhir/StructureDefinition/patient-birthplace", valueString: "x" }] }, ["fhir.extension.unknown /extension/0/url"]);
    refuses({ ...patient, extension: [{ url: "http://hl7.org/fhir/StructureDefinition/patient-nationality", extension: [{ url: "code", valueString: "IT" }] }] }, ["fhir.profile.type /extension/0/extension/0/valueString"]);
  });
});

describe("definitions that are validated themselves", () => {
  const place = { id: "Observation.status", path: "Observation.status", min: 1, max: "1", type: [{ code: "code" }] };
  const root = { id: "Observation", path: "Observation", min: 0, max: "*", definition: "x", base: { path: "Observation", min: 0, max: "*" } };
  const definition = profile("Observation", [{ id: "Observation", path: "Observation" }, place]);
  const published = (name: string): string => `http://hl7.org/fhir/StructureDefinition/${name}`;

  it("describe the same elements by the same ids in both views, and each once in a view", () => {
    const snapshot = { element: [root, { ...place, definition: "x", base: { path: "Observation.status", min: 1, max: "1" } }] };
    accepts({ ...definition, snapshot });
    refuses(changed(definition, { "/differential/element/1/id": "Observation" }), ["fhir.elementId.repeated /differential/element/1/id", "fhir.invariant "]);
  });

  it("have HL7's extensions in more places than R4 lists", () => {
    const type = { extension: [{ url: published("structuredefinition-fhir-type"), valueUrl: "string" }], code: "http://hl7.org/fhirpath/System.String" };
    warns(changed(definition, { "/differential/element/1/type": [type] }), ["fhir.extension.place /differential/element/1/type/0/extension/0"]);
    refuses({ ...definition, extension: [{ url: published("patient-birthPlace"), valueAddress: { city: "Bologna" } }] }, ["fhir.extension.place /extension/0"]);
    refuses({ ...patient, extension: [{ url: published("structuredefinition-normative-version"), valueCode: "4.0.0" }] }, ["fhir.extension.place /extension/0"]);
  });

  it("name work groups that are younger than R4", () => {
    warns({ ...definition, extension: [{ url: published("structuredefinition-wg"), valueCode: "cgp" }] }, ["fhir.profile.codeExtensible /extension/0/valueCode"]);
  });

  it("eld-3: say how many of an element there may be by a number or a star", () => {
    refuses(changed(definition, { "/differential/element/1/max": "lots" }), ["fhir.invariant /differential/element/1", "fhir.invariant /differential/element/1/max"]);
  });
});

describe("profiles: which one holds", () => {
  const strict = profile("Patient", [{ path: "Patient.gender", min: 1 }]);
  const entry = (meta: object | undefined): unknown => ({ resourceType: "Bundle", type: "collection", entry: [{ fullUrl: "http://example.org/people/1", resource: { ...patient, ...(meta === undefined ? {} : { meta }) } }] });

  it("is the one for the root's type, and the one that meta.profile claims", () => {
    refuses(patient, ["fhir.profile.required "], withProfiles(strict));
    accepts(entry(undefined), [], withProfiles(strict));
    refuses(entry({ profile: [url] }), ["fhir.profile.required /entry/0/resource"], withProfiles(strict));
    refuses(entry({ profile: [`${url}|1.0`] }), ["fhir.profile.required /entry/0/resource"], withProfiles(strict));
  });

  it("brings what it builds on", () => {
    const inner = profile("Patient", [{ path: "Patient.name", max: "1" }], { url: `${url}2`, baseDefinition: url });
    refuses({ ...patient, name: [{ family: "a" }, { family: "b" }] }, ["fhir.profile.required ", "fhir.profile.tooMany /name/1"], withProfiles(inner, strict));
    const lost = profile("Patient", [{ path: "Patient.name", max: "1" }], { baseDefinition: "http://example.org/fhir/StructureDefinition/unknown" });
    assert.ok(found(patient, withProfiles(lost)).some(({ code }) => code === "fhir.notChecked.baseProfile"));
  });

  it("is for the resource's type, and known", () => {
    refuses({ ...observation, meta: { profile: [url] } }, ["fhir.profile.otherType /meta/profile/0"], withProfiles(strict));
    refuses({ ...observation, meta: { profile: ["http://hl7.org/fhir/StructureDefinition/Patient"] } }, ["fhir.profile.otherType /meta/profile/0"]);
    accepts({ ...observation, meta: { profile: ["http://hl7.org/fhir/StructureDefinition/Observation", "http://example.org/unknown"] } });
    assert.ok(found({ ...observation, meta: { profile: ["http://example.org/unknown"] } }).some(({ code }) => code === "fhir.notChecked.profile"));
  });

  it("may be a snapshot", () => {
    const { differential, ...rest } = strict;
    refuses(patient, ["fhir.profile.required "], withProfiles({ ...rest, snapshot: differential ?? null }));
  });

  it("is not applied when it is broken, with a sentence about it", () => {
    for (const broken of [{}, { resourceType: "StructureDefinition" }, profile("Patient", []), profile("Patent", [{ path: "Patent" }]), profile("Patient", [{ path: "Observation.code", min: 1 }]), profile("Patient", [{}])]) {
      const issues = found(patient, withProfiles(broken));
      assert.ok(issues.some(({ code, severity }) => code === "fhir.notChecked.profileBroken" && severity === "information"), JSON.stringify(broken));
      accepts(patient, [], withProfiles(broken));
    }
    const stray = profile("Patient", [{ path: "Patient.surname", min: 1 }]);
    assert.ok(found(patient, withProfiles(stray)).some(({ code }) => code === "fhir.notChecked.profileElement"));
  });

  it("never throws, whatever a profile says", () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant({}), fc.constant([]), fc.constant([{}]));
    const element = fc.record({ path: fc.constantFrom("Patient", "Patient.name", "Patient.name.given", "Patient.identifier", "Patient.deceased[x]"), id: value, sliceName: value, slicing: value, min: value, max: value, type: value, patternString: value, fixedCode: value, binding: value, constraint: value }, { requiredKeys: ["path"] });
    fc.assert(fc.property(fc.array(element, { maxLength: 5 }), (elements) => {
      found(patient, withProfiles(profile("Patient", elements)));
    }), { numRuns: 100 });
  });
});

describe("profiles of the specification", () => {
  const rate = {
    resourceType: "Observation", meta: { profile: ["http://hl7.org/fhir/StructureDefinition/heartrate"] }, status: "final", category: [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "vital-signs" }] }],
    code: { coding: [{ system: "http://loinc.org", code: "8867-4", display: "Heart rate" }] }, subject: { reference: "Patient/1" }, effectiveDateTime: "2024-05-01", valueQuantity: { value: 72, unit: "/min", system: "http://unitsofmeasure.org", code: "/min" },
  };

  it("are recommended to vital signs by their code", () => {
    const vital = (resource: unknown): boolean => found(resource).some(({ code, severity }) => code === "fhir.profile.vitalSign" && severity === "information");
    const unclaimed = changed(rate, { "/meta": undefined });
    assert.ok(!vital(unclaimed));
    assert.ok(vital(changed(unclaimed, { "/subject": undefined })));
    accepts(changed(unclaimed, { "/subject": undefined }));
  });

  it("hold for what claims them", () => {
    accepts(rate);
    refuses(changed(rate, { "/valueQuantity/code": "{beats}" }), ["fhir.profile.fixed /valueQuantity/code"]);
    refuses(changed(rate, { "/category": undefined }), ["fhir.profile.required ", "fhir.profile.sliceMissing "]);
    refuses(changed(rate, { "/subject": undefined }), ["fhir.profile.required "]);
    refuses(changed(rate, { "/effectiveDateTime": undefined }), ["fhir.profile.required "]);
  });

  it("can all be read", () => {
    const names = ["vitalsigns", "bp", "bmi", "bodyweight", "bodyheight", "bodytemp", "heartrate", "resprate", "oxygensat", "headcircum", "vitalspanel", "lipidprofile", "cholesterol", "clinicaldocument", "patient-birthPlace"];
    for (const name of names) {
      const definition = coreProfile(`http://hl7.org/fhir/StructureDefinition/${name}`);
      assert.ok(definition !== undefined, name);
      assert.ok(readProfile(definition, fhirModel()).root.children.size > 0, name);
    }
  });
});
