import type { GroupPlace, SegmentPlace, StructurePart } from "../dictionary/definitions";

/** A place for segments in a structure. */
export interface Leaf {
  readonly place: SegmentPlace;
  /** The groups around it, from the outside in. */
  readonly groups: readonly GroupPlace[];
  /** Its index, and those of the groups around it, among the parts around each; as many as groups, and one. */
  readonly path: readonly number[];
  readonly number: number;
}

/** How one gets from one place to the next. */
export interface Step {
  readonly cost: number;
  /** How many of the groups around the next place go on; those below begin anew. */
  readonly kept: number;
}

/** Cost of a segment or group that comes again although it may not. */
const again = 1.2;
/** Small costs that settle what the structure leaves open: fewer groups that begin are better, and those that begin with their first part. Thousands of them weigh less than one missing segment. */
const perGroup = 1e-7;
const notFirst = 1e-6;
/** Cost of taking a note for one about a segment that is missing: a note out of place is likelier. With the missing segment, it is more than that of leaving the note out. */
const noteAlone = 0.6;

/** A message structure, ready to be walked: its places, and what it costs to go from one to another. */
export class StructureMap {
  private readonly leaves: Leaf[] = [];
  private readonly byName = new Map<string, Leaf[]>();
  private readonly steps = new Map<number, Step | undefined>();

  constructor(readonly parts: readonly StructurePart[]) {
    this.collect(parts, [], []);
  }

  leavesOf(name: string): readonly Leaf[] {
    return this.byName.get(name) ?? [];
  }

  /** The nearest places before and after a place, in the order of the structure, whose segments are among `names`. */
  neighboursOf(leaf: Leaf, names: ReadonlySet<string>): { readonly after: string | undefined; readonly before: string | undefined } {
    const isThere = ({ place }: Leaf): boolean => names.has(place.segment) && place.segment !== leaf.place.segment;
    return {
      after: this.leaves.slice(0, leaf.number).findLast(isThere)?.place.segment,
      before: this.leaves.slice(leaf.number + 1).find(isThere)?.place.segment,
    };
  }

  /** What it costs to end after a place: the required parts that are missing then. */
  endCost(from: Leaf | undefined): number {
    return from === undefined ? requiredOf(this.parts) : this.after(from, 0);
  }

  /** The cheapest way from a place (or the beginning) to a place; `undefined` where only going back would lead there. */
  step(from: Leaf | undefined, to: Leaf): Step | undefined {
    const key = (from === undefined ? 0 : from.number + 1) * (this.leaves.length + 1) + to.number;
    if (!this.steps.has(key)) {
      this.steps.set(key, from === undefined ? { cost: this.before(to, 0, -1), kept: 0 } : this.cheapest(from, to));
    }
    return this.steps.get(key);
  }

  private cheapest(from: Leaf, to: Leaf): Step | undefined {
    const options: Step[] = [];
    if (from === to) {
      options.push({ cost: from.place.max > 1 ? 0 : again, kept: from.groups.length });
    }
    for (let level = 0; level < Math.min(from.path.length, to.path.length); level++) {
      const [here = 0, there = 0] = [from.path[level], to.path[level]];
      const around = from.groups[level - 1];
      if (here < there && around?.choice !== true) {
        options.push({ cost: this.after(from, level + 1) + this.before(to, level, here), kept: level });
      }
      const group = from.groups[level];
      if (here !== there || group === undefined || to.groups[level] !== group) {
        break;
      }
      options.push({ cost: this.after(from, level + 1) + this.before(to, level + 1, -1) + (group.max > 1 ? 0 : again) + perGroup, kept: level });
    }
    return options.reduce<Step | undefined>((best, option) => (best === undefined || option.cost < best.cost ? option : best), undefined);
  }

  /** Required segments that are missing when everything at `level` and below it ends after a place. */
  private after(leaf: Leaf, level: number): number {
    let cost = 0;
    for (let each = level; each < leaf.path.length; each++) {
      if (leaf.groups[each - 1]?.choice !== true) {
        cost += requiredOf(this.partsAt(leaf, each).slice((leaf.path[each] ?? 0) + 1));
      }
    }
    return cost;
  }

  /** Required segments that are missing before a place when, at `level`, the part with index `done` was the last; groups below it begin anew. */
  private before(leaf: Leaf, level: number, done: number): number {
    let cost = 0;
    for (let each = level; each < leaf.path.length; each++) {
      const index = leaf.path[each] ?? 0;
      const from = each === level ? done + 1 : 0;
      if (leaf.groups[each - 1]?.choice !== true) {
        const missing = requiredOf(this.partsAt(leaf, each).slice(from, index));
        cost += missing + (each > level && index > 0 ? notFirst : 0) + (missing > 0 && leaf.place.segment === "NTE" && each === leaf.path.length - 1 ? noteAlone : 0);
      }
      cost += each > level ? perGroup : 0;
    }
    return cost;
  }

  /** The parts among which a leaf, or the group around it, stands at a level. */
  private partsAt(leaf: Leaf, level: number): readonly StructurePart[] {
    return level === 0 ? this.parts : leaf.groups[level - 1]?.parts ?? [];
  }

  private collect(parts: readonly StructurePart[], groups: readonly GroupPlace[], path: readonly number[]): void {
    for (const [index, part] of parts.entries()) {
      if (part.kind === "group") {
        this.collect(part.parts, [...groups, part], [...path, index]);
      } else {
        const leaf: Leaf = { place: part, groups, path: [...path, index], number: this.leaves.length };
        this.leaves.push(leaf);
        const known = this.byName.get(part.segment);
        if (known === undefined) {
          this.byName.set(part.segment, [leaf]);
        } else {
          known.push(leaf);
        }
      }
    }
  }
}

/** How many segments are required by parts, all of which are missing. A group counts as its required segments. */
export function requiredOf(parts: readonly StructurePart[]): number {
  return parts.reduce((sum, part) => sum + (part.min === 0 ? 0 : part.kind === "segment" ? 1 : part.choice === true ? 1 : requiredOf(part.parts)), 0);
}
