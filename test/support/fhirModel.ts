import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CompactModel } from "../../src/core/fhir/model/compactModel";
import type { FhirModel } from "../../src/core/fhir/model/definitions";
import { coreProfiles } from "../../src/env/fhirModelFile";
import type { TypesData, ValueSetsData } from "../../src/core/fhir/model/modelData";

let model: FhirModel | undefined;

/** The folder of the model's files, made from the official definitions when they are not there yet. */
export function fhirModelFolder(): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a program of the build, which has no types
  return (require("../../scripts/lib/fhirModel.js") as { fhirModelFolder(): string }).fhirModelFolder();
}

/** FHIR R4 as the product has it, read once for all tests. */
export function fhirModel(): FhirModel {
  model ??= new CompactModel(read("fhirModel.json") as TypesData, () => read("fhirValueSets.json") as ValueSetsData);
  return model;
}

/** The specification's own profiles and extensions, as the product has them. */
export const coreProfile = coreProfiles(fhirModelFolder());

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(fhirModelFolder(), name), "utf8"));
}
