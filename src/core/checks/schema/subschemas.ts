import type { JsonValue } from "../../documents/document";
import { childPointer } from "./pointer";

/** A JSON Schema that is not `true` or `false`. */
export type SchemaObject = Readonly<Record<string, JsonValue>>;

/** How a keyword holds schemas: one, a list, or by name. */
type Holding = "one" | "list" | "map";

/** Keywords of draft 2020-12 (core and applicator vocabularies) whose value is or holds schemas. */
const holders: Readonly<Record<string, Holding>> = {
  $defs: "map",
  allOf: "list", anyOf: "list", oneOf: "list", not: "one", if: "one", then: "one", else: "one", dependentSchemas: "map",
  properties: "map", patternProperties: "map", additionalProperties: "one", propertyNames: "one", unevaluatedProperties: "one",
  prefixItems: "list", items: "one", contains: "one", unevaluatedItems: "one", contentSchema: "one",
};

/** Keywords whose schemas are about the same value as the schema they stand in. */
export const inPlace: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "propertyNames"]);

/** A schema within a schema. */
export interface Subschema {
  /** The keyword that holds it. */
  readonly keyword: string;
  /** Its name or index there; `undefined` when the keyword holds just one. */
  readonly key: string | number | undefined;
  readonly schema: JsonValue;
  /** From the schema around it. */
  readonly pointer: string;
}

export function isRecord(value: unknown): value is SchemaObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The schemas directly within a schema; whatever does not look like one is left out. */
export function subschemasOf(schema: SchemaObject): readonly Subschema[] {
  const found: Subschema[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    const holding = Object.hasOwn(holders, keyword) ? holders[keyword] : undefined;
    const pointer = childPointer("", keyword);
    if (holding === "one") {
      found.push({ keyword, key: undefined, schema: value, pointer });
    } else if (holding === "list" && Array.isArray(value)) {
      (value as readonly JsonValue[]).forEach((entry, key) => found.push({ keyword, key, schema: entry, pointer: childPointer(pointer, key) }));
    } else if (holding === "map" && isRecord(value)) {
      for (const [key, entry] of Object.entries(value)) {
        found.push({ keyword, key, schema: entry, pointer: childPointer(pointer, key) });
      }
    }
  }
  return found;
}

/** Visits a schema and every schema within it, with pointers from the outermost. */
export function visitSchemas(root: JsonValue, visit: (schema: SchemaObject, pointer: string) => void, pointer = ""): void {
  if (!isRecord(root)) {
    return;
  }
  visit(root, pointer);
  for (const sub of subschemasOf(root)) {
    visitSchemas(sub.schema, visit, pointer + sub.pointer);
  }
}
