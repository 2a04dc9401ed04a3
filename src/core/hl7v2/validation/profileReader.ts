import { isRecord } from "../../record";
import type { Dictionary } from "../dictionary/definitions";
import type { Profile, ProfileSegment } from "./profile";
import { type ProfileContext, readValueSets } from "./profileContext";
import { readFields } from "./profileFields";
import { maxOf, numberOf, readWhere, textOf, usageOf, type Written } from "./profileParts";
import { readStatements } from "./profileStatements";
import { readStructure } from "./profileStructure";
import { wordsFor } from "./profileWords";

/**
 * Reads a message profile that fits the description in `vocabulary.schema.json`.
 *
 * @param place where it stands, for its author: `checks/oru.schema.json#/hl7v2`
 * @param dictionary of the version that the profile is for; asked for when the profile names a table or data type
 * @throws HumanError saying what in the profile its author has to mend
 */
export function readProfile(source: Written, place: string, dictionary: () => Dictionary): Profile {
  const context: ProfileContext = { dictionary, valueSets: readValueSets(source["valueSets"]) };
  const message = textOf(source["message"]);
  const structure = source["structure"];
  const segments = Array.isArray(source["segments"]) ? source["segments"].filter(isRecord) : [];
  return {
    name: textOf(source["title"]) ?? message ?? "the profile",
    message: message?.split("^"), version: textOf(source["version"]), standard: source["standard"] === true,
    structure: Array.isArray(structure) ? readStructure(structure.filter(isRecord), source["open"] === true, `${place}/structure`, context) : undefined,
    segments: segments.map((segment, index) => readSegment(segment, `${place}/segments/${String(index)}`, context)),
    statements: readStatements(source["statements"], [source], `${place}/statements`),
  };
}

function readSegment(source: Written, place: string, context: ProfileContext): ProfileSegment {
  const usage = usageOf(source, place);
  const statements = readStatements(source["statements"], [source], `${place}/statements`);
  const rules = { name: textOf(source["name"]) ?? "", fields: readFields(source["fields"], source, `${place}/fields`, context), statements, words: wordsFor([source], []) };
  return {
    rules, usage, where: readWhere(source["where"]),
    min: numberOf(source["min"]) ?? (usage === "R" ? 1 : 0), max: maxOf(source["max"]) ?? (usage === "X" ? 0 : Number.POSITIVE_INFINITY),
  };
}
