import { isRecord } from "../../record";
import type { StructurePart } from "../dictionary/definitions";
import type { ProfilePlace, ProfileStructure } from "./profile";
import { readFields } from "./profileFields";
import { maxOf, numberOf, readWhere, textOf, usageOf, type Written } from "./profileParts";
import type { ProfileContext } from "./profileContext";
import { readStatements } from "./profileStatements";
import { wordsFor } from "./profileWords";
import { StructureMap } from "./structureMap";

/** The segments and groups of a message in their order. */
export function readStructure(parts: readonly Written[], open: boolean, place: string, context: ProfileContext): ProfileStructure {
  const places = new Map<StructurePart, ProfilePlace>();
  const read = (written: readonly Written[], at: string): readonly StructurePart[] => written.map((source, index) => {
    const here = `${at}/${String(index)}`;
    const usage = usageOf(source, here);
    const words = wordsFor([source], []);
    const limits = { min: numberOf(source["min"]) ?? (usage === "R" ? 1 : 0), max: maxOf(source["max"]) ?? (usage === "X" ? 0 : 1) };
    const group = textOf(source["group"]);
    const inner = source["parts"];
    if (group !== undefined) {
      const part: StructurePart = {
        kind: "group", name: group, ...limits, ...(source["choice"] === true ? { choice: true } : {}), parts: read(Array.isArray(inner) ? inner.filter(isRecord) : [], `${here}/parts`),
      };
      places.set(part, { usage, where: [], rules: undefined, words });
      return part;
    }
    const name = textOf(source["segment"]) ?? "";
    const part: StructurePart = { kind: "segment", segment: name, ...limits };
    const rules = { name, fields: readFields(source["fields"], source, `${here}/fields`, context), statements: readStatements(source["statements"], [source], `${here}/statements`), words };
    places.set(part, { usage, where: readWhere(source["where"]), rules, words });
    return part;
  });
  return { map: new StructureMap(read(parts, place)), places, open };
}
