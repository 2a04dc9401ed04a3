import type { Finding } from "../../checks/finding";
import type { PlacedIssue } from "../validation/fhirChecker";

/** Whether an issue only says that something could not be checked. */
export function isUnchecked({ code }: PlacedIssue): boolean {
  return code === "fhir.notChecked" || code.startsWith("fhir.notChecked.");
}

/**
 * Whether a person reads of an issue already: from the editor, which marks what is no JSON by itself, or from the last check of the kata, which says the same of
 * the same part.
 */
export function readsAlready({ code, pointer, message }: PlacedIssue, told: readonly Finding[]): boolean {
  return code.startsWith("document.json.") || told.some((finding) => finding.pointer === pointer && (finding.code === code || finding.message === message));
}
