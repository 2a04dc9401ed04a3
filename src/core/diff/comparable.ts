/** A number as written, brought to one form: 7.00 and 7.0 and 0.7e1 are 7. Exact, however long it is; `undefined` for what is no number. */
export function plainDecimal(written: string): string | undefined {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/.exec(written);
  if (found === null) {
    return undefined;
  }
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = found;
  if (whole === "" && fraction === "") {
    return undefined;
  }
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") {
    return "0";
  }
  const scale = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign === "-" ? "-" : ""}${significant}e${String(scale)}`;
}

/** A number as people write it, without zeros that say nothing; as it is where it has an exponent. */
export function shortestDecimal(written: string): string {
  return /^[+-]?\d+\.\d*$/.test(written) ? written.replace(/\.?0*$/, "").replace(/^\+/, "").replace(/^-0$/, "0") : written;
}

/** A date or a moment: its parts as written, as far as it goes. */
export interface Moment {
  /** Year, month, day, hour, minute, second, as two or four digits. */
  readonly parts: readonly string[];
  /** Digits behind the second, without zeros at the end. */
  readonly fraction: string;
  /** Minutes ahead of UTC; `undefined` where none is given. */
  readonly offset: number | undefined;
}

const fhirForm = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;
const hl7v2Form = /^(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:\.(\d{1,4}))?)?)?)?)?)?([+-]\d{4})?$/;

/** Reads a FHIR date, dateTime or instant (FHIR R4 datatypes); `undefined` for anything else. */
export function fhirMoment(text: string): Moment | undefined {
  return momentOf(fhirForm.exec(text));
}

/**
 * Reads an HL7 v2 date or time stamp (HL7 v2.5.1 sections 2.A.21 and 2.A.22); `undefined` for anything else.
 *
 * @param shortest characters below which it is taken for a number like any other
 */
export function hl7v2Moment(text: string, shortest = 8): Moment | undefined {
  return text.length < shortest ? undefined : momentOf(hl7v2Form.exec(text));
}

function momentOf(found: RegExpExecArray | null): Moment | undefined {
  if (found === null) {
    return undefined;
  }
  const [, ...groups] = found;
  const parts = groups.slice(0, 6).filter((part) => part !== undefined);
  const [year = "", month = "01", day = "01", hour = "00", minute = "00", second = "00"] = parts;
  const plausible = Number(year) >= 1800 && Number(year) < 2200 && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
    && Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
  return plausible ? { parts, fraction: (groups[6] ?? "").replace(/0+$/, ""), offset: offsetOf(groups[7]) } : undefined;
}

function offsetOf(written: string | undefined): number | undefined {
  if (written === undefined) {
    return undefined;
  }
  if (written === "Z") {
    return 0;
  }
  const minutes = Number(written.slice(1, 3)) * 60 + Number(written.slice(-2));
  return written.startsWith("-") ? -minutes : minutes;
}

/** One form for every moment that is the same, whatever offset it is written with; a form of its own for every date and every time without an offset. */
export function momentKey(moment: Moment): string {
  const { parts, fraction, offset } = inUtc(moment);
  return `${parts.join("-")}${fraction === "" ? "" : `.${fraction}`}${offset === undefined ? "" : "Z"}`;
}

/** Whether two moments, at least one of which goes as far as the day, say the same as far as both go. Of a date and a moment, the day as written counts. */
export function sameAsFarAsBothGo(a: Moment, b: Moment): boolean {
  if (Math.max(a.parts.length, b.parts.length) < 2) {
    return false;
  }
  const both = Math.min(a.parts.length, b.parts.length);
  const zoned = a.offset !== undefined && b.offset !== undefined && both > 3;
  const [one, other] = zoned ? [inUtc(a), inUtc(b)] : [a, b];
  if (!one.parts.slice(0, both).every((part, index) => part === other.parts[index])) {
    return false;
  }
  return both < 6 || one.fraction === other.fraction || one.fraction === "" || other.fraction === "";
}

function inUtc(moment: Moment): Moment {
  const { parts, fraction, offset } = moment;
  if (offset === undefined || parts.length < 4) {
    return { ...moment, offset: undefined };
  }
  const [year, month, day, hour, minute = 0, second = 0] = parts.map(Number);
  const at = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute - offset, 0));
  const two = (number: number): string => String(number).padStart(2, "0");
  const moved = [
    String(at.getUTCFullYear()).padStart(4, "0"), two(at.getUTCMonth() + 1), two(at.getUTCDate()), two(at.getUTCHours()), two(at.getUTCMinutes()), two(second),
  ];
  return { parts: moved.slice(0, parts.length), fraction, offset: 0 };
}
