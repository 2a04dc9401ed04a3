import type { JsonValue } from "../../../documents/document";
import { toError } from "../../../humanError";
import type { FhirPathEngine, FhirPathExpression } from "../../fhirPathEngine";
import type { FhirModel, InvariantDefinition } from "../../model/definitions";
import type { ReportIssue } from "../fhirIssue";
import type { ElementVisit, FhirRule, FhirRuleMaker, ResourceVisit } from "../rule";
import { error, nameOf, note, warning } from "./found";
import { isObject } from "./json";
import { invariantsElsewhere, nativeInvariants } from "./nativeInvariants";

/** Functions whose answer this validator does not have: what they need is a server, or profiles. */
const unanswerable = /\b(?:memberOf|conformsTo|subsumes|subsumedBy|resolve)\s*\(/;

/**
 * The constraints that FHIR's definitions bring for types and elements (https://hl7.org/fhir/R4/conformance-rules.html#constraints). A constraint is broken when its
 * expression does not give `true`. The common ones are answered by code of the same meaning, the others by FHIRPath.
 */
export function invariantRule(fhirPath: FhirPathEngine | undefined): FhirRuleMaker {
  return (model) => new InvariantRule(model, fhirPath);
}

class InvariantRule implements FhirRule {
  /** What was not checked is said once for each invariant. */
  private readonly unchecked = new Set<string>();

  constructor(private readonly model: FhirModel, private readonly fhirPath: FhirPathEngine | undefined) {}

  resource(visit: ResourceVisit, report: ReportIssue): void {
    for (const invariant of visit.type.invariants) {
      this.check(invariant, visit.type.name, visit.type.name, visit.value, visit.pointer, visit, report);
    }
  }

  element(visit: ElementVisit, report: ReportIssue): void {
    const { type, element, value, resource, pointer } = visit;
    // A resource within a resource is met as a resource.
    if (value === undefined || type.kind === "resource" || (type.invariants.length === 0 && element.invariants.length === 0)) {
      return;
    }
    for (const invariant of type.invariants) {
      this.check(invariant, type.name, nameOf(visit), value, pointer, resource, report);
    }
    for (const invariant of element.invariants) {
      this.check(invariant, type.kind === "primitive" ? element.path.replace("[x]", "") : type.name, nameOf(visit), value, pointer, resource, report);
    }
  }

  private check(invariant: InvariantDefinition, base: string, name: string, value: JsonValue, pointer: string, resource: ResourceVisit, report: ReportIssue): void {
    const { key, severity, human } = invariant;
    if (invariantsElsewhere.has(key)) {
      return;
    }
    const native = [key, `${base} ${key}`].map((each) => (Object.hasOwn(nativeInvariants, each) ? nativeInvariants[each] : undefined)).find((each) => each !== undefined);
    if (native !== undefined ? !isObject(value) || native(value, resource.value) : this.holds(invariant, base, value, pointer, resource, report)) {
      return;
    }
    const found = severity === "error" ? error : warning;
    report(found("fhir.invariant", "invariant", pointer, { key, name, human }, { mark: isObject(value) ? "opening" : "value", page: pageOf(this.model, base) }));
  }

  private holds({ key, expression }: InvariantDefinition, base: string, value: JsonValue, pointer: string, resource: ResourceVisit, report: ReportIssue): boolean {
    if (expression === "") {
      return true;
    }
    if (this.fhirPath === undefined || unanswerable.test(expression)) {
      this.tell(key, pointer, report);
      return true;
    }
    try {
      const run: FhirPathExpression = this.fhirPath.compile(expression, isObject(value) && typeof value["resourceType"] === "string" ? undefined : base);
      const root = resource.role === "contained" ? resource.parent?.value ?? resource.value : resource.value;
      const results = run(value, resource.value, root);
      // "Must evaluate to true": a constraint that gives nothing, such as eld-3 for a maximum that is no number, is not met.
      return results.length === 1 && results[0] === true;
    } catch (thrown) {
      this.tell(key, pointer, report, toError(thrown).message.split("\n", 1)[0]);
      return true;
    }
  }

  private tell(key: string, pointer: string, report: ReportIssue, reason?: string): void {
    if (!this.unchecked.has(key)) {
      this.unchecked.add(key);
      report(note("fhir.notChecked.invariant", "not-supported", pointer, { key, reason: reason ?? "" }, { mark: "opening" }));
    }
  }
}

/** Where the specification lists the constraints: on the resource's page, or on that of the data types. */
function pageOf(model: FhirModel, base: string): string {
  const name = base.split(".", 1)[0] ?? base;
  return model.type(name)?.kind === "resource" ? `${name.toLowerCase()}.html` : "datatypes.html";
}
