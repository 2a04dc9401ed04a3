import { shortText } from "../../checks/words";
import type { FhirModel } from "../model/definitions";
import type { ReportIssue } from "./fhirIssue";
import { Reporter } from "./reporter";
import type { ElementVisit, FhirRule, FhirRuleMaker } from "./rule";

/** Addresses that must be whole: what extensions, codes and identifiers are named by means the same everywhere. */
export const addressRule: FhirRuleMaker = (model) => new AddressRule(model);

/** Systems of these are whole addresses (datatypes.html#Coding, #Identifier). */
const systemPaths: ReadonlySet<string> = new Set(["Coding.system", "Identifier.system", "Quantity.system"]);

class AddressRule implements FhirRule {
  constructor(private readonly model: FhirModel) {}

  element(visit: ElementVisit, report: ReportIssue): void {
    const { element, type, value, pointer, resource } = visit;
    if (typeof value !== "string" || isWhole(value)) {
      return;
    }
    const say = (code: string, severity: "error" | "warning"): void => {
      new Reporter(this.model, resource, report).say(code, "value", pointer, element, { severity, args: { actual: shortText(value) } });
    };
    if (systemPaths.has(element.path)) {
      say("fhir.systemRelative", "error");
    } else if (element.path === "Extension.url" && !isNested(pointer)) {
      // Within an extension, the parts go by short names (extensibility.html#Extension).
      say("fhir.extension.urlRelative", "error");
    } else if (type.name === "canonical" && !value.startsWith("#")) {
      say("fhir.canonicalRelative", "warning");
    }
  }
}

/** With a scheme (RFC 3986, section 3.1). */
function isWhole(address: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(address);
}

/** Whether the extension whose url stands at a pointer is part of another. */
function isNested(pointer: string): boolean {
  return /\/(?:extension|modifierExtension)\/\d+\/extension\/\d+\/url$/.test(pointer);
}
