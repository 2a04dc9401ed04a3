import type { StructurePart } from "../dictionary/definitions";
import type { Statement, SegmentRules, UsageRule } from "./rules";
import type { StructureMap } from "./structureMap";
import type { WordsFor } from "./hl7v2Issue";

/** Which segments of a name a rule is about: those that hold these texts. */
export interface SegmentWhere {
  readonly field: number;
  readonly component: number;
  readonly equals: string;
}

/** Rules for segments wherever they stand in a message. */
export interface ProfileSegment {
  readonly rules: SegmentRules;
  readonly where: readonly SegmentWhere[];
  readonly usage: UsageRule;
  readonly min: number;
  readonly max: number;
}

/** What a profile adds to a part of its structure. */
export interface ProfilePlace {
  readonly usage: UsageRule;
  readonly where: readonly SegmentWhere[];
  /** Of a segment. */
  readonly rules: SegmentRules | undefined;
  readonly words: WordsFor;
}

export interface ProfileStructure {
  readonly map: StructureMap;
  readonly places: ReadonlyMap<StructurePart, ProfilePlace>;
  /** Whether segments that it does not name may stand anywhere. */
  readonly open: boolean;
}

/** A message profile, ready for use. */
export interface Profile {
  /** For sentences. */
  readonly name: string;
  /** Type, trigger event and structure in MSH-9, as far as they are asked for. */
  readonly message: readonly string[] | undefined;
  readonly version: string | undefined;
  /** Whether the standard's own rules hold as well. */
  readonly standard: boolean;
  readonly structure: ProfileStructure | undefined;
  readonly segments: readonly ProfileSegment[];
  readonly statements: readonly Statement[];
}

/** ` with OBX-3.1 ORG`; "" for rules about every segment of the name. */
export function whereText(segment: string, where: readonly SegmentWhere[]): string {
  const tests = where.map(({ field, component, equals }) => `${segment}-${String(field)}.${String(component)} ${equals}`).join(", ");
  return tests === "" ? "" : ` with ${tests}`;
}
