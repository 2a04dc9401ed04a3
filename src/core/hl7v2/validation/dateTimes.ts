import type { SentenceArgs } from "../../checks/translate";
import { isVersionFrom } from "./versions";

/** What is wrong with a text of a primitive data type: a code and what stands in its sentence beside the part's name and the text. */
export interface FormatFault {
  readonly code: string;
  readonly severity?: "warning" | "hint";
  readonly args: SentenceArgs;
}

export type TemporalType = "DT" | "TM" | "DTM";

/** Digits, a fraction of a second, an offset from UTC. */
const parts = /^(\d+)(?:\.(\d*))?(?:([+-])(\d*))?$/;
/** As ISO 8601 and FHIR write it. */
const iso = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,4})\d*)?)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** By how many digits are there: 4 the year, 6 the month, and so on. */
const lengths: Readonly<Record<TemporalType, readonly number[]>> = { DT: [4, 6, 8], TM: [2, 4, 6], DTM: [4, 6, 8, 10, 12, 14] };

/**
 * What is wrong with a date, a time or both; `undefined` when it is right.
 *
 * DT is `YYYY[MM[DD]]`, TM is `HH[MM[SS[.S[S[S[S]]]]]][+/-ZZZZ]`, DTM is `YYYY[MM[DD[HH[MM[SS[.S[S[S[S]]]]]]]]][+/-ZZZZ]` (HL7 v2.5.1 chapter 2A, sections 2.A.21,
 * 2.A.22 and 2.A.75). Up to v2.4 an hour comes with its minute (v2.4 section 2.9.47), which is given as a warning. Days are those of the calendar.
 */
export function temporalFault(type: TemporalType, text: string, version: string): FormatFault | undefined {
  const match = parts.exec(text);
  const digits = match?.[1] ?? "";
  const fraction = match?.[2];
  const offset = match?.[4];
  const full = type === "TM" ? 6 : 14;
  if (match === null || !lengths[type].includes(digits.length) || (fraction !== undefined && digits.length !== full) || (type === "DT" && offset !== undefined)) {
    return formFault(type, text);
  }
  const [date, time] = type === "TM" ? ["", digits] : [digits.slice(0, 8), digits.slice(8)];
  return dateFault(date) ?? timeFault(time, version) ?? fractionFault(fraction) ?? offsetFault(match[3] ?? "", offset);
}

/** Days of a month of the Gregorian calendar. */
export function daysOfMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function formFault(type: TemporalType, text: string): FormatFault {
  const suggestion = withoutPunctuation(type, text);
  if (suggestion !== undefined) {
    return { code: "hl7v2.format.punctuated", args: { suggestion } };
  }
  return { code: `hl7v2.format.${type}`, args: {} };
}

/** The same moment as HL7 v2 writes it, where a text is ISO 8601. */
function withoutPunctuation(type: TemporalType, text: string): string | undefined {
  if (type === "TM") {
    return /^\d{2}:\d{2}(?::\d{2})?$/.test(text) ? text.replaceAll(":", "") : undefined;
  }
  const match = iso.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, year = "", month = "", day = "", hour = "", minute = "", second = "", fraction, offset = ""] = match;
  const zone = offset === "Z" ? "+0000" : offset.replace(":", "");
  return type === "DT" ? year + month + day : year + month + day + hour + minute + second + (fraction === undefined ? "" : `.${fraction}`) + (hour === "" ? "" : zone);
}

function dateFault(date: string): FormatFault | undefined {
  const month = Number(date.slice(4, 6));
  const day = Number(date.slice(6, 8));
  if (date.length >= 6 && (month < 1 || month > 12)) {
    return { code: "hl7v2.format.month", args: { month: date.slice(4, 6) } };
  }
  const days = daysOfMonth(Number(date.slice(0, 4)), month);
  return date.length === 8 && (day < 1 || day > days)
    ? { code: "hl7v2.format.day", args: { day: date.slice(6, 8), days, month: `${date.slice(0, 4)}-${date.slice(4, 6)}` } }
    : undefined;
}

function timeFault(time: string, version: string): FormatFault | undefined {
  const [hour, minute, second] = [time.slice(0, 2), time.slice(2, 4), time.slice(4, 6)] as const;
  if (Number(hour) > 23) {
    return { code: "hl7v2.format.hour", args: { hour } };
  }
  if (Number(minute) > 59) {
    return { code: "hl7v2.format.minute", args: { minute } };
  }
  // A leap second is the sixtieth of the last minute of an hour.
  if (Number(second) > (minute === "59" ? 60 : 59)) {
    return { code: "hl7v2.format.second", args: { second } };
  }
  return time.length === 2 && !isVersionFrom(version, "2.5") ? { code: "hl7v2.format.hourAlone", severity: "warning", args: { hour, version } } : undefined;
}

function fractionFault(fraction: string | undefined): FormatFault | undefined {
  return fraction !== undefined && (fraction.length < 1 || fraction.length > 4) ? { code: "hl7v2.format.fraction", args: { count: fraction.length } } : undefined;
}

function offsetFault(sign: string, offset: string | undefined): FormatFault | undefined {
  const wrong = offset !== undefined && (offset.length !== 4 || Number(offset.slice(0, 2)) > 23 || Number(offset.slice(2)) > 59);
  return wrong ? { code: "hl7v2.format.offset", args: { offset: sign + offset } } : undefined;
}
