import assert from "node:assert/strict";
import { inEnglish } from "../../../../../src/core/checks/translate";
import { FhirText } from "../../../../../src/core/fhir/language/fhirText";
import { hoverAt } from "../../../../../src/core/fhir/language/hover";
import { References } from "../../../../../src/core/fhir/language/references";
import { wordedPaths } from "../../../../../src/core/fhir/language/words";
import { atCursor } from "../../../../support/cursorText";
import { fhirModel } from "../../../../support/fhirModel";

function hover(marked: string): { readonly markdown: string; readonly text: string } | undefined {
  const { text, offset } = atCursor(marked);
  const read = new FhirText(text);
  const found = hoverAt({ model: fhirModel(), text: read, references: () => new References(read), t: inEnglish, locale: "en-GB" }, offset);
  return found === undefined ? undefined : { markdown: found.markdown, text: text.slice(found.from, found.to) };
}

const says = (marked: string): string => hover(marked)?.markdown ?? "";

describe("hover over FHIR", () => {
  it("says of a property what it is for, how often it may be there, its type and its page", () => {
    const found = hover('{"resourceType":"Patient","na|me":[]}');
    assert.equal(found?.text, '"name"');
    assert.equal(found.markdown, [
      "**`Patient.name`**", "Names of the patient. A list: people have an official name, a maiden name, a nickname.", "`0..*` · may repeat: a list", "Type: `HumanName`",
      "[FHIR R4: Patient.name](https://hl7.org/fhir/R4/patient-definitions.html#Patient.name)",
    ].join("\n\n"));
  });

  it("tells a choice of types by its own name and by the property's", () => {
    const text = says('{"resourceType":"Observation","component":[{"valueQ|uantity":{}}]}');
    assert.match(text, /^\*\*`Observation\.component\.value\[x\]`\*\* · `valueQuantity` · Quantity/);
    assert.match(text, /observation-definitions\.html#Observation\.component\.value_x_/);
  });

  it("names the targets of references, the codes of a set and how strictly they hold", () => {
    assert.match(says('{"resourceType":"Observation","sub|ject":{}}'), /`Reference` to Patient, Group, Device, Location/);
    const gender = says('{"resourceType":"Patient","ge|nder":"male"}');
    assert.match(gender, /\*\*Only\*\* codes of \[AdministrativeGender\]\(https:\/\/hl7\.org\/fhir\/R4\/valueset-administrative-gender\.html\)/);
    assert.match(gender, /`male` Male · `female` Female · `other` Other · `unknown` Unknown/);
  });

  it("explains what changes the meaning", () => {
    assert.match(says('{"resourceType":"ServiceRequest","doNot|Perform":true}'), /Changes the meaning/);
    assert.doesNotMatch(says('{"resourceType":"Patient","birth|Date":""}'), /Changes the meaning/);
  });

  it("says what a code means, in the system that stands beside it too", () => {
    assert.match(says('{"resourceType":"Patient","gender":"ma|le"}'), /^`male` · \*\*Male\*\*/);
    assert.match(says('{"resourceType":"Encounter","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AM|B"}}'), /\*\*ambulatory\*\*/);
    assert.match(says('{"resourceType":"Condition","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"acti|ve"}]}}'), /\*\*Active\*\*/);
    assert.doesNotMatch(says('{"resourceType":"Patient","gender":"mal|e1"}'), /^`male1`/);
  });

  it("writes dates out, and nothing of what is no date", () => {
    assert.match(says('{"resourceType":"Patient","birthDate":"1962-0|3-14"}'), /^\*\*Wednesday,? 14 March 1962\*\*/);
    assert.match(says('{"resourceType":"Patient","birthDate":"1962|-03"}'), /^\*\*March 1962\*\*/);
    assert.match(says('{"resourceType":"Observation","issued":"2024-02-29T13:|45:00+01:00"}'), /29 February 2024.*UTC\\\+01:00/);
    assert.match(says('{"resourceType":"Patient","birthDate":"2023-02|-29"}'), /^\*\*`Patient\.birthDate`/);
  });

  it("says what a unit and a system are", () => {
    assert.match(says('{"resourceType":"Observation","valueQuantity":{"system":"http://unitsofmeasure.org","code":"mm[|Hg]"}}'), /millimetre of mercury/);
    assert.match(says('{"resourceType":"Observation","code":{"coding":[{"system":"http://lo|inc.org"}]}}'), /^\*\*LOINC\*\*/);
  });

  it("says where a reference leads", () => {
    const bundle = (reference: string) => `{"resourceType":"Bundle","entry":[{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","name":[{"text":"Ada *O*"}]}},{"resource":{"resourceType":"Encounter","subject":{"reference":"${reference}"}}}]}`;
    assert.match(says(bundle("urn:u|uid:1")), /^Leads to \*\*Patient · Ada \\\*O\\\*\*\* \(`entry\[0\]`\)/);
    assert.match(says(bundle("Patient/|9")), /^Leads to nothing in this file\./);
  });

  it("explains the sibling of a primitive value, and a resource type", () => {
    assert.match(says('{"resourceType":"Patient","_birth|Date":{}}'), /Id and extensions of the value that `birthDate` has/);
    assert.match(says('{"resourceType":"Pati|ent"}'), /^\*\*Patient\*\*\n\nA person, or an animal/);
    assert.match(says('{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Observa|tion"}}]}'), /^\*\*Observation\*\*/);
  });

  it("is silent where FHIR knows nothing", () => {
    for (const marked of ['{"resourceType":"Patient","na|mes":[]}', '{"resourceType":"Nons|ense"}', '{"resourceType":"Patient" |,"active":true}', '{"resourceType":"Patient","name":[|{}]}', '|', '{"resourceType":"Patient"} |']) {
      assert.equal(hover(marked), undefined, marked);
    }
  });

  it("falls back on the words of the definitions", () => {
    assert.match(says('{"resourceType":"VisionPrescription","lensSpec|ification":[]}'), /Vision lens authorization/);
  });

  it("has words only for what there is", () => {
    const model = fhirModel();
    const shared = wordedPaths().filter((path) => path.startsWith("*."));
    const missing = wordedPaths().filter((path) => {
      if (shared.includes(path)) {
        return !model.resourceTypes().some((type) => model.type(type)?.elements.some(({ name }) => path === `*.${name}`));
      }
      const at = path.lastIndexOf(".");
      return at < 0 ? model.type(path) === undefined : model.type(path.slice(0, at))?.elements.some(({ name }) => name === path.slice(at + 1)) !== true;
    });
    assert.deepEqual(missing, []);
  });

  it("has words for most of what a learner meets", () => {
    const words = new Set(wordedPaths());
    const model = fhirModel();
    const thin = ["Patient", "Encounter", "Observation", "Condition", "AllergyIntolerance", "MedicationRequest", "DiagnosticReport", "ServiceRequest", "Bundle", "HumanName", "Identifier", "Address", "Dosage"].filter((type) => {
      const own = (model.type(type)?.elements ?? []).filter(({ name }) => !["id", "meta", "implicitRules", "language", "text", "contained", "extension", "modifierExtension"].includes(name) || words.has(`${type}.${name}`));
      return own.filter(({ name }) => words.has(`${type}.${name}`) || words.has(`*.${name}`)).length < own.length * 0.85;
    });
    assert.deepEqual(thin, []);
  });
});
