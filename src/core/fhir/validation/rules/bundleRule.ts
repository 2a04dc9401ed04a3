import { resourceTypeOf } from "../../statedType";
import type { ReportIssue } from "../fhirIssue";
import type { FhirRule, FhirRuleMaker, JsonObject, ResourceVisit } from "../rule";
import { versionOf } from "./bundleIndex";
import { error, note, shown, warning } from "./found";
import { below, has, member, objectOf, objectsOf, textOf } from "./json";

const page = "bundle.html";
const withRequest = new Set(["batch", "transaction", "history"]);
const withResponse = new Set(["batch-response", "transaction-response", "history"]);

/**
 * What a bundle must have by its type: the invariants bdl-1 to bdl-4, bdl-7 and bdl-9 to bdl-12, each at the very part that breaks it, and what the page says of search
 * results (https://hl7.org/fhir/R4/bundle.html).
 */
export const bundleRule: FhirRuleMaker = () => ({
  resource(visit: ResourceVisit, report: ReportIssue): void {
    if (visit.type.name !== "Bundle") {
      return;
    }
    const { value, pointer } = visit;
    const type = textOf(value, "type") ?? "";
    const entries = objectsOf(value, "entry");
    checkTotal(value, type, pointer, report);
    entries.forEach((entry, index) => checkEntry(entry, type, below(pointer, "entry", index), report));
    if (type !== "history") {
      checkUnique(entries, pointer, report);
    }
    if (type === "document") {
      checkDocument(value, entries, pointer, report);
    }
    if (type === "message" && firstType(entries) !== "MessageHeader") {
      report(error("fhir.bundle.firstMessageHeader", "invariant", firstPointer(entries, pointer), {}, { mark: "opening", page }));
    }
    if (type === "searchset") {
      checkSearch(value, entries, pointer, report);
    }
  },
}) satisfies FhirRule;

/** bdl-1. */
function checkTotal(bundle: JsonObject, type: string, pointer: string, report: ReportIssue): void {
  if (has(bundle, "total") && type !== "searchset" && type !== "history" && type !== "") {
    report(error("fhir.bundle.total", "invariant", below(pointer, "total"), { type }, { mark: "key", page }));
  }
}

/** bdl-2, bdl-3, bdl-4. */
function checkEntry(entry: JsonObject, type: string, pointer: string, report: ReportIssue): void {
  if (type === "") {
    return;
  }
  if (has(entry, "search") && type !== "searchset") {
    report(error("fhir.bundle.search", "invariant", below(pointer, "search"), { type }, { mark: "key", page }));
  }
  for (const [name, types] of [["request", withRequest], ["response", withResponse]] as const) {
    if (has(entry, name) && !types.has(type)) {
      report(error(`fhir.bundle.${name}`, "invariant", below(pointer, name), { type }, { mark: "key", page }));
    } else if (!has(entry, name) && types.has(type)) {
      report(error(`fhir.bundle.${name}Missing`, "invariant", pointer, { type }, { mark: "opening", page }));
    }
  }
}

/** bdl-7: one version of a resource once. */
function checkUnique(entries: readonly JsonObject[], pointer: string, report: ReportIssue): void {
  const seen = new Map<string, number>();
  entries.forEach((entry, index) => {
    const fullUrl = textOf(entry, "fullUrl");
    if (fullUrl === undefined) {
      return;
    }
    const key = fullUrl + (versionOf(objectOf(entry, "resource")) ?? "");
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, index);
    } else {
      report(error("fhir.bundle.sameFullUrl", "duplicate", below(pointer, "entry", index, "fullUrl"), { fullUrl: shown(fullUrl), other: first }, { page }));
    }
  });
}

/** bdl-9, bdl-10, bdl-11. */
function checkDocument(bundle: JsonObject, entries: readonly JsonObject[], pointer: string, report: ReportIssue): void {
  const identifier = objectOf(bundle, "identifier");
  const missing = ["system", "value"].filter((name) => identifier === undefined || !has(identifier, name));
  if (missing.length > 0) {
    report(error("fhir.bundle.documentIdentifier", "invariant", identifier === undefined ? pointer : below(pointer, "identifier"), { missing: missing.join(", ") }, { mark: "opening", page }));
  }
  if (member(bundle, "timestamp") === undefined) {
    report(error("fhir.bundle.documentTimestamp", "invariant", pointer, {}, { mark: "opening", page }));
  }
  if (firstType(entries) !== "Composition") {
    report(error("fhir.bundle.firstComposition", "invariant", firstPointer(entries, pointer), {}, { mark: "opening", page: "documents.html" }));
  }
}

function firstType(entries: readonly JsonObject[]): string | undefined {
  const resource = entries[0] === undefined ? undefined : objectOf(entries[0], "resource");
  return resource === undefined ? undefined : resourceTypeOf(resource);
}

function firstPointer(entries: readonly JsonObject[], pointer: string): string {
  return entries.length === 0 ? pointer : below(pointer, "entry", 0);
}

/** https://hl7.org/fhir/R4/bundle.html#searchset: every entry is a resource; the outcome of the search is an OperationOutcome. */
function checkSearch(bundle: JsonObject, entries: readonly JsonObject[], pointer: string, report: ReportIssue): void {
  entries.forEach((entry, index) => {
    const at = below(pointer, "entry", index);
    const resource = objectOf(entry, "resource");
    if (resource === undefined) {
      report(error("fhir.bundle.searchWithoutResource", "required", at, {}, { mark: "opening", page: `${page}#searchset` }));
      return;
    }
    const type = resourceTypeOf(resource) ?? "";
    const search = objectOf(entry, "search");
    const mode = search === undefined ? undefined : textOf(search, "mode");
    if (mode === "outcome" && type !== "OperationOutcome") {
      report(error("fhir.bundle.searchOutcome", "value", below(at, "search", "mode"), { type }, { page: `${page}#searchset` }));
    }
  });
  const relations = objectsOf(bundle, "link").map((link) => textOf(link, "relation"));
  if (!relations.includes("self")) {
    report(note("fhir.bundle.searchSelf", "business-rule", pointer, {}, { mark: "opening", page: "search.html#conformance" }));
  }
  relations.forEach((relation, index) => {
    if (relation !== undefined && relations.indexOf(relation) < index) {
      report(warning("fhir.bundle.sameLink", "duplicate", below(pointer, "link", index, "relation"), { relation }, { page }));
    }
  });
}
