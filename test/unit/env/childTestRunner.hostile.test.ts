import assert from "node:assert/strict";
import type { CheckResult } from "../../../src/core/checks/checkResult";
import { RunnerBench } from "../../support/runner/runnerBench";

/** A check that asks the learner's `run` to do its worst, between two harmless tests. */
const calling = {
  "a.test.ts": `
import { solution } from "health-it-katas/testing";
describe("kata", () => {
  it("before", () => {});
  it("runs", async () => { await solution<{ run(): unknown }>().run(); });
  it("after", () => {});
});`,
};

function outcomes(result: CheckResult): readonly string[] {
  return (result.tests ?? []).map(({ title, outcome }) => `${title}: ${outcome}`);
}

function messages(result: CheckResult): readonly string[] {
  return result.findings.map(({ message }) => message);
}

function outputOf(result: CheckResult, title: string): string {
  return result.tests?.find((row) => row.title === title)?.output ?? "";
}

describe("ChildTestRunner against code that does its worst", function () {
  this.timeout(120_000);
  let bench: RunnerBench;

  beforeEach(async () => {
    bench = await RunnerBench.open();
  });

  afterEach(async () => {
    await bench.close();
  });

  async function worst(code: string, more: { readonly deadlineMs?: number; readonly memoryLimit?: number } = {}): Promise<CheckResult> {
    return await bench.check({ solution: { "kata.ts": code }, checks: calling, ...more });
  }

  describe("that never ends", () => {
    it("ends a loop at the deadline, and keeps what it printed and what had ended", async () => {
      const result = await worst('export function run() { console.log("so far"); for (;;); }', { deadlineMs: 700 });
      assert.equal(result.outcome, "timedOut");
      assert.deepEqual(outcomes(result), ["kata › before: passed", "kata › runs: timedOut", "kata › after: blocked"]);
      assert.deepEqual(messages(result), [
        "“kata › runs” did not come to its end within 0.7 s. Look for a loop that never ends or a promise that is never settled.",
      ]);
      assert.equal(result.findings[0]?.code, "runner.deadline");
      assert.equal(result.findings[0].test, "kata › runs");
      assert.equal(outputOf(result, "kata › runs"), "so far\n");
    });

    it("ends the wait for a promise that is never settled", async () => {
      const result = await worst("export const run = () => new Promise(() => undefined);", { deadlineMs: 700 });
      assert.deepEqual(outcomes(result), ["kata › before: passed", "kata › runs: timedOut", "kata › after: blocked"]);
    });

    it("ends a pattern that backtracks without end", async () => {
      const result = await worst('export const run = () => /^(a+)+$/.test("a".repeat(60) + "b");', { deadlineMs: 700 });
      assert.equal(result.outcome, "timedOut");
    });

    it("ends a solution that never finishes loading, and says which", async () => {
      const result = await worst("for (;;); export {};", { deadlineMs: 700 });
      assert.equal(result.outcome, "timedOut");
      assert.equal(result.findings[0]?.file, undefined);
      assert.match(messages(result)[0] ?? "", /^“kata › runs” did not come to its end/);
      const atLoad = await bench.check({
        solution: { "kata.ts": "for (;;); export const a = 1;" },
        checks: { "a.test.ts": 'import { a } from "../kata"; it("runs", () => a);' },
        deadlineMs: 700,
      });
      assert.deepEqual(messages(atLoad), ["kata.ts did not finish loading within 0.7 s. Look for a loop outside of all functions that never ends."]);
      assert.equal(atLoad.findings[0]?.file, "kata.ts");
    });

    it("ends a hook that never ends, and blocks the checks behind it", async () => {
      const results = await bench.run({
        checks: { "a.test.ts": 'before(() => { for (;;); }); it("runs", () => {});', "b.test.ts": 'it("runs", () => {});' },
        deadlineMs: 700,
      });
      assert.deepEqual(
        results.map(({ outcome }) => outcome),
        ["timedOut", "blocked"],
      );
      assert.match(messages(results[0] as CheckResult)[0] ?? "", /^The test's own before all hook did not come to its end within 0.7 s/);
      assert.match(messages(results[1] as CheckResult)[0] ?? "", /^This was not checked, because the run ended before it/);
    });
  });

  describe("that floods", () => {
    it("cuts 100 MB of console.log, and goes on", async () => {
      const result = await worst('export function run() { const line = "x".repeat(1023); for (let i = 0; i < 100 * 1024; i++) { console.log(line); } }');
      assert.equal(result.outcome, "passed");
      const printed = outputOf(result, "kata › runs");
      assert.ok(printed.length < 66_000, `${String(printed.length)} characters were kept`);
      assert.ok(printed.endsWith("… what came after this was cut: one test may print 64 kB.\n"));
    });

    it("cuts 100 MB written to descriptor 1, and goes on", async () => {
      const result = await worst('import * as fs from "node:fs"; export function run() { const line = "x".repeat(2 ** 20); for (let i = 0; i < 100; i++) { fs.writeSync(1, line); } }');
      assert.equal(result.outcome, "passed");
      assert.ok(outputOf(result, "kata › runs").endsWith("… what came after this was cut: one test may print 64 kB.\n"));
    });

    it("drains 100 MB that go past the runner to the real standard output", async () => {
      const before = process.memoryUsage().rss;
      const result = await worst('import * as fs from "node:fs"; export function run() { const piece = Buffer.alloc(2 ** 20, 120); for (let i = 0; i < 100; i++) { fs.writevSync(1, [piece]); fs.writevSync(2, [piece]); } }');
      assert.equal(result.outcome, "passed");
      assert.ok(process.memoryUsage().rss - before < 100 * 2 ** 20, "the parent has grown by what it should have dropped");
    });

    it("stops keeping what is printed at a limit for the whole run", async () => {
      const tests = Array.from({ length: 12 }, (_, index) => `it("t${String(index)}", () => { console.log("x".repeat(60000)); });`).join("\n");
      const result = await bench.check({ checks: { "a.test.ts": tests } });
      assert.equal(result.outcome, "passed");
      const kept = (result.tests ?? []).map(({ output }) => output).join("");
      assert.ok(kept.length < 530_000);
      assert.ok(kept.includes("… what came after this was cut: the whole run may print 512 kB."));
    });
  });

  describe("that eats memory", () => {
    it("ends it when its buffers are past the limit", async () => {
      const result = await worst(
        "export async function run() { const kept: Buffer[] = []; for (;;) { kept.push(Buffer.alloc(16 * 2 ** 20, 1)); await new Promise((done) => setTimeout(done, 5)); } }",
      );
      assert.equal(result.outcome, "failed");
      assert.deepEqual(messages(result), [
        "“kata › runs” used more than 512 MB of memory and was stopped. Look for a list, a text or a buffer that grows without end.",
      ]);
      assert.equal(result.findings[0]?.code, "runner.memory");
      assert.deepEqual(outcomes(result), ["kata › before: passed", "kata › runs: failed", "kata › after: blocked"]);
    });

    it("ends it when its buffers are past the limit in a loop that never lets go", async () => {
      const result = await worst("export function run() { const kept: Buffer[] = []; for (;;) { kept.push(Buffer.alloc(2 ** 20, 1)); } }");
      assert.equal(result.findings[0]?.code, "runner.memory");
    });

    it("says so when V8's own heap is full, without V8's noise", async () => {
      const result = await worst("export function run() { const kept: unknown[] = []; for (;;) { kept.push({ a: kept.length, b: [kept.length] }); } }");
      assert.equal(result.outcome, "failed");
      assert.equal(result.findings[0]?.code, "runner.memory");
      assert.doesNotMatch(JSON.stringify(result), /FATAL|JS stacktrace/);
    });
  });

  describe("that ends the program", () => {
    const ended = "before the tests were done. Take the call out: a program that ends early cannot be checked.";

    it("takes process.exit(0) in a test for no pass, and shows the line", async () => {
      const result = await worst('export function run() {\n  console.log("bye");\n  process.exit(0);\n}');
      assert.equal(result.outcome, "errored");
      assert.deepEqual(messages(result), [`process.exit was called at kata.ts, line 3 (0) ${ended}`]);
      const [finding] = result.findings;
      assert.equal(finding?.code, "runner.exit");
      assert.equal(finding.file, "kata.ts");
      assert.deepEqual(finding.range, { start: { line: 2, character: 2 }, end: { line: 2, character: 18 } });
      assert.equal(outputOf(result, "kata › runs"), "bye\n");
    });

    it("takes process.exit at load for no pass", async () => {
      const result = await bench.check({
        solution: { "kata.ts": "process.exit(0);\nexport const a = 1;" },
        checks: { "a.test.ts": 'import { a } from "../kata"; it("runs", () => a);' },
      });
      assert.equal(result.outcome, "errored");
      assert.deepEqual(messages(result), [
        `process.exit was called at kata.ts, line 1 (0) ${ended}`,
      ]);
    });

    it("takes process.exit in a nested timer for no pass", async () => {
      const result = await worst("export const run = () => new Promise(() => { setTimeout(() => { setTimeout(() => { process.exit(0); }, 1); }, 1); });");
      assert.equal(result.outcome, "errored");
      assert.deepEqual(messages(result), [`process.exit was called at kata.ts, line 1 (0) ${ended}`]);
    });

    for (const [how, code] of [
      ["process.reallyExit", "export const run = () => (process as any).reallyExit(0);"],
      ["an exit code that is set before", "export const run = () => { process.exitCode = 0; try { delete (process as any).exitCode; } catch { } process.exit(); };"],
      ["process.exit that was kept at load", 'const { exit } = process; export const run = () => exit.call(process, 0);'],
    ] as const) {
      it(`takes ${how} for no pass`, async () => {
        const result = await worst(code);
        assert.equal(result.outcome, "errored");
        assert.deepEqual(outcomes(result), ["kata › before: passed", "kata › runs: errored", "kata › after: blocked"]);
      });
    }

    it("says how the program ended when it cannot say who ended it", async () => {
      const result = await worst('export const run = () => { process.removeAllListeners("uncaughtException"); setTimeout(() => { throw new Error("gone"); }); return new Promise(() => undefined); };');
      assert.equal(result.outcome, "errored");
      assert.deepEqual(messages(result), [
        "The program that runs the tests ended (1) before it could say what came of them. Check again; if it happens again, look for what ends the program.",
      ]);
    });

    for (const name of ["abort", "kill", "_kill", "dlopen", "binding", "_linkedBinding", "_debugProcess", "send", "disconnect"] as const) {
      it(`keeps process.${name} out of reach`, async () => {
        const result = await worst(`export const run = () => { const p = process as any; if (p.${name} === undefined) { throw new Error("process.${name} cannot be used in a kata."); } p.${name}(p.ppid, 0); };`);
        assert.equal(result.outcome, "failed");
        assert.deepEqual(messages(result), [`The code threw an error (kata.ts, line 1): Error: process.${name} cannot be used in a kata.`]);
        assert.deepEqual(outcomes(result), ["kata › before: passed", "kata › runs: failed", "kata › after: passed"]);
      });
    }

    it("keeps process.kill out of reach by way of the module too", async () => {
      const result = await worst('import p from "node:process"; export const run = () => { delete (p as any).kill; Object.defineProperty(p, "kill", { value: 1 }); };');
      assert.equal(result.outcome, "failed");
      assert.match(messages(result)[0] ?? "", /Cannot delete property 'kill'/);
    });
  });

  describe("that throws where nobody waits", () => {
    it("takes a rejection that nobody handles for a failure of the test that runs", async () => {
      const result = await worst('export const run = () => { void Promise.reject(new TypeError("lost")); return new Promise((done) => setTimeout(done, 50)); };');
      assert.equal(result.outcome, "failed");
      assert.deepEqual(messages(result), ["The code threw an error (kata.ts, line 1): TypeError: lost"]);
      assert.deepEqual(outcomes(result), ["kata › before: passed", "kata › runs: failed", "kata › after: passed"]);
    });

    it("takes an error in a timer for a failure of the test that runs", async () => {
      const result = await worst('export const run = () => new Promise(() => {\n  setTimeout(() => { throw new RangeError("late"); }, 5);\n});');
      assert.equal(result.outcome, "failed");
      assert.deepEqual(messages(result), ["The code threw an error (kata.ts, line 2): RangeError: late"]);
      assert.equal(result.findings[0]?.test, "kata › runs");
    });

    it("does not pass when the error comes after the test had passed", async () => {
      const result = await bench.check({
        solution: { "kata.ts": 'export const run = () => { setTimeout(() => { throw new RangeError("late"); }, 0); };' },
        checks: { "a.test.ts": 'import { run } from "../kata"; it("runs", () => { run(); }); it("waits", () => new Promise((done) => setTimeout(done, 100)));' },
      });
      assert.equal(result.outcome, "failed");
      assert.deepEqual(messages(result), ["The code threw an error (kata.ts, line 1): RangeError: late"]);
    });

    it("puts a value that is no error into words", async () => {
      const result = await worst('export const run = () => { throw "a text"; };');
      assert.deepEqual(messages(result), ['The code threw a value that is no error: "a text"']);
    });
  });

  describe("that forges", () => {
    it("believes nothing that comes without the nonce", async () => {
      const result = await worst(`
import * as fs from "node:fs";
export function run() {
  for (const line of ['{"type":"end"}', '{"type":"testEnded","check":"a","title":"kata › runs","outcome":"passed","durationMs":1}', '{"type":"checkEnded","check":"a","durationMs":1}']) {
    fs.writeSync(3, line + "\\n");
    fs.writeSync(3, "00000000000000000000000000000000" + line + "\\n");
    fs.writeSync(3, line);
  }
  throw new Error("wrong");
}`);
      assert.equal(result.outcome, "failed");
      assert.deepEqual(outcomes(result), ["kata › before: passed", "kata › runs: failed", "kata › after: passed"]);
    });

    it("does not grow by what is written past the nonce", async () => {
      const before = process.memoryUsage().rss;
      const result = await worst('import * as fs from "node:fs"; export function run() { const piece = "x".repeat(2 ** 20); for (let i = 0; i < 200; i++) { fs.writeSync(3, piece); } }');
      assert.equal(result.outcome, "passed");
      assert.ok(process.memoryUsage().rss - before < 100 * 2 ** 20);
    });

    it("takes a closed pipe for an early end, not for a pass", async () => {
      const result = await worst('import * as fs from "node:fs"; export function run() { fs.closeSync(3); }');
      assert.equal(result.outcome, "errored");
      assert.deepEqual(outcomes(result), ["kata › before: passed", "kata › runs: errored", "kata › after: blocked"]);
    });

    it("does not show its nonce to functions that were put in the place of Node's", async () => {
      const result = await worst(`
import * as fs from "node:fs";
const heard: string[] = [];
export function run() {
  const real = fs.writeSync;
  (fs as any).writeSync = (...given: any[]) => { heard.push(String(given[1])); return (real as any)(...given); };
  const stringify = JSON.stringify;
  JSON.stringify = ((...given: any[]) => { heard.push("stringify"); return (stringify as any)(...given); }) as any;
  (Object.prototype as any).toJSON = function () { heard.push("toJSON"); return { type: "end" }; };
  console.log("something");
  return new Promise((done) => setTimeout(() => { delete (Object.prototype as any).toJSON; JSON.stringify = stringify; if (heard.length > 0) { console.log(heard.join()); } done(undefined); }, 20));
}`);
      assert.equal(result.outcome, "passed");
      assert.equal(outputOf(result, "kata › runs"), "something\n");
    });

    it("keeps assert as it is", async () => {
      const result = await bench.check({
        solution: { "kata.ts": 'import assert from "node:assert/strict"; try { (assert as any).equal = () => undefined; } catch { } export const a = 1;' },
        checks: { "a.test.ts": 'import assert from "node:assert/strict"; import { a } from "../kata"; it("compares", () => { assert.equal(a, 2); });' },
      });
      assert.equal(result.outcome, "failed");
      assert.deepEqual(messages(result), ["The value is 1, but 2 belongs there."]);
    });

    it("does not give the learner's file mocha's words", async () => {
      const result = await worst('export const run = () => [typeof (globalThis as any).it, typeof it].join();\ndeclare const it: unknown;\nif (run() !== "undefined,undefined") { throw new Error(run()); }');
      assert.equal(result.outcome, "passed");
    });
  });

  describe("that reaches out", () => {
    it("is kept from reading outside of the kata", async () => {
      const result = await worst('import { readFileSync } from "node:fs";\nexport const run = () => readFileSync("/etc/hostname", "utf8");');
      assert.equal(result.outcome, "failed");
      assert.deepEqual(messages(result), ["A kata's code may only read the kata's own files: it was kept from reading /etc/hostname."]);
      assert.equal(result.findings[0]?.code, "test.denied");
    });

    it("is kept from writing, even among its own files", async () => {
      const result = await worst('import { writeFileSync } from "node:fs";\nexport const run = () => writeFileSync("kata.ts", "");');
      assert.deepEqual(messages(result), ["A kata's code may not write files: it was kept from writing kata.ts."]);
    });

    it("is kept from making links", async () => {
      const result = await worst('import { symlinkSync } from "node:fs";\nexport const run = () => symlinkSync("/etc", "out");');
      assert.equal(result.findings[0]?.code, "test.denied");
    });

    for (const [specifier, reason] of [
      ["child_process", "a kata's code starts no other programs or threads"],
      ["node:worker_threads", "a kata's code starts no other programs or threads"],
      ["node:net", "a kata's code has no network"],
      ["node:https", "a kata's code has no network"],
      ["node:sqlite", "a kata's code writes no files"],
      ["node:vm", "it is not among the parts of Node that a kata's code may use"],
      ["node:module", "it is not among the parts of Node that a kata's code may use"],
      ["node:inspector", "it is not among the parts of Node that a kata's code may use"],
      ["lodash", "a kata's code has no npm packages, only what Node itself offers"],
      ["/etc/passwd", "only relative paths within the kata can be loaded"],
    ] as const) {
      it(`is refused ${specifier} with a reason and at its line`, async () => {
        const result = await worst(`\nexport const run = () => require(${JSON.stringify(specifier)});`);
        assert.equal(result.outcome, "failed");
        assert.deepEqual(messages(result), [`“${specifier}” cannot be used here: ${reason}.`]);
        assert.equal(result.findings[0]?.range?.start.line, 1);
      });
    }

    it("is refused modules by way of process and import()", async () => {
      for (const code of [
        'export const run = () => (process as any).getBuiltinModule?.("child_process") ?? require("child_process");',
        'export const run = () => import("node:child_process");',
        'export const run = () => (process as any).mainModule?.require("child_process") ?? require("child_process");',
      ]) {
        const result = await worst(code);
        assert.equal(result.outcome, "failed", code);
        assert.match(messages(result)[0] ?? "", /child_process” cannot be used here: a kata's code starts no other programs or threads/);
      }
    });

    it("is refused files above the kata", async () => {
      const result = await worst('export const run = () => require("../../etc/passwd");');
      assert.deepEqual(messages(result), ["“../../etc/passwd” lies outside of the kata and cannot be loaded."]);
    });

    it("has no fetch", async () => {
      const result = await worst('export const run = () => fetch("http://127.0.0.1");');
      assert.match(messages(result)[0] ?? "", /fetch cannot be used here: a kata's code has no network/);
    });

    it("finds nothing of the parent's in its environment", async () => {
      process.env["RUNNER_TEST_SECRET"] = "secret";
      try {
        const result = await worst("export const run = () => { console.log(Object.keys(process.env).sort().join()); };");
        assert.equal(outputOf(result, "kata › runs"), process.platform === "win32" ? "SystemRoot,TZ\n" : "TZ\n");
      } finally {
        delete process.env["RUNNER_TEST_SECRET"];
      }
    });

    it("never shows where the copies lie", async () => {
      const result = await worst(
        'import { pathToFileURL } from "node:url";\nexport function run() { console.log(__filename, __dirname, process.cwd(), pathToFileURL(__filename).href, JSON.stringify(__filename), new Error("x").stack); throw new Error(`in ${__filename}`); }',
      );
      const all = JSON.stringify(result);
      assert.doesNotMatch(all, /health-it-katas-\d|runner-bench/);
      assert.match(outputOf(result, "kata › runs"), /^kata\.ts /);
      assert.deepEqual(messages(result), ["The code threw an error (kata.ts, line 2): Error: in kata.ts"]);
    });
  });
});
