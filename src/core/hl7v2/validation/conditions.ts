import type { Hl7v2Path } from "../path";
import { componentOf, type FieldValue, isEmptyComponent, isEmptyRepetition, isText, type Repetition, type SegmentValue } from "./messageValue";

/** Which part a condition looks at: one of a segment, or a component of the repetition that a rule is about (`.5`, `.4.2`). */
export type ConditionPath =
  | { readonly kind: "message"; readonly path: Hl7v2Path }
  | { readonly kind: "repetition"; readonly component: number; readonly subcomponent: number | undefined };

/** What is asked of the texts found. */
export type ValueTest =
  | { readonly kind: "valued"; readonly wanted: boolean }
  | { readonly kind: "in"; readonly texts: readonly string[] }
  | { readonly kind: "pattern"; readonly pattern: RegExp }
  | { readonly kind: "sameAs" | "notAfter"; readonly path: ConditionPath }
  | { readonly kind: "count"; readonly min: number; readonly max: number };

export type Condition =
  | { readonly kind: "value"; readonly path: ConditionPath; /** True: each of them, otherwise at least one. */ readonly every: boolean; readonly tests: readonly ValueTest[] }
  | { readonly kind: "all" | "any"; readonly conditions: readonly Condition[] }
  | { readonly kind: "not"; readonly condition: Condition };

/** From where a condition looks. */
export interface Viewpoint {
  /** The segment that the rule is about; `undefined` for the whole message. */
  readonly segment: SegmentValue | undefined;
  readonly repetition: Repetition | undefined;
  /** The segments of a name that are nearest: of the same group where groups are known, otherwise of the message. */
  readonly segments: (name: string) => readonly SegmentValue[];
}

/** A part that was found; `undefined` stands for several subcomponents, which are no single text. */
interface FoundPart {
  readonly text: string | undefined;
  readonly empty: boolean;
}

/** Whether a condition is true from a viewpoint. */
export function isTrue(condition: Condition, from: Viewpoint): boolean {
  switch (condition.kind) {
    case "all":
      return condition.conditions.every((each) => isTrue(each, from));
    case "any":
      return condition.conditions.some((each) => isTrue(each, from));
    case "not":
      return !isTrue(condition.condition, from);
    case "value": {
      const found = partsAt(condition.path, from);
      return condition.tests.every((test) => passes(test, found, condition.every, from));
    }
  }
}

function passes(test: ValueTest, found: readonly FoundPart[], every: boolean, from: Viewpoint): boolean {
  const valued = found.filter(({ empty }) => !empty);
  const hold = (holds: (text: string | undefined) => boolean): boolean =>
    valued.length > 0 && (every ? valued.every(({ text }) => holds(text)) : valued.some(({ text }) => holds(text)));
  switch (test.kind) {
    case "valued":
      return (valued.length > 0) === test.wanted;
    case "in":
      return hold((text) => text !== undefined && test.texts.includes(text));
    case "pattern":
      return hold((text) => text !== undefined && test.pattern.test(text));
    case "count":
      return valued.length >= test.min && valued.length <= test.max;
    case "sameAs": {
      const others = partsAt(test.path, from);
      return hold((text) => others.some((other) => !other.empty && other.text === text));
    }
    case "notAfter": {
      const others = partsAt(test.path, from).filter(({ empty }) => !empty);
      return hold((text) => others.every((other) => isNotAfter(text ?? "", other.text ?? "")));
    }
  }
}

/** Dates and times that say how much is known of them: compared as far as both go, without offsets. */
function isNotAfter(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.replace(/[+-]\d{4}$/, ""));
  const length = Math.min(a?.length ?? 0, b?.length ?? 0);
  return (a ?? "").slice(0, length) <= (b ?? "").slice(0, length);
}

function partsAt(path: ConditionPath, from: Viewpoint): readonly FoundPart[] {
  if (path.kind === "repetition") {
    return from.repetition === undefined ? [] : [partOf(from.repetition, path.component, path.subcomponent)];
  }
  const { segment: name, occurrence, field, repetition, component, subcomponent } = path.path;
  const own = from.segment?.name === name && occurrence === undefined ? [from.segment] : from.segments(name);
  const segments = occurrence === undefined ? own : own.slice(occurrence - 1, occurrence);
  return segments.flatMap((segment) => repetitionsOf(segment.fields[field - 1] ?? [], repetition).map((each) => partOf(each, component, subcomponent)));
}

function repetitionsOf(field: FieldValue, wanted: Hl7v2Path["repetition"]): readonly Repetition[] {
  if (wanted === undefined) {
    return field;
  }
  if (typeof wanted === "number") {
    return field.slice(wanted - 1, wanted);
  }
  return field.filter((each) => {
    const component = componentOf(each, wanted.component);
    return wanted.subcomponent === undefined ? isText(component, wanted.equals) : (component[wanted.subcomponent - 1] ?? "") === wanted.equals;
  });
}

function partOf(repetition: Repetition, component: number | undefined, subcomponent: number | undefined): FoundPart {
  const parts = componentOf(repetition, component ?? 1);
  if (subcomponent !== undefined) {
    const text = parts[subcomponent - 1] ?? "";
    return { text, empty: text === "" };
  }
  return { text: parts.length <= 1 ? (parts[0] ?? "") : undefined, empty: component === undefined ? isEmptyRepetition(repetition) : isEmptyComponent(parts) };
}
