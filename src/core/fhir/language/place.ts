import type { JsonNode } from "../../documents/jsonNode";
import { escapePointerToken } from "../../documents/jsonPointer";
import type { ElementDefinition, FhirModel, TypeReference } from "../model/definitions";
import { textOf } from "./fhirText";
import type { FhirText } from "./fhirText";

/** A resource within a text: the outermost one, a bundle's entry, a contained one. */
export interface ResourceAt {
  /** Its `resourceType`, whether there is such a type or not. */
  readonly type: string;
  readonly node: JsonNode;
  readonly pointer: string;
  readonly parent: ResourceAt | undefined;
}

/** A part of a text and what FHIR makes of it. */
export interface Place {
  readonly node: JsonNode | undefined;
  readonly pointer: string;
  /** Name of the type of the value, by which the model knows it; `undefined` where that is not known. */
  readonly type: string | undefined;
  /** The property under which the value stands, alone or in a list, as written; `undefined` for the outermost. */
  readonly property: string | undefined;
  readonly element: ElementDefinition | undefined;
  /** Of the element's types the one that the property's name gives. */
  readonly reference: TypeReference | undefined;
  /** The type that has the element. */
  readonly owner: string | undefined;
  /** True for one value of a list. */
  readonly isItem: boolean;
  /** True for what stands under `_name`: id and extensions of a primitive value. */
  readonly isSibling: boolean;
  /** The nearest resource around the value, or the value itself. */
  readonly resource: ResourceAt | undefined;
  readonly parent: Place | undefined;
}

/** The outermost value. */
export function rootPlace(model: FhirModel, node: JsonNode | undefined): Place {
  const outside: Place = {
    node: undefined, pointer: "", type: "Resource", property: undefined, element: undefined, reference: undefined, owner: undefined, isItem: false, isSibling: false,
    resource: undefined, parent: undefined,
  };
  return resourceHere(model, { ...outside, node });
}

/** The part at the end of a chain of values. */
export function placeOf(model: FhirModel, chain: readonly JsonNode[]): Place {
  let place = rootPlace(model, chain[0]);
  for (const node of chain.slice(1)) {
    place = stepInto(model, place, node);
  }
  return place;
}

/** The part at a path of names and list positions, also where the text has nothing there yet. */
export function placeAtPath(model: FhirModel, text: FhirText, path: readonly (string | number)[]): Place {
  const chain = text.chainTo(path);
  const there = placeOf(model, chain);
  return path.slice(Math.max(0, chain.length - 1)).reduce<Place>(
    (place, key) => (typeof key === "number" ? itemPlace(model, place, undefined, key) : propertyPlace(model, place, key, undefined)), there,
  );
}

/** The part that a member of another is. */
export function stepInto(model: FhirModel, from: Place, node: JsonNode): Place {
  return typeof node.key === "number" ? itemPlace(model, from, node, node.key) : propertyPlace(model, from, node.key ?? "", node);
}

/** The part that a value under a name is, or would be: `node` is left out where there is none yet. */
export function propertyPlace(model: FhirModel, from: Place, name: string, node: JsonNode | undefined): Place {
  const isSibling = name.startsWith("_");
  const known = from.type === undefined || Array.isArray(from.node?.value) ? undefined : model.property(from.type, isSibling ? name.slice(1) : name);
  const type = known === undefined ? undefined : typeOfValue(model, known.element, known.type);
  return resourceHere(model, {
    node, pointer: `${from.pointer}/${escapePointerToken(name)}`, type, property: name, element: known?.element, reference: known?.type, owner: from.type,
    isItem: false, isSibling, resource: from.resource, parent: from,
  });
}

/** The part that a value in a list is, or would be. */
export function itemPlace(model: FhirModel, list: Place, node: JsonNode | undefined, index: number): Place {
  return resourceHere(model, { ...list, node, pointer: `${list.pointer}/${String(index)}`, isItem: true, parent: list });
}

/** Whether an element's values are written as a list. */
export function isList({ max }: ElementDefinition): boolean {
  return max > 1;
}

/** The name of the type by which the model knows what is in a value. */
export function typeOfValue(model: FhirModel, element: ElementDefinition, type: TypeReference): string {
  if (element.contentOf !== undefined) {
    return element.contentOf;
  }
  const isBackbone = type.code === "BackboneElement" || type.code === "Element";
  return isBackbone && model.type(element.path) !== undefined ? element.path : type.code;
}

function resourceHere(model: FhirModel, place: Place): Place {
  if (place.type !== "Resource" || Array.isArray(place.node?.value)) {
    return place;
  }
  const type = textOf(place.node, "resourceType");
  if (type === undefined || place.node === undefined) {
    return place;
  }
  const resource: ResourceAt = { type, node: place.node, pointer: place.pointer, parent: place.resource };
  return { ...place, type: model.type(type)?.kind === "resource" ? type : undefined, resource };
}
