import assert from "node:assert/strict";
import { inEnglish } from "../../../../../src/core/checks/translate";
import { completionsAt } from "../../../../../src/core/fhir/language/completion";
import { FhirText } from "../../../../../src/core/fhir/language/fhirText";
import { References } from "../../../../../src/core/fhir/language/references";
import type { Suggestions } from "../../../../../src/core/fhir/language/suggestion";
import { atCursor } from "../../../../support/cursorText";
import { fhirModel } from "../../../../support/fhirModel";

function suggested(marked: string): (Suggestions & { readonly text: string }) | undefined {
  const { text, offset } = atCursor(marked);
  const read = new FhirText(text);
  const found = completionsAt({ model: fhirModel(), text: read, references: () => new References(read), t: inEnglish }, offset);
  return found === undefined ? undefined : { ...found, text };
}

const labels = (marked: string): readonly string[] => suggested(marked)?.items.map(({ label }) => label) ?? [];
const item = (marked: string, label: string) => suggested(marked)?.items.find((each) => each.label === label);

describe("completion of property names", () => {
  it("offers what the type has, what must be there first", () => {
    const names = labels('{"resourceType":"Observation","|"}');
    assert.deepEqual(names.slice(0, 2), ["status", "code"]);
    assert.ok(names.indexOf("category") < names.indexOf("id"));
    assert.ok(names.includes("valueQuantity") && names.includes("valueCodeableConcept") && !names.includes("value"));
  });

  it("leaves out what is there, and every form of a choice that is made", () => {
    const names = labels('{"resourceType":"Observation","status":"final","valueString":"x","|"}');
    assert.ok(!names.includes("status") && !names.includes("valueString") && !names.includes("valueQuantity"));
    assert.ok(names.includes("code"));
  });

  it("goes by the place: data types, groups, entries, contained resources", () => {
    assert.ok(labels('{"resourceType":"Patient","name":[{"|"}]}').includes("family"));
    assert.ok(labels('{"resourceType":"Patient","contact":[{"|"}]}').includes("relationship"));
    assert.ok(labels('{"resourceType":"Bundle","entry":[{"link":[{"|"}]}]}').includes("relation"));
    assert.deepEqual(labels('{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Condition","|"}}]}')[0], "subject");
    assert.ok(labels('{"resourceType":"Timing","repeat":{"|"}}').length === 0);
    assert.ok(labels('{"resourceType":"MedicationRequest","dosageInstruction":[{"timing":{"repeat":{"|"}}}]}').includes("frequency"));
    assert.deepEqual(labels('{"resourceType":"Patient","name":[{"family":"A","|"}],"x":1}').includes("family"), false);
  });

  it("offers resourceType first where a resource does not say it", () => {
    assert.deepEqual(labels('{"|"}'), ["resourceType"]);
    assert.deepEqual(labels('{"resourceType":"Patient","contained":[{"|"}]}'), ["resourceType"]);
  });

  it("writes the brackets and quotes that the type needs", () => {
    assert.equal(item('{"resourceType":"Patient","|"}', "birthDate")?.insert, '"birthDate": "$1"');
    assert.equal(item('{"resourceType":"Patient","|"}', "active")?.insert, '"active": ${1|true,false|}');
    assert.equal(item('{"resourceType":"Patient","|"}', "name")?.insert, '"name": [\n\t{\n\t\t$1\n\t}\n]');
    assert.equal(item('{"resourceType":"Patient","|"}', "maritalStatus")?.insert, '"maritalStatus": {\n\t$1\n}');
    assert.equal(item('{"resourceType":"Patient","name":[{"|"}]}', "given")?.insert, '"given": ["$1"]');
    assert.equal(item('{"resourceType":"Patient","contact":[{"|"}]}', "period")?.detail, "0..1 Period");
    assert.equal(item('{"resourceType":"Observation","|"}', "subject")?.insert, '"subject": {\n\t"reference": "$1"\n}');
  });

  it("writes only the name where a colon follows", () => {
    const found = suggested('{"resourceType":"Patient","na|": []}');
    assert.equal(found?.items.find(({ label }) => label === "name")?.insert, '"name"');
    assert.equal(found?.text.slice(found.from, found.to), '"na"');
  });

  it("offers siblings of primitive values after an underscore", () => {
    const names = labels('{"resourceType":"Patient","birthDate":"1962-03-14","_|"}');
    assert.ok(names.includes("_birthDate") && names.includes("_gender") && !names.includes("_name"));
    assert.ok(labels('{"resourceType":"Patient","_birthDate":{"|"}}').includes("extension"));
  });

  it("puts in the comma that is missing before or after", () => {
    const before = suggested('{"resourceType":"Patient"\n"|"}');
    assert.equal(before?.commaAt, 25);
    assert.ok(before.items.length > 10);
    const after = suggested('{"resourceType":"Patient",\n|\n"gender":"male"}');
    assert.equal(after?.items.find(({ label }) => label === "active")?.insert, '"active": ${1|true,false|},');
  });

  it("works while the text is broken", () => {
    assert.ok(labels('{"resourceType":"Patient","|').includes("name"));
    assert.ok(labels('{"resourceType":"Patient",|').includes("name"));
    assert.ok(labels('{"resourceType":"Patient",\n  |\n}').includes("name"));
    assert.ok(labels('{"resourceType":"Patient","name":[{"fam|').includes("family"));
    assert.ok(labels('{"resourceType":"Patient","name":[{"given":["A",{"x":],"fam|').includes("family"));
    assert.ok(labels('{"resourceType":"Patient",na|').includes("name"));
  });

  it("offers nothing where a name cannot be", () => {
    assert.deepEqual(labels('{"resourceType":"Patient"|}'), []);
    assert.deepEqual(labels('{"resourceType":"Patient","active" | : true}'), []);
    assert.deepEqual(labels('{"resourceType":"Patient"} |'), []);
    assert.deepEqual(labels('{"resourceType":"Nonsense","|"}'), []);
    assert.deepEqual(labels('{"resourceType":"Patient" /* "|" */}'), []);
  });
});

describe("completion of values", () => {
  it("offers resource types, in contained and entries too", () => {
    assert.ok(labels('{"resourceType":"|"}').includes("Patient"));
    assert.ok(!labels('{"resourceType":"|"}').includes("DomainResource"));
    assert.equal(item('{"resourceType":|', "Patient")?.insert, '"Patient"');
  });

  it("offers the codes of a set with what they mean", () => {
    assert.deepEqual(labels('{"resourceType":"Patient","gender":"|"}'), ["male", "female", "other", "unknown"]);
    assert.equal(item('{"resourceType":"Patient","gender":"|"}', "other")?.detail, "Other");
    const found = suggested('{"resourceType":"Patient","gender":"ma|"}');
    assert.equal(found?.text.slice(found.from, found.to), '"ma"');
  });

  it("offers codes of a CodeableConcept in its codings, of the system that is named there", () => {
    assert.ok(labels('{"resourceType":"Condition","clinicalStatus":{"coding":[{"code":"|"}]}}').includes("active"));
    assert.ok(labels('{"resourceType":"Encounter","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"|"}}').includes("AMB"));
    const displays = labels('{"resourceType":"Condition","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active","display":"|"}]}}');
    assert.deepEqual(displays, ["Active"]);
  });

  it("offers systems: those of the set first, UCUM for quantities", () => {
    assert.equal(labels('{"resourceType":"Condition","clinicalStatus":{"coding":[{"system":"|"}]}}')[0], "http://terminology.hl7.org/CodeSystem/condition-clinical");
    assert.deepEqual(labels('{"resourceType":"Observation","valueQuantity":{"system":"|"}}'), ["http://unitsofmeasure.org"]);
    assert.deepEqual(labels('{"resourceType":"Patient","identifier":[{"system":"urn:oid:1.2.3","value":"1"},{"system":"|"}]}'), ["urn:oid:1.2.3", "urn:ietf:rfc:3986"]);
  });

  it("offers units with their names", () => {
    assert.equal(item('{"resourceType":"Observation","valueQuantity":{"system":"http://unitsofmeasure.org","code":"|"}}', "mm[Hg]")?.detail, "millimetre of mercury");
    assert.deepEqual(labels('{"resourceType":"Observation","valueQuantity":{"system":"http://snomed.info/sct","code":"|"}}'), []);
  });

  it("offers true and false, bare", () => {
    assert.deepEqual(suggested('{"resourceType":"Patient","active":|}')?.items.map(({ insert }) => insert), ["true", "false"]);
  });

  it("offers the resources that a reference may mean", () => {
    const bundle = (reference: string) => `{"resourceType":"Bundle","type":"transaction","entry":[
      {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","name":[{"given":["Ada"],"family":"Okafor"}]}},
      {"fullUrl":"http://example.org/fhir/Organization/o","resource":{"resourceType":"Organization","id":"o"}},
      {"resource":{"resourceType":"Observation","contained":[{"resourceType":"Practitioner","id":"p"}],${reference}}}]}`;
    assert.deepEqual(suggested(bundle('"subject":{"reference":"|"}'))?.items.map(({ label, detail }) => [label, detail]), [["urn:uuid:1", "Patient · Ada Okafor"]]);
    assert.deepEqual(labels(bundle('"performer":[{"reference":"|"}]')), ["urn:uuid:1", "Organization/o", "#p"]);
  });

  it("writes a list where one belongs and none was opened", () => {
    assert.equal(item('{"resourceType":"Patient","name":|}', "[ { … } ]")?.insert, "[\n\t{\n\t\t$1\n\t}\n]");
    assert.equal(item('{"resourceType":"Patient","name":[|]}', "{ … }")?.insert, "{\n\t$1\n}");
    assert.equal(item('{"resourceType":"Timing","x":1,"y":|}', "[ { … } ]"), undefined);
    assert.equal(item('{"resourceType":"MedicationRequest","dosageInstruction":[{"timing":{"repeat":{"dayOfWeek":|}}}]}', "mon")?.insert, '["mon"]');
  });
});
