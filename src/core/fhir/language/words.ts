import type { ElementDefinition, FhirModel } from "../model/definitions";
import dataTypeWords from "./words/dataTypes.json";
import administrationWords from "./words/administration.json";
import clinicalWords from "./words/clinical.json";
import medicationWords from "./words/medications.json";
import conformanceWords from "./words/conformance.json";

/** What elements and types are for, in our own words, by their path. */
const words: ReadonlyMap<string, string> = new Map(
  [dataTypeWords, administrationWords, clinicalWords, medicationWords, conformanceWords].flatMap((each) => Object.entries<string>(each)),
);

/**
 * What an element is for; `undefined` where we have no words for it. Elements that many types have in common are looked for in the types they come from, and
 * what means the same in every resource that has it under `*`.
 */
export function wordsFor(model: FhirModel, owner: string | undefined, { path, name }: ElementDefinition): string | undefined {
  const own = words.get(path.replace(/\[x\]$/, ""));
  if (own !== undefined) {
    return own;
  }
  for (let type = owner; type !== undefined && type !== ""; type = model.type(type)?.base) {
    const found = words.get(`${type}.${name}`);
    if (found !== undefined) {
      return found;
    }
  }
  return model.type(owner ?? "")?.kind === "resource" ? words.get(`*.${name}`) : undefined;
}

/** What a type is for; `undefined` where we have no words for it. */
export function wordsForType(name: string): string | undefined {
  return words.get(name);
}

/** Paths that have words of ours. */
export function wordedPaths(): readonly string[] {
  return [...words.keys()];
}
