import type { JsonValue } from "../../documents/document";
import { kindOf } from "../words";
import { isRecord, type SchemaObject } from "./subschemas";

/** Keywords that say nothing about the value. */
const annotations = new Set(["$schema", "$id", "$defs", "$comment", "title", "description"]);

/**
 * Whether a value fits a schema, for the few keywords that our own vocabulary is described with. Compiling that description with ajv takes longer than
 * everything else a first check does; this says yes or no at once, and ajv is asked only for what to say about a no.
 *
 * @param root holds the `$defs` that the schema refers to
 * @throws Error for a keyword it does not know, so that none is passed over
 */
export function fits(value: JsonValue, schema: JsonValue, root: SchemaObject): boolean {
  if (!isRecord(schema)) {
    return schema === true;
  }
  return Object.entries(schema).every(([keyword, rule]) => annotations.has(keyword) || fitsKeyword(value, keyword, rule, schema, root));
}

function fitsKeyword(value: JsonValue, keyword: string, rule: JsonValue, schema: SchemaObject, root: SchemaObject): boolean {
  switch (keyword) {
    case "$ref":
      return fits(value, definition(textOf(rule), root), root);
    case "type":
      return listOf(rule).some((type) => (type === "integer" ? Number.isInteger(value) : kindOf(value) === type));
    case "enum":
      return listOf(rule).includes(value);
    case "anyOf":
      return listOf(rule).some((branch) => fits(value, branch, root));
    case "minimum":
      return typeof value !== "number" || value >= Number(rule);
    case "exclusiveMinimum":
      return typeof value !== "number" || value > Number(rule);
    case "minLength":
      return typeof value !== "string" || [...value].length >= Number(rule);
    case "pattern":
      return typeof value !== "string" || new RegExp(textOf(rule), "u").test(value);
    case "format":
      return rule === "regex" && (typeof value !== "string" || isPattern(value));
    default:
      return Array.isArray(value) ? fitsList(value, keyword, rule, root) : isRecord(value) ? fitsObject(value, keyword, rule, schema, root) : isForWholes(keyword);
  }
}

function fitsList(value: readonly JsonValue[], keyword: string, rule: JsonValue, root: SchemaObject): boolean {
  switch (keyword) {
    case "minItems":
      return value.length >= Number(rule);
    case "uniqueItems":
      return new Set(value.map((entry) => JSON.stringify(entry, inOrder))).size === value.length;
    case "items":
      return value.every((entry) => fits(entry, rule, root));
    default:
      return isForWholes(keyword);
  }
}

function fitsObject(value: SchemaObject, keyword: string, rule: JsonValue, schema: SchemaObject, root: SchemaObject): boolean {
  switch (keyword) {
    case "required":
      return listOf(rule).every((name) => Object.hasOwn(value, textOf(name)));
    case "minProperties":
      return Object.keys(value).length >= Number(rule);
    case "propertyNames":
      return Object.keys(value).every((name) => fits(name, rule, root));
    case "properties":
      return isRecord(rule) && Object.entries(value).every(([name, member]) => !Object.hasOwn(rule, name) || fits(member, rule[name] ?? true, root));
    case "additionalProperties": {
      const known = isRecord(schema["properties"]) ? schema["properties"] : {};
      return Object.entries(value).every(([name, member]) => Object.hasOwn(known, name) || fits(member, rule, root));
    }
    default:
      return isForWholes(keyword);
  }
}

/** True for keywords about lists and objects, which any other value fits. */
function isForWholes(keyword: string): true {
  if (!["minItems", "uniqueItems", "items", "required", "minProperties", "propertyNames", "properties", "additionalProperties"].includes(keyword)) {
    throw new Error(`The description of the vocabulary uses the keyword ${keyword}, which fits.ts does not know.`);
  }
  return true;
}

/** For `JSON.stringify`: equal values give equal texts, whatever the order of their members. */
function inOrder(_key: string, value: JsonValue): JsonValue {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value;
}

function listOf(rule: JsonValue): readonly JsonValue[] {
  return Array.isArray(rule) ? (rule as readonly JsonValue[]) : [rule];
}

function textOf(rule: JsonValue): string {
  return typeof rule === "string" ? rule : "";
}

function definition(reference: string, root: SchemaObject): JsonValue {
  const definitions = root["$defs"];
  const found = isRecord(definitions) ? definitions[reference.replace("#/$defs/", "")] : undefined;
  if (found === undefined) {
    throw new Error(`The description of the vocabulary refers to ${reference}, which it does not have.`);
  }
  return found;
}

/** Whether a text is a regular expression as JSON Schema means it: with Unicode (draft 2020-12 core, section 6.4). */
export function isPattern(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
