/**
 * A date or time as FHIR writes it, for one that is written otherwise but can mean one thing only: HL7 v2's form without hyphens, slashes or dots with the year
 * first or a day above 12, parts without their leading zero, a space for the T.
 * @returns `undefined` where more than one reading is possible, or none
 */
export function dateGuess(written: string): string | undefined {
  const value = written.trim();
  const compact = /^(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?)?([+-]\d{4}|Z)?$/.exec(value);
  if (compact !== null && value.length >= 6) {
    const [, year = "", month, day, hour, minute, second = "00", zone] = compact;
    return withTime(dateOf(year, month, day), hour === undefined ? undefined : `${hour}:${minute ?? "00"}:${second}`, zone);
  }
  const parts = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(value);
  if (parts === null) {
    return undefined;
  }
  const [, first = "", second = "", third = "", time, zone] = parts;
  const date = first.length === 4 ? dateOf(first, second, third) : third.length === 4 ? dayAndMonth(third, Number(first), Number(second)) : undefined;
  return withTime(date, time?.length === 5 ? `${time}:00` : time, zone);
}

/** A time without a zone may be any, so there is nothing to guess. */
function withTime(date: string | undefined, time: string | undefined, zone: string | undefined): string | undefined {
  if (date === undefined || time === undefined) {
    return time === undefined && zone === undefined ? date : undefined;
  }
  return zone === undefined ? undefined : `${date}T${time}${zoneOf(zone)}`;
}

/** 31/12 can only be a day and a month, 12/31 only a month and a day; 11/12 may be either. */
function dayAndMonth(year: string, first: number, second: number): string | undefined {
  if (first > 12 || first === second) {
    return dateOf(year, String(second), String(first));
  }
  return second > 12 ? dateOf(year, String(first), String(second)) : undefined;
}

function dateOf(year: string, month: string | undefined, day: string | undefined): string | undefined {
  if (month === undefined) {
    return undefined;
  }
  const monthNumber = Number(month);
  const dayNumber = Number(day ?? 1);
  const date = new Date(Date.UTC(2000, monthNumber - 1, dayNumber));
  date.setUTCFullYear(Number(year));
  if (Number(year) < 1800 || Number(year) > 2200 || date.getUTCMonth() !== monthNumber - 1 || date.getUTCDate() !== dayNumber) {
    return undefined;
  }
  const two = (part: number): string => String(part).padStart(2, "0");
  return day === undefined ? `${year}-${two(monthNumber)}` : `${year}-${two(monthNumber)}-${two(dayNumber)}`;
}

function zoneOf(zone: string | undefined): string {
  return zone === undefined || zone === "Z" || zone.includes(":") ? (zone ?? "") : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}
