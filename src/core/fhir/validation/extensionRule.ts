import { isRecord } from "../../record";
import type { FhirModel } from "../model/definitions";
import type { ReportIssue } from "./fhirIssue";
import { Reporter } from "./reporter";
import type { ElementVisit, FhirRule, FhirRuleMaker } from "./rule";

/** An extension has a value or extensions of its own, and not both (`ext-1`, extensibility.html#Extension). */
export const extensionRule: FhirRuleMaker = (model) => new ExtensionRule(model);

class ExtensionRule implements FhirRule {
  constructor(private readonly model: FhirModel) {}

  element({ type, element, value, pointer, resource }: ElementVisit, report: ReportIssue): void {
    if (type.name !== "Extension" || !isRecord(value)) {
      return;
    }
    const hasValue = Object.keys(value).some((key) => /^_?value[A-Z]/.test(key));
    const hasExtensions = Object.hasOwn(value, "extension");
    if (hasValue === hasExtensions) {
      // A bare `value` is told as such.
      if (hasValue || !Object.hasOwn(value, "value")) {
        new Reporter(this.model, resource, report).say(hasValue ? "fhir.extension.both" : "fhir.extension.neither", "invariant", pointer, element, { mark: "opening" });
      }
    }
  }
}
