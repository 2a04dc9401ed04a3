import type { SentenceArgs } from "../../checks/translate";
import type { GroupPlace, SegmentPlace, StructurePart } from "../dictionary/definitions";
import { noWords, type RuleWords, type WordsFor } from "./hl7v2Issue";
import { align, type Alignment, firstIndexOf, lastIndexOf, type PlacedGroup, type PlacedSegment } from "./structureAlignment";
import { type Leaf, requiredOf, type StructureMap } from "./structureMap";

/** What was found about the segments of a message as a whole. */
export interface StructureFinding {
  readonly code: string;
  readonly rule: string;
  /** Index of the segment to mark. */
  readonly index: number;
  readonly args: SentenceArgs;
  readonly words: RuleWords;
}

/** A structure to hold a message against. */
export interface StructureRules {
  /** For sentences, such as `ADT_A01`. */
  readonly name: string;
  readonly map: StructureMap;
  /** False: segments that it does not name may stand anywhere. */
  readonly closed: boolean;
  /** How often a part may be there in a group that was read; what the part itself says when left out. */
  readonly limits?: (part: StructurePart, around: PlacedGroup) => { readonly min: number; readonly max: number };
  readonly wordsOf?: (part: StructurePart) => WordsFor;
  /** Segments that are told elsewhere. */
  readonly passedOver?: (name: string) => boolean;
  readonly fits?: (index: number, place: SegmentPlace) => boolean;
  /** What tells two places of one segment apart, such as ` with OBX-3.1 ORG`; for sentences and rule names. */
  readonly where?: (place: SegmentPlace) => string;
}

export interface StructureVerdict {
  readonly findings: readonly StructureFinding[];
  readonly alignment: Alignment;
}

/** Whether a segment may stand anywhere: segments of a site begin with Z (HL7 v2.5.1 chapter 2, section 2.11); a continuation says where it belongs. */
export function standsAnywhere(name: string): boolean {
  return name.startsWith("Z") || name === "ADD" || name === "DSC";
}

/** Holds the segments of a message against a structure: order, groups, and how often everything may be there. */
export function checkStructure(names: readonly string[], rules: StructureRules): StructureVerdict {
  const alignment = align(names.map((name) => ((standsAnywhere(name) || rules.passedOver?.(name) === true) && rules.map.leavesOf(name).length === 0 ? undefined : name)), rules.map, rules.fits);
  return { findings: new StructureCheck(names, rules, alignment).run(), alignment };
}

/** How many segments before one that is out of place are looked at for where it belongs. */
const nearby = 50;

class StructureCheck {
  private readonly findings: StructureFinding[] = [];
  /** Names of segments out of place: where one of them is missing, it is not told a second time. */
  private readonly misplacedNames: ReadonlySet<string>;
  private readonly allNames: ReadonlySet<string>;
  /** Names of segments that were given a place. */
  private readonly filled = new Set<string>();

  constructor(private readonly names: readonly string[], private readonly rules: StructureRules, private readonly alignment: Alignment) {
    this.misplacedNames = new Set(alignment.misplaced.map((index) => names[index] ?? ""));
    this.allNames = new Set(names);
  }

  run(): readonly StructureFinding[] {
    const { root, misplaced, strangers } = this.alignment;
    this.group(root, this.rules.map.parts);
    for (const index of misplaced) {
      this.misplaced(index);
    }
    for (const index of this.rules.closed ? strangers : []) {
      const segment = this.names[index] ?? "";
      this.add("hl7v2.segmentUnexpected", `${segment}:structure`, index, { segment }, {});
    }
    return this.findings.sort((one, other) => one.index - other.index);
  }

  private group(group: PlacedGroup, parts: readonly StructurePart[]): void {
    if (group.place?.choice !== true) {
      const there = new Map<StructurePart | undefined, (PlacedSegment | PlacedGroup)[]>();
      for (const child of group.parts) {
        const same = there.get(child.place);
        if (same === undefined) {
          there.set(child.place, [child]);
        } else {
          same.push(child);
        }
      }
      for (const [index, part] of parts.entries()) {
        this.part(group, parts, index, part, there.get(part) ?? []);
      }
    }
    for (const child of group.parts) {
      if (child.kind === "segment") {
        this.filled.add(child.place.segment);
      } else if (child.place !== undefined) {
        this.group(child, child.place.parts);
      }
    }
  }

  private part(group: PlacedGroup, parts: readonly StructurePart[], index: number, part: StructurePart, there: readonly (PlacedSegment | PlacedGroup)[]): void {
    const { min, max } = this.rules.limits?.(part, group) ?? { min: mayBeEmpty(part) ? 0 : part.min, max: part.max };
    if (there.length < min && !this.misplacedNames.has(firstRequired(part))) {
      this.missing(group, parts, index, part, there.length, min);
    }
    const extra = there[max];
    if (extra !== undefined) {
      const args = { ...this.described(part), count: there.length, limit: max };
      this.add(part.kind === "group" ? "hl7v2.groupTooMany" : "hl7v2.segmentTooMany", `${this.ruleName(part)}:max`, firstIndexOf(extra), args, this.words(part, "max"));
    }
  }

  private missing(group: PlacedGroup, parts: readonly StructurePart[], index: number, part: StructurePart, count: number, limit: number): void {
    const order = (placed: PlacedSegment | PlacedGroup): number => parts.findIndex((each) => each === placed.place);
    const earlier = group.parts.filter((placed) => order(placed) <= index).at(-1);
    const later = group.parts.find((placed) => order(placed) > index);
    const at = earlier === undefined ? (later === undefined ? 0 : firstIndexOf(later)) : lastIndexOf(earlier);
    const place = earlier === undefined ? "before" : "after";
    const code = part.kind === "group" ? `hl7v2.groupMissing.${place}` : count > 0 ? "hl7v2.segmentFew" : `hl7v2.segmentMissing.${place}`;
    this.add(code, `${this.ruleName(part)}:min`, Math.max(0, at), { ...this.described(part), neighbour: this.names[Math.max(0, at)] ?? "", count, limit }, this.words(part, "min"));
  }

  private misplaced(index: number): void {
    const segment = this.names[index] ?? "";
    const { map } = this.rules;
    const leaves = map.leavesOf(segment);
    const leaf = this.likeliest(leaves, index);
    if (leaf === undefined) {
      return;
    }
    const rule = `${this.ruleName(leaf.place)}:order`;
    const { after, before } = map.neighboursOf(leaf, this.allNames);
    const isAlone = after === undefined && before === undefined;
    if (isAlone || (this.filled.has(segment) && leaves.every(({ place, groups }) => place.max <= 1 && groups.every(({ max }) => max <= 1)))) {
      this.add("hl7v2.segmentAgain", rule, index, { segment }, this.words(leaf.place, "max"));
      return;
    }
    const code = after === undefined ? "hl7v2.segmentOrder.before" : before === undefined ? "hl7v2.segmentOrder.after" : "hl7v2.segmentOrder.between";
    this.add(code, rule, index, { segment, ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) }, this.words(leaf.place, "order"));
  }

  /** Of several places for a segment, the nearest one before it whose group is there. */
  private likeliest(leaves: readonly Leaf[], index: number): Leaf | undefined {
    if (leaves.length < 2) {
      return leaves[0];
    }
    const before = this.names.slice(Math.max(0, index - nearby), index);
    const nearness = (leaf: Leaf): number => {
      const isThere = leaf.groups.every(({ parts, choice }, level) =>
        choice === true || parts.slice(0, leaf.path[level + 1]).every((part) => part.kind === "group" || part.min === 0 || this.allNames.has(part.segment)));
      const { after } = this.rules.map.neighboursOf(leaf, this.allNames);
      return isThere && after !== undefined ? before.lastIndexOf(after) : -1;
    };
    return leaves.map((leaf) => ({ leaf, near: nearness(leaf) })).reduce((best, each) => (each.near > best.near ? each : best)).leaf;
  }

  private described(part: StructurePart): SentenceArgs {
    return part.kind === "segment"
      ? { segment: part.segment, where: this.rules.where?.(part) ?? "" }
      : { group: part.name, segment: beginnings(part).join(" or ") };
  }

  private ruleName(part: StructurePart): string {
    return part.kind === "group" ? part.name : `${part.segment}${(this.rules.where?.(part) ?? "").replace(/^ with (.*)$/, "[$1]")}`;
  }

  private words(part: StructurePart, kind: string): RuleWords {
    return (this.rules.wordsOf?.(part) ?? noWords)(kind);
  }

  private add(code: string, rule: string, index: number, args: SentenceArgs, words: RuleWords): void {
    this.findings.push({ code, rule, index, args: { ...args, structure: this.rules.name }, words });
  }
}

/** The segment that stands for a part when it is missing. */
function firstRequired(part: StructurePart): string {
  if (part.kind === "segment") {
    return part.segment;
  }
  const first = part.parts.find(({ min }) => min > 0) ?? part.parts[0];
  return first === undefined ? "" : firstRequired(first);
}

/** Whether a group has nothing that must be in it, such as `{ [OBX] [{NTE}] }` in results up to v2.4: it is there even when none of it is. */
function mayBeEmpty(part: StructurePart): boolean {
  return part.kind === "group" && requiredOf([part]) === 0;
}

/** With which segments a group may begin: its first required part, of a choice each of them. */
function beginnings(group: GroupPlace): readonly string[] {
  return group.choice === true ? group.parts.map(firstRequired) : [firstRequired(group)];
}
