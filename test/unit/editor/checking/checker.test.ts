import assert from "node:assert/strict";
import type { Attempt } from "../../../../src/core/checks/attempt";
import type { AttemptRunner } from "../../../../src/core/checks/attemptRunner";
import { HumanError } from "../../../../src/core/humanError";
import { Checker } from "../../../../src/editor/checking/checker";
import type { CheckerSurroundings } from "../../../../src/editor/checking/checker";
import type { CheckRun, RunListener } from "../../../../src/editor/checking/checkRun";
import { startedKata, testAttempt } from "../../../support/editor/kataExamples";
import { silentLogger } from "../../../support/editor/silentLogger";

/** A runner whose runs end when the test says so. */
class HeldRunner implements AttemptRunner {
  readonly held: ((attempt: Attempt) => void)[] = [];

  run(_request: unknown, listener: RunListener, signal: AbortSignal): Promise<Attempt> {
    listener.checkStarted?.("shape");
    return new Promise((resolve, reject) => {
      this.held.push(resolve);
      signal.addEventListener("abort", () => reject(signal.reason as Error));
    });
  }
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function surroundings(runner: AttemptRunner, more: Partial<CheckerSurroundings> = {}): { checker: Checker; heard: string[]; recorded: Attempt[] } {
  const heard: string[] = [];
  const recorded: Attempt[] = [];
  let runs = 0;
  const checker = new Checker({
    runner: async () => runner,
    solutionOf: async () => new Map(),
    record: { helpTaken: () => ({ hintsUsed: 1, solutionShown: false }), record: async (_started, attempt) => void recorded.push(attempt) },
    surfaces: [
      {
        begin: () => {
          const run = `run ${String(++runs)}`;
          return {
            checkStarted: (check) => heard.push(`${run} ${check}`),
            attemptEnded: (attempt) => heard.push(`${run} ${attempt.outcome}`),
            cancelled: () => heard.push(`${run} cancelled`),
            broken: (message) => heard.push(`${run} broken: ${message}`),
          };
        },
      },
    ],
    log: silentLogger,
    editor: "test",
    aiOff: () => true,
    newSeed: () => 7,
    explain: (error) => (error instanceof Error ? error.message : "?"),
    ...more,
  });
  return { checker, heard, recorded };
}

const run: CheckRun = { started: startedKata(), cause: "command" };

describe("Checker", () => {
  it("tells every surface how a run goes, and records the attempt before it tells its end", async () => {
    const runner = new HeldRunner();
    const { checker, heard, recorded } = surroundings(runner);
    const done = checker.check(run);
    await tick();
    assert.equal(checker.isRunning(run.started.folder), true);
    const attempt = testAttempt({ outcome: "passed" });
    runner.held[0]?.(attempt);
    assert.equal(await done, attempt);
    assert.deepEqual(heard, ["run 1 shape", "run 1 passed"]);
    assert.deepEqual(recorded, [attempt]);
    assert.equal(checker.isRunning(run.started.folder), false);
  });

  it("drops a run when the next one begins, even where the dropped one had ended well a moment later", async () => {
    const runner = new HeldRunner();
    const { checker, heard, recorded } = surroundings(runner);
    const first = checker.check(run);
    await tick();
    const second = checker.check({ ...run, cause: "save" });
    runner.held[0]?.(testAttempt({ outcome: "passed" }));
    await tick();
    const attempt = testAttempt({ outcome: "failed" });
    runner.held[1]?.(attempt);
    assert.equal(await first, undefined);
    assert.equal(await second, attempt);
    assert.deepEqual(heard, ["run 1 shape", "run 1 cancelled", "run 2 shape", "run 2 failed"]);
    assert.deepEqual(recorded, [attempt]);
  });

  it("runs only the last of a storm of checks to its end", async () => {
    const runner = new HeldRunner();
    const { checker, recorded } = surroundings(runner);
    const all = Array.from({ length: 20 }, () => checker.check(run));
    for (let turn = 0; turn < 50; turn++) {
      await tick();
    }
    const attempt = testAttempt({ outcome: "failed" });
    runner.held.at(-1)?.(attempt);
    const ends = await Promise.all(all);
    assert.deepEqual(ends.filter((end) => end !== undefined), [attempt]);
    assert.equal(ends.at(-1), attempt);
    assert.equal(recorded.length, 1);
  });

  it("runs katas of different folders beside each other", async () => {
    const runner = new HeldRunner();
    const { checker } = surroundings(runner);
    const one = checker.check(run);
    const other = checker.check({ ...run, started: startedKata({ folder: "/w/other" }) });
    await tick();
    runner.held[0]?.(testAttempt({ outcome: "passed" }));
    runner.held[1]?.(testAttempt({ outcome: "failed" }));
    assert.deepEqual([(await one)?.outcome, (await other)?.outcome], ["passed", "failed"]);
  });

  it("ends when its signal says so, also when it said so before the start", async () => {
    const runner = new HeldRunner();
    const { checker, heard } = surroundings(runner);
    const controller = new AbortController();
    const done = checker.check(run, controller.signal);
    await tick();
    controller.abort();
    assert.equal(await done, undefined);
    assert.equal(await checker.check(run, controller.signal), undefined);
    assert.deepEqual(heard, ["run 1 shape", "run 1 cancelled"]);
  });

  it("ends everything on request", async () => {
    const { checker } = surroundings(new HeldRunner());
    const done = checker.check(run);
    await tick();
    await checker.stopAll();
    assert.equal(await done, undefined);
    assert.equal(checker.isRunning(run.started.folder), false);
  });

  it("says why a solution could not be read, to the surfaces and to the caller", async () => {
    const solutionOf = (): Promise<never> => Promise.reject(new HumanError("file.unreadable", "paths.json cannot be read; close what holds it."));
    const { checker, heard, recorded } = surroundings(new HeldRunner(), { solutionOf });
    await assert.rejects(checker.check(run), HumanError);
    assert.deepEqual(heard, ["run 1 broken: paths.json cannot be read; close what holds it."]);
    assert.deepEqual(recorded, []);
  });

  it("lets a surface that fails keep nobody else from hearing", async () => {
    const runner = new HeldRunner();
    const heard: string[] = [];
    const surfaces = [
      { begin: () => ({ attemptEnded: () => assert.fail("a fault of this surface") }) },
      { begin: () => ({ attemptEnded: (attempt: Attempt) => void heard.push(attempt.outcome) }) },
    ];
    const { checker } = surroundings(runner, { surfaces });
    const done = checker.check(run);
    await tick();
    runner.held[0]?.(testAttempt({ outcome: "failed" }));
    await done;
    assert.deepEqual(heard, ["failed"]);
  });
});
