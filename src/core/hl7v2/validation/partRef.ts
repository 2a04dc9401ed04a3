import type { PartName } from "./partFinding";

/** A part that is being looked at. Where it stands and what it is called is worked out only when there is something to say about it. */
export interface PartRef {
  /** `field` is a repetition of one. */
  readonly level: "field" | "component" | "subcomponent";
  /** The number of the component or subcomponent in the part around it; of a repetition, the field's. */
  readonly number: number;
  readonly parent: PartRef | undefined;
  /** Index from 0 of the repetition. */
  readonly repetition: number;
  /** Whether the field has more than one repetition, so that its name says which. */
  readonly several: boolean;
  /** Its short name, where a data type gives it; the dictionary's for the segment otherwise. */
  readonly label?: string;
  /** Of a part that goes by the name of the one around it: of a time, people say PID-7, not PID-7.1. */
  readonly nameless?: boolean;
}

/** A repetition of a field; `several`: the field has more than one. */
export function repetitionRef(field: number, repetition: number, several: boolean): PartRef {
  return { level: "field", number: field, parent: undefined, repetition, several };
}

/** Component `number` of a repetition, or subcomponent `number` of a component. */
export function childRef(parent: PartRef, number: number, label?: string): PartRef {
  const level = parent.level === "field" ? "component" : "subcomponent";
  return { level, number, parent, repetition: parent.repetition, several: parent.several, ...(label === undefined ? {} : { label }) };
}

/** Indexes from 0, from the field down. */
export function indexesOf({ parent, number, repetition }: PartRef): readonly number[] {
  return parent === undefined ? [number - 1, repetition] : [...indexesOf(parent), number - 1];
}

export function nameOf({ parent, level, number, repetition, several, nameless }: PartRef): PartName {
  if (parent === undefined) {
    return several ? { field: number, repetition: repetition + 1 } : { field: number };
  }
  const around = nameOf(parent);
  return nameless === true ? around : level === "component" ? { ...around, component: number } : { ...around, subcomponent: number };
}

/** The label of a part, or of the one whose name it goes by. */
export function labelOf({ parent, label, nameless }: PartRef): string | undefined {
  return nameless === true && parent !== undefined ? labelOf(parent) : label;
}
