import type { SentenceArgs, SentenceWriter, Translate } from "./translate";
import { alternatives } from "./words";

/** Codes to choose from; a long list is cut and says so. */
function choice(args: SentenceArgs, t: Translate): string {
  const codes: unknown = JSON.parse(String(args["allowed"] ?? "[]"));
  const texts = Array.isArray(codes) ? codes.map(String) : [];
  const more = Number(args["more"] ?? 0);
  return more === 0 ? alternatives(texts, t) : t("{some} or one of {more} more", { some: texts.join(", "), more });
}

/** Sentences about fields, components and subcomponents that break a rule for their content. */
export const hl7v2RuleSentences: Readonly<Record<string, SentenceWriter>> = {
  "hl7v2.required": (args, t) => t("{name} is empty; it must hold something.", args),
  "hl7v2.requiredHere": (args, t) => t("{name} is empty; in a case like this one it must hold something.", args),
  "hl7v2.componentRequired": (args, t) => t("{name} is empty; the data type {type} always has it.", args),
  "hl7v2.notAllowed": (args, t) => t("{name} holds something; it must be left empty.", args),
  "hl7v2.notAllowedHere": (args, t) => t("{name} holds something; in a case like this one it must be left empty.", args),
  "hl7v2.deprecated": (args, t) => t("{name} is kept in version {version} for older systems only; new messages leave it empty.", args),
  "hl7v2.withdrawn": (args, t) => t("{name} does not exist in version {version} any more; receivers pass it over.", args),
  "hl7v2.tooShort": (args, t) => t("{name} is too short (length {length}); at least {limit} characters belong there.", args),
  "hl7v2.tooLong": (args, t) => t("{name} is too long (length {length}); at most {limit} characters may be there.", args),
  "hl7v2.equals": (args, t) => t("{name} holds \"{actual}\"; \"{expected}\" belongs there.", args),
  "hl7v2.equals.parted": (args, t) => t("{name} is cut into {count} subcomponents by a raw subcomponent separator; the one text \"{expected}\" belongs there.", args),
  "hl7v2.pattern": (args, t) => t("{name} holds \"{actual}\", which does not have the form that belongs there.", args),
  "hl7v2.pattern.parted": (args, t) => t("{name} is cut into {count} subcomponents by a raw subcomponent separator; a single text belongs there.", args),
  "hl7v2.repetitionsFew": (args, t) => t("{name} has too few repetitions ({count}); at least {limit} must be there.", args),
  "hl7v2.repetitionsMany": (args, t) => t("{name} has too many repetitions ({count}); at most {limit} may be there.", args),
  "hl7v2.fieldUnknown": (args, t) => t("{name} does not exist: in this version {segment} has {count} fields.", args),
  "hl7v2.fieldLater": (args, t) => t("{name} does not exist in version {version} yet; a later version has it.", args),
  "hl7v2.partUnknown": (args, t) =>
    args["level"] === "subcomponent"
      ? t("{name} does not exist: the data type {type} has {count} parts.", args)
      : t("{name} does not exist: the data type {type} has {count} components.", args),
  "hl7v2.parted.components": (args, t) =>
    t("{name} is a single text (data type {type}), but a raw component separator cuts it into {count} pieces; within a text it is written \\S\\.", args),
  "hl7v2.parted.subcomponents": (args, t) =>
    t("{name} is a single text (data type {type}), but a raw subcomponent separator cuts it into {count} pieces; within a text it is written \\T\\.", args),
  "hl7v2.parted.components.later": (args, t) =>
    t("{name} has {count} components here; in the version of this message it is a single text (data type {type}), and has components ({later}) only since version {since}.", args),
  "hl7v2.parted.subcomponents.later": (args, t) =>
    t("{name} has {count} subcomponents here; in the version of this message it is a single text (data type {type}), and has parts ({later}) only since version {since}.", args),
  "hl7v2.parted.newer": (args, t) => t("{name} is a coded element with {count} components here; in the version of this message it is a code by itself (data type {type}).", args),
  "hl7v2.code": (args, t) => t("{name} holds \"{actual}\", which is not among {codes}; {allowed} belongs there.", { ...args, allowed: choice(args, t) }),
  "hl7v2.code.near": (args, t) =>
    t("{name} holds \"{actual}\", which is not among {codes}; {allowed} belongs there. Did you mean {near}?", { ...args, allowed: choice(args, t) }),
  "hl7v2.valueType": (args, t) => t("{name} holds \"{actual}\", which is no data type; without one nobody can read {governed}.", args),
  "hl7v2.valueTypeMissing": (args, t) => t("{name} is empty, but {governed} holds something; {name} must say of which data type that is.", args),
  "hl7v2.setId": (args, t) => t("{name} holds {actual}; segments that repeat are numbered one after the other, so {expected} belongs there.", args),
  "hl7v2.notChecked.rest": (args, t) => t("Not checked: the rest of {name}, which has {count} faults already.", args),
  "hl7v2.notChecked.truncated": (args, t) => t("Not checked: {name} ends with {truncation}, so its sender cut it off.", args),
  "hl7v2.statement": (args, t) => t("{name} does not keep rule {statement}.", args),
  "hl7v2.format.NM": (args, t) => t("{name} holds \"{actual}\"; a number belongs there: digits, at most one decimal point, perhaps + or - in front, such as -12.5.", args),
  "hl7v2.format.SI": (args, t) => t("{name} holds \"{actual}\"; a whole number that is not negative belongs there, such as 1.", args),
  "hl7v2.format.TN": (args, t) => t("{name} holds \"{actual}\"; the data type TN writes a telephone number of the United States as (206)555-0142X17.", args),
  "hl7v2.format.DT": (args, t) => t("{name} holds \"{actual}\"; a date belongs there, as year, month and day without separators, such as 20240229, or less of it: 202402, 2024.", args),
  "hl7v2.format.TM": (args, t) => t("{name} holds \"{actual}\"; a time belongs there, as hour, minute and second without separators, such as 140530, or less of it: 1405; an offset from UTC may follow: 1405+0100.", args),
  "hl7v2.format.DTM": (args, t) =>
    t("{name} holds \"{actual}\"; a date belongs there, perhaps with a time, without separators, such as 20240229 or 20240229140530; an offset from UTC may follow: 202402291405+0100.", args),
  "hl7v2.format.punctuated": (args, t) => t("{name} holds \"{actual}\"; in HL7 v2 dates and times are written without dashes and colons: {suggestion}.", args),
  "hl7v2.format.month": (args, t) => t("{name} holds \"{actual}\", but there is no month {month}; months go from 01 to 12.", args),
  "hl7v2.format.day": (args, t) => t("{name} holds \"{actual}\", but there is no day {day} in {month}, which has {days} days.", args),
  "hl7v2.format.hour": (args, t) => t("{name} holds \"{actual}\", but there is no hour {hour}; hours go from 00 to 23, and midnight is 00 of the day that begins.", args),
  "hl7v2.format.minute": (args, t) => t("{name} holds \"{actual}\", but there is no minute {minute}; minutes go from 00 to 59.", args),
  "hl7v2.format.second": (args, t) => t("{name} holds \"{actual}\", but there is no second {second}; seconds go from 00 to 59.", args),
  "hl7v2.format.hourAlone": (args, t) => t("{name} holds \"{actual}\"; in version {version} the minute goes with the hour, as in {hour}00.", args),
  "hl7v2.format.fraction": (args, t) => t("{name} holds \"{actual}\"; after the decimal point of the second stand one to four digits.", args),
  "hl7v2.format.offset": (args, t) => t("{name} holds \"{actual}\"; the offset from UTC {offset} must be a sign and four digits for hours and minutes, such as +0100.", args),
  "hl7v2.format.base64": (args, t) => t("{name} is not Base64, although the component before it says so; there may be letters, digits, + and /, with = at the end, four characters at a time.", args),
};
