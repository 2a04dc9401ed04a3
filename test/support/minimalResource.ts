import type { JsonValue } from "../../src/core/documents/document";
import type { ElementDefinition, FhirModel, TypeDefinition } from "../../src/core/fhir/model/definitions";

/** Something right for each primitive. */
const primitives: Readonly<Record<string, JsonValue>> = {
  base64Binary: "AAAA", boolean: true, canonical: "http://hospital.example/x", code: "x", date: "2024-01-31", dateTime: "2024-01-31T14:05:00Z", decimal: 1.5, id: "x", instant: "2024-01-31T14:05:00Z",
  integer: 1, markdown: "x", oid: "urn:oid:1.2.3", positiveInt: 1, string: "x", time: "14:05:00", unsignedInt: 0, uri: "http://hospital.example/x", url: "http://hospital.example/x",
  uuid: "urn:uuid:6f9e1a52-3c1b-4c39-9d5e-0a7c2f1b8e64", xhtml: "<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>",
};

/** A resource with no more than what its type requires. */
export function minimalResource(model: FhirModel, type: string): Readonly<Record<string, JsonValue>> {
  return { resourceType: type, ...minimalObject(model, definitionOf(model, type)) };
}

/** Where required elements stand in a minimal resource: the tokens of the object around each, and the name of its property. */
export function pathsTo(model: FhirModel, resource: Readonly<Record<string, JsonValue>>): readonly { readonly parent: readonly string[]; readonly property: string }[] {
  const found: { readonly parent: readonly string[]; readonly property: string }[] = [];
  const visit = (value: Readonly<Record<string, JsonValue>>, type: string, parent: readonly string[]): void => {
    for (const [property, member] of Object.entries(value)) {
      const known = model.property(type, property);
      if (known === undefined || known.element.min === 0) {
        continue;
      }
      found.push({ parent, property });
      const [inner, path] = Array.isArray(member) ? [member[0] as JsonValue, [...parent, property, "0"]] : [member, [...parent, property]];
      if (typeof inner === "object" && inner !== null && !Array.isArray(inner)) {
        visit(inner as Readonly<Record<string, JsonValue>>, typeName(known.element, known.type.code), path);
      }
    }
  };
  const { resourceType } = resource;
  visit(resource, typeof resourceType === "string" ? resourceType : "", []);
  return found;
}

function minimalObject(model: FhirModel, type: TypeDefinition): Readonly<Record<string, JsonValue>> {
  const members: Record<string, JsonValue> = {};
  for (const element of type.elements.filter(({ min }) => min > 0)) {
    const code = element.types[0]?.code ?? "";
    const property = element.choice ? `${element.name}${code.charAt(0).toUpperCase()}${code.slice(1)}` : element.name;
    const value = minimalValue(model, element, code);
    members[property] = element.max > 1 ? [value] : value;
  }
  return members;
}

function minimalValue(model: FhirModel, element: ElementDefinition, code: string): JsonValue {
  const primitive = primitives[code];
  const coded = codeFor(model, element);
  if (code === "Resource") {
    return { resourceType: "Basic", code: { text: "x" } };
  }
  if (primitive !== undefined) {
    return code === "code" || (coded !== undefined && typeof primitive === "string") ? coded?.code ?? "x" : primitive;
  }
  if (code === "Coding" || code === "CodeableConcept") {
    const coding = coded === undefined ? { code: "x" } : { system: coded.system, code: coded.code };
    return code === "Coding" ? coding : { coding: [coding] };
  }
  const members = minimalObject(model, definitionOf(model, typeName(element, code)));
  // What requires nothing must have something all the same.
  return Object.keys(members).length > 0 && code !== "Extension" ? members : code === "Extension" ? { ...members, valueString: "x" } : { id: `${element.path.replace(/\W/g, "-")}` };
}

/** A code of the element's value set, where one is asked for. */
function codeFor(model: FhirModel, { binding }: ElementDefinition): { readonly system: string; readonly code: string } | undefined {
  if (binding?.strength !== "required") {
    return undefined;
  }
  switch (binding.valueSet) {
    case "http://hl7.org/fhir/ValueSet/mimetypes":
      return { system: "urn:ietf:bcp:13", code: "text/plain" };
    case "http://hl7.org/fhir/ValueSet/currencies":
      return { system: "urn:iso:std:iso:4217", code: "EUR" };
    default:
      return model.valueSet(binding.valueSet)?.codes[0];
  }
}

function typeName({ path, contentOf }: ElementDefinition, code: string): string {
  return contentOf ?? (code === "BackboneElement" || code === "Element" ? path : code);
}

function definitionOf(model: FhirModel, name: string): TypeDefinition {
  const type = model.type(name);
  if (type === undefined) {
    throw new Error(`there is no type ${name}`);
  }
  return type;
}
