import { sentenceFor } from "../../checks/sentences";
import type { SentenceArgs } from "../../checks/translate";
import { LineIndex } from "../../text/lineIndex";
import type { FhirCheckResult } from "./fhirChecker";

/** Whether an issue says that the validation could not be done. */
export function isFailedCheck({ code }: { readonly code: string }): boolean {
  return code.startsWith("fhir.checkFailed.");
}

/** The result of a validation that could not be done: one issue, at the beginning of the text. */
export function failedCheck(code: `fhir.checkFailed.${string}`, args: SentenceArgs, text: string, durationMs: number): FhirCheckResult {
  const message = sentenceFor(code, args) ?? code;
  return {
    durationMs,
    issues: [{ code, severity: "error", type: "not-supported", pointer: "", mark: "opening", args, message, expression: "", range: new LineIndex(text.slice(0, 1)).rangeOf(0, 1) }],
  };
}
