import { FhirPathLibrary } from "../core/fhir/fhirPathLibrary";
import type { FhirPathEngine } from "../core/fhir/fhirPathEngine";

/** The FHIRPath engine, a bundle of its own because of its size. */
export function createFhirPathEngine(): FhirPathEngine {
  return new FhirPathLibrary();
}
