import assert from "node:assert/strict";
import type { CheckResult } from "../../../../src/core/checks/checkResult";
import type { ChildMessage } from "../../../../src/core/checks/testProtocol";
import { TestRunRecord } from "../../../../src/core/checks/testRunRecord";

const finding = { code: "test.failed", message: "No.", args: {} };
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

function started(...titles: readonly string[]): readonly ChildMessage[] {
  return [
    { type: "checkStarted", check: "a" },
    { type: "testsFound", check: "a", titles },
  ];
}

function ran(title: string, outcome: "passed" | "failed" = "passed"): readonly ChildMessage[] {
  return [
    { type: "testStarted", check: "a", title },
    { type: "testEnded", check: "a", title, outcome, durationMs: 2 },
  ];
}

const ended: readonly ChildMessage[] = [{ type: "checkEnded", check: "a", durationMs: 5 }, { type: "end" }];

describe("TestRunRecord", () => {
  let told: string[];
  let time: number;

  beforeEach(() => {
    told = [];
    time = 0;
  });

  function record(...messages: readonly ChildMessage[]): TestRunRecord {
    const made = new TestRunRecord(
      [
        { id: "a", title: "A", tests: "checks/a.test.ts" },
        { id: "b", title: "B", tests: "checks/b.test.ts", needs: ["a"] },
      ],
      new Set(["kata.ts"]),
      { testEnded: (check, row) => told.push(`${check} ${row.title} ${row.outcome}`), checkEnded: (result) => told.push(`${result.check} ${result.outcome}`) },
      () => time,
    );
    for (const message of messages) {
      made.receive(message);
    }
    return made;
  }

  function outcomes(of: TestRunRecord): readonly string[] {
    return of.results().map(({ check, outcome }) => `${check} ${outcome}`);
  }

  function first(of: TestRunRecord): CheckResult {
    const [result] = of.results();
    assert.ok(result !== undefined);
    return result;
  }

  it("is over when the child said so and every check has a result", () => {
    const of = record(...started("x"), ...ran("x"), { type: "checkEnded", check: "a", durationMs: 5 }, { type: "checkStarted", check: "b" }, { type: "testsFound", check: "b", titles: ["y"] });
    assert.equal(of.ended, false);
    for (const message of [{ type: "testStarted", check: "b", title: "y" }, { type: "testEnded", check: "b", title: "y", outcome: "passed", durationMs: 1 }, { type: "checkEnded", check: "b", durationMs: 1 }, { type: "end" }] as const) {
      of.receive(message);
    }
    assert.equal(of.ended, true);
    assert.deepEqual(outcomes(of), ["a passed", "b passed"]);
  });

  it("blocks what needs a check that did not pass", () => {
    const of = record(...started("x"), ...ran("x", "failed"), ...ended);
    assert.equal(of.ended, true);
    assert.deepEqual(outcomes(of), ["a failed", "b blocked"]);
  });

  it("believes no end that leaves a check out without a reason", () => {
    const of = record(...started("x"), ...ran("x"), ...ended);
    assert.equal(of.ended, false);
    of.interrupt({ kind: "ended", exitCode: 0, signal: undefined });
    assert.deepEqual(outcomes(of), ["a passed", "b blocked"]);
  });

  it("believes no end in the middle of a check", () => {
    const of = record(...started("x"), { type: "testStarted", check: "a", title: "x" }, { type: "end" });
    assert.equal(of.ended, false);
  });

  it("takes a check without tests and findings for errored, never for passed", () => {
    const of = record({ type: "checkStarted", check: "a" }, ...ended);
    assert.deepEqual(outcomes(of), ["a errored", "b blocked"]);
  });

  it("takes tests that a check ended without for blocked", () => {
    record(...started("x", "y"), { type: "finding", check: "a", outcome: "failed", finding }, ...ended);
    assert.deepEqual(told, ["a x blocked", "a y blocked", "a failed", "b blocked"]);
  });

  it("leaves out what cannot be: unknown checks and tests, ends without a beginning, second ends", () => {
    const of = record(
      { type: "testEnded", check: "a", title: "x", outcome: "passed", durationMs: 1 },
      { type: "checkStarted", check: "nobody" },
      ...started("x"),
      { type: "testEnded", check: "a", title: "x", outcome: "passed", durationMs: 1 },
      { type: "testEnded", check: "a", title: "z", outcome: "passed", durationMs: 1 },
      { type: "finding", check: "b", outcome: "failed", finding },
      ...ran("x", "failed"),
      ...ran("x", "passed"),
      ...ended,
    );
    assert.deepEqual(told, ["a x failed", "a failed", "b blocked"]);
    assert.deepEqual(first(of).findings, []);
  });

  it("keeps a finding's place only in the learner's own files", () => {
    const of = record(
      ...started("x"),
      { type: "finding", check: "a", outcome: "failed", finding: { ...finding, file: "kata.ts", range } },
      { type: "finding", check: "a", outcome: "failed", finding: { ...finding, file: "../other.ts", range } },
      { type: "finding", check: "a", outcome: "failed", finding: { ...finding, range } },
      ...ended,
    );
    assert.deepEqual(first(of).findings, [{ ...finding, file: "kata.ts", range }, finding, finding]);
  });

  it("keeps what was printed beside its test, and the rest beside the check", () => {
    const of = record(
      ...started("x"),
      { type: "output", check: "a", text: "loading\n" },
      { type: "testStarted", check: "a", title: "x" },
      { type: "output", check: "a", test: "x", text: "one\n" },
      { type: "output", check: "a", test: "x", text: "two\n" },
      { type: "testEnded", check: "a", title: "x", outcome: "passed", durationMs: 1 },
      ...ended,
    );
    assert.equal(first(of).output, "loading\n");
    assert.equal(first(of).tests?.[0]?.output, "one\ntwo\n");
  });

  describe("when interrupted", () => {
    it("keeps what had ended, ends what ran and blocks the rest", () => {
      const of = record(...started("x", "y", "z"), ...ran("x"), { type: "testStarted", check: "a", title: "y" }, { type: "output", check: "a", test: "y", text: "so far" });
      time = 40;
      of.interrupt({ kind: "deadline", deadlineMs: 1500 });
      assert.deepEqual(told, ["a x passed", "a y timedOut", "a z blocked", "a timedOut", "b blocked"]);
      assert.deepEqual(first(of).tests?.[1], { title: "y", outcome: "timedOut", durationMs: 40, output: "so far" });
      assert.equal(first(of).findings[0]?.message, "“y” did not come to its end within 1.5 s. Look for a loop that never ends or a promise that is never settled.");
    });

    it("says for every check why nothing could start", () => {
      const of = record();
      of.interrupt({ kind: "start", code: "runner.start", reason: "No Node.", args: {} });
      assert.deepEqual(outcomes(of), ["a errored", "b errored"]);
      assert.deepEqual(
        of.results().flatMap(({ findings }) => findings.map(({ message }) => message)),
        ["No Node.", "No Node."],
      );
    });

    it("changes nothing that is over", () => {
      const of = record(...started("x"), ...ran("x", "failed"), ...ended);
      const before = of.results();
      of.interrupt({ kind: "memory", memoryLimit: 1 });
      of.receive({ type: "checkStarted", check: "a" });
      assert.deepEqual(of.results(), before);
    });
  });
});
