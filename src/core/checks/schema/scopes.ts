import type { JsonValue } from "../../documents/document";
import { pointerTokens } from "./pointer";
import type { SchemaFiles } from "./schemaFiles";
import { inPlace, isRecord, subschemasOf, type SchemaObject, type Subschema } from "./subschemas";

/** A schema being looked at, the file it stands in, and how far down the instance's pointer it applies. */
interface Place {
  readonly schema: JsonValue;
  readonly path: string;
  readonly depth: number;
}

/**
 * Finds which schemas speak about a value together with the one that failed: those that apply it in place, through `allOf`, `if`, `$ref` and so on.
 * Ajv names only the schema that failed, and loses the way to it at every `$ref`; this walks the schema alongside the pointer.
 */
export class Scopes {
  constructor(private readonly files: SchemaFiles) {}

  /** `failed` and the schemas around it for the same value, from the inside out; just `failed` when it cannot be reached. */
  around(failed: SchemaObject, instancePointer: string): readonly SchemaObject[] {
    const tokens = pointerTokens(instancePointer);
    const chain = this.search({ schema: this.files.root, path: this.files.rootPath, depth: 0 }, failed, tokens, new Map());
    return chain === undefined ? [failed] : chain.filter(({ depth }) => depth === tokens.length).map(({ schema }) => schema).filter(isRecord);
  }

  /** The places from `failed` back to `place`. */
  private search(place: Place, failed: SchemaObject, tokens: readonly string[], seen: Map<JsonValue, Set<number>>): readonly Place[] | undefined {
    const { schema, depth } = place;
    if (schema === failed && depth === tokens.length) {
      return [place];
    }
    const depths = seen.get(schema) ?? new Set();
    if (!isRecord(schema) || depths.has(depth)) {
      return undefined;
    }
    seen.set(schema, depths.add(depth));
    for (const next of this.nextPlaces(place, schema, tokens[depth])) {
      const found = this.search(next, failed, tokens, seen);
      if (found !== undefined) {
        return [...found, place];
      }
    }
    return undefined;
  }

  private nextPlaces({ path, depth }: Place, schema: SchemaObject, token: string | undefined): readonly Place[] {
    const places: Place[] = [];
    if (typeof schema["$ref"] === "string") {
      const target = this.files.resolve(path, schema["$ref"]);
      if (target !== undefined) {
        places.push({ ...target, depth });
      }
    }
    for (const sub of subschemasOf(schema)) {
      if (inPlace.has(sub.keyword)) {
        places.push({ schema: sub.schema, path, depth });
      } else if (token !== undefined && appliesTo(sub, schema, token)) {
        places.push({ schema: sub.schema, path, depth: depth + 1 });
      }
    }
    return places;
  }
}

/** Whether the subschema may apply to the member or entry `token`. Saying yes too often is harmless: the failed schema must lie in it as well. */
function appliesTo({ keyword, key }: Subschema, schema: SchemaObject, token: string): boolean {
  switch (keyword) {
    case "properties":
    case "prefixItems":
      return String(key) === token;
    case "patternProperties":
      return new RegExp(String(key), "u").test(token);
    case "additionalProperties":
      return !(isRecord(schema["properties"]) && Object.hasOwn(schema["properties"], token));
    case "items":
    case "contains":
    case "unevaluatedItems":
    case "unevaluatedProperties":
      return true;
    default:
      return false;
  }
}
