import type { SentenceArgs } from "../../checks/translate";

/**
 * `error`: the standard or the profile forbids it. `warning`: almost certainly not meant. `information` with a code below `hl7v2.notChecked` says what could
 * not be checked, and why. `hint`: allowed, but kept only for older versions.
 */
export type Hl7v2Severity = "error" | "warning" | "information" | "hint";

/** What a check has to say about a part of an HL7 v2 document. */
export interface Hl7v2Issue {
  /** Stable, such as `hl7v2.required`: sentences and translations go by it. */
  readonly code: string;
  readonly severity: Hl7v2Severity;
  /** The rule that was broken, without any value of the message, such as `PID-8:required`; part of a signature. */
  readonly rule: string;
  /** JSON pointer (RFC 6901) of the part in the document's value. For something missing: of the part it is missing from. */
  readonly pointer: string;
  /** What to underline: the part, or only the name of the segment that it begins with. */
  readonly mark: "value" | "opening";
  /** What stands in the sentence for the learner, which `checks/hl7v2Sentences.ts` and its neighbours make from the code. */
  readonly args: SentenceArgs;
  readonly expected?: string;
  readonly actual?: string;
  /** The author's words, of rules that a profile gives. */
  readonly says?: string;
  readonly why?: string;
  /** A page to read on. */
  readonly doc?: string;
}

/** The author's words for a rule. */
export interface RuleWords {
  readonly says?: string;
  readonly why?: string;
  readonly doc?: string;
}

/** Finds an author's words by what kind of rule was broken: `required`, `min`, `table`, … */
export type WordsFor = (kind: string) => RuleWords;

/** Rules of the standard have no author. */
export const noWords: WordsFor = () => ({});
