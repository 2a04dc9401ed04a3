import assert from "node:assert/strict";
import { jsonReader } from "../../../../../src/core/documents/jsonReader";
import type { PlacedIssue } from "../../../../../src/core/fhir/validation/fhirChecker";
import { validateResource } from "../../../../../src/core/fhir/validation/validateResource";
import { fhirModel } from "../../../../support/fhirModel";

function issues(resource: unknown): readonly PlacedIssue[] {
  return validateResource(jsonReader.read(JSON.stringify(resource)), { model: fhirModel(), rules: [] });
}

function told(resource: unknown): readonly string[] {
  return issues(resource).map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
}

function patient(members: object): object {
  return { resourceType: "Patient", ...members };
}

function condition(clinicalStatus: object): object {
  return { resourceType: "Condition", subject: { display: "x" }, clinicalStatus };
}

const clinical = "http://terminology.hl7.org/CodeSystem/condition-clinical";

describe("required bindings (terminologies.html#required)", () => {
  const cases: readonly (readonly [string, object, readonly string[]])[] = [
    ["take a code of the value set", patient({ gender: "female" }), []],
    ["refuse another", patient({ gender: "xyz" }), ["error fhir.binding.code /gender"]],
    ["refuse the right word in another case", patient({ gender: "Female" }), ["error fhir.binding.code.case /gender"]],
    ["refuse an abbreviation", patient({ gender: "M" }), ["error fhir.binding.code.near /gender"]],
    ["refuse a code of another version", { resourceType: "Observation", status: "done", code: { text: "x" } }, ["error fhir.binding.code /status"]],
    ["take a concept with one coding of the value set", condition({ coding: [{ system: "http://x.example", code: "x" }, { system: clinical, code: "active" }] }), ["information fhir.notChecked.codes /clinicalStatus/coding/0/system"]],
    ["refuse a concept with a wrong code", condition({ coding: [{ system: clinical, code: "actve" }] }), ["error fhir.binding.code.near /clinicalStatus/coding/0/code"]],
    ["refuse a concept of another system", condition({ coding: [{ system: "http://hl7.org/fhir/condition-clinical", code: "active" }] }), ["error fhir.binding.system /clinicalStatus/coding/0/system"]],
    ["refuse a concept with a code and no system", condition({ coding: [{ code: "active" }] }), ["error fhir.binding.noSystem /clinicalStatus/coding/0"]],
    ["refuse a concept of words alone", condition({ text: "active" }), ["error fhir.binding.noCode /clinicalStatus"]],
    ["refuse a concept with several codes, none of the value set", condition({ coding: [{ system: clinical, code: "x" }, { system: clinical, code: "y" }] }), ["error fhir.binding.concept /clinicalStatus"]],
    ["take a concept that says by an extension why there is none", condition({ extension: [{ url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason", valueCode: "unknown" }] }), []],
    ["refuse a coding without a code", { resourceType: "Bundle", type: "collection", meta: { tag: [{ display: "x" }] }, entry: [{ search: { mode: "matched" } }] }, ["error fhir.binding.code.near /entry/0/search/mode"]],
  ];
  for (const [title, resource, expected] of cases) {
    it(title, () => {
      assert.deepEqual(told(resource).filter((each) => !each.includes("notChecked") || expected.includes(each)), expected);
    });
  }

  it("name the codes that belong there, and the page of the value set", () => {
    const [issue] = issues(patient({ gender: "xyz" }));
    assert.equal(issue?.message, "gender is \"xyz\", which is none of the codes that belong here: male, female, other or unknown.");
    assert.equal(issue.doc, "https://hl7.org/fhir/R4/valueset-administrative-gender.html");
  });

  it("say what is meant by a display or a beginning", () => {
    const near = (status: string): unknown => issues({ resourceType: "Observation", status, code: { text: "x" } })[0]?.args["near"];
    assert.deepEqual(["Final", "prelim", "Entered in Error", "ENTERED_IN_ERROR", "ammended"].map(near), ["final", "preliminary", "entered-in-error", "entered-in-error", "amended"]);
  });
});

describe("codes by grammar", () => {
  const binary = (contentType: string): readonly string[] => told({ resourceType: "Binary", contentType });
  it("are media types (RFC 6838)", () => {
    assert.deepEqual(["application/pdf", "text/plain; charset=utf-8", "application/fhir+json", "image/*"].flatMap(binary), []);
    assert.deepEqual(["pdf", "application/", "a b/c"].map((each) => binary(each)[0]), Array.from({ length: 3 }, () => "error fhir.mimeType /contentType"));
  });
  it("are languages (BCP 47)", () => {
    assert.deepEqual(["en", "de-CH", "zh-Hant-TW", "x-klingon", "sr-Latn"].flatMap((language) => told(patient({ language }))), []);
    assert.deepEqual(["en_US", "e", "12"].map((language) => told(patient({ language }))[0]), Array.from({ length: 3 }, () => "error fhir.language /language"));
  });
  it("are currencies (ISO 4217)", () => {
    const invoice = (currency: string): readonly string[] => told({ resourceType: "Invoice", status: "draft", totalNet: { value: 1, currency } });
    assert.deepEqual([...invoice("EUR"), ...invoice("XAU")], []);
    assert.deepEqual([invoice("eur")[0], invoice("$")[0]], ["error fhir.currency /totalNet/currency", "error fhir.currency /totalNet/currency"]);
  });
});

describe("codes of systems that are known to the last code", () => {
  const observation = (system: string, code: string): readonly string[] => told({ resourceType: "Observation", status: "final", code: { coding: [{ system, code }] } });
  it("are known", () => {
    assert.deepEqual(observation("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB"), []);
  });
  it("are errors where the system comes with the specification, warnings where it goes on growing", () => {
    assert.deepEqual(observation("http://hl7.org/fhir/observation-status", "finall"), ["error fhir.unknownCode.near /code/coding/0/code"]);
    assert.deepEqual(observation("http://terminology.hl7.org/CodeSystem/v3-ActCode", "XYZXYZ"), ["warning fhir.unknownCode /code/coding/0/code"]);
    const category = "http://terminology.hl7.org/CodeSystem/observation-category";
    assert.deepEqual([...observation(category, "vitals"), ...observation(category, "a-later-one")], ["error fhir.unknownCode.near /code/coding/0/code", "warning fhir.unknownCode /code/coding/0/code"]);
  });
  it("are not passed over in silence where the system is not known, once for each", () => {
    const coding = [{ system: "http://loinc.org", code: "8867-4" }, { system: "http://loinc.org", code: "x" }, { system: "http://snomed.info/sct", code: "x" }];
    assert.deepEqual(told({ resourceType: "Observation", status: "final", code: { coding } }), [
      "information fhir.notChecked.codes /code/coding/0/system", "information fhir.notChecked.codes /code/coding/2/system",
    ]);
  });
});
