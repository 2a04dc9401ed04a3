import type { JsonValue } from "../../documents/document";
import type { SchemaBundle } from "../schemaChecker";
import { HumanError } from "../../humanError";
import { nameOf } from "../../path";
import { pointerTokens } from "./pointer";
import { isRecord, visitSchemas, type SchemaObject } from "./subschemas";

/**
 * A path with its `.` and `..` worked out. Leading `..` stay, since they leave the folder the path is relative to.
 */
export function normalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") {
      parts.pop();
    } else if (part !== "." && part !== "") {
      parts.push(part);
    }
  }
  return parts.join("/");
}

/** `reference`, as written in the file at `from`, as a path from where `from` starts. */
export function pathFrom(from: string, reference: string): string {
  const slash = from.lastIndexOf("/");
  return normalPath(slash < 0 ? reference : `${from.slice(0, slash)}/${reference}`);
}

/** A `$ref` in its two halves: the file ("" for the one it stands in) and the part of it ("" for the whole). */
export function splitReference(reference: string): { readonly file: string; readonly fragment: string } {
  const hash = reference.indexOf("#");
  return hash < 0 ? { file: reference, fragment: "" } : { file: reference.slice(0, hash), fragment: reference.slice(hash + 1) };
}

/** Whether a reference names something on the network rather than a file of the kata. */
export function isAddress(reference: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(reference) || reference.startsWith("//");
}

/** The schema of a bundle and those it refers to, parsed, by their path from the schema's folder. */
export class SchemaFiles {
  /** The schema's own name in its folder. */
  readonly rootPath: string;
  readonly root: JsonValue;
  private reached: ReadonlyMap<string, JsonValue> | undefined;
  private readonly parsed = new Map<string, JsonValue>();

  /** @throws HumanError `schema.notJson` when a schema is no JSON */
  constructor(private readonly bundle: SchemaBundle) {
    this.rootPath = nameOf(bundle.path);
    this.root = this.parse(this.rootPath, bundle.schema);
  }

  /** Every schema that can be reached from the root through `$ref`, the root first. */
  schemas(): ReadonlyMap<string, JsonValue> {
    this.reached ??= this.reach();
    return this.reached;
  }

  /** Text of a data file that the schema at `from` names. */
  text(from: string, reference: string): string | undefined {
    return this.bundle.resources[pathFrom(from, reference)];
  }

  /**
   * A data file in JSON that the schema at `from` names, without `$schema` and `$id`; `undefined` when the bundle does not have it.
   *
   * @throws HumanError `schema.notJson`
   */
  json(from: string, reference: string): JsonValue | undefined {
    const path = pathFrom(from, reference);
    const text = this.bundle.resources[path];
    return text === undefined ? undefined : this.parse(path, text);
  }

  /** The path of a file as its author knows it: from the kata's folder. */
  displayPath(path: string): string {
    return pathFrom(this.bundle.path, path);
  }

  /** Where a schema of these files stands: its file, and its pointer there. Ajv loses both at a `$ref`. */
  whereIs(schema: SchemaObject): { readonly path: string; readonly pointer: string } {
    for (const [path, root] of this.schemas()) {
      let found: string | undefined;
      visitSchemas(root, (each, pointer) => {
        if (each === schema) {
          found ??= pointer;
        }
      });
      if (found !== undefined) {
        return { path, pointer: found };
      }
    }
    return { path: this.rootPath, pointer: "" };
  }

  /** The same as its author finds it, such as `checks/oru.schema.json#/properties/x`. */
  displayPlace(schema: SchemaObject): string {
    const { path, pointer } = this.whereIs(schema);
    return `${this.displayPath(path)}#${pointer}`;
  }

  /** What a `$ref` in the file at `from` means; `undefined` when there is no such schema. */
  resolve(from: string, reference: string): { readonly path: string; readonly schema: JsonValue } | undefined {
    const { file, fragment } = splitReference(reference);
    const path = file === "" ? from : pathFrom(from, file);
    const root = this.schema(path);
    if (root === undefined) {
      return undefined;
    }
    const schema = fragment === "" ? root : fragment.startsWith("/") ? partAt(root, decodeURIComponent(fragment)) : anchored(root, fragment);
    return schema === undefined ? undefined : { path, schema };
  }

  private reach(): ReadonlyMap<string, JsonValue> {
    const waiting = [this.rootPath];
    const reached = new Map<string, JsonValue>();
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const schema = this.schema(path);
      if (schema === undefined || reached.has(path)) {
        continue;
      }
      reached.set(path, schema);
      const here = path;
      visitSchemas(schema, (each) => {
        const file = typeof each["$ref"] === "string" ? splitReference(each["$ref"]).file : "";
        if (file !== "" && !isAddress(file)) {
          waiting.push(pathFrom(here, file));
        }
      });
    }
    return reached;
  }

  private schema(path: string): JsonValue | undefined {
    if (path === this.rootPath) {
      return this.root;
    }
    const text = this.bundle.resources[path];
    return text === undefined ? undefined : this.parsed.get(path) ?? this.parse(path, text);
  }

  private parse(path: string, text: string): JsonValue {
    try {
      // Authors give `$schema` for their editor and `$id` by habit; a kata's schemas are known by their paths.
      const value: JsonValue = withoutKeys(JSON.parse(text) as JsonValue, ["$schema", "$id"]);
      this.parsed.set(path, value);
      return value;
    } catch (cause) {
      const file = this.displayPath(path);
      throw new HumanError("schema.notJson", `${file} is not JSON, so nothing can be checked with it; its author has to mend it.`, { file }, { cause });
    }
  }
}

function withoutKeys(value: JsonValue, keys: readonly string[]): JsonValue {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key))) : value;
}

function partAt(root: JsonValue, pointer: string): JsonValue | undefined {
  let here: JsonValue | undefined = root;
  for (const token of pointerTokens(pointer)) {
    if (Array.isArray(here)) {
      here = (here as readonly JsonValue[])[Number(token)];
    } else if (isRecord(here) && Object.hasOwn(here, token)) {
      here = here[token];
    } else {
      return undefined;
    }
  }
  return here;
}

function anchored(root: JsonValue, anchor: string): SchemaObject | undefined {
  let found: SchemaObject | undefined;
  visitSchemas(root, (schema) => {
    if (schema["$anchor"] === anchor) {
      found ??= schema;
    }
  });
  return found;
}
