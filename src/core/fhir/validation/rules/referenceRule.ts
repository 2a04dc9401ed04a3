import { resourceTypeOf } from "../../statedType";
import type { FhirModel } from "../../model/definitions";
import type { ReportIssue } from "../fhirIssue";
import type { ElementVisit, FhirRule, FhirRuleMaker, JsonObject, ResourceVisit } from "../rule";
import { BundleIndexes, type BundleIndex } from "./bundleIndex";
import { error, nameOf, shown, warning } from "./found";
import { below, choiceName, has, objectsOf, textOf } from "./json";
import { isDisputedTarget } from "./referenceErrata";
import { isId, readReference, type ReferenceText } from "./referenceText";

const page = "references.html";

/** Types of bundle that must bring what a `urn:` reference means. */
const selfContained = new Set(["document", "message", "transaction", "batch"]);

/**
 * References: their form, the type they name, and what they lead to within the resource or the bundle (https://hl7.org/fhir/R4/references.html,
 * https://hl7.org/fhir/R4/bundle.html#references).
 */
export const referenceRule: FhirRuleMaker = (model) => new ReferenceRule(model);

class ReferenceRule implements FhirRule {
  private readonly bundles = new BundleIndexes();

  constructor(private readonly model: FhirModel) {}

  element(visit: ElementVisit, report: ReportIssue): void {
    if (visit.type.name === "canonical" && typeof visit.value === "string" && visit.value.startsWith("#")) {
      this.containedType(visit.value.slice(1), visit.pointer, nameOf(visit), visit.resource, report);
    }
    if (visit.type.name !== "Reference" || visit.value === undefined) {
      return;
    }
    const value = visit.value as JsonObject;
    const name = nameOf(visit);
    const type = textOf(value, "type");
    if (type !== undefined) {
      this.checkStatedType(type, visit, name, report);
    }
    const text = textOf(value, "reference");
    if (text === undefined) {
      if (!has(value, "reference") && !has(value, "identifier") && !has(value, "display") && !has(value, "extension") && choiceName(value, "value") === undefined) {
        report(warning("fhir.reference.empty", "required", visit.pointer, { name }, { mark: "opening", page }));
      }
      return;
    }
    const at = below(visit.pointer, "reference");
    const read = readReference(text);
    if (!this.checkForm(read, text, at, name, visit.resource, report)) {
      return;
    }
    const target = this.targetType(read, text, at, name, visit.resource, report);
    if (target !== undefined) {
      this.checkTarget(target, at, visit, name, type, report);
    }
  }

  private checkStatedType(type: string, visit: ElementVisit, name: string, report: ReportIssue): void {
    const at = below(visit.pointer, "type");
    if (this.model.type(type)?.kind !== "resource") {
      if (!/^[a-z][a-z0-9+.-]*:/i.test(type)) {
        report(error("fhir.reference.unknownType", "code-invalid", at, { name, type: shown(type) }, { page }));
      }
      return;
    }
    const targets = this.targetsOf(visit);
    if (targets !== undefined && !this.fits(type, targets)) {
      report(error("fhir.reference.target", "structure", at, { name, type, targets: targets.join(", ") }, { expected: targets.join(" | "), actual: type, page }));
    }
  }

  /** Whether the text can be a reference at all. */
  private checkForm(read: ReferenceText, text: string, at: string, name: string, resource: ResourceVisit, report: ReportIssue): boolean {
    switch (read.kind) {
      case "malformed":
        report(error("fhir.reference.form", "value", at, { name, reference: shown(text) }, { actual: text, page: `${page}#literal` }));
        return false;
      case "urn":
        // The element is a string, so that its form alone is no error; where the bundle must bring what is meant, it is not found.
        if (!read.wellFormed) {
          report(warning("fhir.reference.urn", "value", at, { name, reference: shown(text) }, { actual: text, page: "datatypes.html#uri" }));
        }
        return true;
      case "conditional":
        if (!this.bundles.around(resource).some(({ bundle }) => bundle.type === "transaction")) {
          report(error("fhir.reference.conditional", "value", at, { name, reference: shown(text) }, { actual: text, page: "http.html#trules" }));
          return false;
        }
        return true;
      case "restful":
        if (read.base === "" && this.model.type(read.type)?.kind !== "resource") {
          report(error("fhir.reference.unknownType", "value", at, { name, type: read.type }, { actual: text, page }));
          return false;
        }
        if (read.base === "" && !isId(read.id)) {
          report(error("fhir.reference.id", "value", at, { name, id: shown(read.id) }, { actual: text, page: "datatypes.html#id" }));
          return false;
        }
        return true;
      case "fragment":
      case "other":
        return true;
    }
  }

  /** The type of what the reference leads to, as far as that can be known here; reports what leads nowhere. */
  private targetType(read: ReferenceText, text: string, at: string, name: string, resource: ResourceVisit, report: ReportIssue): string | undefined {
    if (read.kind === "fragment") {
      return this.containedType(read.id, at, name, resource, report);
    }
    const around = this.bundles.around(resource);
    for (const { bundle, entry } of around) {
      const { matches } = bundle.resolve(text, bundle.entryOf(entry)?.fullUrl);
      const [match] = matches;
      if (match !== undefined) {
        this.checkAmbiguous(matches.length, bundle, text, at, name, report);
        return match.resource === undefined ? namedType(read) : resourceTypeOf(match.resource);
      }
    }
    const nearest = around[0]?.bundle;
    if (nearest !== undefined && read.kind === "urn") {
      const found = selfContained.has(nearest.type) ? error : warning;
      report(found("fhir.reference.notInBundle", "not-found", at, { name, reference: text }, { actual: text, page: "bundle.html#references" }));
    } else if (nearest !== undefined && around[0] !== undefined) {
      this.checkNear(nearest, around[0].entry, text, at, name, report);
    }
    const type = namedType(read);
    return type !== undefined && this.model.type(type)?.kind === "resource" ? type : undefined;
  }

  private containedType(id: string, at: string, name: string, resource: ResourceVisit, report: ReportIssue): string | undefined {
    const container = resource.role === "contained" ? resource.parent ?? resource : resource;
    if (id === "") {
      return container.type.name;
    }
    const contained = objectsOf(container.value, "contained").find((each) => textOf(each, "id") === id);
    if (contained === undefined) {
      report(error("fhir.reference.notContained", "not-found", at, { name, id: shown(id), container: container.type.name }, { actual: `#${id}`, page: `${page}#contained` }));
      return undefined;
    }
    return resourceTypeOf(contained);
  }

  /** https://hl7.org/fhir/R4/bundle.html#references: with several matches it is ambiguous which one is meant. Histories hold versions of one resource. */
  private checkAmbiguous(matches: number, bundle: BundleIndex, text: string, at: string, name: string, report: ReportIssue): void {
    if (matches > 1 && bundle.type !== "history") {
      const found = bundle.type === "document" || bundle.type === "message" ? error : warning;
      report(found("fhir.reference.ambiguous", "duplicate", at, { name, reference: shown(text), count: matches }, { page: "bundle.html#references" }));
    }
  }

  private checkNear(bundle: BundleIndex, entry: JsonObject, text: string, at: string, name: string, report: ReportIssue): void {
    const [near] = bundle.resolve(text, bundle.entryOf(entry)?.fullUrl).near;
    // What a composition and a message header must find in the bundle is the concern of the rule for documents and messages.
    const leading = (bundle.type === "document" || bundle.type === "message") && bundle.entryOf(entry)?.index === 0;
    if (near !== undefined && near.resource !== entry && !leading) {
      report(warning("fhir.reference.nearInBundle", "not-found", at, { name, reference: shown(text), fullUrl: shown(near.fullUrl ?? "–"), entry: near.index }, { page: "bundle.html#references" }));
    }
  }

  private checkTarget(target: string, at: string, visit: ElementVisit, name: string, stated: string | undefined, report: ReportIssue): void {
    const targets = this.targetsOf(visit);
    if (targets !== undefined && !this.fits(target, targets)) {
      const found = isDisputedTarget(visit.element.path, target) ? warning : error;
      report(found("fhir.reference.target", "structure", at, { name, type: target, targets: targets.join(", ") }, { expected: targets.join(" | "), actual: target, page }));
    } else if (stated !== undefined && stated !== target && this.model.type(stated)?.kind === "resource") {
      report(error("fhir.reference.typeDiffers", "value", below(visit.pointer, "type"), { name, type: stated, target }, { expected: target, actual: stated, page }));
    }
  }

  private targetsOf(visit: ElementVisit): readonly string[] | undefined {
    return visit.element.types.find(({ code }) => code === "Reference")?.targets;
  }

  private fits(type: string, targets: readonly string[]): boolean {
    return targets.includes(type) || targets.includes("Resource") || (targets.includes("DomainResource") && this.model.type(type)?.base === "DomainResource");
  }
}

function namedType(read: ReferenceText): string | undefined {
  return read.kind === "restful" || read.kind === "conditional" ? read.type : undefined;
}
