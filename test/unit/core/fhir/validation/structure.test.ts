import assert from "node:assert/strict";
import { jsonReader } from "../../../../../src/core/documents/jsonReader";
import { validateResource } from "../../../../../src/core/fhir/validation/validateResource";
import { fhirModel } from "../../../../support/fhirModel";

const model = fhirModel();

function codesOf(text: string): readonly string[] {
  return validateResource(jsonReader.read(text), { model, rules: [] }).filter(({ severity }) => severity !== "information").map(({ code, pointer }) => `${code} ${pointer}`);
}

/** Errors of a resource, as `code pointer`. */
function errorsIn(resource: unknown): readonly string[] {
  return codesOf(JSON.stringify(resource));
}

function patient(members: object): object {
  return { resourceType: "Patient", ...members };
}

function observation(members: object): object {
  return { resourceType: "Observation", status: "final", code: { text: "x" }, ...members };
}

/** What is wrong: a title, a resource, and what is found. */
type Case = readonly [title: string, resource: unknown, found: readonly string[]];

function refuses(cases: readonly Case[]): void {
  for (const [title, resource, expected] of cases) {
    it(title, () => {
      assert.deepEqual(errorsIn(resource), expected);
    });
  }
}

/** What is right although it might not look so. */
function accepts(cases: readonly (readonly [title: string, resource: unknown])[]): void {
  refuses(cases.map(([title, resource]) => [`accepts ${title}`, resource, []]));
}

describe("the resource type (resource.html)", () => {
  refuses([
    ["is missing", {}, ["fhir.resourceType.missing "]],
    ["is written in another case", { resourcetype: "Patient" }, ["fhir.resourceType.name /resourcetype"]],
    ["is no text", { resourceType: 1 }, ["fhir.resourceType.notText /resourceType"]],
    ["is one that others build on", { resourceType: "DomainResource" }, ["fhir.resourceType.abstract /resourceType"]],
    ["is a data type", { resourceType: "HumanName" }, ["fhir.resourceType.dataType /resourceType"]],
    ["is unknown", { resourceType: "Spaceship" }, ["fhir.resourceType.unknown /resourceType"]],
    ["is misspelt", { resourceType: "Pateint" }, ["fhir.resourceType.near /resourceType"]],
    ["is one of a later version", { resourceType: "InventoryReport" }, ["fhir.resourceType.unknown /resourceType"]],
    ["stands in a part of a resource", patient({ name: [{ resourceType: "HumanName", text: "x" }] }), ["fhir.unknownElement.resourceType /name/0/resourceType"]],
    ["is missing of a contained resource", patient({ contained: [{ id: "a" }] }), ["fhir.resourceType.missing /contained/0"]],
    ["of an entry is misspelt", { resourceType: "Bundle", type: "collection", entry: [{ resource: { resourceType: "patient" } }] }, ["fhir.resourceType.near /entry/0/resource/resourceType"]],
    ["is not even in an object", [], ["fhir.notResource "]],
    ["is not even in an object, but null", null, ["fhir.notResource "]],
    ["of a contained resource is a text alone", patient({ contained: ["Patient"] }), ["fhir.objectExpected /contained/0"]],
  ]);
  accepts([["a code element of that name", { resourceType: "ExampleScenario", status: "draft", instance: [{ resourceId: "a", resourceType: "Patient" }] }]]);
});

describe("properties (json.html)", () => {
  refuses([
    ["that nothing defines", patient({ spaceship: 1 }), ["fhir.unknownElement /spaceship"]],
    ["that are misspelt", patient({ birthdate: "1962-03-14" }), ["fhir.unknownElement.near /birthdate"]],
    ["of which only the sibling is misspelt", patient({ _birthdate: { id: "a" } }), ["fhir.unknownElement.near /_birthdate"]],
    ["of a choice without a type", observation({ value: 72 }), ["fhir.unknownElement.choice /value"]],
    ["of a choice with a type that it cannot have", observation({ valueMoney: { value: 1 } }), ["fhir.unknownElement.choiceType /valueMoney"]],
    ["of a choice with a type in another case", observation({ valuestring: "x" }), ["fhir.unknownElement.near /valuestring"]],
    ["that belong one level further down", patient({ family: "Rossi" }), ["fhir.unknownElement.within /family"]],
    ["of DSTU 2", patient({ fhir_comments: ["x"], active: true }), ["fhir.unknownElement.comments /fhir_comments"]],
    ["in a data type", patient({ name: [{ family: "Rossi", spaceship: 1 }] }), ["fhir.unknownElement.inside /name/0/spaceship"]],
    ["beside a primitive", patient({ birthDate: "1962", _birthDate: { value: "1962" } }), ["fhir.unknownElement.sibling /_birthDate/value"]],
    ["of a resource in a data type", patient({ name: [{ text: "x", modifierExtension: [{ url: "http://x.example/y", valueCode: "x" }] }] }), ["fhir.unknownElement.inside /name/0/modifierExtension"]],
    ["whose names are of the language", patient({ constructor: 1, toString: 1 }), ["fhir.unknownElement /constructor", "fhir.unknownElement /toString"]],
  ]);
  it("whose name takes some care in a pointer", () => {
    assert.deepEqual(errorsIn(patient({ "a/b~c": 1 })), ["fhir.unknownElement /a~1b~0c"]);
  });
});

describe("a choice (formats.html#choice)", () => {
  refuses([
    ["has two values", observation({ valueString: "x", valueInteger: 1 }), ["fhir.choiceSeveral /valueInteger"]],
    ["has a value and the sibling of another", observation({ valueString: "x", _valueDateTime: { id: "a" } }), ["fhir.choiceSeveral /_valueDateTime"]],
    ["is missing", { resourceType: "MedicationRequest", status: "active", intent: "order", subject: { display: "x" } }, ["fhir.required.choice "]],
    ["is missing because its type is wrong, which is told once", { resourceType: "MedicationRequest", status: "active", intent: "order", subject: { display: "x" }, medicationString: "x" }, ["fhir.unknownElement.choiceType /medicationString"]],
    ["has two values in an extension", patient({ extension: [{ url: "http://x.example/y", valueString: "x", valueCode: "x" }] }), ["fhir.choiceSeveral /extension/0/valueCode"]],
  ]);
  accepts([["a value with its own sibling", observation({ valueString: "x", _valueString: { id: "a" } })], ["a sibling alone", observation({ _valueString: { extension: [{ url: "http://x.example/y", valueCode: "x" }] } })]]);
});

describe("cardinality (conformance-rules.html#cardinality)", () => {
  refuses([
    ["a required element is missing", { resourceType: "Observation", code: { text: "x" } }, ["fhir.required "]],
    ["a required element is missing in a backbone element", patient({ communication: [{ preferred: true }] }), ["fhir.required /communication/0"]],
    ["a required element is missing in a data type", patient({ extension: [{ valueString: "x" }] }), ["fhir.required /extension/0"]],
    ["a required element is missing where content is that of another element", { resourceType: "Questionnaire", status: "draft", item: [{ linkId: "1", type: "group", item: [{ type: "string" }] }] }, ["fhir.required /item/0/item/0"]],
    ["a misspelt element is not missing as well", { resourceType: "Observation", sttaus: "final", code: { text: "x" } }, ["fhir.unknownElement.near /sttaus"]],
    ["one where several may be", patient({ name: { family: "Rossi" } }), ["fhir.listExpected /name"]],
    ["one with another fault where several may be", patient({ name: { famly: "Rossi" } }), ["fhir.listExpected /name", "fhir.unknownElement.near /name/famly"]],
    ["a text where several objects may be", patient({ name: "Rossi" }), ["fhir.objectListExpected /name"]],
    ["one text where several may be", patient({ name: [{ given: "Anna" }] }), ["fhir.listExpected /name/0/given"]],
    ["several where one may be", patient({ birthDate: ["1962-03-14"] }), ["fhir.listUnexpected /birthDate"]],
    ["several objects where one may be", patient({ maritalStatus: [{ text: "x" }] }), ["fhir.listUnexpected /maritalStatus"]],
    ["a list in a list", patient({ name: [[{ family: "Rossi" }]] }), ["fhir.listInList /name/0"]],
    ["a list in a list of texts", patient({ name: [{ given: [["Anna"]] }] }), ["fhir.listInList /name/0/given/0"]],
  ]);
});

describe("nothing (json.html: no empty values)", () => {
  refuses([
    ["an empty list", patient({ name: [] }), ["fhir.emptyList /name"]],
    ["an empty list of texts", patient({ name: [{ given: [], family: "x" }] }), ["fhir.emptyList /name/0/given"]],
    ["an empty object", patient({ maritalStatus: {} }), ["fhir.emptyObject /maritalStatus"]],
    ["an empty object in a list", patient({ name: [{}] }), ["fhir.emptyObject /name/0"]],
    ["an empty text", patient({ name: [{ family: "" }] }), ["fhir.emptyText /name/0/family"]],
    ["white space alone", patient({ name: [{ family: " \t" }] }), ["fhir.blankText /name/0/family"]],
    ["null", patient({ birthDate: null }), ["fhir.null /birthDate"]],
    ["null for an object", patient({ maritalStatus: null }), ["fhir.null /maritalStatus"]],
    ["null for a list", patient({ name: null }), ["fhir.null /name"]],
    ["null in a list of objects", patient({ name: [null] }), ["fhir.null /name/0"]],
    ["null in a list of texts without siblings", patient({ name: [{ given: ["Anna", null] }] }), ["fhir.nullEntry /name/0/given/1"]],
    ["an empty contained resource", patient({ contained: [{}] }), ["fhir.resourceType.missing /contained/0"]],
  ]);
});

describe("siblings of primitives (json.html#primitive)", () => {
  const beside = { extension: [{ url: "http://x.example/y", valueCode: "x" }] };
  refuses([
    ["of something that is no primitive", patient({ name: [{ text: "x" }], _name: [beside] }), ["fhir.sibling.notPrimitive /_name"]],
    ["that are no objects", patient({ birthDate: "1962", _birthDate: "x" }), ["fhir.sibling.notObject /_birthDate"]],
    ["that are empty", patient({ birthDate: "1962", _birthDate: {} }), ["fhir.sibling.empty /_birthDate"]],
    ["that are null", patient({ birthDate: "1962", _birthDate: null }), ["fhir.null /_birthDate"]],
    ["in a list of another length", patient({ name: [{ given: ["Anna", "Maria"], _given: [beside] }] }), ["fhir.sibling.length /name/0/_given"]],
    ["that are no list where there is one", patient({ name: [{ given: ["Anna"], _given: beside }] }), ["fhir.listExpected /name/0/_given"]],
    ["that are null where the value is null", patient({ name: [{ given: ["Anna", null], _given: [beside, null] }] }), ["fhir.nullEntry /name/0/given/1"]],
    ["that are null without values", patient({ name: [{ _given: [null, beside] }] }), ["fhir.nullEntry /name/0/_given/0"]],
    ["that are wrong themselves", patient({ birthDate: "1962", _birthDate: { extension: [{ valueCode: "x" }] } }), ["fhir.required /_birthDate/extension/0"]],
  ]);
  accepts([
    ["entries that take turns", patient({ name: [{ given: ["Anna", null], _given: [null, beside] }] })],
    ["siblings without any value", patient({ name: [{ _given: [beside] }], _gender: beside })],
    ["a required element of which only the sibling is there", { resourceType: "Observation", _status: beside, code: { text: "x" } }],
    ["siblings that stand before their values", { resourceType: "Patient", _birthDate: { id: "a" }, birthDate: "1962" }],
  ]);
});

describe("JSON types (json.html)", () => {
  refuses([
    ["a number for a text", patient({ name: [{ family: 5 }] }), ["fhir.type.unquoted /name/0/family"]],
    ["true for a date", patient({ birthDate: true }), ["fhir.type.unquoted /birthDate"]],
    ["a boolean in quotation marks", patient({ active: "true" }), ["fhir.type.quoted /active"]],
    ["a word for a boolean", patient({ active: "yes" }), ["fhir.type /active"]],
    ["a number in quotation marks", patient({ multipleBirthInteger: "2" }), ["fhir.type.quoted /multipleBirthInteger"]],
    ["a number for a boolean", patient({ active: 1 }), ["fhir.type /active"]],
    ["an object for a text", patient({ birthDate: { value: "1962" } }), ["fhir.type /birthDate"]],
    ["a text for an object", patient({ maritalStatus: "M" }), ["fhir.objectExpected /maritalStatus"]],
    ["a text for a reference", { resourceType: "Encounter", status: "finished", class: { code: "x" }, subject: "Patient/1" }, ["fhir.objectExpected /subject"]],
    ["a number for an object", observation({ valueQuantity: 72 }), ["fhir.objectExpected /valueQuantity"]],
  ]);
});

describe("extensions (extensibility.html)", () => {
  const url = "http://hospital.example/x";
  refuses([
    ["without an address", patient({ extension: [{ valueString: "x" }] }), ["fhir.required /extension/0"]],
    ["with an address that is not whole", patient({ extension: [{ url: "room", valueString: "x" }] }), ["fhir.extension.urlRelative /extension/0/url"]],
    ["without anything to say", patient({ extension: [{ url }] }), ["fhir.extension.neither /extension/0"]],
    ["with a value and extensions", patient({ extension: [{ url, valueString: "x", extension: [{ url: "a", valueCode: "x" }] }] }), ["fhir.extension.both /extension/0"]],
    ["with a value without its type", patient({ extension: [{ url, value: "x" }] }), ["fhir.unknownElement.choice /extension/0/value"]],
    ["with wrong ones in them", patient({ extension: [{ url, extension: [{ url: "a" }] }] }), ["fhir.extension.neither /extension/0/extension/0"]],
    ["on a primitive, wrong", patient({ birthDate: "1962", _birthDate: { extension: [{ url: "a", valueCode: "x" }] } }), ["fhir.extension.urlRelative /_birthDate/extension/0/url"]],
  ]);
  accepts([
    ["short names of parts", patient({ extension: [{ url, extension: [{ url: "a", valueCode: "x" }] }] })],
    ["one whose value is a sibling alone", patient({ extension: [{ url, _valueCode: { extension: [{ url, valueCode: "x" }] } }] })],
    ["addresses that are OIDs or UUIDs", patient({ extension: [{ url: "urn:oid:1.2.3", valueCode: "x" }, { url: "urn:uuid:6f9e1a52-3c1b-4c39-9d5e-0a7c2f1b8e64", valueCode: "x" }] })],
  ]);
});

describe("ids and addresses", () => {
  refuses([
    ["a system that is no address", patient({ identifier: [{ system: "MRN", value: "1" }] }), ["fhir.systemRelative /identifier/0/system"]],
    ["a code's system that is no address", observation({ valueCodeableConcept: { coding: [{ system: "loinc", code: "x" }] } }), ["fhir.systemRelative /valueCodeableConcept/coding/0/system"]],
    ["an element's id twice", patient({ name: [{ id: "a", text: "x" }, { id: "a", text: "y" }] }), ["fhir.elementId.repeated /name/1/id"]],
    ["an element's id with a space", patient({ name: [{ id: "a b", text: "x" }] }), ["fhir.elementId.space /name/0/id"]],
    ["a canonical that is not whole, which may be", patient({ meta: { profile: ["patient-profile"] } }), ["fhir.canonicalRelative /meta/profile/0"]],
  ]);
  accepts([["the id of an element that is also that of a resource", patient({ id: "a", name: [{ id: "a", text: "x" }] })], ["ids of two resources", patient({ contained: [{ resourceType: "Patient", id: "c", name: [{ id: "a", text: "x" }] }], name: [{ id: "a", text: "y" }] })]]);
});

describe("sampled data (datatypes.html#SampledData)", () => {
  const sampled = (data: string): object => observation({ valueSampledData: { origin: { value: 0 }, period: 10, dimensions: 1, data } });
  refuses([
    ["have a word in them", sampled("1 2 high"), ["fhir.sampledData /valueSampledData/data"]],
    ["have commas in them", sampled("1,2,3"), ["fhir.sampledData /valueSampledData/data"]],
  ]);
  accepts([["numbers and letters", sampled("-1 2.50 E U L 1e3")]]);
});

describe("faults of the JSON itself", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["a comma too many", "{ \"resourceType\": \"Patient\", }", ["document.json.trailingComma "]],
    ["a comment", "{ // x\n \"resourceType\": \"Patient\" }", ["document.json.comment "]],
    ["single quotes", "{ \"resourceType\": 'Patient' }", ["document.json.word /resourceType"]],
    ["names without quotes", "{ resourceType: \"Patient\" }", ["document.json.nameQuotes /resourceType"]],
    ["a property twice", "{ \"resourceType\": \"Patient\", \"id\": \"a\", \"id\": \"b\" }", ["document.json.repeatedLater /id", "document.json.repeated /id"]],
    ["no end", "{ \"resourceType\": \"Patient\"", ["document.json.unclosed "]],
    ["nothing at all", "", ["document.json.empty "]],
    ["a tab within a text", "{ \"resourceType\": \"Patient\", \"id\": \"a\tb\" }", ["document.json.string /id"]],
    ["a leading zero", "{ \"resourceType\": \"Patient\", \"multipleBirthInteger\": 01 }", ["document.json.number /multipleBirthInteger"]],
    ["two values", "{ \"resourceType\": \"Patient\" } {}", ["document.json.afterEnd "]],
  ];
  for (const [title, text, expected] of cases) {
    it(`${title} ${expected.length === 1 ? "is an issue" : "are issues"}`, () => {
      assert.deepEqual(codesOf(text).map((each) => each.replace(/ .*/, "")), expected.map((each) => each.replace(/ .*/, "")));
    });
  }

  it("does not keep what is wrong with the resource from being told when there is no doubt about what was meant", () => {
    assert.deepEqual(codesOf("{ \"resourceType\": \"Patient\", \"gender\": \"M\", }").map((each) => each.split(" ")[0]), ["fhir.binding.code.near", "document.json.trailingComma"]);
  });

  it("a byte-order mark is none", () => {
    assert.deepEqual(codesOf("\ufeff{ \"resourceType\": \"Patient\", \"active\": true }"), []);
  });
});

describe("the order of issues", () => {
  it("is that of the text, and each is told once", () => {
    const pointers = errorsIn({ resourceType: "Patient", gender: "M", name: [{ given: "x", family: 5 }], birthDate: "1962-02-30", nmae: 1 });
    assert.deepEqual(pointers, ["fhir.binding.code.near /gender", "fhir.listExpected /name/0/given", "fhir.type.unquoted /name/0/family", "fhir.date.day /birthDate", "fhir.unknownElement.near /nmae"]);
  });

  it("ends after a thousand with a word about the rest", () => {
    const issues = validateResource(jsonReader.read(JSON.stringify({ resourceType: "Patient", ...Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`x${String(index)}y`, 1])) })), { model, rules: [] });
    assert.equal(issues.length, 1001);
    assert.equal(issues.at(-1)?.code, "fhir.more");
  });
});
