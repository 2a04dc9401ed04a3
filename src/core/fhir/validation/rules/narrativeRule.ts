import type { ReportIssue } from "../fhirIssue";
import type { ElementVisit, FhirRule, FhirRuleMaker, JsonObject } from "../rule";
import { error, nameOf, warning } from "./found";
import { forEachObject, textOf } from "./json";
import { readXhtml } from "./xhtml";

const page = "narrative.html";

/**
 * Narratives are safe to show: well-formed XHTML of the allowed elements and attributes, without scripts, forms and what else acts by itself, with some content
 * (invariants txt-1 and txt-2), and links within the text that lead somewhere. https://hl7.org/fhir/R4/narrative.html
 */
export const narrativeRule: FhirRuleMaker = () => new NarrativeRule();

class NarrativeRule implements FhirRule {
  /** By outermost resource: a resource may hold thousands of others, each with a narrative. */
  private readonly ids = new Map<JsonObject, ReadonlySet<string>>();

  element(visit: ElementVisit, report: ReportIssue): void {
    if (visit.type.name !== "xhtml" || typeof visit.value !== "string") {
      return;
    }
    const { faults, anchors, links } = readXhtml(visit.value);
    const name = nameOf(visit);
    for (const { code, severity, args } of faults) {
      report((severity === "error" ? error : warning)(`fhir.narrative.${code}`, code === "malformed" || code === "entity" ? "structure" : "invariant", visit.pointer, { name, ...args }, { mark: "opening", page: `${page}#xhtml` }));
    }
    const lost = [...new Set(links)].filter((link) => !anchors.has(link));
    if (lost.length > 0) {
      const { value } = visit.resource.role === "contained" ? visit.resource.parent ?? visit.resource : visit.resource;
      const ids = this.ids.get(value) ?? idsOf(value);
      this.ids.set(value, ids);
      for (const link of lost.filter((each) => !ids.has(each))) {
        report(error("fhir.narrative.link", "not-found", visit.pointer, { name, link }, { mark: "opening", page: `${page}#id` }));
      }
    }
  }
}

/** Everything in the resource that has an id, and the anchors of its other narratives: a composition's table of contents leads to its sections' texts. */
function idsOf(container: JsonObject): ReadonlySet<string> {
  const found = new Set<string>();
  forEachObject(container, "", (object: JsonObject) => {
    const id = textOf(object, "id");
    if (id !== undefined) {
      found.add(id);
    }
    const div = textOf(object, "div");
    if (div !== undefined) {
      readXhtml(div).anchors.forEach((anchor) => found.add(anchor));
    }
    return true;
  });
  return found;
}
