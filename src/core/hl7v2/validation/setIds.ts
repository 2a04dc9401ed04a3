import type { PlacedGroup, PlacedSegment } from "./structureAlignment";

/** A set id that does not go on from the one before. */
export interface SetIdGap {
  readonly index: number;
  readonly expected: number;
  readonly actual: number;
}

/**
 * Set ids that are not in sequence: segments that repeat are numbered from 1 (HL7 v2.5.1 section 3.4.2.1 and the like). Within the group around them they must go on by one;
 * in a group that begins anew they may begin anew or go on.
 *
 * @param setIdOf the number in a segment's first field; `undefined` where there is none
 */
export function setIdGaps(root: PlacedGroup, setIdOf: (index: number) => number | undefined): readonly SetIdGap[] {
  const gaps: SetIdGap[] = [];
  const last = new Map<string, number>();
  const within = (group: PlacedGroup, ownNumber: Map<string, number>): void => {
    const own = new Map<string, number>();
    for (const part of group.parts) {
      if (part.kind === "group") {
        within(part, part.place !== undefined && repeatsByFirst(part) ? own : new Map<string, number>());
        continue;
      }
      const { place, index } = part;
      const actual = setIdOf(index);
      if (actual === undefined) {
        continue;
      }
      const numbers = isFirst(group, part) && repeatsByFirst(group) ? ownNumber : own;
      const before = numbers.get(place.segment);
      const [expected, allowed] = before === undefined ? [1, [1, (last.get(place.segment) ?? 0) + 1]] : [before + 1, [before + 1]];
      if (!allowed.includes(actual)) {
        gaps.push({ index, expected, actual });
      }
      numbers.set(place.segment, actual);
      last.set(place.segment, actual);
    }
  };
  within(root, new Map());
  return gaps;
}

/** Whether a group repeats together with its first segment, so that this segment's numbers go through the repetitions. */
function repeatsByFirst({ place }: PlacedGroup): boolean {
  const [first] = place?.parts ?? [];
  return place !== undefined && place.max > 1 && first?.kind === "segment" && first.max === 1 && first.min > 0;
}

function isFirst({ place }: PlacedGroup, part: PlacedSegment): boolean {
  return place?.parts[0] === part.place;
}
