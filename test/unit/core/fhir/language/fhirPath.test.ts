import assert from "node:assert/strict";
import { inEnglish } from "../../../../../src/core/checks/translate";
import { evaluationReport, problemSentence } from "../../../../../src/core/fhir/language/evaluationReport";
import { fhirPathAt, withoutPositions } from "../../../../../src/core/fhir/language/fhirPathAt";
import { FhirText } from "../../../../../src/core/fhir/language/fhirText";
import { fhirPathProblem } from "../../../../../src/core/fhir/fhirPathEvaluation";
import { atCursor } from "../../../../support/cursorText";
import { fhirModel } from "../../../../support/fhirModel";

function pathAt(marked: string): string | undefined {
  const { text, offset } = atCursor(marked);
  return fhirPathAt(fhirModel(), new FhirText(text), offset);
}

describe("The FHIRPath at the cursor", () => {
  it("has positions, names choices without their type, and goes into entries", () => {
    assert.equal(pathAt('{"resourceType":"Patient","name":[{"given":["Ada","Ng|ozi"]}]}'), "Patient.name[0].given[1]");
    assert.equal(pathAt('{"resourceType":"Observation","valueQuantity":{"va|lue":1}}'), "Observation.value.value");
    assert.equal(pathAt('{"resourceType":"Bundle","entry":[{},{"resource":{"resourceType":"Patient","gen|der":"male"}}]}'), "Bundle.entry[1].resource.gender");
    assert.equal(pathAt('{"resourceType":"Patient","_birthDate":{"extension":[{"u|rl":""}]}}'), "Patient.birthDate.extension[0].url");
  });

  it("is the resource's at its type, and the object's where a name is still to be written", () => {
    assert.equal(pathAt('{"resourceType":"Pat|ient"}'), "Patient");
    assert.equal(pathAt('{"resourceType":"Patient","name":[{"|"'), "Patient.name[0]");
  });

  it("is none outside of a resource", () => {
    assert.equal(pathAt('{"resourceType":"Patient"} |'), undefined);
    assert.equal(pathAt('{"na|me":1}'), undefined);
    assert.equal(pathAt("|"), undefined);
  });

  it("stands for every repetition without its positions", () => {
    assert.equal(withoutPositions("Bundle.entry[1].resource.name[0]"), "Bundle.entry.resource.name");
  });
});

describe("The report of an evaluation", () => {
  const text = new FhirText('{\n  "resourceType": "Patient",\n  "name": [{ "family": "Okafor" }]\n}');

  it("says of every result its type, its place and its value", () => {
    assert.equal(
      evaluationReport("name", "p.json", [{ type: "FHIR.HumanName", value: { family: "Okafor" }, pointer: "/name/0" }, { type: "System.Integer", value: 2, pointer: undefined }], 3.2, text, inEnglish),
      'FHIRPath  name\nin        p.json\n2 results, in 3 ms\n\n1  FHIR.HumanName  line 3  name[0]\n   {\n     "family": "Okafor"\n   }\n\n2  System.Integer  computed\n   2\n',
    );
  });

  it("explains that nothing is no error, and cuts what nobody reads", () => {
    assert.match(evaluationReport("x", "p.json", [], 1, text, inEnglish), /0 results.*\n\nThe expression is right, but nothing/);
    const many = Array.from({ length: 1200 }, () => ({ type: "System.String", value: "x", pointer: undefined }));
    assert.match(evaluationReport("x", "p.json", many, 1, text, inEnglish), /1200 results[\s\S]*… and 200 more\n$/);
  });

  it("says in a sentence what is wrong with an expression", () => {
    const sentence = (expression: string): string => {
      const problem = fhirPathProblem(expression);
      assert.ok(problem);
      return problemSentence(problem, inEnglish);
    };
    assert.equal(sentence("name."), "Something is still missing at the end.");
    assert.equal(sentence("a b"), '"b" does not belong at character 3.');
  });
});
