import { FhirPathLibrary } from "../core/fhir/fhirPathLibrary";
import type { FhirPathEngine } from "../core/fhir/fhirPathEngine";
import type { UcumEngine } from "../core/fhir/ucum/ucumEngine";
import { UcumLibrary } from "../core/fhir/ucum/ucumLibrary";

export { evaluateFhirPath, fhirPathProblem } from "../core/fhir/fhirPathEvaluation";

/** The FHIRPath engine, a bundle of its own because of its size. */
export function createFhirPathEngine(): FhirPathEngine {
  return new FhirPathLibrary();
}

/** Units of measure, in the same bundle: FHIRPath counts with them too. */
export function createUcumEngine(): UcumEngine {
  return new UcumLibrary();
}
