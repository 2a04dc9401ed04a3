import type { DiffNode } from "./diffNode";

/** How deep two parts are compared to tell how much they have in common. */
const deepest = 3;

/** Items of a list beyond these are not looked at. */
const mostItems = 50;

/** How much two parts have in common, from 0 (nothing) to 1 (the same). */
export function resemblance(a: DiffNode, b: DiffNode, depth = 0): number {
  if (a.id === b.id) {
    return 1;
  }
  if (a.shape !== b.shape || a.shape === "value" || depth >= deepest) {
    return 0;
  }
  const ofB = new Map(b.children().map((child, index) => [a.shape === "list" ? String(index) : child.key, child]));
  const children = a.children();
  let common = 0;
  let empty = 0;
  for (const [index, child] of children.slice(0, mostItems).entries()) {
    const other = ofB.get(a.shape === "list" ? String(index) : child.key);
    if (other?.empty === true && child.empty) {
      empty++;
    } else if (other !== undefined) {
      common += resemblance(child, other, depth + 1);
    }
  }
  const count = Math.max(children.length, ofB.size) - empty;
  return count === 0 ? 0 : common / count;
}
