/** A date or a time as FHIR writes it: https://hl7.org/fhir/R4/datatypes.html#date, #dateTime, #instant. */
const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/**
 * A date as a person says it, with the day of the week.
 * @param locale BCP 47
 * @returns `undefined` when it is no date of the calendar
 */
export function dateInWords(value: string, locale: string): string | undefined {
  const parts = form.exec(value);
  if (parts === null) {
    return undefined;
  }
  const [, year = "", month, day, hour, minute, second, zone] = parts;
  const date = new Date(Date.UTC(2000, Number(month ?? 1) - 1, Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)));
  date.setUTCFullYear(Number(year));
  if (Number(year) === 0 || date.getUTCMonth() !== Number(month ?? 1) - 1 || date.getUTCDate() !== Number(day ?? 1) || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) {
    return undefined;
  }
  const options: Intl.DateTimeFormatOptions = {
    timeZone: "UTC", year: "numeric",
    ...(month === undefined ? {} : { month: "long" }),
    ...(day === undefined ? {} : { day: "numeric", weekday: "long" }),
    ...(hour === undefined ? {} : { hour: "numeric", minute: "2-digit", ...(second === undefined ? {} : { second: "2-digit" }) }),
  };
  const words = formatWith(locale, options, date);
  return zone === undefined ? words : `${words} (${zone === "Z" ? "UTC" : `UTC${zone}`})`;
}

function formatWith(locale: string, options: Intl.DateTimeFormatOptions, date: Date): string {
  try {
    return new Intl.DateTimeFormat(locale, options).format(date);
  } catch {
    // Not a language tag.
    return new Intl.DateTimeFormat("en", options).format(date);
  }
}
