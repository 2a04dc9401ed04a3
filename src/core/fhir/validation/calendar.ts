/** What is wrong with a date or a time: FHIR R4, https://hl7.org/fhir/R4/datatypes.html#dateTime. */
export type TimeFault =
  /** Not even the figures stand where they belong. */
  | "form"
  | "year" | "month" | "day" | "hour" | "minute" | "second"
  /** 24:00, which FHIR does not have. */
  | "midnight"
  /** A time that stops before the seconds. */
  | "seconds"
  /** A time without its offset from UTC. */
  | "zoneMissing"
  | "zone"
  /** An offset behind a date without a time, or behind a `time`. */
  | "zoneUnwanted"
  /** A date alone where a point in time belongs. */
  | "timeMissing"
  /** A time where only a date belongs. */
  | "timeUnwanted";

const dateParts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;
const timeParts = /^(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?/;

/** A `date`: year, year and month, or a whole day that is in the calendar. */
export function dateFault(text: string): TimeFault | undefined {
  const date = dateParts.exec(text);
  if (date === null) {
    return "form";
  }
  const rest = text.slice(date[0].length);
  if (rest !== "") {
    return /^T\d/.test(rest) && date[3] !== undefined ? "timeUnwanted" : isZone(rest) ? "zoneUnwanted" : "form";
  }
  return dayFault(date);
}

/** A `dateTime`: a `date`, or a day with a time down to the seconds and an offset. */
export function dateTimeFault(text: string): TimeFault | undefined {
  const date = dateParts.exec(text);
  if (date === null) {
    return "form";
  }
  const rest = text.slice(date[0].length);
  if (rest === "") {
    return dayFault(date);
  }
  if (!rest.startsWith("T") || date[3] === undefined) {
    return isZone(rest) ? "zoneUnwanted" : "form";
  }
  return dayFault(date) ?? timeWithZoneFault(rest.slice(1));
}

/** An `instant`: a day, a time at least to the second, and an offset. */
export function instantFault(text: string): TimeFault | undefined {
  const date = dateParts.exec(text);
  if (date !== null && date[0].length === text.length) {
    return dayFault(date) ?? "timeMissing";
  }
  return dateTimeFault(text);
}

/** A `time` of day: hours, minutes and seconds without an offset. */
export function timeFault(text: string): TimeFault | undefined {
  const time = timeParts.exec(text);
  if (time === null) {
    return "form";
  }
  const rest = text.slice(time[0].length);
  return clockFault(time) ?? (rest === "" ? undefined : isZone(rest) ? "zoneUnwanted" : "form");
}

function dayFault([, year = "", month, day]: RegExpExecArray): TimeFault | undefined {
  if (year === "0000") {
    return "year";
  }
  if (month !== undefined && (month < "01" || month > "12")) {
    return "month";
  }
  return day !== undefined && (day < "01" || Number(day) > daysIn(Number(year), Number(month))) ? "day" : undefined;
}

/** Days of a month in the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function timeWithZoneFault(text: string): TimeFault | undefined {
  const time = timeParts.exec(text);
  if (time === null) {
    return "form";
  }
  const clock = clockFault(time);
  if (clock !== undefined) {
    return clock;
  }
  const zone = text.slice(time[0].length);
  if (zone === "") {
    return "zoneMissing";
  }
  return isZone(zone) ? undefined : /^[+-]\d{2}:?\d{0,2}$/.test(zone) || /^[A-Za-z]+$/.test(zone) ? "zone" : "form";
}

function clockFault([, hour = "", minute = "", second]: RegExpExecArray): TimeFault | undefined {
  if (hour === "24") {
    return "midnight";
  }
  if (hour > "23") {
    return "hour";
  }
  if (minute > "59") {
    return "minute";
  }
  if (second === undefined) {
    return "seconds";
  }
  // 60 is a leap second.
  return second > "60" ? "second" : undefined;
}

function isZone(text: string): boolean {
  return /^(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)$/.test(text);
}
