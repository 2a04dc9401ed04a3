import assert from "node:assert/strict";
import { fhirModel } from "../../../../support/fhirModel";

describe("the FHIR model", () => {
  const model = fhirModel();

  it("is R4 with its 146 resource types and nothing of other versions", () => {
    assert.equal(model.version, "4.0.1");
    const types = model.resourceTypes();
    assert.equal(types.length, 146);
    assert.ok(!types.includes("SubscriptionStatus") && !types.includes("DomainResource") && !types.includes("Bot"));
    assert.deepEqual(types, [...types].sort());
  });

  it("puts inherited elements first, under the path of the type", () => {
    const patient = model.type("Patient");
    assert.deepEqual(patient?.elements.slice(0, 9).map(({ path }) => path), [
      "Patient.id", "Patient.meta", "Patient.implicitRules", "Patient.language", "Patient.text", "Patient.contained", "Patient.extension", "Patient.modifierExtension", "Patient.identifier",
    ]);
    assert.equal(patient.elements[0]?.types[0]?.code, "id");
    assert.deepEqual(model.type("Patient.contact")?.elements.slice(0, 4).map(({ name }) => name), ["id", "extension", "modifierExtension", "relationship"]);
  });

  it("knows the types of a choice by the names of its properties", () => {
    assert.equal(model.property("Observation", "valueQuantity")?.type.code, "Quantity");
    assert.equal(model.property("Observation", "valueDateTime")?.type.code, "dateTime");
    assert.equal(model.property("Observation", "valueMoney"), undefined);
    assert.equal(model.property("Observation", "value"), undefined);
    assert.equal(model.property("Patient", "_birthDate")?.element.name, "birthDate");
  });

  it("knows the content of other elements, targets, bindings and cardinalities", () => {
    assert.equal(model.property("Bundle.entry", "link")?.element.contentOf, "Bundle.link");
    assert.deepEqual(model.property("Observation", "subject")?.type.targets, ["Patient", "Group", "Device", "Location"]);
    assert.equal(model.property("Observation", "focus")?.type.targets, undefined);
    assert.deepEqual(model.property("Patient", "gender")?.element.binding, { strength: "required", valueSet: "http://hl7.org/fhir/ValueSet/administrative-gender" });
    assert.equal(model.property("AuditEvent", "type")?.element.binding?.strength, "extensible");
    assert.equal(model.property("Patient", "name")?.element.max, Infinity);
    assert.equal(model.property("Observation", "status")?.element.min, 1);
  });

  it("has the targets that HL7 gave and no others", () => {
    assert.deepEqual(model.property("AuditEvent.source", "observer")?.type.targets?.filter((name) => model.type(name) === undefined), []);
  });

  it("has HL7's own elements where the package of the definitions has others", () => {
    for (const [type, property] of [["Meta", "project"], ["Binary", "url"], ["ResearchStudy", "label"], ["ObservationDefinition", "publisher"], ["EvidenceVariable.characteristic", "linkId"], ["DeviceDefinition", "bodySite"]] as const) {
      assert.equal(model.property(type, property), undefined, `${type}.${property}`);
    }
    assert.equal(model.type("ResearchStudy.label"), undefined);
    assert.deepEqual(model.property("EvidenceVariable.characteristic", "definitionReference")?.element.types.map(({ code }) => code), ["Reference", "canonical", "CodeableConcept", "Expression", "DataRequirement", "TriggerDefinition"]);
    assert.equal(model.property("EvidenceVariable", "characteristic")?.element.min, 1);
    assert.equal(model.property("DetectedIssue", "status")?.element.binding?.valueSet, "http://hl7.org/fhir/ValueSet/observation-status");
    assert.equal(model.property("Bundle.entry.response", "outcome")?.type.code, "Resource");
    assert.equal(model.property("Quantity", "comparator")?.element.max, 1);
    assert.equal(model.property("MedicinalProductIngredient.specifiedSubstance.strength", "presentation")?.type.code, "Ratio");
    assert.equal(model.valueSet("http://hl7.org/fhir/ValueSet/detectedissue-status"), undefined);
  });

  it("has each invariant once: where its type is defined", () => {
    assert.deepEqual(model.type("Patient.contact")?.invariants.map(({ key }) => key), ["ele-1", "pat-1"]);
    assert.deepEqual(model.property("Patient", "contact")?.element.invariants, []);
    assert.deepEqual(model.type("Observation")?.invariants.map(({ key }) => key).sort(), ["dom-2", "dom-3", "dom-4", "dom-5", "dom-6", "obs-6", "obs-7"]);
    assert.deepEqual(model.property("Observation.referenceRange", "low")?.element.invariants.map(({ key }) => key), ["sqty-1"]);
    assert.deepEqual(model.type("Extension")?.invariants.map(({ key }) => key), ["ele-1", "ext-1"]);
    assert.equal(model.type("DomainResource")?.invariants.find(({ key }) => key === "dom-6")?.severity, "warning");
  });

  it("mends what the publication has wrong", () => {
    const invariants = ["Questionnaire.item", "Questionnaire.item.enableWhen", "DomainResource"].flatMap((name) => model.type(name)?.invariants ?? []);
    const expression = (key: string): string => invariants.find((each) => each.key === key)?.expression ?? "";
    assert.match(expression("que-12"), /count\(\) > 1/);
    assert.match(expression("que-7"), /is boolean/);
    assert.doesNotMatch(expression("dom-3"), /\bas\(|trace/);
  });

  it("knows the codes of value sets that are free and complete", () => {
    assert.deepEqual(model.valueSet("http://hl7.org/fhir/ValueSet/administrative-gender")?.codes.map(({ code }) => code), ["male", "female", "other", "unknown"]);
    assert.equal(model.valueSet("http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1")?.codes[0]?.display, "Male");
    assert.equal(model.valueSet("http://hl7.org/fhir/ValueSet/observation-status")?.codes.length, 8);
    assert.deepEqual(model.valueSet("http://hl7.org/fhir/ValueSet/units-of-time")?.codes.map(({ code }) => code), ["s", "min", "h", "d", "wk", "mo", "a"]);
    // By `is-a` over a hierarchy.
    assert.ok(model.valueSet("http://terminology.hl7.org/ValueSet/v3-ActEncounterCode")?.codes.some(({ code }) => code === "AMB"));
  });

  it("leaves out what is licensed or has no end", () => {
    for (const url of ["observation-codes", "condition-code", "ucum-units", "mimetypes", "currencies", "body-site"]) {
      assert.equal(model.valueSet(`http://hl7.org/fhir/ValueSet/${url}`), undefined, url);
    }
    assert.equal(model.codeSystem("http://loinc.org"), undefined);
  });

  it("knows code systems to the last code", () => {
    const system = model.codeSystem("http://terminology.hl7.org/CodeSystem/v3-ActCode");
    assert.equal(system?.codes.get("AMB"), "ambulatory");
    assert.equal(system?.codes.has("XYZ"), false);
  });

  it("takes any name without a fault", () => {
    for (const name of ["", "constructor", "__proto__", "toString", "Patient.nothing"]) {
      assert.equal(model.type(name), undefined);
      assert.equal(model.property(name, name), undefined);
      assert.equal(model.property("Patient", name), undefined);
      assert.equal(model.valueSet(name), undefined);
      assert.equal(model.codeSystem(name), undefined);
    }
  });
});
