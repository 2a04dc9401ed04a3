import { resourceTypeOf } from "../../statedType";
import type { ReportIssue } from "../fhirIssue";
import type { FhirRule, FhirRuleMaker, JsonObject, ResourceVisit } from "../rule";
import { BundleIndex, type BundleEntry } from "./bundleIndex";
import { error, shown, warning } from "./found";
import { below, forEachObject, objectOf, objectsOf, textOf } from "./json";

/** Where a composition refers to what makes it up, as paths: https://hl7.org/fhir/R4/documents.html#content */
const compositionPaths: readonly (readonly string[])[] = [["subject"], ["encounter"], ["author"], ["attester", "party"], ["custodian"], ["event", "detail"]];

/**
 * Documents and messages bring what they speak of: what the Composition and the focus of the MessageHeader refer to is in the bundle
 * (https://hl7.org/fhir/R4/documents.html#content, https://hl7.org/fhir/R4/messaging.html), and a document holds nothing that has nothing to do with its composition.
 */
export const packagedRule: FhirRuleMaker = () => ({
  resource(visit: ResourceVisit, report: ReportIssue): void {
    if (visit.type.name !== "Bundle") {
      return;
    }
    const bundle = new BundleIndex(visit.value);
    const first = bundle.entries[0];
    if (first?.resource === undefined) {
      return;
    }
    const at = below(visit.pointer, "entry", 0, "resource");
    const type = resourceTypeOf(first.resource);
    if (bundle.type === "document" && type === "Composition") {
      for (const path of compositionPaths) {
        checkReferences(bundle, first, first.resource, path, at, report);
      }
      checkSections(bundle, first, first.resource, at, report);
      checkConnected(bundle, visit.pointer, report);
    } else if (bundle.type === "message" && type === "MessageHeader") {
      checkReferences(bundle, first, first.resource, ["focus"], at, report);
    }
  },
}) satisfies FhirRule;

function checkSections(bundle: BundleIndex, from: BundleEntry, parent: JsonObject, at: string, report: ReportIssue): void {
  objectsOf(parent, "section").forEach((section, index) => {
    const here = below(at, "section", index);
    for (const path of [["author"], ["focus"], ["entry"]]) {
      checkReferences(bundle, from, section, path, here, report);
    }
    checkSections(bundle, from, section, here, report);
  });
}

function checkReferences(bundle: BundleIndex, from: BundleEntry, parent: JsonObject, [name = "", ...rest]: readonly string[], at: string, report: ReportIssue): void {
  const repeats = Array.isArray(parent[name]);
  objectsOf(parent, name).forEach((value, index) => {
    const here = repeats ? below(at, name, index) : below(at, name);
    if (rest.length > 0) {
      checkReferences(bundle, from, value, rest, here, report);
      return;
    }
    const reference = textOf(value, "reference");
    // A fragment is the contained rule's concern, a malformed or lost URN that of the reference rule.
    if (reference === undefined || reference.startsWith("#") || reference.startsWith("urn:")) {
      return;
    }
    const { matches, near } = bundle.resolve(reference, from.fullUrl);
    if (matches.length === 0) {
      const args = { name: `${resourceTypeOf(from.resource ?? {}) ?? ""}.${name}`, reference: shown(reference), type: bundle.type, fullUrl: shown(near[0]?.fullUrl ?? ""), entry: near[0]?.index ?? -1 };
      report(error("fhir.bundle.notIncluded", "not-found", below(here, "reference"), args, { actual: reference, page: bundle.type === "document" ? "documents.html#content" : "messaging.html" }));
    }
  });
}

/**
 * "The document bundle SHALL include only" the composition, what that leads to, a Binary with its style sheet, and each Provenance of those. Resources that lead to them are
 * allowed from R5 on, which documents of R4 take in advance: a warning.
 */
function checkConnected(bundle: BundleIndex, pointer: string, report: ReportIssue): void {
  const forward = new Map(bundle.entries.map((entry): [BundleEntry, readonly BundleEntry[]] => [entry, targetsOf(bundle, entry)]));
  const from = bundle.entries.slice(0, 1);
  const led = reachable(from, (entry) => forward.get(entry) ?? []);
  const backward = new Map<BundleEntry, BundleEntry[]>();
  for (const [entry, targets] of forward) {
    for (const target of targets) {
      backward.set(target, [...(backward.get(target) ?? []), entry]);
    }
  }
  const linked = reachable(from, (entry) => [...(forward.get(entry) ?? []), ...(backward.get(entry) ?? [])]);
  for (const entry of bundle.entries) {
    const type = entry.resource === undefined ? undefined : resourceTypeOf(entry.resource);
    const provenance = type === "Provenance" && (forward.get(entry) ?? []).some((target) => led.has(target));
    if (type === undefined || type === "Binary" || led.has(entry) || provenance) {
      continue;
    }
    const at = below(pointer, "entry", entry.index);
    report(linked.has(entry)
      ? warning("fhir.bundle.linkedBack", "business-rule", at, { type }, { mark: "opening", page: "documents.html#content" })
      : error("fhir.bundle.unconnected", "business-rule", at, { type }, { mark: "opening", page: "documents.html#content" }));
  }
}

function reachable(from: readonly BundleEntry[], next: (entry: BundleEntry) => readonly BundleEntry[]): ReadonlySet<BundleEntry> {
  const reached = new Set<BundleEntry>();
  const waiting = [...from];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (!reached.has(entry)) {
      reached.add(entry);
      waiting.push(...next(entry));
    }
  }
  return reached;
}

function targetsOf(bundle: BundleIndex, entry: BundleEntry): readonly BundleEntry[] {
  const found: BundleEntry[] = [];
  forEachObject(entry.resource === undefined ? undefined : objectOf(entry.value, "resource"), "", (object) => {
    const reference = textOf(object, "reference");
    if (reference !== undefined) {
      // What misses its target by little is told where it stands, and not at the target once more.
      const { matches, near } = bundle.resolve(reference, entry.fullUrl);
      found.push(...matches, ...near);
    }
    return true;
  });
  return found;
}
