import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CompactModel } from "../core/fhir/model/compactModel";
import type { FhirModel } from "../core/fhir/model/definitions";
import type { JsonObject } from "../core/fhir/validation/rule";
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

/**
 * The same for the extension host: waits for the disk without holding up anybody, and takes the value sets apart when they are first asked for.
 *
 * @param folder where the bundles lie, absolute
 */
export async function loadFhirModel(folder: string): Promise<FhirModel> {
  const [types, valueSets] = await Promise.all(["fhirModel.json", "fhirValueSets.json"].map((name) => readFile(join(folder, name), "utf8")));
  return new CompactModel(JSON.parse(types ?? "") as TypesData, () => JSON.parse(valueSets ?? "") as ValueSetsData);
}

/**
 * FHIR's own profiles and extensions by their url, from the file beside the bundles, which is read when the first is asked for.
 *
 * @param folder where the bundles lie, absolute
 */
export function coreProfiles(folder: string): (url: string) => JsonObject | undefined {
  let known: Readonly<Record<string, JsonObject>> | undefined;
  return (url) => {
    known ??= JSON.parse(readFileSync(join(folder, "fhirProfiles.json"), "utf8")) as Readonly<Record<string, JsonObject>>;
    return Object.hasOwn(known, url) ? known[url] : undefined;
  };
}
