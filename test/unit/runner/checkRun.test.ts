import assert from "node:assert/strict";
import type { CheckResult } from "../../../src/core/checks/checkResult";
import { onlyFinding, runInProcess } from "../../support/runner/inProcess";

const kata = { "kata.ts": "export const one = 1;\nexport function boom(): never { throw new TypeError('boom'); }\n" };

async function check(tests: string, solution: Readonly<Record<string, string>> = kata): Promise<CheckResult> {
  const [result] = await runInProcess({ solution, checks: { "a.test.ts": tests } });
  assert.ok(result !== undefined);
  return result;
}

function rows(result: CheckResult): readonly string[] {
  return (result.tests ?? []).map(({ title, outcome }) => `${title}: ${outcome}`);
}

const authors = "This is a mistake in the kata, not in your answer.";

describe("CheckRun", () => {
  it("gives every test a row with the titles on the way, in the order in which they run", async () => {
    const result = await check('describe("a", () => { describe("b", () => { it("c", () => {}); }); it("d", () => {}); }); it("e", () => {});');
    assert.deepEqual(rows(result), ["e: passed", "a › d: passed", "a › b › c: passed"]);
    assert.equal(result.outcome, "passed");
  });

  it("waits for promises and for done()", async () => {
    const result = await check(`
      it("promise", async () => { await new Promise((done) => setTimeout(done, 5)); throw new Error("late"); });
      it("done", (done) => { setTimeout(() => done(new Error("later")), 5); });`);
    assert.deepEqual(rows(result), ["promise: failed", "done: failed"]);
  });

  it("counts a retried test once, by its last try", async () => {
    const result = await check('let tries = 0; it("t", function () { this.retries(2); if (++tries < 3) throw new Error("not yet"); });');
    assert.deepEqual(rows(result), ["t: passed"]);
    assert.equal(result.outcome, "passed");
  });

  describe("takes for errored, never for passed", () => {
    for (const [what, tests, code, message] of [
      ["a file without tests", "export {};", "kata.noTests", `checks/a.test.ts has no tests, so nothing was checked. ${authors}`],
      ["an empty describe", 'describe("a", () => {});', "kata.noTests", `checks/a.test.ts has no tests, so nothing was checked. ${authors}`],
      ["it.only", 'it("a", () => {}); it.only("b", () => {});', "kata.only", `checks/a.test.ts runs only some of its tests (.only), so it cannot be relied on. ${authors}`],
      ["describe.only", 'describe.only("b", () => { it("a", () => {}); });', "kata.only", `checks/a.test.ts runs only some of its tests (.only), so it cannot be relied on. ${authors}`],
      ["two tests of one title", 'it("a", () => {}); it("a", () => {});', "kata.sameTitle", `checks/a.test.ts has two tests with the title “a”. ${authors}`],
      ["a file that throws on load", '\nthrow new Error("broken");', "kata.threw", `The kata's tests could not be run (checks/a.test.ts, line 2): Error: broken. ${authors}`],
      ["a file with a syntax error", "\n\nconst a = ;", "source.syntax", `checks/a.test.ts, line 3 cannot be read: Unexpected token. ${authors}`],
      ["a file that asks for what is not there", 'import "./missing";', "module.missing", "There is no checks/missing. checks/a.test.ts asks for it."],
      ["a hook of the author's that throws", 'before(() => { throw new Error("setup"); }); it("a", () => {});', "kata.threw", `The kata's tests could not be run (checks/a.test.ts, line 1): Error: setup. ${authors}`],
    ] as const) {
      it(what, async () => {
        const result = await check(tests);
        assert.equal(result.outcome, "errored");
        const finding = onlyFinding(result);
        assert.deepEqual([finding.code, finding.message], [code, message]);
        assert.equal(finding.range, undefined);
      });
    }

    it("a check whose file is not there", async () => {
      const [result] = await runInProcess({ checks: {}, declared: [{ id: "a", title: "A", tests: "checks/a.test.ts" }] });
      assert.equal(result?.outcome, "errored");
      assert.equal(result.findings[0]?.message, "There is no checks/a.test.ts.");
    });

    for (const [how, tests] of [
      ["it.skip", 'it("a", () => {}); it.skip("b", () => {});'],
      ["xit", 'it("a", () => {}); xit("b", () => {});'],
      ["a test without a body", 'it("a", () => {}); it("b");'],
      ["this.skip()", 'it("a", () => {}); it("b", function () { this.skip(); });'],
    ] as const) {
      it(`a test left out by ${how}`, async () => {
        const result = await check(tests);
        assert.deepEqual(rows(result), ["a: passed", "b: errored"]);
        assert.equal(onlyFinding(result).message, `The author left the test “b” out, so it says nothing. ${authors}`);
        assert.equal(onlyFinding(result).test, "b");
      });
    }

    it("tests left out by describe.skip", async () => {
      const result = await check('describe.skip("a", () => { it("b", () => {}); it("c", () => {}); });');
      assert.deepEqual(rows(result), ["a › b: errored", "a › c: errored"]);
    });
  });

  describe("takes for failed", () => {
    it("a solution that throws on load, at its line", async () => {
      const result = await check('import { one } from "../kata"; it("a", () => one);', { "kata.ts": "export const one = 1;\nconst none: any = undefined;\nnone.length;" });
      assert.equal(result.outcome, "failed");
      const finding = onlyFinding(result);
      assert.equal(finding.message, "The code threw an error (kata.ts, line 3): TypeError: Cannot read properties of undefined (reading 'length')");
      assert.deepEqual(finding.range, { start: { line: 2, character: 0 }, end: { line: 2, character: 12 } });
    });

    it("a solution with a syntax error, at its line, whoever finds it", async () => {
      for (const [file, source, problem, line] of [
        ["kata.ts", "export const one = 1;\nconst a = ;\n", "Unexpected token", 1],
        ["kata.ts", "export const one = 1;\n\nlet a = 1; let a = 2;\n", "Identifier 'a' has already been declared", 2],
        ["kata.js", "exports.one = 1;\n  exports.two = = 2;\n", "Unexpected token '='", 1],
        ["kata.ts", "export function f() {\n  return 1;\n", "Unexpected token", 2],
      ] as const) {
        const result = await check(`import { one } from "../kata"; it("a", () => one);`, { [file]: source });
        assert.equal(result.outcome, "failed");
        const finding = onlyFinding(result);
        assert.equal(finding.message, `${file}, line ${String(line + 1)} cannot be read: ${problem}. Mend the syntax first; the rest is checked then.`);
        assert.equal(finding.file, file);
        assert.equal(finding.range?.start.line, line);
      }
    });

    it("a hook that the learner's code makes throw", async () => {
      const result = await check('import { boom } from "../kata"; describe("d", () => { before(() => { boom(); }); it("a", () => {}); it("b", () => {}); }); it("c", () => {});');
      assert.equal(result.outcome, "failed");
      assert.deepEqual(rows(result), ["c: passed", "d › a: blocked", "d › b: blocked"]);
      assert.equal(onlyFinding(result).range?.start.line, 1);
    });

    it("the test whose beforeEach fails, and blocks the tests behind it", async () => {
      const result = await check('import assert from "node:assert/strict"; beforeEach(() => { assert.equal(1, 2, "Not ready."); }); it("a", () => {}); it("b", () => {});');
      assert.deepEqual(rows(result), ["a: failed", "b: blocked"]);
      assert.deepEqual([onlyFinding(result).message, onlyFinding(result).test], ["Not ready.", "a"]);
    });

    it("a check whose afterEach fails, though the test passed", async () => {
      const result = await check('import assert from "node:assert/strict"; afterEach(() => { assert.fail("Left something."); }); it("a", () => {});');
      assert.equal(result.outcome, "failed");
      assert.deepEqual(rows(result), ["a: passed"]);
      assert.equal(onlyFinding(result).message, "Left something.");
    });

    it("a test that is slower than its author allows", async () => {
      const result = await check('it("a", function () { this.timeout(10); return new Promise(() => {}); });');
      assert.equal(onlyFinding(result).message, "This took longer than the 10 ms that it may take.");
      assert.equal(result.outcome, "failed");
    });
  });
});
