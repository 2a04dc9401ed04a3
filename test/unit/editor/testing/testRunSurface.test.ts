import "../../../support/editor/vscodeStub";
import assert from "node:assert/strict";
import type { Finding } from "../../../../src/core/checks/finding";
import { TestItems } from "../../../../src/editor/testing/testItems";
import { showInTestRun } from "../../../../src/editor/testing/testRunSurface";
import { fakeController, FakeTestRun } from "../../../support/editor/fakeTestRun";
import { startedKata, testAttempt } from "../../../support/editor/kataExamples";

const started = startedKata();

function surface(only?: readonly string[]): { run: FakeTestRun; items: TestItems; told: ReturnType<typeof showInTestRun> } {
  const run = new FakeTestRun();
  const items = new TestItems(fakeController());
  return { run, items, told: showInTestRun(run, items, started, only) };
}

const finding = (more: Partial<Finding>): Finding => ({ code: "test.failed", message: "It is wrong.", args: {}, ...more });

describe("an attempt in a run of the Test Explorer", () => {
  it("shows each check and test as it comes, with output beside what printed it", () => {
    const { run, told } = surface();
    told.checkStarted?.("shape");
    told.checkEnded?.({ check: "shape", outcome: "passed", durationMs: 3, findings: [] });
    told.checkStarted?.("decode");
    told.testsFound?.("decode", ["decode › one", "decode › two"]);
    told.testStarted?.("decode", "decode › one");
    told.output?.("decode", "decode › one", "a\nb\r\n");
    told.testEnded?.("decode", { title: "decode › one", outcome: "passed", durationMs: 1, output: "a\nb\r\n" });
    told.output?.("decode", undefined, "outside\n");
    told.testStarted?.("decode", "decode › two");
    const two = { title: "decode › two", outcome: "failed", durationMs: 2, output: "" } as const;
    told.testEnded?.("decode", two);
    told.checkEnded?.({
      check: "decode",
      outcome: "failed",
      durationMs: 9,
      findings: [finding({ test: "decode › two", why: "A result is lost.", expected: "x", actual: "y", file: "escapes.ts", range: { start: { line: 4, character: 0 }, end: { line: 4, character: 2 } } })],
      tests: [{ title: "decode › one", outcome: "passed", durationMs: 1, output: "" }, two],
    });
    told.attemptEnded?.(testAttempt());
    assert.deepEqual(run.lines, [
      "enqueued shape",
      "enqueued decode",
      "started shape",
      "passed shape 3",
      "started decode",
      "enqueued decode › one",
      "enqueued decode › two",
      "started decode › one",
      'output decode › one "a\\r\\nb\\r\\n"',
      "passed decode › one 1",
      'output decode "outside\\r\\n"',
      "started decode › two",
      "failed decode › two 2",
      "failed decode › two 2",
      "  It is wrong.⏎⏎A result is lost. (x / y) at /w/health-it-katas/hl7v2/v2-escapes/escapes.ts:4 [kataFailure]",
      "end",
    ]);
  });

  it("never shows what could not be checked as a wrong answer, nor what was not run as either", () => {
    const { run, told } = surface();
    told.checkEnded?.({ check: "shape", outcome: "errored", durationMs: 1, findings: [finding({ message: "The schema does not compile." })] });
    told.checkEnded?.({ check: "decode", outcome: "blocked", durationMs: 0, findings: [finding({ message: "Not yet." })] });
    told.attemptEnded?.(testAttempt());
    assert.deepEqual(run.lines.slice(2), [
      "errored shape",
      "  The schema does not compile. at nowhere [kataFailure]",
      "skipped decode",
      "end",
    ]);
  });

  it("shows a check that took too long as failed, with a word for it when there is no other", () => {
    const { run, told } = surface();
    told.checkEnded?.({ check: "decode", outcome: "timedOut", durationMs: 5000, findings: [] });
    assert.deepEqual(run.lines.slice(2), ["failed decode 5000", "  stopped, took too long at nowhere []"]);
  });

  it("takes only what was asked for, and ends when it is cancelled or breaks", () => {
    const one = surface(["shape"]);
    one.told.cancelled?.();
    assert.deepEqual(one.run.lines, ["enqueued shape", "end"]);
    const other = surface(["shape"]);
    other.told.broken?.("The file is gone.");
    assert.deepEqual(other.run.lines, ["enqueued shape", "errored shape", "  The file is gone. at nowhere []", "end"]);
  });

  it("keeps the item of a test while it is there, and drops it when it is not", () => {
    const { items, told } = surface();
    told.testsFound?.("decode", ["a", "b"]);
    const before = items.ofTest(started, "decode", "b");
    told.testsFound?.("decode", ["b", "c"]);
    assert.equal(items.ofTest(started, "decode", "b"), before);
    assert.deepEqual([...(items.ofCheck(started, "decode")?.children ?? [])].map(([id]) => id), ["b", "c"]);
  });
});
