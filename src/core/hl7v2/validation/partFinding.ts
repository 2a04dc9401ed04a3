import type { SentenceArgs } from "../../checks/translate";
import type { Hl7v2Severity, RuleWords } from "./hl7v2Issue";

/** A part of a segment by numbers from 1; `repetition` only where the field has several. */
export interface PartName {
  readonly field: number;
  readonly repetition?: number;
  readonly component?: number;
  readonly subcomponent?: number;
}

/** What was found about a part of a segment, wherever the segment stands: it stays true as long as the segment's text does. */
export interface PartFinding {
  readonly code: string;
  readonly severity: Hl7v2Severity;
  /** See `Hl7v2Issue`. */
  readonly rule: string;
  /** Indexes from 0 of field, repetition, component, subcomponent of the part to mark; none for the segment. */
  readonly at: readonly number[];
  readonly mark: "value" | "opening";
  /** The part that the sentence is about. */
  readonly part?: PartName;
  /** The part's short name, where the rule has one. */
  readonly label?: string;
  /** Without the part's name. */
  readonly args: SentenceArgs;
  readonly words: RuleWords;
  readonly expected?: string;
  readonly actual?: string;
}

/** The part in the notation of the field, without the segment: `-3[2].1`. */
export function partSuffix({ field, repetition, component, subcomponent }: PartName): string {
  return `-${String(field)}${repetition === undefined ? "" : `[${String(repetition)}]`}${[component, subcomponent].map((number) => (number === undefined ? "" : `.${String(number)}`)).join("")}`;
}

/** The same without the repetition, so that rules have the same name whatever a message repeats: `-3.1`. */
export function rulePlace(segment: string, { field, component, subcomponent }: PartName): string {
  return segment + partSuffix({ field, ...(component === undefined ? {} : { component }), ...(subcomponent === undefined ? {} : { subcomponent }) });
}
