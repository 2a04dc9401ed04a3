import assert from "node:assert/strict";
import fc from "fast-check";
import { commonSubsequence, increasing, type IndexPair } from "../../../../src/core/diff/alignment";

/** Length of the longest common subsequence, straight from its definition. */
function longest(left: readonly number[], right: readonly number[]): number {
  const [a, ...restOfLeft] = left;
  const [b, ...restOfRight] = right;
  if (a === undefined || b === undefined) {
    return 0;
  }
  return a === b ? 1 + longest(restOfLeft, restOfRight) : Math.max(longest(restOfLeft, right), longest(left, restOfRight));
}

function assertRising(pairs: readonly IndexPair[]): void {
  pairs.forEach(([left, right], index) => {
    const [before, otherBefore] = pairs[index - 1] ?? [-1, -1];
    assert.ok(left > before && right > otherBefore);
  });
}

describe("alignment of lists", () => {
  const small = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 8 });

  it("finds a longest common subsequence", () => {
    fc.assert(fc.property(small, small, (left, right) => {
      const pairs = commonSubsequence(left, right);
      assertRising(pairs);
      assert.ok(pairs.every(([one, other]) => left[one] === right[other]));
      assert.equal(pairs.length, longest(left, right));
    }));
  });

  it("chooses as many rising pairs as there are", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 8 }), (rights) => {
      const chosen = increasing(rights.map((right, left): IndexPair => [left, right]));
      assertRising(chosen);
      const sorted = [...rights].sort((a, b) => a - b);
      assert.equal(chosen.length, longest(rights, sorted));
    }));
  });

  it("aligns long lists by what is unique in them, or by occurrence, in a moment", () => {
    const count = 50_000;
    const left = Array.from({ length: count }, (_, index) => index);
    const right = [...left.slice(0, 100), -1, ...left.slice(100, 30_000), ...left.slice(30_500), -2];
    assert.equal(commonSubsequence(left, right).length, count - 500);
    const few = Array.from({ length: count }, (_, index) => index % 3);
    const shifted = [7, ...few.slice(10), 8];
    const pairs = commonSubsequence(few, shifted);
    assertRising(pairs);
    assert.ok(pairs.length > count - 100, String(pairs.length));
  });
});
