import type { SentenceArgs, SentenceWriter, Translate } from "../../checks/translate";
import type { TimeFault } from "./calendar";
import { actualOf } from "./sentenceParts";

/** What a value of a primitive is in JSON. */
function jsonWords(type: string, t: Translate): string {
  switch (type) {
    case "boolean":
      return t("true or false");
    case "decimal":
      return t("a number");
    case "integer":
      return t("a whole number");
    case "positiveInt":
      return t("a whole number from 1 on");
    case "unsignedInt":
      return t("a whole number from 0 on");
    case "date":
      return t("a date such as \"1962-03-14\"");
    case "dateTime":
      return t("a date or a point in time, such as \"2024-01-31T14:05:00+01:00\",");
    case "instant":
      return t("a point in time such as \"2024-01-31T14:05:00+01:00\"");
    case "time":
      return t("a time of day such as \"14:05:00\"");
    default:
      return t("a text");
  }
}

/** How a date or time is written in FHIR. */
function timeForm(type: string, t: Translate): string {
  switch (type) {
    case "date":
      return t("a FHIR date is written year-month-day, such as 1962-03-14 (a year alone, or year and month, are fine too)");
    case "dateTime":
      return t("a FHIR dateTime is written 2024-01-31T14:05:00+01:00 (a date alone, year and month, or a year are fine too)");
    case "instant":
      return t("an instant is written 2024-01-31T14:05:00+01:00: a day, a time with seconds, and the offset from UTC");
    default:
      return t("a time of day is written hours:minutes:seconds, such as 14:05:00");
  }
}

function timeFaultText(type: string, fault: TimeFault, t: Translate): string {
  switch (fault) {
    case "form":
      return timeForm(type, t);
    case "year":
      return t("years go from 0001 to 9999");
    case "month":
      return t("months go from 01 to 12");
    case "day":
      return t("that month has no such day");
    case "hour":
      return t("hours go from 00 to 23");
    case "minute":
      return t("minutes go from 00 to 59");
    case "second":
      return t("seconds go from 00 to 59, and 60 in a leap second");
    case "midnight":
      return t("there is no hour 24: midnight is 00:00:00 of the next day");
    case "seconds":
      return t("a time in FHIR has seconds, such as 14:05:00");
    case "zoneMissing":
      return t("a time with a date has its offset from UTC behind it, such as +01:00, or Z for UTC itself");
    case "zone":
      return t("an offset from UTC is written Z or with sign, hours and minutes, such as +01:00, and is 14:00 at most");
    case "zoneUnwanted":
      return type === "time" ? t("a time of day has no offset from UTC") : t("an offset from UTC belongs behind a time only, not behind a date");
    case "timeMissing":
      return t("an instant is a point in time: a date alone is not enough, the time and the offset from UTC belong behind it, as in 2024-01-31T14:05:00+01:00");
    case "timeUnwanted":
      return t("a date has no time of day: the part before the T belongs here");
  }
}

const timeFaults: readonly TimeFault[] = ["form", "year", "month", "day", "hour", "minute", "second", "midnight", "seconds", "zoneMissing", "zone", "zoneUnwanted", "timeMissing", "timeUnwanted"];

/** Faults that a type's values can have. */
function faultsOf(type: string): readonly TimeFault[] {
  switch (type) {
    case "date":
      return ["form", "year", "month", "day", "zoneUnwanted", "timeUnwanted"];
    case "time":
      return ["form", "hour", "minute", "second", "midnight", "seconds", "zoneUnwanted"];
    case "dateTime":
      return timeFaults.filter((fault) => fault !== "timeMissing" && fault !== "timeUnwanted");
    default:
      return timeFaults.filter((fault) => fault !== "timeUnwanted");
  }
}

function timeSentences(): Readonly<Record<string, SentenceWriter>> {
  return Object.fromEntries(["date", "dateTime", "instant", "time"].flatMap((type) => faultsOf(type).map((fault): [string, SentenceWriter] => [
    `fhir.${type}.${fault}`, (args, t) => t("{name} is \"{actual}\"; {reason}.", { ...args, reason: timeFaultText(type, fault, t) }),
  ])));
}

function because(reason: (args: SentenceArgs, t: Translate) => string): SentenceWriter {
  return (args, t) => t("{name} is \"{actual}\"; {reason}.", { ...args, reason: reason(args, t) });
}

/** Sentences about the values of primitives: https://hl7.org/fhir/R4/datatypes.html#primitive. */
export const primitiveSentences: Readonly<Record<string, SentenceWriter>> = {
  "fhir.type": (args, t) => t("{name} is {actual}; {expected} belongs here.", { ...args, actual: actualOf(args, t), expected: jsonWords(String(args["type"]), t) }),
  "fhir.type.quoted": (args, t) => t("{name} is {actual}; {expected} belongs here, without quotation marks.", { ...args, actual: actualOf(args, t), expected: jsonWords(String(args["type"]), t) }),
  "fhir.type.unquoted": (args, t) => t("{name} is {given} without quotation marks; a value of the type {type} stands in them: \"{given}\".", { ...args, given: String(args["actual"]) }),
  "fhir.emptyText": (args, t) => t("{name} is an empty text; leave the property out when there is nothing to say.", args),
  "fhir.blankText": (args, t) => t("{name} is nothing but white space; leave the property out when there is nothing to say.", args),
  "fhir.string.control": because((args, t) => t("it has the control character {found} in it, which no text in FHIR may have", args)),
  "fhir.string.long": (args, t) => t("{name} is too long ({length} characters); a text in FHIR has at most 1,048,576.", args),
  "fhir.code.edge": because((_args, t) => t("a code has no space before or behind it")),
  "fhir.code.space": because((_args, t) => t("a code has single spaces only")),
  "fhir.id": because((args, t) => t("an id is made of letters A to Z and a to z, digits, hyphens and points, so \"{found}\" cannot be in it", args)),
  "fhir.id.long": because((args, t) => t("an id has at most 64 characters, this one has {length}", args)),
  "fhir.oid": because((_args, t) => t("an OID is written urn:oid: and numbers with points between them, such as urn:oid:2.16.840.1.113883.6.1")),
  "fhir.uuid": because((_args, t) => t("a UUID is written urn:uuid: and 32 hexadecimal digits in five groups, in lower case, such as urn:uuid:6f9e1a52-3c1b-4c39-9d5e-0a7c2f1b8e64")),
  "fhir.uri.space": because((_args, t) => t("an address has no spaces")),
  "fhir.uri.urn": because((args, t) => t("an address of this kind begins with urn:{scheme}:", args)),
  "fhir.uri.percent": because((_args, t) => t("% in an address stands before two hexadecimal digits, as in %20")),
  "fhir.uri.character": because((args, t) => t("{found} cannot stand in an address as it is", args)),
  "fhir.base64.character": because((args, t) => t("Base64 is made of letters, digits, + and /, with = at its end, so \"{found}\" cannot be in it", args)),
  "fhir.base64.padding": because((_args, t) => t("in Base64, = stands at the end only, once or twice")),
  "fhir.base64.length": because((args, t) => t("Base64 comes in groups of four characters, and these are {length}", args)),
  "fhir.integer.fraction": (args, t) => t("{name} is {actual}; {expected} belongs here, without a point or an exponent.", { ...args, expected: jsonWords(String(args["type"]), t) }),
  "fhir.integer.range": (args, t) => t("{name} is {actual}; a whole number from {from} to {to} belongs here.", args),
  "fhir.decimal.range": (args, t) => t("{name} is {actual}, a number too large to work with.", args),
  ...timeSentences(),
};
