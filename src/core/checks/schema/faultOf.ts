import type { ErrorObject } from "ajv";
import type { JsonValue } from "../../documents/document";
import { nearestWord } from "../../text/nearestWord";
import type { SentenceArgs } from "../translate";
import { fullText, kindOf, shortJson } from "../words";
import type { ContainsParams } from "./combinators";
import type { Fault } from "./fault";
import { childPointer } from "./pointer";
import { isRecord } from "./subschemas";
import type { Teaching } from "./teaching";

/** What differs between the keywords; the rest of a fault follows from the error. */
type Details = Partial<Omit<Fault, "keyword" | "at" | "code" | "args">> & { readonly code?: string; readonly args?: SentenceArgs };

/** How many values of an `enum` a sentence names at most. */
const namedValues = 8;

/**
 * What an error of one keyword means, in codes and values.
 *
 * @param error of ajv with `verbose`; not of `anyOf` or `oneOf`, whose meaning lies in their branches
 * @param name the part's name for people
 */
export function faultOf(error: ErrorObject, name: (pointer: string) => string, teaching: Teaching): Fault {
  const keyword = error.keyword === "false schema" ? "false" : error.keyword;
  const data: unknown = error.data;
  const { code, args, ...details } = detailsOf(keyword, error, data, name);
  return {
    keyword, signature: keyword, at: error.instancePath, pointer: error.instancePath, mark: "value", code: code ?? `schema.${keyword}`,
    ...details, ...teaching,
    args: { name: name(error.instancePath), ...args },
  };
}

/** The values of a finding's `args` that describe what is there. */
export function actualArgs(data: unknown): SentenceArgs {
  return { actualKind: kindOf(data), actual: shortJson(data) };
}

function detailsOf(keyword: string, error: ErrorObject, data: unknown, name: (pointer: string) => string): Details {
  const params: Readonly<Record<string, unknown>> = error.params;
  const there = actualArgs(data);
  const actual = plainActual(data);
  const limit = typeof params["limit"] === "number" ? params["limit"] : 0;
  switch (keyword) {
    case "type":
      return typeDetails(Array.isArray(params["type"]) ? params["type"].map(String) : [String(params["type"])], data);
    case "enum":
      return enumDetails(Array.isArray(error.schema) ? (error.schema as JsonValue[]) : [], data);
    case "const": {
      const wanted = error.schema as JsonValue;
      // Where the difference lies beyond what a sentence shows, the two values are left to the diff.
      const whole = (isComposite(wanted) && kindOf(wanted) === kindOf(data)) || (shortJson(wanted) === shortJson(data));
      return {
        ...(whole ? { code: "schema.const.whole" } : {}),
        args: { ...there, expectedKind: kindOf(wanted), expected: shortJson(wanted) }, expected: fullText(wanted), actual: fullText(data as JsonValue),
      };
    }
    case "required": {
      const property = String(params["missingProperty"]);
      return { signature: `required(${property})`, mark: "opening", args: { property } };
    }
    case "dependentRequired": {
      const property = String(params["missingProperty"]);
      const because = String(params["property"]);
      return { signature: `dependentRequired(${because},${property})`, pointer: childPointer(error.instancePath, because), mark: "key", args: { property, because } };
    }
    case "pattern": {
      const examples = isRecord(error.parentSchema) ? error.parentSchema["examples"] : undefined;
      const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
      return { ...(typeof example === "string" ? { code: "schema.pattern.example" } : {}), args: { ...there, ...(typeof example === "string" ? { example: shortJson(example) } : {}) }, ...actual };
    }
    case "format":
      return { args: { ...there, format: String(params["format"]) }, ...actual };
    case "minLength":
    case "maxLength": {
      const length = [...String(data)].length;
      return { ...(length === 0 && limit === 1 ? { code: "schema.minLength.empty" } : {}), args: { length, limit }, ...actual };
    }
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return { args: { ...there, limit }, ...actual };
    case "multipleOf":
      return { args: { ...there, limit: Number(params["multipleOf"]) }, ...actual };
    case "minItems": {
      const count = Array.isArray(data) ? data.length : 0;
      return { ...(count === 0 ? { code: "schema.minItems.empty" } : {}), args: { count, limit } };
    }
    case "maxItems":
    case "items":
    case "unevaluatedItems": {
      const most = typeof params["len"] === "number" ? params["len"] : limit;
      return { pointer: childPointer(error.instancePath, most), args: { count: Array.isArray(data) ? data.length : 0, limit: most } };
    }
    case "uniqueItems": {
      // Ajv names the two by their indexes, the later one as `i`.
      const [first, second] = [Number(params["j"]), Number(params["i"])].sort((a, b) => a - b);
      const pointer = childPointer(error.instancePath, second ?? 0);
      return { pointer, args: { name: name(pointer), other: name(childPointer(error.instancePath, first ?? 0)) } };
    }
    case "contains":
      return containsDetails(params);
    case "minProperties":
    case "maxProperties":
      return {
        mark: "opening", ...(keyword === "minProperties" && isRecord(data) && Object.keys(data).length === 0 ? { code: "schema.minProperties.empty" } : {}),
        args: { count: isRecord(data) ? Object.keys(data).length : 0, limit },
      };
    case "additionalProperties":
      return unwantedDetails(error, String(params["additionalProperty"]), data);
    case "unevaluatedProperties":
      return unwantedDetails(error, String(params["unevaluatedProperty"]), data);
    case "propertyNames": {
      const property = String(params["propertyName"]);
      return { pointer: childPointer(error.instancePath, property), mark: "key", args: { property } };
    }
    case "not":
      return notDetails(error.schema, there);
    case "false":
      return { mark: "key" };
    default:
      return { args: there };
  }
}

/** A plain value in full. Of an object or a list only its kind is wrong, and the text shows it where it stands. */
function plainActual(data: unknown): { readonly actual?: string } {
  return isComposite(data) ? {} : { actual: fullText(data as JsonValue) };
}

function isComposite(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function typeDetails(types: readonly string[], data: unknown): Details {
  const kind = kindOf(data);
  const args: SentenceArgs = { ...actualArgs(data), types: JSON.stringify(types) };
  const actual = plainActual(data);
  if (typeof data === "string" && types.some((type) => reads(data, type))) {
    return { code: "schema.type.quoted", args, ...actual };
  }
  if (types.length === 1 && types[0] === "array" && kind !== "null") {
    return { code: "schema.type.listed", args, ...actual };
  }
  if (kind === "array" && !types.includes("array")) {
    return { code: "schema.type.unlisted", args, ...actual };
  }
  return { args, ...actual };
}

/** Whether a text, without its quotation marks, is a value of a type. */
function reads(text: string, type: string): boolean {
  switch (type) {
    case "boolean":
      return text === "true" || text === "false";
    case "integer":
      return /^-?(?:0|[1-9]\d*)$/.test(text);
    case "number":
      return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
    case "null":
      return text === "null";
    default:
      return false;
  }
}

/** What belongs to a choice of values; also used where several branches of `anyOf` come to one choice. */
export function enumDetails(allowed: readonly JsonValue[], data: unknown): Details & { readonly code: string; readonly args: SentenceArgs } {
  const shown = allowed.length > namedValues ? allowed.slice(0, namedValues - 2) : allowed;
  const texts = allowed.filter((value) => typeof value === "string");
  const near = typeof data === "string" && data !== "" ? nearestWord(data, texts) : undefined;
  // With a few short codes almost anything is near to something.
  const told = near !== undefined && near.length > 2 ? near : undefined;
  return {
    code: told === undefined ? "schema.enum" : "schema.enum.near",
    args: {
      ...actualArgs(data), allowed: JSON.stringify(shown.map(shortJson)), more: allowed.length - shown.length,
      ...(told === undefined ? {} : { near: shortJson(told) }),
    },
    ...plainActual(data),
  };
}

function containsDetails(params: Readonly<Record<string, unknown>>): Details {
  const { min, max, count } = params as unknown as ContainsParams;
  if (max !== undefined && count > max) {
    return { code: "schema.contains.many", args: { count, limit: max } };
  }
  return min > 1 ? { code: "schema.contains.few", args: { count, limit: min } } : { args: { count } };
}

function unwantedDetails(error: ErrorObject, property: string, data: unknown): Details {
  const schema = isRecord(error.parentSchema) ? error.parentSchema : {};
  const known = isRecord(schema["properties"]) ? Object.keys(schema["properties"]) : [];
  const absent = known.filter((each) => !(isRecord(data) && Object.hasOwn(data, each)));
  const near = nearestWord(property, absent);
  return {
    pointer: childPointer(error.instancePath, property), mark: "key",
    ...(near === undefined ? {} : { code: "schema.additionalProperties.near" }),
    args: { property, ...(near === undefined ? {} : { near }) },
  };
}

function notDetails(schema: unknown, there: SentenceArgs): Details {
  const required = isRecord(schema) && Object.keys(schema).length === 1 ? schema["required"] : undefined;
  return Array.isArray(required)
    ? { code: required.length > 1 ? "schema.not.requiredTogether" : "schema.not.required", mark: "opening", args: { properties: JSON.stringify(required) } }
    : { args: there };
}
