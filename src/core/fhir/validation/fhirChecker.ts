import type { Range } from "../../text/range";
import type { FhirIssue } from "./fhirIssue";
import type { JsonObject } from "./rule";

export interface FhirCheckRequest {
  /** The text of a JSON file with one resource. */
  readonly text: string;
  /** How sentences call the file as a whole, such as `patient.json`. */
  readonly file: string;
  /** The resource type that belongs in the file; any when left out. */
  readonly type?: string;
  /** StructureDefinitions whose rules hold beside the specification's. */
  readonly profiles?: readonly JsonObject[];
}

/** An issue with its sentence and its place in the text. */
export interface PlacedIssue extends FhirIssue {
  /** One English sentence; the editor translates by `code` and `args` (`sentenceFor`), unless it differs from what that gives in English: then somebody else wrote it. */
  readonly message: string;
  readonly range: Range;
  /** The part in FHIRPath as OperationOutcome.expression wants it, such as `Patient.name[0].family`; of something missing: of what it is missing from. */
  readonly expression: string;
}

export interface FhirCheckResult {
  /** By place. Faults of the JSON itself are among them, with codes `document.json.*`. */
  readonly issues: readonly PlacedIssue[];
  readonly durationMs: number;
}

/** Validates FHIR R4 resources. The host runs it off the main thread, with a deadline. */
export interface FhirChecker {
  /**
   * Never throws but for cancellation, with the signal's reason: what could not be done is among the issues (`fhir.notChecked`, `fhir.checkFailed`).
   */
  validate(request: FhirCheckRequest, signal: AbortSignal): Promise<FhirCheckResult>;
}
