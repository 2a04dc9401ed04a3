import type { FhirModel } from "../model/definitions";
import type { FhirText } from "./fhirText";
import { placeOf } from "./place";

/** The FHIRPath of the part at an offset, such as `Patient.name[0].given[1]`; `undefined` where there is no resource around it. */
export function fhirPathAt(model: FhirModel, text: FhirText, offset: number): string | undefined {
  const chain = text.chainAt(offset);
  if (chain.length === 0) {
    return undefined;
  }
  const place = placeOf(model, chain);
  const path = place.property === "resourceType" && place.element === undefined ? (place.parent?.fhirPath ?? "") : place.fhirPath;
  return place.resource === undefined || path === "" ? undefined : path;
}

/** The same path for every repetition: without positions. */
export function withoutPositions(path: string): string {
  return path.replace(/\[\d+\]/g, "");
}
