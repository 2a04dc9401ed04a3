import type { FhirModel } from "../../model/definitions";
import type { ReportIssue } from "../fhirIssue";
import type { ElementVisit, FhirRuleMaker, JsonObject } from "../rule";
import { error, nameOf, shown, warning } from "./found";
import { below, objectsOf, textOf } from "./json";
import { isLoincCode, meantSystem } from "./knownSystems";

const page = "terminologies.html#4.1";

/**
 * Codings: a system is a code system and spelt as known, a display is that of the code.
 * https://hl7.org/fhir/R4/datatypes.html#Coding, https://hl7.org/fhir/R4/terminologies.html
 */
export const codingRule: FhirRuleMaker = (model) => ({
  element(visit: ElementVisit, report: ReportIssue): void {
    if (visit.value === undefined) {
      return;
    }
    if (visit.type.name === "Coding") {
      checkCoding(model, visit, visit.value as JsonObject, report);
    } else if (visit.type.name === "CodeableConcept") {
      checkRepeated(visit, visit.value as JsonObject, report);
    }
  },
});

function checkCoding(model: FhirModel, visit: ElementVisit, coding: JsonObject, report: ReportIssue): void {
  const [system, code, display] = [textOf(coding, "system"), textOf(coding, "code"), textOf(coding, "display")];
  const name = nameOf(visit);
  if (system === undefined) {
    if (code !== undefined) {
      report(warning("fhir.coding.withoutSystem", "value", visit.pointer, { name, code: shown(code) }, { mark: "opening", page: "datatypes.html#Coding" }));
    }
    return;
  }
  const systemAt = below(visit.pointer, "system");
  if (/\/ValueSet\//.test(system) || model.valueSet(system) !== undefined && model.codeSystem(system) === undefined) {
    report(error("fhir.coding.valueSet", "value", systemAt, { name, system: shown(system) }, { actual: system, page: "datatypes.html#Coding" }));
    return;
  }
  const meant = meantSystem(system);
  if (meant !== undefined) {
    report(warning("fhir.coding.system", "value", systemAt, { name, system: shown(system), meant }, { expected: meant, actual: system, page: "terminologies-systems.html" }));
    return;
  }
  if (code === undefined) {
    return;
  }
  if (system === "http://loinc.org" && isLoincCode(code) === false) {
    report(warning("fhir.coding.loincDigit", "code-invalid", below(visit.pointer, "code"), { name, code: shown(code) }, { actual: code, page }));
  }
  checkDisplay(model, system, code, display, visit, report);
}

function checkDisplay(model: FhirModel, system: string, code: string, display: string | undefined, visit: ElementVisit, report: ReportIssue): void {
  const known = model.codeSystem(system);
  if (known === undefined) {
    return;
  }
  const name = nameOf(visit);
  const official = known.codes.get(code);
  if (official !== undefined && display !== undefined && !sameWords(display, official)) {
    report(warning("fhir.coding.display", "value", below(visit.pointer, "display"), { name, display: shown(display), code, official: shown(official) }, { expected: official, actual: display, page: "datatypes.html#Coding" }));
  }
}

/** Capitals, punctuation and spaces make no difference. */
function sameWords(one: string, other: string): boolean {
  const words = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return words(one) === words(other);
}

function checkRepeated(visit: ElementVisit, concept: JsonObject, report: ReportIssue): void {
  const seen = new Map<string, number>();
  objectsOf(concept, "coding").forEach((coding, index) => {
    const [system, code] = [textOf(coding, "system"), textOf(coding, "code")];
    if (system === undefined || code === undefined) {
      return;
    }
    const key = JSON.stringify([system, textOf(coding, "version") ?? "", code]);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, index);
    } else {
      report(warning("fhir.coding.repeated", "duplicate", below(visit.pointer, "coding", index), { name: nameOf(visit), code: shown(code), system: shown(system) }, { mark: "opening", page: "datatypes.html#CodeableConcept" }));
    }
  });
}
