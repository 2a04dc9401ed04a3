import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { suggestedUnits } from "../../../../../../src/core/fhir/ucum/commonUnits";
import { UcumLibrary } from "../../../../../../src/core/fhir/ucum/ucumLibrary";
import { isLoincCode, meantSystem } from "../../../../../../src/core/fhir/validation/rules/knownSystems";
import { compareDates } from "../../../../../../src/core/fhir/validation/rules/temporal";
import { accepts, found, refuses, warns } from "../../../../../support/fhirRules";

const observation = (more: object): unknown => ({ resourceType: "Observation", status: "final", code: { text: "x" }, ...more });
const quantity = (code: string, more: object = {}): unknown => observation({ valueQuantity: { value: 1, unit: code, system: "http://unitsofmeasure.org", code, ...more } });

describe("units of UCUM", () => {
  it("are its codes", () => {
    for (const code of ["mm[Hg]", "/min", "{beats}/min", "mg/dL", "10*9/L", "Cel", "kg/m2", "%", "1", "m[IU]/mL", "mL/min/{1.73_m2}"]) {
      accepts(quantity(code));
    }
  });

  it("are not what people write, which is told", () => {
    for (const [code, meant] of [["mmHg", "mm[Hg]"], ["bpm", "/min"], ["mcg", "ug"], ["x10^9/L", "10*9/L"], ["°C", "Cel"], ["degF", "[degF]"], ["lbs", "[lb_av]"], ["IU/L", "[IU]/L"], ["kg/m^2", "kg/m2"], ["MG/DL", "mg/dL"]] as const) {
      refuses(quantity(code), ["fhir.ucum.code /valueQuantity/code"]);
      assert.equal(found(quantity(code)).find((issue) => issue.code === "fhir.ucum.code")?.expected, meant);
    }
    refuses(quantity("nonsense"), ["fhir.ucum.code /valueQuantity/code"]);
    refuses(quantity("mg / dL"), ["fhir.ucum.code /valueQuantity/code"]);
    warns(quantity("tablet"), ["fhir.ucum.code /valueQuantity/code"]);
  });

  it("go with their system to the letter", () => {
    refuses(quantity("mg", { system: "https://unitsofmeasure.org" }), ["fhir.ucum.system /valueQuantity/system"]);
    refuses(observation({ valueQuantity: { value: 1, code: "mg" } }), ["fhir.invariant /valueQuantity"]);
    warns(observation({ valueQuantity: { value: 1, unit: "mg", system: "http://unitsofmeasure.org" } }), ["fhir.ucum.withoutCode /valueQuantity"]);
    accepts(observation({ valueQuantity: { value: 1, unit: "tablets" } }));
  });

  it("say so when they could not be checked", () => {
    assert.deepEqual(found(quantity("mmHg"), { ucum: undefined }).filter(({ severity }) => severity !== "information" ), []);
    assert.ok(found(quantity("mmHg"), { ucum: undefined }).some(({ code }) => code === "fhir.notChecked.ucum"));
  });

  it("are suggested only where UCUM has them", () => {
    const ucum = new UcumLibrary();
    assert.deepEqual(suggestedUnits().filter((code) => !ucum.check(code).valid), []);
  });

  it("are converted and compared", () => {
    const ucum = new UcumLibrary();
    assert.equal(ucum.convert(5, "mg/dL", "g/L"), 0.05);
    assert.equal(ucum.convert(5, "mg/dL", "s"), undefined);
    assert.equal(ucum.convert(5, "no unit", "s"), undefined);
    assert.ok(ucum.comparable("[lb_av]", "kg"));
    assert.ok(!ucum.comparable("kg", "m"));
  });
});

describe("what comes before what", () => {
  const period = (start: string, end: string): unknown => ({ resourceType: "Encounter", status: "finished", class: { system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "AMB" }, period: { start, end } });

  it("compares dates by what both state", () => {
    for (const [one, other, order] of [
      ["2024", "2025", "before"], ["2024-05", "2024-05", "same"], ["2024-05-02", "2024-05-01", "after"], ["2024", "2024-05", "undecided"], ["2024-05-01", "2024-05-01T10:00:00Z", "undecided"],
      ["2024-05-01T10:00:00+02:00", "2024-05-01T09:00:00Z", "before"], ["2024-05-01T10:00:00Z", "2024-05-01T12:00:00+02:00", "same"], ["2024-05-01T10:00:00.5Z", "2024-05-01T10:00:00Z", "after"], ["x", "2024", undefined],
    ] as const) {
      assert.equal(compareDates(one, other), order, `${one} ${other}`);
    }
  });

  it("per-1: starts a period before it ends", () => {
    for (const [start, end] of [["2024-05-01", "2024-05-01"], ["2024", "2025-01"], ["2024-05-01T10:00:00Z", "2024-05-01"], ["2024-05-01T23:00:00-05:00", "2024-05-02T05:00:00Z"]] as const) {
      accepts(period(start, end));
    }
    refuses(period("2024-05-02", "2024-05-01"), ["fhir.period.order /period"]);
    refuses(period("2024-05-01T10:00:00Z", "2024-05-01T11:00:00+02:00"), ["fhir.period.order /period"]);
    refuses(period("2024-05-01", "2024-05-01T10:00:00Z"), ["fhir.period.precision /period"]);
  });

  it("rng-2: has the low of a range not above its high", () => {
    const range = (low: object, high: object): unknown => observation({ valueRange: { low, high } });
    const mg = { unit: "mg", system: "http://unitsofmeasure.org", code: "mg" };
    const g = { unit: "g", system: "http://unitsofmeasure.org", code: "g" };
    accepts(range({ value: 1 }, { value: 2 }));
    accepts(range({ value: 500, ...mg }, { value: 1, ...g }));
    refuses(range({ value: 3 }, { value: 2 }), ["fhir.range.order /valueRange/low"]);
    refuses(range({ value: 2, ...g }, { value: 1500, ...mg }), ["fhir.range.order /valueRange/low"]);
    warns(range({ value: 2, ...g }, { value: 3, unit: "s", system: "http://unitsofmeasure.org", code: "s" }), ["fhir.range.units /valueRange"]);
  });
});

describe("attachments", () => {
  const text = "Guten Tag";
  const data = Buffer.from(text).toString("base64");
  const media = (content: object): unknown => ({ resourceType: "Media", status: "completed", content: { contentType: "text/plain", data, ...content } });

  it("have the size of their data", () => {
    accepts(media({ size: text.length }));
    refuses(media({ size: text.length + 1 }), ["fhir.attachment.size /content/size"]);
    refuses(media({ size: data.length }), ["fhir.attachment.size /content/size"]);
    accepts({ resourceType: "Media", status: "completed", content: { url: "http://example.org/x", size: 5 } });
  });

  it("have the SHA-1 of their data", () => {
    const hash = createHash("sha1").update(text).digest("base64");
    accepts(media({ hash }));
    warns(media({ hash: createHash("sha1").update("other").digest("base64") }), ["fhir.attachment.hash /content/hash"]);
    warns(media({ hash: createHash("sha256").update(text).digest("base64") }), ["fhir.attachment.hash /content/hash"]);
    assert.ok(found(media({ hash }), { hasher: undefined }).some(({ code }) => code === "fhir.notChecked.hash"));
  });
});

describe("identifiers", () => {
  const patient = (value: string): unknown => ({ resourceType: "Patient", identifier: [{ system: "urn:ietf:rfc:3986", value }] });

  it("are URIs where their system says so", () => {
    accepts(patient("urn:oid:1.2.840"));
    accepts(patient("http://example.org/patients/1"));
    refuses(patient("12345"), ["fhir.identifier.uri /identifier/0/value"]);
    warns(patient("1.2.840"), ["fhir.identifier.uri /identifier/0/value"]);
    warns(patient("urn:uuid:12345"), ["fhir.identifier.urn /identifier/0/value"]);
  });
});

describe("codings", () => {
  const coded = (coding: object): unknown => observation({ code: { coding: [coding] } });

  it("have a code system, spelt as it is known", () => {
    accepts(coded({ system: "http://loinc.org", code: "8867-4", display: "Heart rate" }));
    refuses(coded({ system: "http://hl7.org/fhir/ValueSet/observation-codes", code: "8867-4" }), ["fhir.coding.valueSet /code/coding/0/system"]);
    for (const [system, meant] of [["https://loinc.org", "http://loinc.org"], ["http://loinc.org/", "http://loinc.org"], ["http://www.loinc.org", "http://loinc.org"], ["urn:oid:2.16.840.1.113883.6.1", "http://loinc.org"], ["http://snomed.info/sct/", "http://snomed.info/sct"]] as const) {
      warns(coded({ system, code: "8867-4" }), ["fhir.coding.system /code/coding/0/system"]);
      assert.equal(meantSystem(system), meant);
    }
    warns(coded({ code: "8867-4" }), ["fhir.coding.withoutSystem /code/coding/0"]);
  });

  it("have codes of LOINC with the right check digit", () => {
    for (const code of ["8867-4", "2339-0", "85354-9", "718-7", "4548-4"]) {
      assert.equal(isLoincCode(code), true, code);
    }
    assert.equal(isLoincCode("8867-5"), false);
    assert.equal(isLoincCode("LA6576-8"), undefined);
    warns(coded({ system: "http://loinc.org", code: "8867-5" }), ["fhir.coding.loincDigit /code/coding/0/code"]);
  });

  it("have the display of their code", () => {
    const category = (display: string): unknown => observation({ category: [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "vital-signs", display }] }] });
    accepts(category("Vital Signs"));
    accepts(category("vital signs"));
    warns(category("Laboratory"), ["fhir.coding.display /category/0/coding/0/display"]);
  });

  it("are in a concept once", () => {
    const coding = { system: "http://loinc.org", code: "8867-4" };
    warns(observation({ code: { coding: [coding, coding] } }), ["fhir.coding.repeated /code/coding/1"]);
  });
});

describe("questionnaires", () => {
  const questionnaire = (...item: unknown[]): unknown => ({ resourceType: "Questionnaire", status: "draft", item });
  const question = (linkId: string, more: object = {}): unknown => ({ linkId, type: "boolean", text: "?", ...more });

  it("que-2: tell their items apart", () => {
    accepts(questionnaire(question("1"), question("2")));
    refuses(questionnaire(question("1"), { linkId: "g", type: "group", item: [question("1")] }), ["fhir.questionnaire.sameLinkId /item/1/item/0/linkId"]);
  });

  it("depend on items that are there", () => {
    const depending = (on: string): unknown => questionnaire(question("1"), question("2", { enableWhen: [{ question: on, operator: "=", answerBoolean: true }] }));
    accepts(depending("1"));
    refuses(depending("3"), ["fhir.questionnaire.unknownQuestion /item/1/enableWhen/0/question"]);
    warns(depending("2"), ["fhir.questionnaire.ownQuestion /item/1/enableWhen/0/question"]);
  });
});
