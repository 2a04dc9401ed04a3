import type { ReportIssue } from "../fhirIssue";
import type { ElementVisit, FhirRuleMaker, JsonObject } from "../rule";
import { error, nameOf, shown, warning } from "./found";
import { below, textOf } from "./json";
import { isAbsolute, isUrn } from "./referenceText";

const page = "datatypes.html#Identifier";

/** An identifier whose system is `urn:ietf:rfc:3986` has a URI as its value: https://hl7.org/fhir/R4/datatypes.html#Identifier */
export const identifierRule: FhirRuleMaker = () => ({
  element(visit: ElementVisit, report: ReportIssue): void {
    if (visit.type.name !== "Identifier" || visit.value === undefined) {
      return;
    }
    const identifier = visit.value as JsonObject;
    const value = textOf(identifier, "value");
    if (textOf(identifier, "system") !== "urn:ietf:rfc:3986" || value === undefined) {
      return;
    }
    const args = { name: nameOf(visit), value: shown(value) };
    const at = below(visit.pointer, "value");
    if (!isAbsolute(value)) {
      // A bare OID is a mistake of the specification's own examples.
      const oid = /^[0-2](?:\.\d+)+$/.test(value);
      report((oid ? warning : error)("fhir.identifier.uri", "value", at, args, { ...(oid ? { expected: `urn:oid:${value}` } : {}), actual: value, page }));
    } else if (/^urn:(?:uuid|oid):/i.test(value) && !isUrn(value)) {
      report(warning("fhir.identifier.urn", "value", at, args, { actual: value, page: "datatypes.html#uri" }));
    }
  },
});
