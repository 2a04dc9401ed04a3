import { isRecord } from "../../record";
import type { MessageBounds } from "../scanSegments";

/** A component: its subcomponents, decoded. */
export type ComponentValue = readonly string[];

/** A repetition, as the value of an HL7 v2 document has it: components of subcomponents. */
export type Repetition = readonly ComponentValue[];

/** A field: its repetitions. */
export type FieldValue = readonly Repetition[];

/** A segment of an HL7 v2 document's value. */
export interface SegmentValue {
  readonly name: string;
  /** Field n at index n − 1; MSH-1 is the separator. */
  readonly fields: readonly FieldValue[];
}

/** An HL7 v2 document's value; `undefined` when a value is something else. */
export function messageValue(value: unknown): { readonly segments: readonly SegmentValue[]; readonly messages: readonly MessageBounds[] } | undefined {
  if (!isRecord(value) || !isSegments(value["segments"])) {
    return undefined;
  }
  const segments = value["segments"];
  const messages = value["messages"];
  return { segments, messages: isBounds(messages) ? messages : [[0, segments.length]] };
}

/** Only the outermost shape is looked at: whatever has it was made by `hl7v2Reader`. */
function isSegments(value: unknown): value is readonly SegmentValue[] {
  return Array.isArray(value) && value.every((segment) => isRecord(segment) && typeof segment["name"] === "string" && Array.isArray(segment["fields"]));
}

function isBounds(value: unknown): value is readonly MessageBounds[] {
  return Array.isArray(value);
}

/** The list without the empty entries at its end, which say nothing (HL7 v2.5.1 chapter 2, section 2.6). */
export function withoutTrailing<T>(list: readonly T[], isEmpty: (entry: T) => boolean): readonly T[] {
  let length = list.length;
  for (let last = list[length - 1]; length > 0 && last !== undefined && isEmpty(last); last = list[length - 1]) {
    length--;
  }
  return length === list.length ? list : list.slice(0, length);
}

export function isEmptyText(text: string): boolean {
  return text === "";
}

export function isEmptyComponent(component: ComponentValue): boolean {
  return component.every(isEmptyText);
}

/** Whether a repetition holds nothing at all; the delete value `""` is something. */
export function isEmptyRepetition(repetition: Repetition): boolean {
  return repetition.every(isEmptyComponent);
}

/** The text that says: delete what you have (HL7 v2.5.1 chapter 2, section 2.5.3.5). It has no length, form or code of its own. */
export const deletion = "\"\"";

/** Whether all that a repetition or component says is `""`: delete what you have (HL7 v2.5.1 chapter 2, section 2.5.3.5). */
export function isDeletion(components: Repetition): boolean {
  const [first = [], ...others] = components;
  return first[0] === deletion && first.slice(1).every(isEmptyText) && others.every(isEmptyComponent);
}

/** Component `number`, counted from 1, without empty subcomponents at its end. */
export function componentOf(repetition: Repetition | undefined, number: number): ComponentValue {
  return withoutTrailing(repetition?.[number - 1] ?? [], isEmptyText);
}

/** Component `number`, counted from 1, for people: its subcomponents with `&` between them; "" when it is not there. */
export function componentText(repetition: Repetition | undefined, number: number): string {
  return componentOf(repetition, number).join("&");
}

/** A repetition for people: its components with `^` between them. */
export function repetitionText(repetition: Repetition): string {
  return withoutTrailing(repetition.map((component) => withoutTrailing(component, isEmptyText).join("&")), isEmptyText).join("^");
}

/** At least as many UTF-16 code units as {@link repetitionText} has; quick. */
export function repetitionLength(repetition: Repetition): number {
  let length = 0;
  for (const component of repetition) {
    for (const subcomponent of component) {
      length += subcomponent.length + 1;
    }
  }
  return length - 1;
}

/** Whether a component holds this one text, and is not parted into subcomponents. */
export function isText(component: ComponentValue, text: string): boolean {
  return component.length <= 1 && (component[0] ?? "") === text;
}
