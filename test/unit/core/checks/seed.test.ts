import assert from "node:assert/strict";
import fc from "fast-check";
import { seededRandom } from "../../../../src/core/checks/seed";

describe("seededRandom", () => {
  it("gives the numbers it always gave", () => {
    const { next } = seededRandom(1);
    assert.deepEqual([next(), next(), next()].map((number) => Math.round(number * 1e6)), [357143, 314362, 979823]);
  });

  it("gives the same for the same seed and label, and other numbers for another", () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), (seed, label) => {
        const take = (from: number, as: string): readonly number[] => Array.from({ length: 4 }, seededRandom(from, as).next);
        assert.deepEqual(take(seed, label), take(seed, label));
        assert.notDeepEqual(take(seed, label), take(seed + 1, label));
        assert.notDeepEqual(take(seed, label), take(seed, `${label}x`));
      }),
    );
  });

  it("stays within what is asked for, and reaches both ends", () => {
    const { next, integer } = seededRandom(7);
    const seen = new Set(Array.from({ length: 200 }, () => integer(-2, 2)));
    assert.deepEqual([...seen].sort((one, other) => one - other), [-2, -1, 0, 1, 2]);
    assert.ok(Array.from({ length: 1000 }, next).every((number) => number >= 0 && number < 1));
  });

  it("shuffles without losing anything or touching the list", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const before = [...items];
        const shuffled = seededRandom(seed).shuffle(items);
        assert.deepEqual(items, before);
        assert.deepEqual(shuffled.sort(), before.sort());
      }),
    );
  });

  it("picks one of the items, and says when there are none", () => {
    const { pick } = seededRandom(3);
    assert.deepEqual(new Set(Array.from({ length: 50 }, () => pick(["a", "b"]))), new Set(["a", "b"]));
    assert.throws(() => pick([]), /There is nothing to pick from/);
  });
});
