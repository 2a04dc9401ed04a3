import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { withAttempt } from "../../../../src/core/progress/changes";
import { standingOf, summaryOf } from "../../../../src/core/progress/kataState";
import type { ProgressData } from "../../../../src/core/progress/progressData";
import { emptyProgress, kataProgressOf } from "../../../../src/core/progress/progressData";
import { progressRecords } from "../../../support/progressArbitraries";
import { attempt, kataUuid } from "../../../support/progressSamples";

function long(count: number): ProgressData {
  let data: ProgressData = emptyProgress;
  for (let index = 0; index < count; index++) {
    const startedAt = new Date(Date.UTC(2025, 0, 1, 0, index)).toISOString();
    data = withAttempt(data, attempt({ id: `a${String(index)}`, startedAt, outcome: index === 3 ? "passed" : "failed" }), `s${String(index)}`, "w").data;
  }
  return data;
}

/** The standing without what needs all attempts: their number and the best of them. */
function lasting(data: ProgressData, uuid: string): unknown {
  const { state, firstPassedAt, passedOn, lastAttemptAt, hintsUsed, solutionAsked, solutionShown } = standingOf(kataProgressOf(data, uuid));
  return { state, firstPassedAt, passedOn, lastAttemptAt, hintsUsed, solutionAsked, solutionShown };
}

describe("the summary of a record", () => {
  it("says the same of every kata's state, first pass, hints and solution", () => {
    fc.assert(
      fc.property(progressRecords, (data) => {
        for (const uuid of Object.keys(data.katas)) {
          assert.deepEqual(lasting(summaryOf(data), uuid), lasting(data, uuid));
        }
      }),
    );
  });

  it("holds the last 20 attempts and the first pass, without results", () => {
    const { attempts } = kataProgressOf(summaryOf(long(60)), kataUuid);
    assert.deepEqual(attempts.map(({ id }) => id), ["a3", ...Array.from({ length: 20 }, (_, index) => `a${String(40 + index)}`)]);
    assert.ok(attempts.every(({ results }) => results === undefined));
  });

  it("holds what is not in the file yet, however old", () => {
    const { attempts } = kataProgressOf(summaryOf(long(60), new Set(["a7"])), kataUuid);
    assert.deepEqual(attempts.slice(0, 2).map(({ id }) => id), ["a3", "a7"]);
  });
});
