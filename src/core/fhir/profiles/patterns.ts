import type { JsonValue } from "../../documents/document";
import { below, isObject, member } from "../validation/rules/json";

/** Whether two JSON values are the same; the order of an object's members makes no difference. */
export function sameValue(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === other) {
    return true;
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    const [left, right] = [one as readonly JsonValue[], other as readonly JsonValue[]];
    return left.length === right.length && left.every((each, index) => sameValue(each, right[index]));
  }
  if (!isObject(one) || !isObject(other)) {
    return false;
  }
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name) && sameValue(one[name], other[name]));
}

/** Whether a value has at least what a pattern has: https://hl7.org/fhir/R4/elementdefinition-definitions.html#ElementDefinition.pattern_x_ */
export function fitsPattern(value: JsonValue | undefined, pattern: JsonValue): boolean {
  return firstMisfit(value, pattern, "") === undefined;
}

/** Where a value differs from a pattern first, and what belongs there; `undefined`: it fits. */
export function firstMisfit(value: JsonValue | undefined, pattern: JsonValue, pointer: string): { readonly pointer: string; readonly expected: JsonValue } | undefined {
  if (Array.isArray(pattern)) {
    const wanted = pattern as readonly JsonValue[];
    const entries = Array.isArray(value) ? (value as readonly JsonValue[]) : [];
    const missing = wanted.find((each) => !entries.some((entry) => fitsPattern(entry, each)));
    if (missing === undefined) {
      return undefined;
    }
    // With one entry it is clear which one is meant.
    return entries.length === 1 && wanted.length === 1 ? firstMisfit(entries[0], missing, below(pointer, 0)) : { pointer, expected: pattern };
  }
  if (isObject(pattern)) {
    if (!isObject(value)) {
      return { pointer, expected: pattern };
    }
    for (const [name, each] of Object.entries(pattern)) {
      const own = member(value, name);
      if (own === undefined) {
        return { pointer, expected: { [name]: each } };
      }
      const misfit = firstMisfit(own, each, below(pointer, name));
      if (misfit !== undefined) {
        return misfit;
      }
    }
    return undefined;
  }
  return value === pattern ? undefined : { pointer, expected: pattern };
}
