import { indexOfToken, parsePointer } from "../documents/jsonPointer";
import type { JsonValue } from "../documents/document";
import { resourceTypeOf } from "./statedType";

/**
 * The FHIR type path of a part of a resource, such as `Patient.name` for `/name/0`: the type of the nearest resource around the part (a Bundle's entry or a
 * contained resource counts), then the elements down to the part. `undefined` for a resource itself, and where there is none around.
 */
export function typePathOf(root: JsonValue, pointer: string): string | undefined {
  let path: string | undefined;
  let here: JsonValue | undefined = root;
  for (const token of ["", ...(parsePointer(pointer) ?? [])]) {
    const parent: JsonValue | undefined = here;
    if (token !== "") {
      here = childOf(parent, token);
      path = path === undefined || isIndex(parent, token) ? path : `${path}.${token}`;
    }
    path = resourceTypeOf(here) ?? path;
  }
  return resourceTypeOf(here) === undefined ? path : undefined;
}

function isIndex(parent: JsonValue | undefined, token: string): boolean {
  return Array.isArray(parent) && indexOfToken(token) !== undefined;
}

function childOf(parent: JsonValue | undefined, token: string): JsonValue | undefined {
  if (typeof parent !== "object" || parent === null) {
    return undefined;
  }
  return Object.hasOwn(parent, token) ? (parent as Readonly<Record<string, JsonValue>>)[token] : undefined;
}
