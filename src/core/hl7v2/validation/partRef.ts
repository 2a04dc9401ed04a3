import type { PartName } from "./partFinding";

/** A part that is being looked at: where it stands and what it is called. */
export interface PartRef {
  /** Indexes from 0, from the field down. */
  readonly at: readonly number[];
  readonly name: PartName;
  /** `field` is a repetition of one. */
  readonly level: "field" | "component" | "subcomponent";
  /** Its short name, where a data type gives it; the dictionary's for the segment otherwise. */
  readonly label?: string;
}

/** A repetition of a field; `several`: the field has more than one. */
export function repetitionRef(field: number, index: number, several: boolean): PartRef {
  return { at: [field - 1, index], name: { field, ...(several ? { repetition: index + 1 } : {}) }, level: "field" };
}

/** Component `number` of a repetition, or subcomponent `number` of a component. */
export function childRef(part: PartRef, number: number): PartRef {
  const at = [...part.at, number - 1];
  return part.level === "field"
    ? { at, name: { ...part.name, component: number }, level: "component" }
    : { at, name: { ...part.name, subcomponent: number }, level: "subcomponent" };
}
