import { indexOfToken, parsePointer } from "../../../documents/jsonPointer";
import type { FhirModel } from "../../model/definitions";
import type { Profile } from "../../profiles/profile";
import type { ReportIssue } from "../fhirIssue";
import type { ElementVisit } from "../rule";
import { error, shown, warning } from "./found";

const page = "defining-extensions.html#context";

/**
 * Resources that say what FHIR itself is made of. HL7 publishes such resources with its own extensions in more places than it listed for R4 (`structuredefinition-fhir-type`
 * in ElementDefinition.type of every snapshot, `structuredefinition-normative-version` in code systems, `capabilitystatement-expectation` in search parameters), so among
 * them another place is a warning.
 */
const definitions: ReadonlySet<string> = new Set([
  "CapabilityStatement", "CodeSystem", "CompartmentDefinition", "ConceptMap", "GraphDefinition", "ImplementationGuide", "NamingSystem", "OperationDefinition", "SearchParameter",
  "StructureDefinition", "StructureMap", "ValueSet",
]);

function isOfDefinitions(context: string): boolean {
  const [type = ""] = context.split(".", 1);
  return type === "ElementDefinition" || definitions.has(type);
}

/** Whether a known extension stands where its definition allows it: https://hl7.org/fhir/R4/defining-extensions.html#context */
export function checkExtensionPlace(model: FhirModel, visit: ElementVisit, profile: Profile, report: ReportIssue): void {
  const args = { extension: shown(profile.title) };
  const inModifier = visit.element.name === "modifierExtension";
  if (inModifier !== profile.modifier) {
    report(error(inModifier ? "fhir.extension.noModifier" : "fhir.extension.modifier", "structure", visit.pointer, args, { mark: "opening", page: "extensibility.html#modifierExtension" }));
  }
  const { contexts } = profile;
  const places = placesOf(model, visit);
  if (contexts !== undefined && places.length > 0 && !contexts.some((context) => places.includes(context) || places.includes(context.replace("[x]", "")))) {
    const found = definitions.has(visit.resource.type.name) && contexts.some(isOfDefinitions) ? warning : error;
    report(found("fhir.extension.place", "structure", visit.pointer, { ...args, place: places[0] ?? "", contexts: contexts.join(", ") }, { mark: "opening", page }));
  }
}

/** What the place of an extension is called: its path within the resource and within the data type, with and without the type of a choice, its type and what that builds on. */
function placesOf(model: FhirModel, { pointer, resource }: ElementVisit): readonly string[] {
  const tokens = (parsePointer(pointer.slice(resource.pointer.length)) ?? []).filter((token) => indexOfToken(token) === undefined).slice(0, -1);
  let type = resource.type.name;
  let path = type;
  let element = type;
  for (const token of tokens) {
    const property = model.property(type, token);
    if (property === undefined) {
      return [];
    }
    const { element: { name, path: own, choice, contentOf }, type: { code } } = property;
    path = `${path}.${name}${choice ? "[x]" : ""}`;
    element = own;
    type = contentOf ?? (code === "BackboneElement" || code === "Element" ? own : code);
  }
  const places = [path, element, type];
  for (let base = model.type(type)?.base; base !== undefined; base = model.type(base)?.base) {
    places.push(base);
  }
  // "Element" stands for anything at all, resources too: HL7's own extensions use it so.
  return [...new Set([...places, ...places.map((place) => place.replace("[x]", "")), "Element"])];
}
