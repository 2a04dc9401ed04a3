import { escapePointerToken } from "../../../documents/jsonPointer";
import type { JsonValue } from "../../../documents/document";
import type { JsonObject } from "../rule";

/** Whether a JSON value is an object. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The property of an object, if it is its own. */
export function member(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The property if it is a text. */
export function textOf(object: JsonObject, name: string): string | undefined {
  const value = member(object, name);
  return typeof value === "string" ? value : undefined;
}

/** The property if it is an object. */
export function objectOf(object: JsonObject, name: string): JsonObject | undefined {
  const value = member(object, name);
  return isObject(value) ? value : undefined;
}

/** The objects of a repeating property; an object that stands alone counts as one entry, what is no object is left out. */
export function objectsOf(object: JsonObject, name: string): readonly JsonObject[] {
  return valuesOf(object, name).filter(isObject);
}

/** The values of a property, repeating or not. */
export function valuesOf(object: JsonObject, name: string): readonly JsonValue[] {
  const value = member(object, name);
  return value === undefined ? [] : Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}

/** Whether the element is there, in its own property or only in the `_` sibling. */
export function has(object: JsonObject, name: string): boolean {
  return Object.hasOwn(object, name) || Object.hasOwn(object, `_${name}`);
}

/** The property's name that a choice element has here, such as `valueQuantity` for `value`; a `_` before it is left out. */
export function choiceName(object: JsonObject, name: string): string | undefined {
  for (const key of Object.keys(object)) {
    const plain = key.startsWith("_") ? key.slice(1) : key;
    if (plain.length > name.length && plain.startsWith(name) && isUpperCase(plain.charCodeAt(name.length))) {
      return plain;
    }
  }
  return undefined;
}

function isUpperCase(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** The pointer of a part below a pointer. */
export function below(pointer: string, ...tokens: readonly (string | number)[]): string {
  return tokens.reduce<string>((path, token) => `${path}/${typeof token === "number" ? token : escapePointerToken(token)}`, pointer);
}

/** Told of every object within a value, the value itself among them, with its pointer; `false` keeps from going deeper. */
export type ObjectVisitor = (object: JsonObject, pointer: string) => boolean | undefined;

/** Goes through all objects of a value, the outer ones first. */
export function forEachObject(value: JsonValue | undefined, pointer: string, visit: ObjectVisitor): void {
  if (Array.isArray(value)) {
    (value as readonly JsonValue[]).forEach((each, index) => forEachObject(each, `${pointer}/${index}`, visit));
  } else if (isObject(value) && visit(value, pointer) !== false) {
    for (const [name, each] of Object.entries(value)) {
      if (typeof each === "object") {
        forEachObject(each, below(pointer, name), visit);
      }
    }
  }
}
