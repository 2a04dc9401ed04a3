import type { ReportIssue } from "../fhirIssue";
import type { FhirRule, FhirRuleMaker, JsonObject, ResourceVisit } from "../rule";
import { error } from "./found";
import { below, forEachObject, has, isObject, objectsOf, textOf } from "./json";

const page = "references.html#contained";

/**
 * Contained resources: each has an id of its own, is referred to from the resource around it or refers to that (invariant dom-3). Core code because the published
 * expression looks at references and canonicals only where their type is known. https://hl7.org/fhir/R4/references.html#contained
 */
export const containedRule: FhirRuleMaker = () => new ContainedRule();

class ContainedRule implements FhirRule {
  resource(visit: ResourceVisit, report: ReportIssue): void {
    const contained = objectsOf(visit.value, "contained");
    if (contained.length === 0 || !Array.isArray(visit.value["contained"])) {
      return;
    }
    const used = fragmentsIn(visit.value);
    const ids = new Set<string>();
    contained.forEach((resource, index) => {
      const pointer = below(visit.pointer, "contained", index);
      const type = textOf(resource, "resourceType") ?? "resource";
      const id = textOf(resource, "id");
      if (id === undefined) {
        if (!has(resource, "id") && !refersToContainer(resource)) {
          report(error("fhir.contained.withoutId", "required", pointer, { type, container: visit.type.name }, { mark: "opening", page }));
        }
        return;
      }
      if (ids.has(id)) {
        report(error("fhir.contained.sameId", "duplicate", below(pointer, "id"), { id, type }, { page }));
      } else if (!used.has(id) && !refersToContainer(resource)) {
        report(error("fhir.contained.unused", "invariant", pointer, { id, type, container: visit.type.name }, { mark: "opening", page }));
      }
      ids.add(id);
    });
  }
}

/** All texts of the form `#id` within a resource, of references, canonicals and other addresses alike. */
function fragmentsIn(resource: JsonObject): ReadonlySet<string> {
  const found = new Set<string>();
  forEachObject(resource, "", (object) => {
    for (const [name, value] of Object.entries(object)) {
      for (const text of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
        if (typeof text === "string" && text.startsWith("#") && name !== "div") {
          found.add(text.slice(1));
        }
      }
    }
    return true;
  });
  return found;
}

function refersToContainer(contained: JsonObject): boolean {
  let found = false;
  forEachObject(contained, "", (object) => {
    found ||= Object.values(object).some((value) => value === "#" || (Array.isArray(value) && (value as readonly unknown[]).some((each) => !isObject(each as JsonObject) && each === "#")));
    return !found;
  });
  return found;
}
