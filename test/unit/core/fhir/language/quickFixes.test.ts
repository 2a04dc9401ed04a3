import assert from "node:assert/strict";
import fc from "fast-check";
import { inEnglish } from "../../../../../src/core/checks/translate";
import { dateGuess } from "../../../../../src/core/fhir/language/dateGuess";
import { FhirText } from "../../../../../src/core/fhir/language/fhirText";
import { quickFixesFor } from "../../../../../src/core/fhir/language/quickFixes";
import type { MendableIssue } from "../../../../../src/core/fhir/language/quickFixes";
import { fhirModel } from "../../../../support/fhirModel";

/** The text after each of the fixes, by their titles. */
function mended(text: string, issue: MendableIssue): Record<string, string> {
  const fixes = quickFixesFor({ model: fhirModel(), text: new FhirText(text), t: inEnglish }, issue);
  return Object.fromEntries(fixes.map(({ title, from, to, text: put }) => [title, text.slice(0, from) + put + text.slice(to)]));
}

describe("quick fixes", () => {
  it("give a property its right name", () => {
    assert.deepEqual(mended('{"resourceType":"Patient","brithDate":"1962"}', { code: "fhir.unknownElement.near", pointer: "/brithDate", args: { near: "birthDate" } }), {
      'Change to "birthDate"': '{"resourceType":"Patient","birthDate":"1962"}',
    });
  });

  it("give a code its right form", () => {
    assert.deepEqual(mended('{"resourceType":"Patient","gender":"Male"}', { code: "fhir.binding.near", pointer: "/gender", args: { near: "male" } }), {
      'Change to "male"': '{"resourceType":"Patient","gender":"male"}',
    });
  });

  it("put a value in a list and take it out", () => {
    assert.deepEqual(mended('{"resourceType":"Patient","name":{"family":"A"}}', { code: "fhir.listExpected", pointer: "/name", args: {} }), { "Put it in a list: [ … ]": '{"resourceType":"Patient","name":[{"family":"A"}]}' });
    assert.deepEqual(mended('{"resourceType":"Patient","gender":["male"]}', { code: "fhir.listUnexpected", pointer: "/gender", args: {} }), { "Take it out of the list": '{"resourceType":"Patient","gender":"male"}' });
    assert.deepEqual(mended('{"resourceType":"Patient","gender":["male","female"]}', { code: "fhir.listUnexpected", pointer: "/gender", args: {} }), {});
  });

  it("put quotation marks on and take them away", () => {
    assert.deepEqual(mended('{"resourceType":"Patient","active":"True"}', { code: "fhir.type.quoted", pointer: "/active", args: {} }), { "Take the quotation marks away": '{"resourceType":"Patient","active":true}' });
    assert.deepEqual(mended('{"resourceType":"Patient","id":12}', { code: "fhir.type.unquoted", pointer: "/id", args: {} }), { "Put it in quotation marks": '{"resourceType":"Patient","id":"12"}' });
  });

  it("add what is missing, after what is there", () => {
    assert.deepEqual(mended('{\n  "resourceType": "Observation"\n}', { code: "fhir.required", pointer: "", args: { property: "status" } }), {
      'Add "status"': '{\n  "resourceType": "Observation",\n"status": "$1"\n}',
    });
    assert.deepEqual(Object.keys(mended('{"resourceType":"MedicationRequest"}', { code: "fhir.required.choice", pointer: "", args: { property: "medication" } })), ['Add "medicationCodeableConcept"', 'Add "medicationReference"']);
  });

  it("write a date as FHIR has it, where it can only be that one", () => {
    assert.deepEqual(mended('{"resourceType":"Patient","birthDate":"19620314"}', { code: "fhir.date", pointer: "/birthDate", args: {} }), { 'Write it as "1962-03-14"': '{"resourceType":"Patient","birthDate":"1962-03-14"}' });
    for (const [written, guess] of [
      ["31.12.1999", "1999-12-31"], ["12/31/1999", "1999-12-31"], ["1999/1/5", "1999-01-05"], ["2024-1-31", "2024-01-31"], ["20240131123000+0100", "2024-01-31T12:30:00+01:00"],
      ["2024-01-31 12:30:00Z", "2024-01-31T12:30:00Z"], ["196203", "1962-03"], ["05.05.2001", "2001-05-05"],
      ["11/12/1999", undefined], ["1999-02-30", undefined], ["20240131123000", undefined], ["2024-01-31 12:30", undefined], ["620314", undefined], ["yesterday", undefined], ["", undefined],
    ] as const) {
      assert.equal(dateGuess(written), guess, written);
    }
  });

  it("offer nothing where the text has changed since, or has no such part", () => {
    assert.deepEqual(mended("{}", { code: "fhir.unknownElement.near", pointer: "/a/b", args: { near: "x" } }), {});
    assert.deepEqual(mended("", { code: "fhir.required", pointer: "", args: { property: "status" } }), {});
  });

  it("never throw", () => {
    const codes = ["fhir.unknownElement.near", "fhir.listExpected", "fhir.listUnexpected", "fhir.type.quoted", "fhir.required", "fhir.date", "fhir.binding"];
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), fc.constantFrom(...codes), fc.constantFrom("", "/a", "/0", "/a/0", "nonsense"), fc.string(), (text, code, pointer, near) => {
      mended(text, { code, pointer, args: { near, property: near } });
    }));
  });
});
