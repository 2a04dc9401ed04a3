import type { GroupPlace, MessageStructure, SegmentPlace, StructurePart } from "../dictionary/definitions";
import { align, type PlacedGroup, type PlacedSegment } from "../validation/structureAlignment";
import { standsAnywhere } from "../validation/structureCheck";
import { RecentCache } from "./recentCache";
import { type Leaf, StructureMap } from "../validation/structureMap";

/** The places of the segments of one message. */
export interface MessagePlacement {
  /** Index in the document of the message's first segment: what the parts count from. */
  readonly from: number;
  readonly parts: PlacedParts;
}

/** A segment of a message and the place it fills in the message's structure, which has none for some. */
export interface SegmentInPlace {
  readonly kind: "segment";
  /** Index among the segments of the message. */
  readonly index: number;
  readonly place: SegmentPlace | undefined;
}

/** A group of the structure, with what is in it. */
export interface GroupInPlace {
  readonly kind: "group";
  readonly place: GroupPlace;
  /** As which of several of its kind around it the group comes, from 1; `undefined` where it is the only one. */
  readonly occurrence: number | undefined;
  readonly parts: PlacedParts;
}

/** In the order of the text. */
export type PlacedParts = readonly (SegmentInPlace | GroupInPlace)[];

/** Gives segments their places, and remembers for which names of segments it did so. */
export class StructurePlacer {
  private readonly maps = new WeakMap<MessageStructure, StructureMap>();
  private readonly placed = new WeakMap<MessageStructure, RecentCache<PlacedParts>>();

  /** @param names of all segments of the message */
  place(names: readonly string[], structure: MessageStructure | undefined): PlacedParts {
    if (structure === undefined) {
      return names.map((_, index) => ({ kind: "segment", index, place: undefined }));
    }
    const placed = this.placed.get(structure) ?? new RecentCache(500);
    this.placed.set(structure, placed);
    return placed.get(names.join(" "), () => this.align(names, structure));
  }

  private align(names: readonly string[], structure: MessageStructure): PlacedParts {
    const map = this.mapOf(structure);
    const anywhere = names.map((name) => standsAnywhere(name) && map.leavesOf(name).length === 0);
    const { root, misplaced, strangers } = align(names.map((name, index) => (anywhere[index] === true ? undefined : name)), map);
    const others = new Set([...misplaced, ...strangers, ...anywhere.flatMap((isAnywhere, index) => (isAnywhere ? [index] : []))]);
    return new TreeBuilder([...others].sort((one, other) => one - other)).parts(root, names.length);
  }

  /** Every place of a structure, in its order. */
  leavesOf(structure: MessageStructure): readonly Leaf[] {
    const map = this.mapOf(structure);
    return [...namesIn(structure.parts)].flatMap((name) => map.leavesOf(name)).sort((one, other) => one.number - other.number);
  }

  /** The structure ready to be walked. */
  mapOf(structure: MessageStructure): StructureMap {
    const map = this.maps.get(structure) ?? new StructureMap(structure.parts);
    this.maps.set(structure, map);
    return map;
  }
}

/** Puts the segments without a place among the others, where they stand in the text. */
class TreeBuilder {
  private next = 0;

  constructor(private readonly others: readonly number[]) {}

  /** @param end index after the last segment that may stand in this group */
  parts(group: PlacedGroup, end: number): PlacedParts {
    const counts = new Map<GroupPlace | undefined, number>();
    for (const part of group.parts) {
      if (part.kind === "group") {
        counts.set(part.place, (counts.get(part.place) ?? 0) + 1);
      }
    }
    const seen = new Map<GroupPlace, number>();
    const found: (SegmentInPlace | GroupInPlace)[] = [];
    for (const [number, part] of group.parts.entries()) {
      const following = group.parts[number + 1];
      this.take(found, firstOf(part));
      if (part.kind === "segment") {
        found.push({ kind: "segment", index: part.index, place: part.place });
      } else if (part.place !== undefined) {
        const count = (seen.get(part.place) ?? 0) + 1;
        seen.set(part.place, count);
        const within = this.parts(part, following === undefined ? end : firstOf(following));
        found.push({ kind: "group", place: part.place, occurrence: counts.get(part.place) === 1 ? undefined : count, parts: within });
      }
    }
    this.take(found, end);
    return found;
  }

  private take(found: (SegmentInPlace | GroupInPlace)[], before: number): void {
    for (let other = this.others[this.next]; other !== undefined && other < before; other = this.others[++this.next]) {
      found.push({ kind: "segment", index: other, place: undefined });
    }
  }
}

function namesIn(parts: readonly StructurePart[]): ReadonlySet<string> {
  return new Set(parts.flatMap((part) => (part.kind === "segment" ? [part.segment] : [...namesIn(part.parts)])));
}

function firstOf(part: PlacedSegment | PlacedGroup): number {
  const [first] = part.kind === "group" ? part.parts : [];
  return part.kind === "segment" ? part.index : first === undefined ? Number.POSITIVE_INFINITY : firstOf(first);
}

/** The first and the last segment, by their index in the message, of what stands in a group. */
export function boundsOf(part: SegmentInPlace | GroupInPlace): readonly [first: number, last: number] {
  if (part.kind === "segment") {
    return [part.index, part.index];
  }
  const first = part.parts[0];
  const last = part.parts.at(-1);
  return first === undefined || last === undefined ? [0, -1] : [boundsOf(first)[0], boundsOf(last)[1]];
}

/** The groups around a segment, by its index in the document, from the outside in, and the place it fills. */
export function pathTo({ from, parts }: MessagePlacement, index: number): { readonly groups: readonly GroupInPlace[]; readonly place: SegmentPlace | undefined } | undefined {
  for (const part of parts) {
    const [first, last] = boundsOf(part);
    if (index < from + first || index > from + last) {
      continue;
    }
    if (part.kind === "segment") {
      return { groups: [], place: part.place };
    }
    const below = pathTo({ from, parts: part.parts }, index);
    return below === undefined ? undefined : { ...below, groups: [part, ...below.groups] };
  }
  return undefined;
}
