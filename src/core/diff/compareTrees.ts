import { sameAsFarAsBothGo } from "./comparable";
import type { DiffNode } from "./diffNode";
import type { DifferenceKind } from "./difference";
import { alignLists } from "./listAlignment";

/** A difference between nodes; on the side where the part is not there, the nearest node around its place. */
export interface NodeDifference {
  readonly kind: DifferenceKind;
  readonly left: DiffNode;
  readonly right: DiffNode;
  readonly leftThere: boolean;
  readonly rightThere: boolean;
  /** Where it is told among the others: an offset on the right. */
  readonly position: number;
}

/** Whether two values with different ids are the same all the same, because one is a more precise date than the other. */
export function momentsAgree(left: DiffNode, right: DiffNode): boolean {
  const [one, other] = [left.moment, right.moment];
  return one !== undefined && other !== undefined && sameAsFarAsBothGo(one, other);
}

/** Finds the differences of two trees. */
export class TreeComparison {
  private found: NodeDifference[] = [];

  /** @param agree whether two values that are not the same do not differ either */
  constructor(private readonly agree: (left: DiffNode, right: DiffNode) => boolean) {}

  /** In the order of the right side; removed parts where they would be. */
  compare(left: DiffNode, right: DiffNode): readonly NodeDifference[] {
    this.found = [];
    this.visit(left, right, left, right);
    return this.found.map((difference, index) => ({ difference, index })).sort((a, b) => a.difference.position - b.difference.position
      || a.difference.left.from - b.difference.left.from || a.index - b.index).map(({ difference }) => difference);
  }

  /** @param leftName the largest part that holds nothing but `left`: a field with a single component is named as a field */
  private visit(left: DiffNode, right: DiffNode, leftName: DiffNode, rightName: DiffNode): void {
    if (left.id === right.id) {
      return;
    }
    const sameForm = left.shape === right.shape && left.shape !== "value" && left.children().length === right.children().length;
    if (left.empty !== right.empty && !sameForm) {
      this.report(left.empty ? "added" : "removed", leftName, rightName, !left.empty, !right.empty);
      return;
    }
    if (left.shape === "value" && right.shape === "value" && this.agree(left, right)) {
      return;
    }
    if (left.shape !== right.shape || left.shape === "value") {
      this.report("changed", leftName, rightName);
      return;
    }
    const alone = left.children().length === 1 && right.children().length === 1 && left.collapses && right.collapses;
    const pair = (one: DiffNode, other: DiffNode): void => (alone ? this.visit(one, other, leftName, rightName) : this.visit(one, other, one, other));
    if (left.shape === "list") {
      this.items(left, right, pair);
    } else {
      this.parts(left, right, pair);
    }
  }

  private items(left: DiffNode, right: DiffNode, pair: (one: DiffNode, other: DiffNode) => void): void {
    const [lefts, rights] = [left.children(), right.children()];
    const { pairs, removed, added } = alignLists(lefts, rights, left.unordered && right.unordered);
    for (const { left: at, right: otherAt, moved } of pairs) {
      const [one, other] = [lefts[at], rights[otherAt]];
      if (one !== undefined && other !== undefined) {
        if (moved) {
          this.report("moved", one, other);
        }
        pair(one, other);
      }
    }
    const beforeLeft = removed.length === 0 ? [] : counterpartsBefore(lefts.length, new Map(pairs.map((each) => [each.left, each.right])));
    const beforeRight = added.length === 0 ? [] : counterpartsBefore(rights.length, new Map(pairs.map((each) => [each.right, each.left])));
    removed.forEach((at) => this.missing("removed", lefts[at], right, rights[beforeLeft[at] ?? -1]));
    added.forEach((at) => this.missing("added", rights[at], left, lefts[beforeRight[at] ?? -1]));
  }

  private parts(left: DiffNode, right: DiffNode, pair: (one: DiffNode, other: DiffNode) => void): void {
    const ofRight = new Map(right.children().map((child) => [child.key, child]));
    let before: DiffNode | undefined;
    for (const one of left.children()) {
      const other = ofRight.get(one.key);
      if (other === undefined) {
        this.missing("removed", one, right, before);
      } else {
        before = other;
        ofRight.delete(one.key);
        pair(one, other);
      }
    }
    ofRight.forEach((other) => this.missing("added", other, left));
  }

  /**
   * @param around the other side's node in which it has no counterpart
   * @param before what is before its place there
   */
  private missing(kind: "added" | "removed", node: DiffNode | undefined, around: DiffNode, before?: DiffNode): void {
    if (node === undefined) {
      return;
    }
    // What has no place of its own in the text, such as a run of segments, is told by what is in it.
    if (node.placeless && node.name === "") {
      node.children().forEach((child) => this.missing(kind, child, around, before));
      return;
    }
    const place = addressable(around, before);
    if (kind === "removed") {
      this.report(kind, node, place, true, false, before?.to);
    } else {
      this.report(kind, place, node, false, true);
    }
  }

  private report(kind: DifferenceKind, left: DiffNode, right: DiffNode, leftThere = true, rightThere = true, position = right.from): void {
    if (kind === "moved" && left.placeless && left.name === "") {
      const [one, other] = [left.children()[0], right.children()[0]];
      if (one !== undefined && other !== undefined) {
        this.report(kind, one, other);
      }
      return;
    }
    this.found.push({ kind, left, right, leftThere, rightThere, position });
  }
}

/** For each item, the index on the other side of the nearest item before it that has a counterpart; -1 where none has. */
function counterpartsBefore(count: number, counterparts: ReadonlyMap<number, number>): readonly number[] {
  let last = -1;
  return Array.from({ length: count }, (_, at) => {
    const before = last;
    last = counterparts.get(at) ?? last;
    return before;
  });
}

/**
 * Where a place is marked at which something is missing: the node in which it is missing; where that is no more than a list of segments, the segment before the place, or the first one.
 */
function addressable(node: DiffNode, before: DiffNode | undefined): DiffNode {
  let at = before !== undefined && node.placeless ? before : node;
  while (at.placeless) {
    const next = before === undefined ? at.children()[0] : at.children().at(-1);
    if (next === undefined) {
      return at.parent === undefined ? at : addressable(at.parent, undefined);
    }
    at = next;
  }
  return at;
}
