import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CompactModel } from "../core/fhir/model/compactModel";
import type { FhirModel } from "../core/fhir/model/definitions";
import type { TypesData, ValueSetsData } from "../core/fhir/model/modelData";

/**
 * FHIR R4 from the files beside the bundles. Reads at once, some 10 ms each: for workers and programs, not for the extension host's start.
 *
 * @param folder where the bundles lie, absolute
 * @throws Error when the files are not there or no JSON
 */
export function readFhirModel(folder: string): FhirModel {
  // What the build wrote itself has the shape that it gave it.
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
  return new CompactModel(read("fhirModel.json") as TypesData, () => read("fhirValueSets.json") as ValueSetsData);
}
