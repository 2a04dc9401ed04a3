import { shortText } from "../../checks/words";
import { dateFault, dateTimeFault, instantFault, timeFault } from "./calendar";

/** What is wrong with the value of a primitive: the end of an issue's code, and what its sentence says beside the value. */
export interface PrimitiveFault {
  /** Such as `fhir.date.day`. */
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
}

/** How a primitive stands in JSON: https://hl7.org/fhir/R4/json.html#primitive. */
export type PrimitiveJson = "string" | "number" | "boolean";

/** The JSON type of a primitive's value. */
export function jsonTypeOf(primitive: string): PrimitiveJson {
  switch (primitive) {
    case "boolean":
      return "boolean";
    case "decimal":
    case "integer":
    case "positiveInt":
    case "unsignedInt":
      return "number";
    default:
      return "string";
  }
}

/** UTF-16 units; the specification speaks of 1 MB (1024 × 1024 characters). */
const longest = 1024 * 1024;

/**
 * What is wrong with a text as the value of a primitive, by https://hl7.org/fhir/R4/datatypes.html#primitive. The XHTML of narratives is looked at elsewhere.
 */
export function textFault(primitive: string, text: string): PrimitiveFault | undefined {
  if (text === "") {
    return { code: "fhir.emptyText", args: {} };
  }
  if (text.trim() === "") {
    return { code: "fhir.blankText", args: {} };
  }
  switch (primitive) {
    case "string":
    case "markdown":
    case "xhtml":
      return stringFault(text);
    case "code":
      return codeFault(text);
    case "id":
      return text.length > 64 ? { code: "fhir.id.long", args: { length: text.length } } : /^[A-Za-z0-9\-.]+$/.test(text) ? undefined : { code: "fhir.id", args: { found: firstOther(text, /[A-Za-z0-9\-.]/) } };
    case "date":
      return timed("date", dateFault(text));
    case "dateTime":
      return timed("dateTime", dateTimeFault(text));
    case "instant":
      return timed("instant", instantFault(text));
    case "time":
      return timed("time", timeFault(text));
    case "uri":
    case "url":
    case "canonical":
      return uriFault(text);
    case "oid":
      return text.startsWith("urn:oid:") ? uriFault(text) : { code: "fhir.oid", args: {} };
    case "uuid":
      return text.startsWith("urn:uuid:") ? uuidFault(text) : { code: "fhir.uuid", args: {} };
    case "base64Binary":
      return base64Fault(text);
    default:
      return undefined;
  }
}

/** The first control character of a text that FHIR does not allow: below 32 but for tab, line feed and carriage return. */
function stringFault(text: string): PrimitiveFault | undefined {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.exec(text);
  if (control !== null) {
    // As JSON writes it: the character itself would not be seen.
    const actual = JSON.stringify(shortText(text)).slice(1, -1);
    return { code: "fhir.string.control", args: { actual, found: `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}` } };
  }
  return text.length > longest ? { code: "fhir.string.long", args: { length: text.length } } : undefined;
}

function codeFault(text: string): PrimitiveFault | undefined {
  if (text.trim() !== text) {
    return { code: "fhir.code.edge", args: {} };
  }
  return /^\S+(?:\s\S+)*$/.test(text) ? stringFault(text) : { code: "fhir.code.space", args: {} };
}

function timed(type: string, fault: string | undefined): PrimitiveFault | undefined {
  return fault === undefined ? undefined : { code: `fhir.${type}.${fault}`, args: {} };
}

/** An address of the types uri, url and canonical: no white space, and what begins like an OID or a UUID is one. */
function uriFault(text: string): PrimitiveFault | undefined {
  if (/\s/.test(text)) {
    return { code: "fhir.uri.space", args: {} };
  }
  if (/^(?:oid|uuid):/i.test(text)) {
    return { code: "fhir.uri.urn", args: { scheme: text.slice(0, text.indexOf(":")).toLowerCase() } };
  }
  if (text.startsWith("urn:oid:")) {
    return /^urn:oid:[0-2](?:\.(?:0|[1-9][0-9]*))+$/.test(text) ? undefined : { code: "fhir.oid", args: {} };
  }
  if (text.startsWith("urn:uuid:")) {
    return /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:$|[#|])/i.test(text) ? undefined : { code: "fhir.uuid", args: {} };
  }
  return /%(?![0-9A-Fa-f]{2})/.test(text) ? { code: "fhir.uri.percent", args: {} } : /[<>"\\^`]/.test(text) ? { code: "fhir.uri.character", args: { found: /[<>"\\^`]/.exec(text)?.[0] ?? "" } } : undefined;
}

/** The type `uuid` is written in lower case. */
function uuidFault(text: string): PrimitiveFault | undefined {
  return /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text) ? undefined : { code: "fhir.uuid", args: {} };
}

/** RFC 4648, section 4; white space may stand anywhere. */
function base64Fault(text: string): PrimitiveFault | undefined {
  const plain = /\s/.test(text) ? text.replace(/\s+/g, "") : text;
  const wrong = /[^A-Za-z0-9+/=]/.exec(plain);
  if (wrong !== null) {
    return { code: "fhir.base64.character", args: { found: wrong[0] } };
  }
  const padding = plain.indexOf("=");
  if (padding >= 0 && !/^={1,2}$/.test(plain.slice(padding))) {
    return { code: "fhir.base64.padding", args: {} };
  }
  return plain.length % 4 === 0 ? undefined : { code: "fhir.base64.length", args: { length: plain.length } };
}

/** The first character of a text that a set does not have. */
function firstOther(text: string, allowed: RegExp): string {
  return [...text].find((character) => !allowed.test(character)) ?? "";
}

const limits: Readonly<Record<string, readonly [from: number, to: number]>> = {
  integer: [-2147483648, 2147483647], positiveInt: [1, 2147483647], unsignedInt: [0, 2147483647],
};

/**
 * What is wrong with a number as the value of a primitive.
 *
 * @param written the number as it stands in the text, where the text is there: `1.0` is no integer
 */
export function numberFault(primitive: string, value: number, written: string | undefined): PrimitiveFault | undefined {
  if (primitive === "decimal") {
    return Number.isFinite(value) ? undefined : { code: "fhir.decimal.range", args: {} };
  }
  const [from, to] = limits[primitive] ?? [-Infinity, Infinity];
  if (!Number.isInteger(value) || (written !== undefined && !/^-?\d+$/.test(written))) {
    return { code: "fhir.integer.fraction", args: { type: primitive } };
  }
  return value < from || value > to ? { code: "fhir.integer.range", args: { type: primitive, from, to } } : undefined;
}
