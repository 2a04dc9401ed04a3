import { shortText } from "../../checks/words";
import type { FhirModel } from "../model/definitions";
import type { ReportIssue } from "./fhirIssue";
import { Reporter } from "./reporter";
import type { ElementVisit, FhirRule, FhirRuleMaker, ResourceVisit } from "./rule";

/**
 * Ids of elements have no spaces and are unique within their resource (element.html#id). The two views of a StructureDefinition describe the same elements by the
 * same ids, so each is a realm of its own (elementdefinition.html#id).
 */
export const elementIdRule: FhirRuleMaker = (model) => new ElementIdRule(model);

class ElementIdRule implements FhirRule {
  private readonly ids = new Map<ResourceVisit, Map<string, string>>();

  constructor(private readonly model: FhirModel) {}

  element({ element, value, pointer, parent, resource }: ElementVisit, report: ReportIssue): void {
    if (element.name !== "id" || typeof value !== "string" || parent === resource.value || element.types[0]?.code !== "string") {
      return;
    }
    const reporter = new Reporter(this.model, resource, report);
    const args = { actual: shortText(value) };
    if (/\s/.test(value)) {
      reporter.say("fhir.elementId.space", "value", pointer, element, { args });
    }
    const ids = this.ids.get(resource) ?? new Map<string, string>();
    this.ids.set(resource, ids);
    const key = JSON.stringify([viewOf(pointer, resource), value]);
    const other = ids.get(key);
    if (other === undefined) {
      ids.set(key, pointer);
    } else {
      reporter.say("fhir.elementId.repeated", "duplicate", pointer, element, { args: { ...args, other: reporter.nameOf(other.slice(0, -"/id".length)) } });
    }
  }
}

/** The view of a StructureDefinition that an element stands in; everything else is one realm. */
function viewOf(pointer: string, { type, pointer: root }: ResourceVisit): string {
  const [, view = ""] = pointer.slice(root.length).split("/", 2);
  return type.name === "StructureDefinition" && (view === "snapshot" || view === "differential") ? view : "";
}
