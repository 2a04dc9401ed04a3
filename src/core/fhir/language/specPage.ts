import type { ElementDefinition, FhirModel } from "../model/definitions";

const base = "https://hl7.org/fhir/R4/";

/** Types that are not on the page of data types, and the page that has them. */
const pages: Readonly<Record<string, string>> = {
  Reference: "references", Narrative: "narrative", Extension: "extensibility", Meta: "resource", Dosage: "dosage", Resource: "resource", DomainResource: "domainresource",
  Element: "element", BackboneElement: "backboneelement", ElementDefinition: "elementdefinition",
  ContactDetail: "metadatatypes", Contributor: "metadatatypes", DataRequirement: "metadatatypes", Expression: "metadatatypes", ParameterDefinition: "metadatatypes",
  RelatedArtifact: "metadatatypes", TriggerDefinition: "metadatatypes", UsageContext: "metadatatypes",
};

/** Elements that every type has and that are described once for all. */
const commonPages: Readonly<Record<string, string>> = { extension: "extensibility.html#Extension", modifierExtension: "extensibility.html#modifierExtension", id: "element.html#id" };

/** The page of the specification that describes a type; `undefined` for what is not a type of R4. */
export function typePage(model: FhirModel, name: string): string | undefined {
  const root = name.split(".")[0] ?? name;
  const type = model.type(root);
  if (type === undefined) {
    return undefined;
  }
  const page = pages[root] ?? (type.kind === "resource" ? root.toLowerCase() : "datatypes");
  return type.kind === "resource" && pages[root] === undefined ? `${base}${page}.html` : `${base}${page}.html#${root}`;
}

/** The place of the specification that describes an element, which is the type's that first has it. */
export function specPage(model: FhirModel, owner: string | undefined, element: ElementDefinition): string | undefined {
  const common = commonPages[element.name];
  if (common !== undefined && element.path !== `${element.path.split(".")[0] ?? ""}.id`) {
    return `${base}${common}`;
  }
  const root = element.path.split(".")[0] ?? "";
  const type = model.type(root) ?? model.type(owner ?? "");
  if (type === undefined) {
    return undefined;
  }
  const page = pages[root] ?? (type.kind === "resource" ? root.toLowerCase() : "datatypes");
  const anchor = element.path.replace(/\[x\]$/, "");
  return `${base}${page}-definitions.html#${anchor}${element.choice ? "_x_" : ""}`;
}
