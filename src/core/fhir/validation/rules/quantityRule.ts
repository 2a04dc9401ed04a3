import { isUnitName } from "../../ucum/commonUnits";
import type { UcumEngine } from "../../ucum/ucumEngine";
import type { ReportIssue } from "../fhirIssue";
import type { ElementVisit, FhirRule, FhirRuleMaker, JsonObject } from "../rule";
import { error, nameOf, note, shown, warning } from "./found";
import { below, textOf } from "./json";

/** UCUM as FHIR names it: https://hl7.org/fhir/R4/terminologies-systems.html */
export const ucumSystem = "http://unitsofmeasure.org";

const quantities = new Set(["Quantity", "SimpleQuantity", "MoneyQuantity", "Age", "Count", "Distance", "Duration", "Coding"]);

/** Units that say they are UCUM are codes of it: https://hl7.org/fhir/R4/datatypes.html#Quantity, https://ucum.org/ucum */
export function quantityRule(ucum: UcumEngine | undefined): FhirRuleMaker {
  return () => new QuantityRule(ucum);
}

class QuantityRule implements FhirRule {
  private toldUnchecked = false;

  constructor(private readonly ucum: UcumEngine | undefined) {}

  element(visit: ElementVisit, report: ReportIssue): void {
    if (!quantities.has(visit.type.name) || visit.value === undefined) {
      return;
    }
    const quantity = visit.value as JsonObject;
    const system = textOf(quantity, "system");
    const code = textOf(quantity, "code");
    const name = nameOf(visit);
    if (system !== undefined && system !== ucumSystem && /^https?:\/\/(?:www\.)?unitsofmeasure\.org\/?$/.test(system)) {
      report(error("fhir.ucum.system", "value", below(visit.pointer, "system"), { name, system }, { expected: ucumSystem, actual: system, page: "terminologies-systems.html" }));
    }
    if (system === ucumSystem && code !== undefined) {
      this.checkCode(code, name, below(visit.pointer, "code"), report);
    } else if (system === ucumSystem && visit.type.name !== "Coding" && textOf(quantity, "unit") !== undefined) {
      report(warning("fhir.ucum.withoutCode", "value", visit.pointer, { name, unit: shown(textOf(quantity, "unit") ?? "") }, { mark: "opening", page: "datatypes.html#Quantity" }));
    }
  }

  private checkCode(code: string, name: string, pointer: string, report: ReportIssue): void {
    if (this.ucum === undefined) {
      if (!this.toldUnchecked) {
        this.toldUnchecked = true;
        report(note("fhir.notChecked.ucum", "not-supported", pointer, {}));
      }
      return;
    }
    const verdict = this.ucum.check(code);
    if (!verdict.valid) {
      const { suggestion } = verdict;
      const args = { name, code: shown(code), suggestion: suggestion ?? "" };
      // HL7's own examples name spans of time and forms of medicine in words.
      report((isUnitName(code) ? warning : error)("fhir.ucum.code", "code-invalid", pointer, args, { ...(suggestion === undefined ? {} : { expected: suggestion }), actual: code, page: "datatypes.html#Quantity" }));
    }
  }
}
