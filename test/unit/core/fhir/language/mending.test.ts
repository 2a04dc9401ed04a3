import assert from "node:assert/strict";
import { inEnglish } from "../../../../../src/core/checks/translate";
import { FhirText } from "../../../../../src/core/fhir/language/fhirText";
import { quickFixesFor } from "../../../../../src/core/fhir/language/quickFixes";
import type { PlacedIssue } from "../../../../../src/core/fhir/validation/fhirChecker";
import { validateResource } from "../../../../../src/core/fhir/validation/validateResource";
import { fhirModel } from "../../../../support/fhirModel";

function errorsOf(text: string): readonly PlacedIssue[] {
  return validateResource(new FhirText(text).document, { model: fhirModel(), rules: [] }).filter(({ severity }) => severity === "error");
}

/** The text after the only fix of its only error. */
function mended(text: string): string {
  const errors = errorsOf(text);
  assert.equal(errors.length, 1, JSON.stringify(errors.map(({ code }) => code)));
  const [fix, ...more] = errors.flatMap((issue) => quickFixesFor({ model: fhirModel(), text: new FhirText(text), t: inEnglish }, issue));
  assert.ok(fix, `nothing mends ${JSON.stringify(errors[0])}`);
  assert.deepEqual(more, []);
  return text.slice(0, fix.from) + fix.text.replace(/\$\d/g, "") + text.slice(fix.to);
}

describe("What the validator refuses for a slip", () => {
  for (const [slip, right] of [
    ['{"resourceType":"Patient","brithDate":"1962-03-14"}', '{"resourceType":"Patient","birthDate":"1962-03-14"}'],
    ['{"resourceType":"Pateint"}', '{"resourceType":"Patient"}'],
    ['{"resourceType":"Patient","gender":"femal"}', '{"resourceType":"Patient","gender":"female"}'],
    ['{"resourceType":"Patient","gender":"Male"}', '{"resourceType":"Patient","gender":"male"}'],
    ['{"resourceType":"Patient","name":{"family":"A"}}', '{"resourceType":"Patient","name":[{"family":"A"}]}'],
    ['{"resourceType":"Patient","name":[{"given":"Ada"}]}', '{"resourceType":"Patient","name":[{"given":["Ada"]}]}'],
    ['{"resourceType":"Patient","gender":["male"]}', '{"resourceType":"Patient","gender":"male"}'],
    ['{"resourceType":"Patient","maritalStatus":[{"text":"M"}]}', '{"resourceType":"Patient","maritalStatus":{"text":"M"}}'],
    ['{"resourceType":"Patient","active":"true"}', '{"resourceType":"Patient","active":true}'],
    ['{"resourceType":"Patient","multipleBirthInteger":"2"}', '{"resourceType":"Patient","multipleBirthInteger":2}'],
    ['{"resourceType":"Patient","identifier":[{"value":4711}]}', '{"resourceType":"Patient","identifier":[{"value":"4711"}]}'],
    ['{"resourceType":"Patient","birthDate":"14.03.1962"}', '{"resourceType":"Patient","birthDate":"1962-03-14"}'],
    ['{"resourceType":"Patient","birthDate":"19620314"}', '{"resourceType":"Patient","birthDate":"1962-03-14"}'],
    ['{"resourceType":"Encounter","status":"planned","class":{"code":"AMB"},"period":{"start":"2024-1-31"}}', '{"resourceType":"Encounter","status":"planned","class":{"code":"AMB"},"period":{"start":"2024-01-31"}}'],
    ['{"resourceType":"Observation","code":{"text":"x"},"status":"final","issued":"2024-01-31 12:30:00Z"}', '{"resourceType":"Observation","code":{"text":"x"},"status":"final","issued":"2024-01-31T12:30:00Z"}'],
    ['{"resourceType":"Observation","code":{"text":"x"},"status":"final","value":{"value":1,"unit":"kg"}}', '{"resourceType":"Observation","code":{"text":"x"},"status":"final","valueQuantity":{"value":1,"unit":"kg"}}'],
    ['{"resourceType":"Patient","deceased":true}', '{"resourceType":"Patient","deceasedBoolean":true}'],
    ['{"resourceType":"Patient","name":[],"active":true}', '{"resourceType":"Patient","active":true}'],
    ['{"resourceType":"Patient","active":true,\n"gender":null}', '{"resourceType":"Patient","active":true}'],
    ['{"resourceType":"Patient","maritalStatus":{}}', '{"resourceType":"Patient"}'],
  ] as const) {
    it(`is mended: ${slip}`, () => {
      assert.equal(mended(slip), right);
      assert.deepEqual(errorsOf(right), []);
    });
  }

  it("gets the element that is missing, which can then be filled in", () => {
    assert.equal(mended('{"resourceType":"Observation","code":{"text":"x"}}'), '{"resourceType":"Observation","code":{"text":"x"}, "status": ""}');
  });

  it("is left to the learner where several things may be meant", () => {
    for (const text of ['{"resourceType":"Patient","birthDate":"03/04/1962"}', '{"resourceType":"Patient","gender":["male","female"]}', '{"resourceType":"Patient","nonsense":1}']) {
      assert.deepEqual(errorsOf(text).flatMap((issue) => quickFixesFor({ model: fhirModel(), text: new FhirText(text), t: inEnglish }, issue)), [], text);
    }
  });
});
