import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "mocha";
import { solutionDigest, withAttempt, withEvent, withoutKata } from "../../../../src/core/progress/changes";
import { standingOf, timesOf } from "../../../../src/core/progress/kataState";
import { merge } from "../../../../src/core/progress/merge";
import type { ProgressData } from "../../../../src/core/progress/progressData";
import { emptyProgress, kataProgressOf } from "../../../../src/core/progress/progressData";
import { attempt, kataUuid } from "../../../support/progressSamples";

const hasher = { sha256: (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex") };
const kata = (data: ProgressData): ReturnType<typeof kataProgressOf> => kataProgressOf(data, kataUuid);

describe("the digest of a solution", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it("depends on names and bytes and not on the order", () => {
    const digest = (files: readonly (readonly [string, string])[]): string => solutionDigest(new Map(files.map(([name, text]) => [name, bytes(text)])), hasher);
    assert.equal(digest([["a", "1"], ["b", "2"]]), digest([["b", "2"], ["a", "1"]]));
    assert.notEqual(digest([["a", "1"], ["b", "2"]]), digest([["a", "2"], ["b", "1"]]));
    assert.notEqual(digest([["a", "1"]]), digest([["a", "1"], ["b", ""]]));
  });
});

describe("recording attempts", () => {
  it("stores what was found, without what was printed", () => {
    const { data, id } = withAttempt(emptyProgress, attempt({ known: { id: "no-pid", explanation: "long" } }), "s1", "w");
    const stored = kata(data).attempts[0];
    assert.equal(id, "a1");
    assert.equal(stored?.known, "no-pid");
    assert.deepEqual(stored.results, [
      {
        check: "shape",
        outcome: "failed",
        durationMs: 3,
        findings: [{ code: "schema.required", message: "PID-3 is missing.", args: { field: "PID-3" }, expected: "PID-3", file: "adt.hl7", range: [1, 2, 1, 5], pointer: "/segments/1" }],
        tests: [{ title: "decodes", outcome: "failed", durationMs: 1 }],
      },
    ]);
  });

  it("cuts what is too long to keep", () => {
    const long = attempt({ results: [{ check: "shape", outcome: "failed", durationMs: 1, findings: [{ code: "c", message: "m", args: { a: "x".repeat(1e6) }, actual: "y".repeat(1e6) }] }] });
    assert.ok(JSON.stringify(withAttempt(emptyProgress, long, "s1", "w").data).length < 6000);
  });

  it("counts a repeat instead of storing it, and tells by whom", () => {
    let data = withAttempt(emptyProgress, attempt(), "s1", "w1").data;
    const repeated = withAttempt(data, attempt({ id: "a2", startedAt: "2025-03-01T10:05:00.000Z" }), "s1", "w1");
    assert.equal(repeated.id, "a1");
    data = withAttempt(repeated.data, attempt({ id: "a3", startedAt: "2025-03-01T10:03:00.000Z" }), "s1", "w2").data;
    assert.equal(kata(data).attempts.length, 1);
    assert.deepEqual(kata(data).attempts[0]?.repeats, { w1: 1, w2: 1 });
    assert.equal(kata(data).attempts[0]?.lastAt, "2025-03-01T10:05:00.000Z");
    assert.equal(standingOf(kata(data)).attempts, 3);
  });

  it("counts nothing twice when two writers counted on from the same record", () => {
    const { data } = withAttempt(emptyProgress, attempt(), "s1", "w1");
    const one = withAttempt(data, attempt({ id: "a2" }), "s1", "w1").data;
    const other = withAttempt(withAttempt(data, attempt({ id: "a3" }), "s1", "w2").data, attempt({ id: "a4" }), "s1", "w2").data;
    const united = merge(merge(one, other), merge(other, one));
    assert.equal(kata(united).attempts.map(timesOf).join(), "4");
  });

  it("stores anew what differs in solution, outcome, signature or version of the kata", () => {
    const first = attempt();
    const changed = [
      [attempt({ id: "b1" }), "s2"],
      [attempt({ id: "b2", outcome: "errored" }), "s1"],
      [attempt({ id: "b3", signature: ["shape|pattern|/segments/*"] }), "s1"],
      [attempt({ id: "b4", kata: { ...first.kata, digest: "e".repeat(64) } }), "s1"],
      [attempt({ id: "b5", partial: true }), "s1"],
    ] as const;
    let { data } = withAttempt(emptyProgress, first, "s1", "w");
    for (const [each, solution] of changed) {
      data = withAttempt(data, each, solution, "w").data;
    }
    assert.equal(kata(data).attempts.length, 6);
  });

  it("records the same attempt once", () => {
    const once = withAttempt(emptyProgress, attempt(), "s1", "w").data;
    assert.equal(withAttempt(once, attempt(), "s1", "w").data, once);
  });
});

describe("removing a kata's progress", () => {
  it("takes everything away, in every record it is united with", () => {
    const before = withEvent(withAttempt(emptyProgress, attempt(), "s1", "w").data, kataUuid, { id: "hint-1", kind: "hint" }, "2025-03-01T10:01:00.000Z");
    const removed = withoutKata(before, kataUuid, "2025-03-02T00:00:00.000Z");
    for (const data of [removed, merge(before, removed), merge(removed, before)]) {
      assert.deepEqual(standingOf(kata(data)), { state: "notStarted", attempts: 0, hintsUsed: 0, solutionAsked: 0, solutionShown: false });
    }
  });

  it("takes away also what a clock that runs ahead has recorded", () => {
    const ahead = withAttempt(emptyProgress, attempt({ startedAt: "2031-01-01T00:00:00.000Z" }), "s1", "w").data;
    assert.equal(standingOf(kata(withoutKata(ahead, kataUuid, "2025-03-02T00:00:00.000Z"))).state, "notStarted");
  });

  it("leaves alone what is recorded afterwards, even by a clock that runs behind", () => {
    const removed = withoutKata(emptyProgress, kataUuid, "2031-01-01T00:00:00.000Z");
    const { data } = withAttempt(removed, attempt({ outcome: "passed" }), "s1", "w");
    const stored = kata(data).attempts[0];
    assert.equal(stored?.startedAt, "2025-03-01T10:00:00.000Z");
    assert.equal(standingOf(kata(merge(removed, data))).state, "passed");
    const hinted = withEvent(removed, kataUuid, { id: "hint-1", kind: "hint" }, "2025-01-01T00:00:00.000Z");
    assert.equal(standingOf(kata(merge(removed, hinted))).hintsUsed, 1);
  });

  it("can be done twice within a millisecond", () => {
    const now = "2025-03-02T00:00:00.000Z";
    const once = withAttempt(withoutKata(emptyProgress, kataUuid, now), attempt(), "s1", "w").data;
    assert.equal(standingOf(kata(withoutKata(once, kataUuid, now))).state, "notStarted");
  });
});

describe("a learner's standing", () => {
  const after = (...outcomes: readonly Parameters<typeof attempt>[0][]): ReturnType<typeof standingOf> => {
    let data: ProgressData = emptyProgress;
    outcomes.forEach((changes, index) => {
      data = withAttempt(data, attempt({ id: `a${String(index)}`, startedAt: `2025-03-01T10:0${String(index)}:00.000Z`, ...changes }), `s${String(index)}`, "w").data;
    });
    return standingOf(kata(data));
  };

  it("is failed after a wrong answer, and passed for good after a right one", () => {
    assert.equal(after({}).state, "failed");
    const standing = after({}, { outcome: "passed", solutionShown: true }, {}, { outcome: "passed" });
    assert.equal(standing.state, "passed");
    assert.equal(standing.best, "passed");
    assert.equal(standing.firstPassedAt, "2025-03-01T10:01:00.000Z");
    assert.equal(standing.lastAttemptAt, "2025-03-01T10:03:00.000Z");
    assert.deepEqual(standing.passedOn, { version: "1.0.0", digest: "d".repeat(64), solutionShown: true });
  });

  it("is started, not failed, when nothing could be checked", () => {
    assert.equal(after({ outcome: "errored" }).state, "started");
    assert.equal(after({ outcome: "blocked", partial: true }).state, "started");
    assert.equal(after({ outcome: "timedOut" }).state, "failed");
  });

  it("is started once the starter files are there or a hint was read", () => {
    const data = withEvent(emptyProgress, kataUuid, { id: "started", kind: "started" }, "2025-03-01T10:00:00.000Z");
    assert.equal(standingOf(kata(data)).state, "started");
    const hint = (from: ProgressData, number: number): ProgressData => withEvent(from, kataUuid, { id: `hint-${String(number)}`, kind: "hint" }, "2025-03-01T10:00:00.000Z");
    assert.equal(standingOf(kata(hint(hint(hint(data, 1), 2), 1))).hintsUsed, 2);
  });
});
