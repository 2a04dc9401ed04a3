import type { ResourceVisit } from "../rule";
import { objectOf, objectsOf, textOf } from "./json";

const profiles = "http://hl7.org/fhir/StructureDefinition/";

/** The codes by which observations are vital signs, with their profile: https://hl7.org/fhir/R4/observation-vitalsigns.html#vitals-table */
const byCode: Readonly<Record<string, string>> = {
  "85353-1": "vitalspanel", "9279-1": "resprate", "8867-4": "heartrate", "2708-6": "oxygensat", "8310-5": "bodytemp", "8302-2": "bodyheight", "9843-4": "headcircum", "29463-7": "bodyweight", "39156-5": "bmi", "85354-9": "bp",
};

/** The profiles that the specification has for an observation because of its LOINC code. */
export function vitalSignsProfiles({ type, value }: ResourceVisit): readonly string[] {
  if (type.name !== "Observation") {
    return [];
  }
  const code = objectOf(value, "code");
  const codings = code === undefined ? [] : objectsOf(code, "coding");
  return codings.flatMap((coding) => {
    const known = textOf(coding, "code") ?? "";
    return textOf(coding, "system") === "http://loinc.org" && Object.hasOwn(byCode, known) ? [`${profiles}${byCode[known] ?? ""}`] : [];
  });
}
