import { HumanError } from "../../humanError";
import { isRecord } from "../../record";
import type { SegmentWhere } from "./profile";
import { readCondition } from "./profileConditions";
import type { Usage, UsageRule } from "./rules";

/** A part of a profile as its author wrote it. */
export type Written = Readonly<Record<string, unknown>>;

/** A text, or nothing where something else stands. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** A number, or `*` for any number. */
export function maxOf(value: unknown): number | undefined {
  return value === "*" ? Number.POSITIVE_INFINITY : numberOf(value);
}

/** `usage`, or `required` in its place; with `when`, it holds only where that condition is true, and `C(a/b)` says what holds otherwise. */
export function usageOf(source: Written, place: string): UsageRule {
  const usage = textOf(source["usage"]) ?? (source["required"] === true ? "R" : "O");
  const split = /^C\((\w+)\/(\w+)\)$/.exec(usage);
  if (source["when"] === undefined) {
    if (split !== null) {
      throw new HumanError("hl7v2Profile.whenMissing", `${place} has the usage ${usage} but no condition; its author has to give it as when.`, { place, usage });
    }
    return usage as Usage | "C";
  }
  const when = readCondition(source["when"], `${place}/when`);
  const [, then = usage, otherwise = "O"] = split ?? [];
  return { when, then: then as Usage, otherwise: otherwise as Usage };
}

/** `{ "3.1": "718-7" }`. */
export function readWhere(written: unknown): readonly SegmentWhere[] {
  return (isRecord(written) ? Object.entries(written) : []).map(([place, equals]) => {
    const [field, component = "1"] = place.split(".");
    return { field: Number(field), component: Number(component), equals: textOf(equals) ?? "" };
  });
}

/** The entries of an object whose names are numbers, with their places. */
export function numbered(written: unknown, place: string): readonly { readonly number: number; readonly source: Written; readonly place: string }[] {
  return isRecord(written) ? Object.entries(written).flatMap(([key, source]) => (isRecord(source) ? [{ number: Number(key), source, place: `${place}/${key}` }] : [])) : [];
}
