import { FhirPathLibrary } from "../core/fhir/fhirPathLibrary";
import type { FhirPathEngine } from "../core/fhir/fhirPathEngine";

export { evaluateFhirPath, fhirPathProblem } from "../core/fhir/fhirPathEvaluation";

/** The FHIRPath engine, a bundle of its own because of its size. */
export function createFhirPathEngine(): FhirPathEngine {
  return new FhirPathLibrary();
}
