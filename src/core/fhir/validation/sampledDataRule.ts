import { shortText } from "../../checks/words";
import type { FhirModel } from "../model/definitions";
import type { ReportIssue } from "./fhirIssue";
import { Reporter } from "./reporter";
import type { ElementVisit, FhirRule, FhirRuleMaker } from "./rule";

/** The points of sampled data are decimals, or E, U and L, with spaces between them (datatypes.html#SampledData). */
export const sampledDataRule: FhirRuleMaker = (model) => new SampledDataRule(model);

class SampledDataRule implements FhirRule {
  constructor(private readonly model: FhirModel) {}

  element({ element, value, pointer, resource }: ElementVisit, report: ReportIssue): void {
    if (element.path !== "SampledData.data" || typeof value !== "string") {
      return;
    }
    const wrong = value.trim().split(/\s+/).find((point) => !/^(?:[EUL]|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(point));
    if (wrong !== undefined) {
      new Reporter(this.model, resource, report).say("fhir.sampledData", "value", pointer, element, { args: { found: shortText(wrong) } });
    }
  }
}
