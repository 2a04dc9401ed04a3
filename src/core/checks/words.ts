import type { JsonValue } from "../documents/document";
import type { Translate } from "./translate";

/** What kind of JSON value something is, as `type` names it. */
export type ValueKind = "null" | "boolean" | "number" | "string" | "array" | "object";

export function kindOf(value: unknown): ValueKind {
  if (value === null || value === undefined) {
    return "null";
  }
  if (Array.isArray(value)) {
    return "array";
  }
  const kind = typeof value;
  return kind === "boolean" || kind === "number" || kind === "string" ? kind : "object";
}

/** UTF-16 code units of a value that a sentence shows; the whole is in `actual` and `expected`. */
const shown = 60;

/** A value as JSON on one line, shortened for a sentence. */
export function shortJson(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(shortText(value));
  }
  const text = JSON.stringify(value) ?? "null";
  return text.length <= shown ? text : `${text.slice(0, shown)}…`;
}

/** A text shortened for a sentence, never within a surrogate pair. */
export function shortText(text: string): string {
  if (text.length <= shown) {
    return text;
  }
  const cut = text.slice(0, shown);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** A value in full, as a diff shows it: a text as it is, anything else as JSON. */
export function fullText(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2) ?? "";
}

/** A value as a sentence speaks of it: `the text "M"`, `a list`. */
export function valueWords(kind: string, short: string, t: Translate): string {
  switch (kind) {
    case "string":
      return short === '""' ? t("an empty text") : t("the text {value}", { value: short });
    case "number":
      return t("the number {value}", { value: short });
    case "array":
      return short === "[]" ? t("an empty list") : t("a list");
    case "object":
      return short === "{}" ? t("an empty object") : t("an object");
    default:
      return short;
  }
}

/** A kind of value as a sentence asks for it. */
export function typeWords(type: string, t: Translate): string {
  switch (type) {
    case "string":
      return t("a text");
    case "number":
      return t("a number");
    case "integer":
      return t("a whole number");
    case "boolean":
      return t("true or false");
    case "array":
      return t("a list");
    case "object":
      return t("an object");
    default:
      return type;
  }
}

/** `a`, `a or b`, `a, b or c`. */
export function alternatives(words: readonly string[], t: Translate): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : t("{some} or {last}", { some: words.slice(0, -1).join(", "), last });
}

/** `a`, `a and b`, `a, b and c`. */
export function allOf(words: readonly string[], t: Translate): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : t("{some} and {last}", { some: words.slice(0, -1).join(", "), last });
}

/** What belongs where a named format is asked for, with an example that is nobody's answer. */
export function formatWords(format: string, t: Translate): string {
  switch (format) {
    case "date":
      return t("a day of the calendar as year-month-day, such as 2001-09-30,");
    case "time":
      return t("a time of day with its time zone, such as 14:05:00+01:00,");
    case "iso-time":
      return t("a time of day, such as 14:05:00,");
    case "date-time":
      return t("a date and time with its time zone, such as 2001-09-30T14:05:00+01:00,");
    case "iso-date-time":
      return t("a date and time, such as 2001-09-30T14:05:00,");
    case "duration":
      return t("a duration in ISO 8601, such as P3DT4H (three days and four hours),");
    case "uri":
      return t("a complete address (URI) with its scheme, such as http://example.org/thing or urn:oid:1.2.3,");
    case "url":
      return t("a complete web address, such as https://example.org/page,");
    case "uri-reference":
      return t("an address (URI) or a part of one, such as ../thing,");
    case "uri-template":
      return t("an address (URI) with places to fill in braces");
    case "email":
      return t("an e-mail address, such as ward@example.org,");
    case "hostname":
      return t("the name of a host, such as pacs.example.org,");
    case "ipv4":
      return t("an IPv4 address, such as 192.0.2.7,");
    case "ipv6":
      return t("an IPv6 address, such as 2001:db8::7,");
    case "regex":
      return t("a regular expression");
    case "uuid":
      return t("a UUID, such as 6f9e1a52-3c1b-4c39-9d5e-0a7c2f1b8e64,");
    case "json-pointer":
    case "json-pointer-uri-fragment":
    case "relative-json-pointer":
      return t("a JSON pointer, such as /name/0/family,");
    case "byte":
      return t("Base64, such as aGVsbG8=,");
    case "int32":
      return t("a whole number of at most 32 bits");
    case "int64":
      return t("a whole number of at most 64 bits");
    case "float":
    case "double":
      return t("a number");
    default:
      return t("a value of the form {format}", { format });
  }
}
