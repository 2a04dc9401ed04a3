import type { SentenceArgs } from "../../checks/translate";

/** Kinds of issue, codes of http://hl7.org/fhir/issue-type that a validator uses. */
export type FhirIssueType = "invalid" | "structure" | "required" | "value" | "invariant" | "code-invalid" | "not-found" | "duplicate" | "business-rule" | "not-supported" | "informational";

/** What the validator has to say about a part of a resource. */
export interface FhirIssue {
  /** Stable, such as `fhir.unknownElement`: sentences and translations go by it. */
  readonly code: string;
  /** `error`: not valid. `information` with a code below `fhir.notChecked` says what could not be checked here, and why. */
  readonly severity: "error" | "warning" | "information";
  readonly type: FhirIssueType;
  /** JSON pointer (RFC 6901) of the part. For something missing: of the object it is missing from. */
  readonly pointer: string;
  /** What to underline: the value, the property's name, or only the beginning of a long value. */
  readonly mark: "value" | "key" | "opening";
  /** What stands in the sentence for the learner, which `fhirSentences.ts` makes from the code. */
  readonly args: SentenceArgs;
  readonly expected?: string;
  readonly actual?: string;
  /** The page of the specification. */
  readonly doc?: string;
}

/** Receives issues in the order they are found. */
export type ReportIssue = (issue: FhirIssue) => void;
