import assert from "node:assert/strict";
import fc from "fast-check";
import { inEnglish } from "../../../../../src/core/checks/translate";
import { completionsAt } from "../../../../../src/core/fhir/language/completion";
import { fhirPathAt } from "../../../../../src/core/fhir/language/fhirPathAt";
import { FhirText } from "../../../../../src/core/fhir/language/fhirText";
import { hoverAt } from "../../../../../src/core/fhir/language/hover";
import { outlineOf } from "../../../../../src/core/fhir/language/outline";
import type { OutlineSymbol } from "../../../../../src/core/fhir/language/outline";
import { References } from "../../../../../src/core/fhir/language/references";
import { fhirModel } from "../../../../support/fhirModel";

const sample = `{
  "resourceType": "Bundle",
  "type": "collection",
  "entry": [
    { "fullUrl": "urn:uuid:1", "resource": { "resourceType": "Patient", "name": [{ "given": ["Ada"], "family": "Okafor" }], "_birthDate": { "id": "x" } } },
    { "resource": { "resourceType": "Observation", "status": "final", "code": { "text": "Heart rate" }, "subject": { "reference": "urn:uuid:1" }, "valueQuantity": { "value": 72.0, "unit": "/min" } } }
  ]
}`;

/** Texts that are nearly right: pieces of a resource left out, doubled and put elsewhere. */
const damaged = fc.array(fc.tuple(fc.nat(sample.length), fc.nat(12), fc.constantFrom("", "\"", "{", "}", "[", "]", ",", ":", "null", "\\", "//", "\u2028", "_"))).map((cuts) =>
  cuts.reduce((text, [at, length, put]) => `${text.slice(0, at)}${put}${text.slice(at + length)}`, sample));

const everything = fc.oneof(fc.string({ unit: "binary" }), fc.json(), damaged);

function askAll(text: string, offset: number): void {
  const model = fhirModel();
  const read = new FhirText(text);
  const references = new References(read);
  const around = { model, text: read, references: () => references, t: inEnglish, locale: "en" };
  const hover = hoverAt(around, offset);
  assert.ok(hover === undefined || (hover.from <= offset && offset <= hover.to && hover.markdown !== ""));
  const completion = completionsAt(around, offset);
  completion?.items.forEach(({ documentation }) => documentation?.());
  assert.ok(completion === undefined || (completion.from <= offset && offset <= completion.to && completion.to <= text.length));
  fhirPathAt(model, read, offset);
  references.all().forEach((resource) => references.to(resource));
  const check = (symbols: readonly OutlineSymbol[], from: number, to: number): void => {
    for (const symbol of symbols) {
      assert.ok(from <= symbol.from && symbol.to <= to, "a symbol lies within the one around it");
      assert.ok(symbol.from <= symbol.nameFrom && symbol.nameFrom <= symbol.nameTo && symbol.nameTo <= symbol.to, "its name lies within it");
      assert.notEqual(symbol.name, "");
      check(symbol.children, symbol.from, symbol.to);
    }
  };
  check(outlineOf(model, read, references), 0, text.length);
}

describe("What the editor knows of FHIR", () => {
  it("never throws, at any place of any text", () => {
    fc.assert(fc.property(everything, fc.double({ min: 0, max: 1, noNaN: true }), (text, part) => askAll(text, Math.round(part * text.length))), { numRuns: 400 });
  });

  it("has an answer for every place of a resource while it is typed", () => {
    for (let length = 0; length <= sample.length; length += 3) {
      askAll(sample.slice(0, length), length);
    }
  });

  it("is not stopped by texts that are nested without end", () => {
    for (const text of ["[".repeat(20_000), "{\"a\":".repeat(20_000), `{"resourceType":"Questionnaire",${"\"item\":[{".repeat(5000)}`]) {
      askAll(text, text.length);
      askAll(text, text.length >> 1);
    }
  });
});
