import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { canonicalText, merge, sameProgress } from "../../../../src/core/progress/merge";
import { emptyProgress, kataProgressOf } from "../../../../src/core/progress/progressData";
import { progressText, readProgressText } from "../../../../src/core/progress/progressReader";
import { summaryOf } from "../../../../src/core/progress/kataState";
import { progressRecords } from "../../../support/progressArbitraries";

const runs = { numRuns: 400 };

function assertSame(a: unknown, b: unknown): void {
  assert.equal(canonicalText(a), canonicalText(b));
}

describe("uniting progress records", () => {
  it("does not depend on who is united with whom", () => {
    fc.assert(fc.property(progressRecords, progressRecords, (a, b) => assertSame(merge(a, b), merge(b, a))), runs);
  });

  it("does not depend on the order", () => {
    fc.assert(fc.property(progressRecords, progressRecords, progressRecords, (a, b, c) => assertSame(merge(merge(a, b), c), merge(a, merge(b, c)))), runs);
  });

  it("changes nothing when done again", () => {
    fc.assert(
      fc.property(progressRecords, progressRecords, (a, b) => {
        const both = merge(a, b);
        assertSame(merge(both, a), both);
        assertSame(merge(both, both), both);
        assertSame(merge(a, emptyProgress), a);
      }),
      runs,
    );
  });

  it("keeps every attempt that no removal covers, and none that one does", () => {
    fc.assert(
      fc.property(progressRecords, progressRecords, (a, b) => {
        const both = merge(a, b);
        for (const uuid of Object.keys(both.katas)) {
          const [one, other, united] = [kataProgressOf(a, uuid), kataProgressOf(b, uuid), kataProgressOf(both, uuid)];
          const removedAt = [one.removedAt ?? "", other.removedAt ?? ""].sort()[1] ?? "";
          const expected = new Set([...one.attempts, ...other.attempts].filter(({ at }) => at > removedAt).map(({ id }) => id));
          assert.deepEqual(new Set(united.attempts.map(({ id }) => id)), expected);
          assert.equal(united.attempts.length, expected.size);
        }
      }),
      runs,
    );
  });

  it("gains nothing from a summary of itself", () => {
    fc.assert(
      fc.property(progressRecords, (a) => {
        assertSame(merge(a, summaryOf(a)), a);
        assert.ok(sameProgress(merge(a, summaryOf(a)), a));
      }),
      runs,
    );
  });

  it("is equal to itself after being written and read", () => {
    fc.assert(
      fc.property(progressRecords, (a) => {
        const reading = readProgressText(progressText(a));
        assertSame(reading, { kind: "sound", data: a });
      }),
      runs,
    );
  });

  it("is told apart from any record that says something else", () => {
    fc.assert(
      fc.property(progressRecords, progressRecords, (a, b) => {
        const shape = (data: typeof a): unknown =>
          Object.fromEntries(
            Object.entries(data.katas).map(([uuid, { removedAt, attempts, events }]) => [
              uuid,
              {
                removedAt,
                attempts: attempts.map(({ id, at, lastAt, repeats, results }) => [id, at, lastAt, repeats, results === undefined]),
                events: events.map(({ id, at }) => [id, at]),
              },
            ]),
          );
        assert.equal(sameProgress(a, b), canonicalText(shape(a)) === canonicalText(shape(b)));
      }),
      runs,
    );
  });
});
