import type { Translate } from "../../checks/translate";
import { daysOfMonth } from "../validation/dateTimes";

/** How much of a moment is given. */
type Precision = "year" | "month" | "day" | "hour" | "minute" | "second" | "fraction";

/** A date, a time of day, or both, as HL7 v2 writes them. */
export interface WrittenTime {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly hour: number | undefined;
  readonly minute: number | undefined;
  readonly second: number | undefined;
  /** Digits after the point. */
  readonly fraction: string | undefined;
  /** Such as `+0100`. */
  readonly offset: string | undefined;
  readonly precision: Precision;
}

const form = /^(\d+)(?:\.(\d{1,4}))?([+-]\d{4})?$/;
const precisions: readonly Precision[] = ["year", "month", "day", "hour", "minute", "second"];

/**
 * Reads a value of DT, TM, DTM or TS (HL7 v2.5.1 sections 2.A.21, 2.A.75, 2.A.22 and 2.A.77); `undefined` when it is none, or no day of the calendar or time of a clock.
 */
export function readTime(type: string, text: string): WrittenTime | undefined {
  const match = form.exec(text);
  const [, digits = "", fraction, offset] = match ?? [];
  const isClock = type === "TM";
  const date = isClock ? "" : digits.slice(0, 8);
  const clock = isClock ? digits : digits.slice(8);
  const isWhole = isClock ? [2, 4, 6].includes(digits.length) : [4, 6, 8, 10, 12, 14].includes(digits.length) && (type !== "DT" || digits.length <= 8);
  if (match === null || !isWhole || (fraction !== undefined && clock.length !== 6)) {
    return undefined;
  }
  const part = (of: string, from: number, to: number): number | undefined => (of.length < to ? undefined : Number(of.slice(from, to)));
  const [year, month, day] = [part(date, 0, 4), part(date, 4, 6), part(date, 6, 8)];
  const [hour, minute, second] = [part(clock, 0, 2), part(clock, 2, 4), part(clock, 4, 6)];
  const isRight = (month === undefined || (month >= 1 && month <= 12)) && (day === undefined || (day >= 1 && day <= daysOfMonth(year ?? 0, month ?? 1)))
    && (hour ?? 0) < 24 && (minute ?? 0) < 60 && (second ?? 0) <= 60;
  const precision = fraction === undefined ? precisions[(isClock ? 2 : -1) + digitsIn(digits, isClock)] : "fraction";
  return isRight && precision !== undefined ? { year, month, day, hour, minute, second, fraction, offset, precision } : undefined;
}

/** How many parts of a date or time are there. */
function digitsIn(digits: string, isClock: boolean): number {
  return isClock ? digits.length / 2 : digits.length / 2 - 1;
}

/** A date or time as a person writes it, without saying how precise it is: `Jul 29, 2024, 14:30`. */
export function shortTime(time: WrittenTime, locale: string): string {
  return [dateText(time, locale, "medium"), clockText(time)].filter((text) => text !== "").join(", ") + offsetText(time);
}

/** A date or time written out, with its precision and what its offset from UTC means. */
export function longTime(time: WrittenTime, locale: string, t: Translate): string {
  const moment = [dateText(time, locale, "full"), clockText(time)].filter((text) => text !== "").join(", ") + offsetText(time);
  const precise = `${moment} · ${precisionWords(time.precision, t)}`;
  return time.hour === undefined || time.offset !== undefined ? precise : `${precise} · ${t("no offset from UTC: local time of the sender")}`;
}

function precisionWords(precision: Precision, t: Translate): string {
  switch (precision) {
    case "year":
      return t("precise to the year");
    case "month":
      return t("precise to the month");
    case "day":
      return t("precise to the day");
    case "hour":
      return t("precise to the hour");
    case "minute":
      return t("precise to the minute");
    case "second":
      return t("precise to the second");
    case "fraction":
      return t("precise to a fraction of a second");
  }
}

function dateText({ year, month, day }: WrittenTime, locale: string, style: "medium" | "full"): string {
  if (year === undefined) {
    return "";
  }
  const date = new Date(0);
  // Date.UTC takes the years up to 99 for those of the twentieth century.
  date.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  const monthStyle = style === "full" ? "long" : "short";
  const options: Intl.DateTimeFormatOptions = {
    timeZone: "UTC", year: "numeric",
    ...(month === undefined ? {} : { month: monthStyle }),
    ...(day === undefined ? {} : { day: "numeric" }),
    ...(day === undefined || style !== "full" ? {} : { weekday: "long" }),
  };
  return formatter(locale, options).format(date);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make, and there are few of them. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) {
    return known;
  }
  const made = new Intl.DateTimeFormat(isSupported(locale) ? locale : "en", options);
  formatters.set(key, made);
  return made;
}

function isSupported(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    // What is no language tag at all throws.
    return false;
  }
}

function clockText({ hour, minute, second, fraction }: WrittenTime): string {
  if (hour === undefined) {
    return "";
  }
  const clock = [hour, minute ?? 0, second].flatMap((number) => (number === undefined ? [] : [String(number).padStart(2, "0")])).join(":");
  return fraction === undefined ? clock : `${clock}.${fraction}`;
}

function offsetText({ offset }: WrittenTime): string {
  return offset === undefined ? "" : ` UTC${offset.startsWith("-") ? "−" : "+"}${offset.slice(1, 3)}:${offset.slice(3)}`;
}
