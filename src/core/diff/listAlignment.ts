import { commonSubsequence, increasing, type IndexPair } from "./alignment";
import type { DiffNode } from "./diffNode";
import { resemblance } from "./resemblance";

/** Which items of two lists are each other's counterpart. */
export interface ListAlignment {
  /** By rising left index. */
  readonly pairs: readonly ItemPair[];
  /** Indexes of items without a counterpart. */
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

export interface ItemPair {
  readonly left: number;
  readonly right: number;
  /** Whether it stands at another place among the others, where that says something. */
  readonly moved: boolean;
}

/** Gaps with more pairs to try are paired in the order of their items. */
const mostTries = 2500;

/**
 * Pairs the items of two lists: those that are the same, then those that are known by the same identity, then, between what is paired, those that resemble each other.
 * So an item that was put in is one difference, whatever comes after it. Time is near the length of the lists.
 */
export function alignLists(left: readonly DiffNode[], right: readonly DiffNode[], unordered: boolean): ListAlignment {
  const counterparts = new Counterparts(left.length, right.length);
  for (const [one, other] of commonSubsequence(left.map(({ id }) => id), right.map(({ id }) => id))) {
    counterparts.pair(one, other);
  }
  counterparts.pairByKey((index) => [String(left[index]?.id)], (index) => [String(right[index]?.id)]);
  counterparts.pairByUniqueKey((index) => identitiesIn(left[index]), (index) => identitiesIn(right[index]));
  const inPlace = (): readonly IndexPair[] => (unordered ? [] : increasing(counterparts.pairs()));
  for (const gap of gapsBetween(inPlace(), left.length, right.length)) {
    pairInGap(left, right, gap, counterparts);
  }
  const placed = new Set(inPlace().map(([one]) => one));
  return {
    pairs: counterparts.pairs().map(([one, other]) => ({ left: one, right: other, moved: !unordered && !placed.has(one) })),
    removed: counterparts.freeLeft(0, left.length),
    added: counterparts.freeRight(0, right.length),
  };
}

function identitiesIn(node: DiffNode | undefined): readonly string[] {
  return node === undefined ? [] : node.identities().map((identity) => `${node.group} ${identity}`);
}

class Counterparts {
  private readonly ofLeft: Int32Array;
  private readonly ofRight: Int32Array;

  constructor(leftLength: number, rightLength: number) {
    this.ofLeft = new Int32Array(leftLength).fill(-1);
    this.ofRight = new Int32Array(rightLength).fill(-1);
  }

  pair(left: number, right: number): void {
    this.ofLeft[left] = right;
    this.ofRight[right] = left;
  }

  pairs(): readonly IndexPair[] {
    const all: IndexPair[] = [];
    this.ofLeft.forEach((right, left) => {
      if (right >= 0) {
        all.push([left, right]);
      }
    });
    return all;
  }

  freeLeft(from: number, to: number): readonly number[] {
    return free(this.ofLeft, from, to);
  }

  freeRight(from: number, to: number): readonly number[] {
    return free(this.ofRight, from, to);
  }

  /** Pairs free items with the same key, in their order. */
  pairByKey(leftKeys: (index: number) => readonly string[], rightKeys: (index: number) => readonly string[]): void {
    const places = placesByKey(this.freeRight(0, this.ofRight.length), rightKeys);
    for (const left of this.freeLeft(0, this.ofLeft.length)) {
      const right = leftKeys(left).flatMap((key) => places.get(key)?.shift() ?? [])[0];
      if (right !== undefined) {
        this.pair(left, right);
      }
    }
  }

  /** Pairs free items that alone on their side have a key, the first of their keys that does. */
  pairByUniqueKey(leftKeys: (index: number) => readonly string[], rightKeys: (index: number) => readonly string[]): void {
    const onLeft = placesByKey(this.freeLeft(0, this.ofLeft.length), leftKeys);
    const onRight = placesByKey(this.freeRight(0, this.ofRight.length), rightKeys);
    for (const left of this.freeLeft(0, this.ofLeft.length)) {
      for (const key of leftKeys(left)) {
        const [right, another] = onRight.get(key) ?? [];
        if (right !== undefined && another === undefined && onLeft.get(key)?.length === 1 && this.ofRight[right] === -1) {
          this.pair(left, right);
          break;
        }
      }
    }
  }
}

function free(counterparts: Int32Array, from: number, to: number): readonly number[] {
  const indexes: number[] = [];
  for (let index = from; index < to; index++) {
    if (counterparts[index] === -1) {
      indexes.push(index);
    }
  }
  return indexes;
}

function placesByKey(indexes: readonly number[], keysOf: (index: number) => readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const index of indexes) {
    for (const key of keysOf(index)) {
      const known = places.get(key);
      if (known === undefined) {
        places.set(key, [index]);
      } else {
        known.push(index);
      }
    }
  }
  return places;
}

interface Gap {
  readonly leftFrom: number;
  readonly leftTo: number;
  readonly rightFrom: number;
  readonly rightTo: number;
}

function gapsBetween(pairs: readonly IndexPair[], leftLength: number, rightLength: number): readonly Gap[] {
  const gaps: Gap[] = [];
  let leftFrom = 0;
  let rightFrom = 0;
  for (const [left, right] of [...pairs, [leftLength, rightLength] as const]) {
    if (left > leftFrom || right > rightFrom) {
      gaps.push({ leftFrom, leftTo: left, rightFrom, rightTo: right });
    }
    leftFrom = left + 1;
    rightFrom = right + 1;
  }
  return gaps;
}

/** Pairs what is left between two pairs, group by group. */
function pairInGap(left: readonly DiffNode[], right: readonly DiffNode[], gap: Gap, counterparts: Counterparts): void {
  const group = (nodes: readonly DiffNode[]) => (index: number): readonly string[] => [nodes[index]?.group ?? ""];
  const onRight = placesByKey(counterparts.freeRight(gap.rightFrom, gap.rightTo), group(right));
  for (const [name, lefts] of placesByKey(counterparts.freeLeft(gap.leftFrom, gap.leftTo), group(left))) {
    const rights = onRight.get(name) ?? [];
    const alike = (one: number, other: number): number => {
      const [a, b] = [left[one], right[other]];
      return a === undefined || b === undefined ? 0 : resemblance(a, b);
    };
    const found = lefts.length === rights.length || lefts.length * rights.length > mostTries
      ? lefts.flatMap((one, at): IndexPair[] => (rights[at] === undefined ? [] : [[one, rights[at]]]))
      : mostAlike(lefts, rights, alike);
    for (const [one, other] of found) {
      const [a, b] = [left[one], right[other]];
      if (a !== undefined && b !== undefined && ((left.length === 1 && right.length === 1) || !areOtherThings(a, b))) {
        counterparts.pair(one, other);
      }
    }
  }
  // Of another group and all but the same: its name or type was changed.
  const [lefts, rights] = [counterparts.freeLeft(gap.leftFrom, gap.leftTo), counterparts.freeRight(gap.rightFrom, gap.rightTo)];
  if (lefts.length === rights.length) {
    lefts.forEach((one, at) => {
      const [a, b] = [left[one], right[rights[at] ?? -1]];
      if (a !== undefined && b !== undefined && a.group !== b.group && a.shape === b.shape && a.shape === "parts" && haveMostInCommon(a, b)) {
        counterparts.pair(one, rights[at] ?? -1);
      }
    });
  }
}

function haveMostInCommon(a: DiffNode, b: DiffNode): boolean {
  const [one, other] = [a.traits().facts, b.traits().facts];
  return [...one].filter((fact) => other.has(fact)).length * 2 >= Math.max(one.size, other.size);
}

/**
 * Things of some size that are known by different identities and have next to nothing in common: one went and another came. What is tolerated has no say in it, so that more tolerance never
 * splits what less of it left together.
 */
function areOtherThings(a: DiffNode, b: DiffNode): boolean {
  const [one, other] = [a.traits(), b.traits()];
  if (one.identities.length === 0 || other.identities.length === 0 || one.identities.some((identity) => other.identities.includes(identity))) {
    return false;
  }
  const most = Math.max(one.facts.size, other.facts.size);
  return Math.min(one.facts.size, other.facts.size) >= 4 && [...one.facts].filter((fact) => other.facts.has(fact)).length < most / 4;
}

/** The pairs, in the order of both lists, whose resemblances add up to the most; as many as the shorter list has items. */
function mostAlike(lefts: readonly number[], rights: readonly number[], alike: (left: number, right: number) => number): readonly IndexPair[] {
  const width = rights.length + 1;
  const best = new Float64Array((lefts.length + 1) * width);
  const scores = new Float64Array(lefts.length * rights.length);
  for (let row = lefts.length - 1; row >= 0; row--) {
    for (let column = rights.length - 1; column >= 0; column--) {
      // A little more than nothing, so that a pair is better than none.
      const score = alike(lefts[row] ?? 0, rights[column] ?? 0) + 0.001;
      scores[row * rights.length + column] = score;
      best[row * width + column] = Math.max(
        score + (best[(row + 1) * width + column + 1] ?? 0), best[(row + 1) * width + column] ?? 0, best[row * width + column + 1] ?? 0,
      );
    }
  }
  const pairs: IndexPair[] = [];
  let row = 0;
  let column = 0;
  while (row < lefts.length && column < rights.length) {
    const here = best[row * width + column] ?? 0;
    const score = scores[row * rights.length + column] ?? 0;
    if (here === score + (best[(row + 1) * width + column + 1] ?? 0)) {
      pairs.push([lefts[row++] ?? 0, rights[column++] ?? 0]);
    } else if (here === best[(row + 1) * width + column]) {
      row++;
    } else {
      column++;
    }
  }
  return pairs;
}
