import type { JsonValue } from "../../documents/document";
import { isRecord } from "../schema/subschemas";

/** A repetition, as the value of an HL7 v2 document has it: components of subcomponents, decoded. */
export type Repetition = readonly (readonly string[])[];

/** A segment of an HL7 v2 document's value. */
export interface SegmentValue {
  readonly name: string;
  /** Field n at index n − 1; MSH-1 is the separator. */
  readonly fields: readonly (readonly Repetition[])[];
}

/** An HL7 v2 document's value; `undefined` when a value is something else. */
export function messageValue(value: unknown): { readonly segments: readonly SegmentValue[]; readonly messages: readonly (readonly [number, number])[] } | undefined {
  if (!isRecord(value) || !Array.isArray(value["segments"])) {
    return undefined;
  }
  const segments = value["segments"] as unknown as readonly SegmentValue[];
  const messages = value["messages"];
  return { segments, messages: isBounds(messages) ? messages : [[0, segments.length]] };
}

function isBounds(value: JsonValue | undefined): value is readonly (readonly [number, number])[] {
  return Array.isArray(value);
}

/** Component `number`, counted from 1, as text: its subcomponents with `&` between them, trailing empty ones dropped; "" when it is not there. */
export function componentText(repetition: Repetition | undefined, number: number): string {
  const subcomponents = repetition?.[number - 1] ?? [];
  let length = subcomponents.length;
  while (length > 0 && subcomponents[length - 1] === "") {
    length--;
  }
  return subcomponents.slice(0, length).join("&");
}

/** Whether a repetition holds nothing at all; the delete value `""` is something. */
export function isEmptyRepetition(repetition: Repetition): boolean {
  return repetition.every((component) => component.every((subcomponent) => subcomponent === ""));
}
