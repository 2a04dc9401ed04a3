/** A FHIR date or date with time, as far as it was stated. */
interface Temporal {
  /** Year, month, day, hour, minute, second as text of fixed width; left out from the first that was not stated. */
  readonly parts: readonly string[];
  /** Milliseconds since 1970, where a time and its zone are stated. */
  readonly instant: number | undefined;
}

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

function read(text: string): Temporal | undefined {
  const match = shape.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, ...all] = match;
  const stated = all.slice(0, 6).filter((part) => part !== undefined);
  const zone = all[6];
  const instant = zone === undefined ? NaN : Date.parse(text);
  return { parts: stated, instant: Number.isNaN(instant) ? undefined : instant };
}

/** How two dates lie: `undecided` where both are the same as far as the less precise one goes. */
export type DateOrder = "before" | "same" | "after" | "undecided";

/**
 * Compares two FHIR dates or dates with time by their stated precision, as FHIRPath does (https://hl7.org/fhirpath/N1/#datetime-comparison): part by part, those with
 * time and zone by the moment that they mean. `undefined` when one of them is no date.
 */
export function compareDates(one: string, other: string): DateOrder | undefined {
  const first = read(one);
  const second = read(other);
  if (first === undefined || second === undefined) {
    return undefined;
  }
  if (first.instant !== undefined && second.instant !== undefined) {
    return first.instant < second.instant ? "before" : first.instant > second.instant ? "after" : "same";
  }
  const common = Math.min(first.parts.length, second.parts.length);
  for (let index = 0; index < common; index += 1) {
    const [left, right] = [Number(first.parts[index]), Number(second.parts[index])];
    if (left !== right) {
      return left < right ? "before" : "after";
    }
  }
  return first.parts.length === second.parts.length ? "same" : "undecided";
}

/** Whether the first date is stated less precisely than the second. */
export function isLessPrecise(one: string, other: string): boolean {
  return (read(one)?.parts.length ?? 0) < (read(other)?.parts.length ?? 0);
}
