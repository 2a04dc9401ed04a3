import type { GroupPlace, SegmentPlace, StructurePart } from "../dictionary/definitions";
import type { Leaf, StructureMap, Step } from "./structureMap";

/** A segment that was given its place in a structure. */
export interface PlacedSegment {
  readonly kind: "segment";
  readonly place: SegmentPlace;
  /** Index in the list that was aligned. */
  readonly index: number;
}

/** One repetition of a group, or the whole message. */
export interface PlacedGroup {
  readonly kind: "group";
  /** `undefined` for the whole message. */
  readonly place: GroupPlace | undefined;
  readonly parts: (PlacedSegment | PlacedGroup)[];
}

/** Which segment fills which place. */
export interface Alignment {
  readonly root: PlacedGroup;
  /** Indexes of segments for which the structure has a place, but not here. */
  readonly misplaced: readonly number[];
  /** Indexes of segments for which the structure has no place at all. */
  readonly strangers: readonly number[];
}

/** Cost of leaving a segment out of the structure, beside 1 for each required segment that is missing. */
const leftOut = 1.5;
/** Beyond this, a reading is so much worse than the best one that it never wins. */
const hopeless = 5;
/** Readings that are followed at once; real structures need three or four. */
const readings = 8;

/** A reading of the segments up to some point. */
interface Reading {
  readonly cost: number;
  readonly leaf: Leaf | undefined;
  readonly before: Reading | undefined;
  /** `undefined`: the segment was left out. */
  readonly step: Step | undefined;
  readonly index: number;
}

/**
 * Reads segments as a message of a structure, so that as little as possible is missing or out of place: the structures of the standard are ambiguous here
 * and there (in OML_O21, an ORC begins the next order or a prior result), and a message with a fault fits nowhere exactly.
 *
 * @param names of the segments; `undefined` for those that stand anywhere, such as segments of a site (Z…)
 * @param fits whether a segment may fill a place of its name
 */
export function align(names: readonly (string | undefined)[], map: StructureMap, fits: (index: number, place: SegmentPlace) => boolean = () => true): Alignment {
  let front: readonly Reading[] = [{ cost: 0, leaf: undefined, before: undefined, step: undefined, index: -1 }];
  const strangers: number[] = [];
  for (const [index, name] of names.entries()) {
    if (name === undefined) {
      continue;
    }
    const leaves = map.leavesOf(name).filter(({ place }) => fits(index, place));
    if (leaves.length === 0) {
      strangers.push(index);
      continue;
    }
    front = advance(front, leaves, index, map);
  }
  let best: Reading | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const reading of front) {
    const cost = reading.cost + map.endCost(reading.leaf);
    if (cost < bestCost) {
      best = reading;
      bestCost = cost;
    }
  }
  return { ...built(best), strangers };
}

function advance(front: readonly Reading[], leaves: readonly Leaf[], index: number, map: StructureMap): readonly Reading[] {
  const next = new Map<Leaf | undefined, Reading>();
  const offer = (reading: Reading): void => {
    const known = next.get(reading.leaf);
    if (known === undefined || reading.cost < known.cost) {
      next.set(reading.leaf, reading);
    }
  };
  for (const before of front) {
    for (const leaf of leaves) {
      const step = map.step(before.leaf, leaf);
      if (step !== undefined) {
        offer({ cost: before.cost + step.cost, leaf, before, step, index });
      }
    }
    offer({ cost: before.cost + leftOut, leaf: before.leaf, before, step: undefined, index });
  }
  const sorted = [...next.values()].sort((one, other) => one.cost - other.cost);
  const limit = (sorted[0]?.cost ?? 0) + hopeless;
  return sorted.filter(({ cost }, place) => place < readings && cost <= limit);
}

function built(last: Reading | undefined): Pick<Alignment, "root" | "misplaced"> {
  const chain: Reading[] = [];
  for (let reading = last; reading !== undefined && reading.index >= 0; reading = reading.before) {
    chain.push(reading);
  }
  const root: PlacedGroup = { kind: "group", place: undefined, parts: [] };
  const open: PlacedGroup[] = [root];
  const misplaced: number[] = [];
  for (const { leaf, step, index } of chain.reverse()) {
    if (leaf === undefined || step === undefined) {
      misplaced.push(index);
      continue;
    }
    open.length = step.kept + 1;
    for (const place of leaf.groups.slice(step.kept)) {
      const group: PlacedGroup = { kind: "group", place, parts: [] };
      open.at(-1)?.parts.push(group);
      open.push(group);
    }
    open.at(-1)?.parts.push({ kind: "segment", place: leaf.place, index });
  }
  return { root, misplaced };
}

/** The part of a structure that a placed segment or group fills. */
export function placeOf(placed: PlacedSegment | PlacedGroup): StructurePart | undefined {
  return placed.place;
}

/** The index of the first segment of a group, or of the segment itself. */
export function firstIndexOf(placed: PlacedSegment | PlacedGroup): number {
  const [first] = placed.kind === "group" ? placed.parts : [];
  return placed.kind === "segment" ? placed.index : first === undefined ? -1 : firstIndexOf(first);
}

/** The index of the last segment of a group, or of the segment itself. */
export function lastIndexOf(placed: PlacedSegment | PlacedGroup): number {
  const last = placed.kind === "group" ? placed.parts.at(-1) : undefined;
  return placed.kind === "segment" ? placed.index : last === undefined ? -1 : lastIndexOf(last);
}
