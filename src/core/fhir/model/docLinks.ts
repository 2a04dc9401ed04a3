import type { ElementDefinition, FhirModel } from "./definitions";

const site = "https://hl7.org/fhir/R4/";

/** Types that have a page of their own, or stand on another than most data types. */
const pages: Readonly<Record<string, string>> = {
  Reference: "references", Extension: "extensibility", Meta: "resource", Narrative: "narrative", Dosage: "dosage", ElementDefinition: "elementdefinition", xhtml: "narrative",
  ContactDetail: "metadatatypes", Contributor: "metadatatypes", DataRequirement: "metadatatypes", Expression: "metadatatypes", ParameterDefinition: "metadatatypes",
  RelatedArtifact: "metadatatypes", TriggerDefinition: "metadatatypes", UsageContext: "metadatatypes",
  Element: "element", BackboneElement: "backboneelement",
};

/** The page of the specification about a type: of a resource, a data type or a primitive; of a backbone element, about its resource. */
export function typeDoc(model: FhirModel, type: string): string {
  const [owner = ""] = type.split(".");
  const definition = model.type(owner);
  if (definition?.kind === "resource") {
    return `${site}${owner.toLowerCase()}.html`;
  }
  const page = pages[owner];
  return page === undefined ? `${site}datatypes.html#${owner}` : `${site}${page}.html`;
}

/** The detailed description of an element. */
export function elementDoc(model: FhirModel, element: ElementDefinition): string {
  const [owner = ""] = element.path.split(".");
  const definition = model.type(owner);
  const page = definition?.kind === "resource" ? owner.toLowerCase() : pages[owner] ?? "datatypes";
  // In anchors the specification writes `value[x]` as `value_x_`.
  return `${site}${page}-definitions.html#${element.path.replace("[x]", "_x_")}`;
}

/** The page of a value set, of those that the specification itself publishes. */
export function valueSetDoc(url: string): string | undefined {
  const own = /^http:\/\/hl7\.org\/fhir\/ValueSet\/([A-Za-z0-9\-.]+)/.exec(url);
  if (own !== null) {
    return `${site}valueset-${own[1] ?? ""}.html`;
  }
  const shared = /^http:\/\/terminology\.hl7\.org\/ValueSet\/(v2|v3)-([A-Za-z0-9\-.]+)/.exec(url);
  return shared === null ? undefined : `${site}${shared[1] ?? ""}/${shared[2] ?? ""}/${shared[1] === "v3" ? "vs" : "index"}.html`;
}
