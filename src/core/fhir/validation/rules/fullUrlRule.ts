import { resourceTypeOf } from "../../statedType";
import type { FhirModel } from "../../model/definitions";
import type { ReportIssue } from "../fhirIssue";
import type { FhirRuleMaker, JsonObject, ResourceVisit } from "../rule";
import { error, shown, warning } from "./found";
import { below, has, objectOf, objectsOf, textOf } from "./json";
import { isAbsolute, isUrn, readReference } from "./referenceText";

const page = "bundle-definitions.html#Bundle.entry.fullUrl";

/** Types of bundle whose resources have an address of their own. A transaction's new resource has none yet, and responses need none. */
const identified = new Set(["document", "message", "history", "searchset", "collection"]);

/** What https://hl7.org/fhir/R4/bundle-definitions.html#Bundle.entry.fullUrl says: present, absolute, of no version (bdl-8), and in accord with the resource's id. */
export const fullUrlRule: FhirRuleMaker = (model) => ({
  resource(visit: ResourceVisit, report: ReportIssue): void {
    if (visit.type.name !== "Bundle") {
      return;
    }
    const type = textOf(visit.value, "type") ?? "";
    objectsOf(visit.value, "entry").forEach((entry, index) => {
      const at = below(visit.pointer, "entry", index);
      const resource = objectOf(entry, "resource");
      const fullUrl = textOf(entry, "fullUrl");
      if (fullUrl !== undefined) {
        checkForm(fullUrl, below(at, "fullUrl"), report);
        checkAccord(model, fullUrl, resource, type, at, report);
      } else if (resource !== undefined && !has(entry, "fullUrl") && identified.has(type)) {
        checkMissing(type, resource, at, report);
      }
    });
  },
});

/** Results of operations may hold resources that nobody gave an identity: those have no id either. */
function checkMissing(type: string, resource: JsonObject, at: string, report: ReportIssue): void {
  const found = has(resource, "id") || type === "document" || type === "message" || type === "history" ? error : warning;
  report(found("fhir.fullUrl.missing", "required", at, { type }, { mark: "opening", page }));
}

function checkForm(fullUrl: string, at: string, report: ReportIssue): void {
  if (fullUrl.includes("/_history/")) {
    report(error("fhir.fullUrl.versioned", "invariant", at, { fullUrl: shown(fullUrl) }, { actual: fullUrl, page }));
  } else if (!isAbsolute(fullUrl)) {
    report(error("fhir.fullUrl.relative", "value", at, { fullUrl: shown(fullUrl) }, { actual: fullUrl, page }));
  } else if (/^urn:(?:uuid|oid):/i.test(fullUrl) && !isUrn(fullUrl) && isUrn(fullUrl.toLowerCase())) {
    // What is no UUID or OID at all is told by the structure's check.
    report(error("fhir.fullUrl.urn", "value", at, { fullUrl: shown(fullUrl) }, { actual: fullUrl, page }));
  }
}

/**
 * "The fullUrl SHALL NOT disagree with the id in the resource." The specification's own examples do so here and there, so an id that differs is a warning; another
 * type is an error.
 */
function checkAccord(model: FhirModel, fullUrl: string, resource: JsonObject | undefined, bundle: string, entry: string, report: ReportIssue): void {
  const at = below(entry, "fullUrl");
  const read = readReference(fullUrl);
  if (resource === undefined || read.kind !== "restful" || read.version !== undefined || model.type(read.type)?.kind !== "resource") {
    return;
  }
  const type = resourceTypeOf(resource) ?? "";
  const id = textOf(resource, "id");
  if (type !== read.type) {
    report(error("fhir.fullUrl.type", "value", at, { fullUrl: shown(fullUrl), type }, { actual: fullUrl, page }));
  } else if (id === undefined && !has(resource, "id") && identified.has(bundle)) {
    report(error("fhir.fullUrl.withoutId", "required", below(entry, "resource"), { fullUrl: shown(fullUrl), type, id: shown(read.id) }, { mark: "opening", page }));
  } else if (id !== undefined && id !== read.id) {
    report(warning("fhir.fullUrl.id", "value", at, { fullUrl: shown(fullUrl), type, id }, { expected: `${read.base}${type}/${id}`, actual: fullUrl, page }));
  }
}
