import assert from "node:assert/strict";
import type { JsonValue } from "../../../../../src/core/documents/document";
import { jsonReader } from "../../../../../src/core/documents/jsonReader";
import { validateResource } from "../../../../../src/core/fhir/validation/validateResource";
import type { SchemaCheckVerdict } from "../../../../../src/core/checks/schemaChecker";
import { fhirModel } from "../../../../support/fhirModel";
import { checkWith, markedText } from "../../../../support/schemaChecks";

const wrong = { resourceType: "Patient", gender: "M", birthDate: "1962-02-30", nmae: [{ family: "Rossi" }] };

function check(fhir: unknown, value: unknown, resources: Readonly<Record<string, string>> = {}): SchemaCheckVerdict {
  return checkWith({ schema: { fhir }, text: JSON.stringify(value, null, 2), resources });
}

describe("the fhir keyword", () => {
  it("lets a valid resource pass", () => {
    assert.equal(check(true, { resourceType: "Patient", birthDate: "1962-03-14" }).outcome, "passed");
  });

  it("finds what the editor finds: the same codes, sentences and places", () => {
    const text = JSON.stringify(wrong, null, 2);
    const verdict = check(true, wrong);
    const squiggles = validateResource(jsonReader.read(text), { model: fhirModel(), rules: [] }).filter(({ severity }) => severity === "error");
    assert.equal(verdict.outcome, "failed");
    assert.deepEqual(verdict.findings.map(({ code, message, range, pointer }) => ({ code, message, range, pointer })), squiggles.map(({ code, message, range, pointer }) => ({ code, message, range, pointer })));
    assert.deepEqual(verdict.findings.map((_, index) => markedText(text, verdict, index)), ["\"M\"", "\"1962-02-30\"", "\"nmae\""]);
  });

  it("gives a page to read on, and a signature that tells missing elements apart", () => {
    const { findings } = check(true, { resourceType: "Observation" });
    assert.deepEqual(findings.map(({ keyword, doc }) => [keyword, doc]), [
      ["fhir(required:status)", "https://hl7.org/fhir/R4/observation-definitions.html#Observation.status"],
      ["fhir(required:code)", "https://hl7.org/fhir/R4/observation-definitions.html#Observation.code"],
    ]);
  });

  it("asks for a type", () => {
    assert.deepEqual(check({ type: "Observation" }, { resourceType: "Patient", active: true }).findings.map(({ code }) => code), ["fhir.resourceType.other"]);
    assert.equal(check({ type: "Patient" }, { resourceType: "Patient", active: true }).outcome, "passed");
  });

  it("leaves out what is to be ignored", () => {
    assert.deepEqual(check({ ignore: ["fhir.date.day", "fhir.unknownElement.near"] }, wrong).findings.map(({ code }) => code), ["fhir.binding.code.near"]);
  });

  it("speaks the author's words for a code, and says why", () => {
    const [finding] = check({ says: { "fhir.binding.code.near": "Write male or female, not {actual}." }, why: { "fhir.binding.code.near": "Other systems read the code." } }, wrong).findings;
    assert.equal(finding?.message, "Write male or female, not M.");
    assert.equal(finding.why, "Other systems read the code.");
  });

  it("holds for a part of the document, whose places are those of the document", () => {
    const { findings } = checkWith({
      schema: { type: "object", properties: { patients: { type: "array", items: { fhir: { type: "Patient" } } } } },
      text: JSON.stringify({ patients: [{ resourceType: "Patient", active: true }, wrong] }),
    });
    assert.deepEqual(findings.map(({ pointer }) => pointer), ["/patients/1/gender", "/patients/1/birthDate", "/patients/1/nmae"]);
  });

  it("reads numbers as they are written", () => {
    const verdict = checkWith({ schema: { fhir: true }, text: "{\"resourceType\":\"Patient\",\"multipleBirthInteger\":2.0}" });
    assert.deepEqual(verdict.findings.map(({ code }) => code), ["fhir.integer.fraction"]);
  });

  it("does not count warnings", () => {
    const value: JsonValue = { resourceType: "Observation", status: "final", code: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "NOPE" }] } };
    assert.equal(check(true, value).outcome, "passed");
  });

  it("is errored, naming the author's fault, when a type or a profile is not there", () => {
    const told = (fhir: unknown, resources: Readonly<Record<string, string>> = {}): readonly string[] => check(fhir, wrong, resources).findings.map(({ code }) => code);
    assert.deepEqual(told({ type: "Patiant" }), ["fhir.typeUnknown"]);
    assert.deepEqual(told({ profiles: ["p.json"] }), ["fhir.profileMissing"]);
    assert.deepEqual(told({ profiles: ["p.json"] }, { "p.json": "{" }), ["fhir.profileNotJson"]);
    assert.deepEqual(told({ profiles: ["p.json"] }, { "p.json": "{}" }), ["fhir.noProfile"]);
    assert.deepEqual(told({ nothing: 1 }), ["schema.notVocabulary"]);
  });
});
