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

describe("responses to a questionnaire that is at hand", () => {
  const questionnaire = {
    resourceType: "Questionnaire", id: "q", status: "active",
    item: [
      { linkId: "1", type: "boolean", text: "Do you smoke?", required: true, item: [{ linkId: "1.1", type: "integer", text: "How many a day?" }] },
      { linkId: "2", type: "group", text: "History", item: [{ linkId: "2.1", type: "choice", text: "Since?", answerOption: [{ valueString: "a year" }, { valueString: "longer" }] }, { linkId: "2.2", type: "string", maxLength: 5, text: "Note" }] },
      { linkId: "3", type: "display", text: "Thank you" },
    ],
  };
  const smoking = { linkId: "1", answer: [{ valueBoolean: true, item: [{ linkId: "1.1", answer: [{ valueInteger: 5 }] }] }] };
  const response = (item: readonly object[], status = "completed"): unknown => ({ resourceType: "QuestionnaireResponse", status, questionnaire: "#q", contained: [questionnaire], item });

  it("have its items in its order, with answers of its types", () => {
    accepts(response([smoking, { linkId: "2", item: [{ linkId: "2.1", answer: [{ valueString: "longer" }] }, { linkId: "2.2", answer: [{ valueString: "short" }] }] }]));
    refuses(response([smoking, { linkId: "9" }]), ["fhir.response.unknownItem /item/1/linkId"]);
    refuses(response([smoking, { linkId: "2.1", answer: [{ valueString: "longer" }] }]), ["fhir.response.elsewhere /item/1/linkId"]);
    refuses(response([{ linkId: "2", text: "History" }, smoking]), ["fhir.response.order /item/1"]);
    refuses(response([{ linkId: "1", answer: [{ valueString: "yes" }] }]), ["fhir.response.type /item/0/answer/0/valueString"]);
    refuses(response([{ linkId: "1", answer: [{ valueBoolean: true }, { valueBoolean: false }] }]), ["fhir.response.several /item/0/answer/1"]);
    refuses(response([smoking, { linkId: "3", answer: [{ valueString: "x" }] }]), ["fhir.response.noQuestion /item/1/answer"]);
    refuses(response([smoking, { linkId: "2", item: [{ linkId: "2.1", answer: [{ valueString: "never" }] }] }]), ["fhir.response.option /item/1/item/0/answer/0/valueString"]);
    refuses(response([smoking, { linkId: "2", item: [{ linkId: "2.2", answer: [{ valueString: "longer" }] }] }]), ["fhir.response.maxLength /item/1/item/0/answer/0/valueString"]);
  });

  it("answer what must be answered, when they are complete", () => {
    refuses(response([{ linkId: "2" }]), ["fhir.response.required "]);
    accepts(response([{ linkId: "2" }], "in-progress"));
  });

  it("find it in the bundle around them", () => {
    const bundle = (linkId: string): unknown => ({
      resourceType: "Bundle", type: "collection",
      entry: [
        { fullUrl: "http://example.org/Questionnaire/q", resource: { ...questionnaire, url: "http://example.org/Questionnaire/q" } },
        { fullUrl: "http://example.org/QuestionnaireResponse/r", resource: { resourceType: "QuestionnaireResponse", id: "r", status: "completed", questionnaire: "http://example.org/Questionnaire/q|1", item: [smoking, { linkId }] } },
      ],
    });
    accepts(bundle("2"));
    refuses(bundle("4"), ["fhir.response.unknownItem /entry/1/resource/item/1/linkId"]);
  });
});

describe("expressions", () => {
  it("are FHIRPath where they must be", () => {
    const parameter = (expression: string): unknown => ({ resourceType: "SearchParameter", url: "http://example.org/SearchParameter/x", name: "X", status: "draft", description: "x", code: "x", base: ["Patient"], type: "string", expression });
    accepts(parameter("Patient.name.family | Patient.name.given"));
    accepts(parameter("Patient.text.div.exists() or Patient.text.`div`.exists() or 7 div 2 = 3"));
    refuses(parameter("Patient.name.("), ["fhir.expression /expression"]);
    refuses(parameter("Patient.name div"), ["fhir.expression /expression"]);
    const plan = (language: string): unknown => ({ resourceType: "PlanDefinition", status: "draft", action: [{ condition: [{ kind: "start", expression: { language, expression: "name.(" } }] }] });
    warns(plan("text/fhirpath"), ["fhir.expression /action/0/condition/0/expression/expression"]);
    accepts(plan("text/cql"));
  });
});
