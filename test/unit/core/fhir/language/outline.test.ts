import assert from "node:assert/strict";
import { FhirText } from "../../../../../src/core/fhir/language/fhirText";
import { outlineOf } from "../../../../../src/core/fhir/language/outline";
import type { OutlineSymbol } from "../../../../../src/core/fhir/language/outline";
import { References } from "../../../../../src/core/fhir/language/references";
import { fhirModel } from "../../../../support/fhirModel";

function outline(value: unknown): readonly OutlineSymbol[] {
  const text = new FhirText(typeof value === "string" ? value : JSON.stringify(value, undefined, 2));
  return outlineOf(fhirModel(), text, new References(text));
}

/** Names and values, two blanks for each level. */
function drawn(symbols: readonly OutlineSymbol[], level = 0): string[] {
  return symbols.flatMap(({ name, detail, children }) => [`${"  ".repeat(level)}${name}${detail === "" ? "" : `: ${detail}`}`, ...drawn(children, level + 1)]);
}

const title = (resource: object): string | undefined => outline(resource)[0]?.name;

describe("outline of a resource", () => {
  it("says what the resource is and what its parts hold", () => {
    assert.deepEqual(drawn(outline({
      resourceType: "Patient", id: "p1", name: [{ use: "official", family: "Okafor", given: ["Ada", "Ngozi"] }], telecom: [{ system: "phone", value: "555 0100" }], birthDate: "1962-03-14", active: true,
      contained: [{ resourceType: "Organization", id: "o", name: "North Ward" }],
      maritalStatus: { coding: [{ system: "s", code: "M", display: "Married" }] },
    })), [
      "Patient · Ada Ngozi Okafor · 1962-03-14",
      "  id: p1",
      "  name[0] · Ada Ngozi Okafor", "    use: official", "    family: Okafor", "    given: Ada, Ngozi",
      "  telecom[0] · phone 555 0100", "    system: phone", "    value: 555 0100",
      "  birthDate: 1962-03-14",
      "  active: true",
      "  Organization · North Ward", "    id: o", "    name: North Ward",
      "  maritalStatus · Married", "    coding[0] · Married", "      system: s", "      code: M", "      display: Married",
    ]);
  });

  it("names each kind of resource by what a person would call it", () => {
    assert.equal(title({ resourceType: "Observation", code: { text: "Heart rate" }, valueQuantity: { value: 72, unit: "/min" } }), "Observation · Heart rate · 72 /min");
    assert.equal(title({ resourceType: "Observation", code: { coding: [{ display: "Blood pressure" }] }, component: [{ valueQuantity: { value: 120, unit: "mmHg" } }, { valueQuantity: { value: 80, unit: "mmHg" } }] }), "Observation · Blood pressure · 120 mmHg, 80 mmHg");
    assert.equal(title({ resourceType: "Observation", code: { text: "Smoker" }, valueCodeableConcept: { coding: [{ code: "8517006", display: "Ex-smoker" }] } }), "Observation · Smoker · Ex-smoker");
    assert.equal(title({ resourceType: "Encounter", class: { code: "AMB", display: "ambulatory" }, period: { start: "2024-01-31" } }), "Encounter · ambulatory · 2024-01-31");
    assert.equal(title({ resourceType: "MedicationRequest", status: "active", medicationCodeableConcept: { text: "Amoxicillin 500 mg" } }), "MedicationRequest · Amoxicillin 500 mg · active");
    assert.equal(title({ resourceType: "Condition", code: { text: "Asthma" }, clinicalStatus: { coding: [{ code: "active" }] } }), "Condition · Asthma · active");
    assert.equal(title({ resourceType: "Organization", name: "North" }), "Organization · North");
    assert.equal(title({ resourceType: "PractitionerRole", practitioner: { display: "Dr. Adams" }, code: [{ text: "Surgeon" }] }), "PractitionerRole · Dr. Adams · Surgeon");
    assert.equal(title({ resourceType: "Schedule", actor: [{ reference: "Location/1" }] }), "Schedule · Location/1");
    assert.equal(title({ resourceType: "Provenance", recorded: "2024-01-31T08:00:00Z" }), "Provenance · 2024-01-31T08:00:00Z");
    assert.equal(title({ resourceType: "Device", deviceName: [{ name: "Pump" }], status: "active" }), "Device · Pump · active");
    assert.equal(title({ resourceType: "Organization", type: [{ text: "Ward" }] }), "Organization · Ward");
    assert.equal(title({ resourceType: "Basic" }), "Basic");
  });

  it("shows a number as it is written", () => {
    assert.equal(outline('{"resourceType":"Observation","code":{"text":"K"},"valueQuantity":{"value":4.10,"unit":"mmol/L"}}')[0]?.name, "Observation · K · 4.10 mmol/L");
  });

  it("puts the entries of a bundle side by side", () => {
    const symbols = outline({ resourceType: "Bundle", type: "transaction", entry: [
      { fullUrl: "urn:uuid:1", resource: { resourceType: "Patient", name: [{ text: "Ada Okafor" }] }, request: { method: "POST", url: "Patient" } },
      { request: { method: "DELETE", url: "Patient/2" } },
    ] });
    assert.deepEqual(symbols.map(({ name, detail }) => [name, detail]), [["type", "transaction"], ["Patient · Ada Okafor", ""], ["entry[1] · DELETE Patient/2", ""]]);
    assert.deepEqual(symbols[1]?.children.map(({ name }) => name), ["fullUrl", "name[0] · Ada Okafor", "request · POST Patient"]);
  });

  it("says of a reference what it leads to", () => {
    const [, observation] = outline({ resourceType: "Bundle", entry: [
      { fullUrl: "urn:uuid:1", resource: { resourceType: "Patient", name: [{ text: "Ada Okafor" }] } },
      { resource: { resourceType: "Observation", subject: { reference: "urn:uuid:1" }, performer: [{ reference: "Practitioner/9" }, { reference: "urn:uuid:1", display: "herself" }] } },
    ] });
    assert.deepEqual(observation?.children.map(({ name }) => name), ["subject · Patient · Ada Okafor", "performer[0] · Practitioner/9", "performer[1] · herself"]);
  });

  it("cuts long texts, and never within a character", () => {
    const name = title({ resourceType: "Organization", name: `${"x".repeat(59)}\u{1F600}yyy` }) ?? "";
    assert.ok(name.endsWith("…") && !/[\ud800-\udbff](?![\udc00-\udfff])/.test(name));
  });
});
