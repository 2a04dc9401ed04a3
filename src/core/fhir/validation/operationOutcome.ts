import type { PlacedIssue } from "./fhirChecker";
import { isFailedCheck } from "./failedCheck";

/** The code system of our issues' codes, which stay the same from version to version. */
export const issueSystem = "urn:health-it-katas:issue";

/** A FHIR R4 OperationOutcome, as far as we write it. */
export interface OperationOutcome {
  readonly resourceType: "OperationOutcome";
  readonly issue: readonly OutcomeIssue[];
}

export interface OutcomeIssue {
  readonly severity: "fatal" | "error" | "warning" | "information";
  /** Of http://hl7.org/fhir/issue-type. */
  readonly code: string;
  readonly details: { readonly coding?: readonly { readonly system: string; readonly code: string }[]; readonly text: string };
  /** `line:column`, both from 1. */
  readonly location?: readonly string[];
  /** FHIRPath. */
  readonly expression?: readonly string[];
}

/**
 * What a validation found as an OperationOutcome (https://hl7.org/fhir/R4/operationoutcome.html). One that found nothing says so.
 *
 * @param firstLine the line of the file, from 1, with which the validated text begins
 */
export function operationOutcome(issues: readonly PlacedIssue[], firstLine = 1): OperationOutcome {
  if (issues.length === 0) {
    return { resourceType: "OperationOutcome", issue: [{ severity: "information", code: "informational", details: { text: "Nothing was found to be wrong." } }] };
  }
  return { resourceType: "OperationOutcome", issue: issues.map((issue) => outcomeIssue(issue, firstLine)) };
}

function outcomeIssue(issue: PlacedIssue, firstLine: number): OutcomeIssue {
  const failed = isFailedCheck(issue);
  const { start } = issue.range;
  return {
    severity: failed ? "fatal" : issue.severity, code: failed ? "exception" : issue.type,
    details: { coding: [{ system: issueSystem, code: issue.code }], text: issue.message },
    location: [`${String(start.line + firstLine)}:${String(start.character + 1)}`],
    ...(issue.expression === "" ? {} : { expression: [issue.expression] }),
  };
}
