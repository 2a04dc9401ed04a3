import { HumanError } from "../../humanError";
import { type ProfileContext, readCodes } from "./profileContext";
import { maxOf, numbered, numberOf, textOf, usageOf, type Written } from "./profileParts";
import { readStatements } from "./profileStatements";
import { wordsFor } from "./profileWords";
import type { FieldRules, PartRules } from "./rules";

/** Rules for the fields of a segment, by number. */
export function readFields(written: unknown, segment: Written, place: string, context: ProfileContext): readonly FieldRules[] {
  return numbered(written, place).map(({ number, source, place: at }) => ({
    ...partRules(number, source, [source], [segment], at, context),
    min: numberOf(source["min"]) ?? 0,
    max: maxOf(source["max"]) ?? Number.POSITIVE_INFINITY,
    parts: numbered(source["components"], `${at}/components`).map((component) => ({
      ...partRules(component.number, component.source, [component.source, source], [segment], component.place, context),
      parts: numbered(component.source["subcomponents"], `${component.place}/subcomponents`).map((inner) =>
        partRules(inner.number, inner.source, [inner.source, component.source, source], [segment], inner.place, context)),
    })),
    statements: readStatements(source["statements"], [source, segment], `${at}/statements`),
  }));
}

function partRules(number: number, source: Written, speakers: readonly Written[], around: readonly Written[], place: string, context: ProfileContext): PartRules {
  const codes = readCodes(source, place, context);
  const { name, type, pattern, equals, minLength, maxLength } = source;
  if (typeof type === "string" && type !== "varies" && context.dictionary().dataType(type) === undefined) {
    throw new HumanError("hl7v2Profile.type", `${place} names the data type ${type}, which is not known here; its author has to mend it.`, { place, type });
  }
  return {
    number, usage: usageOf(source, place), parts: [], words: wordsFor(speakers, around),
    ...(typeof name === "string" ? { name } : {}), ...(typeof type === "string" ? { type } : {}), ...(codes === undefined ? {} : { codes }),
    ...(typeof pattern === "string" ? { pattern: new RegExp(pattern, "u") } : {}),
    ...(equals === undefined ? {} : { equals: Array.isArray(equals) ? equals.map(String) : [textOf(equals) ?? ""] }),
    ...(typeof minLength === "number" ? { minLength } : {}), ...(typeof maxLength === "number" ? { maxLength } : {}),
  };
}
