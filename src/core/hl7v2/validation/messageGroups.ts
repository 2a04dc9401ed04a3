import type { SegmentValue } from "./messageValue";
import type { PlacedGroup, PlacedSegment } from "./structureAlignment";

/** The groups that a message was read into, to find what stands near a segment. */
export class MessageGroups {
  /** By the index of a segment: the groups around it, from the inside out. */
  private readonly around = new Map<number, readonly PlacedGroup[]>();
  private readonly segments: PlacedSegment[] = [];
  /** What was looked up before: rules ask for the same segments again for each of thousands of others. */
  private readonly found = new Map<PlacedGroup, Map<string, readonly SegmentValue[]>>();
  private readonly everywhere = new Map<string, readonly SegmentValue[]>();

  /** @param own the segments of the message, in which the groups' indexes count */
  constructor(root: PlacedGroup, private readonly own: readonly SegmentValue[]) {
    this.collect(root, [root]);
  }

  /** Every segment that was given a place, in order. */
  placed(): readonly PlacedSegment[] {
    return this.segments;
  }

  /** The segments of a name in the smallest group around a segment that has any; otherwise those of the message. */
  near(index: number, name: string): readonly SegmentValue[] {
    for (const group of this.around.get(index) ?? []) {
      const found = this.all(group, name);
      if (found.length > 0) {
        return found;
      }
    }
    return this.named(name);
  }

  /** The segments of a name in a group, and in the groups within it. */
  all(group: PlacedGroup, name: string): readonly SegmentValue[] {
    let found = this.found.get(group);
    if (found === undefined) {
      found = new Map();
      this.found.set(group, found);
    }
    let segments = found.get(name);
    if (segments === undefined) {
      segments = group.parts.flatMap((part) => {
        const segment = part.kind === "segment" ? this.own[part.index] : undefined;
        return part.kind === "group" ? this.all(part, name) : segment?.name === name ? [segment] : [];
      });
      found.set(name, segments);
    }
    return segments;
  }

  private named(name: string): readonly SegmentValue[] {
    const segments = this.everywhere.get(name) ?? this.own.filter((segment) => segment.name === name);
    this.everywhere.set(name, segments);
    return segments;
  }

  private collect(group: PlacedGroup, around: readonly PlacedGroup[]): void {
    for (const part of group.parts) {
      if (part.kind === "group") {
        this.collect(part, [part, ...around]);
      } else {
        this.segments.push(part);
        this.around.set(part.index, around);
      }
    }
  }
}
