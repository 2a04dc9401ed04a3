import type { Condition } from "./conditions";
import type { Hl7v2Severity, WordsFor } from "./hl7v2Issue";
import type { ComponentValue } from "./messageValue";

/** How a part is used (HL7 v2.8 chapter 2B, section 2.B.7.3): required, may be empty, optional, not allowed, kept for older versions, withdrawn. */
export type Usage = "R" | "RE" | "O" | "X" | "B" | "W";

/** `C(a/b)`: one usage where the condition is true, another one where it is not. */
export interface ConditionalUsage {
  readonly when: Condition;
  readonly then: Usage;
  readonly otherwise: Usage;
}

/** `C` alone says that there is a condition which is not known here; nothing is checked then. */
export type UsageRule = Usage | "C" | ConditionalUsage;

/** Codes of which one belongs somewhere. */
export interface CodeRules {
  /** For sentences: `table 0001 (administrative sex)`, the name of a value set. */
  readonly label: string;
  readonly codes: ReadonlySet<string>;
  readonly severity: Hl7v2Severity;
  /** How codes begin that may be there although they are not listed. */
  readonly local?: string;
  /** What CE.3, CNE.3 and CWE.3 say when the code is meant to be one of these, such as `HL70001`; where it is not given, they may say anything. */
  readonly system?: string;
}

/** A sentence that must be true (a conformance statement, HL7 v2.8 section 2.B.8), where its condition is. */
export interface Statement {
  /** Short and lasting, such as `LAB-12`. */
  readonly id: string;
  readonly when: Condition | undefined;
  readonly must: Condition;
  readonly words: WordsFor;
}

/** Rules for a field, a component or a subcomponent. */
export interface PartRules {
  /** Counted from 1. */
  readonly number: number;
  /** A few words, for sentences; the dictionary's where left out. */
  readonly name?: string;
  readonly usage: UsageRule;
  /** Id of a data type; whatever stands there when left out. */
  readonly type?: string;
  readonly codes?: CodeRules;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly lengthSeverity?: Hl7v2Severity;
  readonly pattern?: RegExp;
  /** The subcomponents of a component, or of the first one of a field. */
  readonly equals?: ComponentValue;
  /** Components of a field, subcomponents of a component. */
  readonly parts: readonly PartRules[];
  readonly words: WordsFor;
}

export interface FieldRules extends PartRules {
  /** How many repetitions there must be when the field is there. */
  readonly min: number;
  readonly max: number;
  readonly statements: readonly Statement[];
}

export interface SegmentRules {
  readonly name: string;
  readonly fields: readonly FieldRules[];
  /** How many fields the segment has; what comes after them is told. */
  readonly size?: number;
  readonly statements: readonly Statement[];
  readonly words: WordsFor;
}
