import { resourceTypeOf } from "../statedType";
import type { JsonValue } from "../../documents/document";
import type { ElementDefinition, FhirModel, TypeDefinition } from "../model/definitions";
import type { JsonObject } from "../validation/rule";
import { below, choiceName, has, isObject, member } from "../validation/rules/json";

/** One value of an element. */
export interface Occurrence {
  /** `undefined` where only the `_` sibling of a primitive is there. */
  readonly value: JsonValue | undefined;
  readonly sibling: JsonObject | undefined;
  readonly pointer: string;
  readonly type: TypeDefinition;
}

/** The definition of an element that a profile names: `code`, `value[x]`, `valueQuantity`. */
export function elementOf(model: FhirModel, type: TypeDefinition, name: string): ElementDefinition | undefined {
  const plain = name.endsWith("[x]") ? name.slice(0, -3) : name;
  return type.elements.find((each) => each.name === plain) ?? model.property(type.name, name)?.element;
}

/** The values that an object has for an element. */
export function occurrencesIn(model: FhirModel, object: JsonObject, type: TypeDefinition, pointer: string, name: string): readonly Occurrence[] {
  const key = name.endsWith("[x]") ? choiceName(object, name.slice(0, -3)) : name;
  const property = key === undefined || !has(object, key) ? undefined : model.property(type.name, key);
  if (key === undefined || property === undefined) {
    return [];
  }
  const { element } = property;
  const declared = element.contentOf ?? (property.type.code === "BackboneElement" || property.type.code === "Element" ? element.path : property.type.code);
  const values = member(object, key);
  const siblings = member(object, `_${key}`);
  const at = below(pointer, key);
  const one = (value: JsonValue | undefined, sibling: JsonValue | undefined, here: string): readonly Occurrence[] => {
    const actual = isObject(value) ? resourceTypeOf(value) : undefined;
    const found = (actual === undefined ? undefined : model.type(actual)) ?? model.type(declared);
    return found === undefined || ((value === undefined || value === null) && !isObject(sibling)) ? [] : [{ value: value ?? undefined, sibling: isObject(sibling) ? sibling : undefined, pointer: here, type: found }];
  };
  if (!Array.isArray(values) && !Array.isArray(siblings)) {
    return one(values, siblings, at);
  }
  const list = Array.isArray(values) ? (values as readonly JsonValue[]) : [];
  const others = Array.isArray(siblings) ? (siblings as readonly JsonValue[]) : [];
  return Array.from({ length: Math.max(list.length, others.length) }).flatMap((_, index) => one(list[index], others[index], below(at, index)));
}

/** The object that an occurrence's parts stand in: itself, or the sibling of a primitive. */
export function objectIn({ value, sibling }: Occurrence): JsonObject | undefined {
  return isObject(value) ? value : sibling;
}
