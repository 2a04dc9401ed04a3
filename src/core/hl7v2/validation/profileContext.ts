import { HumanError } from "../../humanError";
import { isRecord } from "../../record";
import type { Dictionary } from "../dictionary/definitions";
import { textOf, type Written } from "./profileParts";
import type { CodeRules } from "./rules";
import { codeRules } from "./standardRules";

/** What the reading of a part of a profile needs beside its text. */
export interface ProfileContext {
  /** Of the version that the profile is for; asked for when a table or data type is named. */
  readonly dictionary: () => Dictionary;
  /** By name: the value sets that the profile gives itself. */
  readonly valueSets: ReadonlyMap<string, CodeRules>;
}

/** The value sets that a profile gives, by name. */
export function readValueSets(written: unknown): ReadonlyMap<string, CodeRules> {
  const sets = isRecord(written) ? Object.entries(written) : [];
  return new Map(sets.flatMap(([name, set]) => (isRecord(set) ? [[name, codesOf(set["codes"], `the codes of ${textOf(set["title"]) ?? name}`)] as const] : [])));
}

/**
 * The codes of which one belongs in a part: of a table of the standard, of a value set of the profile, or given on the spot.
 *
 * @throws HumanError for a table or value set that is not there
 */
export function readCodes(source: Written, place: string, { dictionary, valueSets }: ProfileContext): CodeRules | undefined {
  const { table, valueSet } = source;
  if (Array.isArray(valueSet)) {
    return codesOf(valueSet, "the codes allowed here");
  }
  if (typeof valueSet === "string") {
    const set = valueSets.get(valueSet);
    if (set === undefined) {
      throw new HumanError("hl7v2Profile.valueSet", `${place} names the value set ${valueSet}, which the profile does not give under valueSets; its author has to add it.`, { place, valueSet });
    }
    return set;
  }
  return typeof table === "string" ? tableCodes(table, place, dictionary()) : undefined;
}

/** A profile that names a table means its codes, whether the standard only suggests them or not, and whatever system a coded element names. */
function tableCodes(table: string, place: string, dictionary: Dictionary): CodeRules {
  const found = dictionary.table(table.replace(/^(?:HL7)?0*/, ""));
  if (found === undefined) {
    throw new HumanError("hl7v2Profile.table", `${place} names table ${table}, of which no codes are known here; its author has to give them as valueSet.`, { place, table });
  }
  const { label, codes, severity } = codeRules(found);
  return { label, codes, severity };
}

function codesOf(written: unknown, label: string): CodeRules {
  const codes = Array.isArray(written) ? written.flatMap((each) => (isRecord(each) ? textOf(each["code"]) ?? [] : textOf(each) ?? [])) : [];
  return { label, codes: new Set(codes), severity: "error" };
}
