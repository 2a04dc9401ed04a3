import type { ElementDefinition, TypeDefinition, TypeReference } from "./definitions";

/** An element and the type that a property's name gives it. */
export interface ModelProperty {
  readonly element: ElementDefinition;
  readonly type: TypeReference;
}

/** The content of another element, such as `Bundle.link` for `Bundle.entry.link`, goes by that element's path as by a backbone element's. */
const borrowed: TypeReference = { code: "BackboneElement" };

/** What the properties of a type's JSON objects are called: https://hl7.org/fhir/R4/json.html. */
export class PropertyTable {
  private readonly properties = new Map<string, ModelProperty>();

  constructor(type: TypeDefinition) {
    for (const element of type.elements) {
      if (element.choice) {
        for (const each of element.types) {
          this.properties.set(`${element.name}${each.code.charAt(0).toUpperCase()}${each.code.slice(1)}`, { element, type: each });
        }
      } else {
        this.properties.set(element.name, { element, type: element.types[0] ?? borrowed });
      }
    }
  }

  get(name: string): ModelProperty | undefined {
    return this.properties.get(name);
  }
}
