import assert from "node:assert/strict";
import { checkInProcess, onlyFinding } from "../../support/runner/inProcess";

const kata = `export function first(text: string): string {
  return second(text);
}

function second(text: string): string {
    throw new RangeError("too " + text);   // here
}

export const call = (back: () => void): void => {
  back();
};
`;

describe("Failures", () => {
  describe("put an assertion into one sentence", () => {
    for (const [code, message, expected, actual] of [
      ['assert.equal(1, 2, "One is not two.");', "One is not two.", "2", "1"],
      ['assert.deepEqual({ b: 1, a: [1] }, { a: [2], b: 1 }, "The list is wrong.");', "The list is wrong.", '{\n  "a": [\n    2\n  ],\n  "b": 1\n}', '{\n  "a": [\n    1\n  ],\n  "b": 1\n}'],
      ['assert.equal("a\\nb\\nc", "a\\nx\\nc", "Three lines.");', "Three lines.", "a\nx\nc", "a\nb\nc"],
      ['assert.equal("a", "b");', 'The value is "a", but "b" belongs there.', "b", "a"],
      ["assert.equal(5, '5');", 'The value is 5, but "5" belongs there.', "'5'", "5"],
      ["assert.deepEqual([1], [2]);", "The value is [ 1 ], but [ 2 ] belongs there.", "[\n  2\n]", "[\n  1\n]"],
      ['assert.equal("x".repeat(200), "y");', "The value is not the one that belongs there.", "y", "x".repeat(200)],
      ["assert.equal(undefined, 1);", "The value is undefined, but 1 belongs there.", "1", "undefined"],
      ["assert.deepEqual(new Map([[1, 2]]), new Map());", "The value is Map(1) { 1 => 2 }, but Map(0) {} belongs there.", "Map(0) {}", "Map(1) { 1 => 2 }"],
      ['require("node:assert").equal(1, 2);', "The value is 1, but 2 belongs there.", "2", "1"],
      ['assert.ok(false, "Not so.");', "Not so."],
      ["assert.ok(0 > 1);", "Something that should hold does not."],
      ["assert(null);", "Something that should hold does not."],
      ["assert.notEqual(1, 1);", "The value is 1, which does not belong there."],
      ['assert.match("abc", /x/);', 'The text "abc" does not have the form it should have.'],
      ['assert.match("abc", /x/, "No x.");', "No x."],
      ['assert.doesNotMatch("abc", /b/);', 'The text "abc" has a form it should not have.'],
      ["assert.throws(() => {});", "An error should have been thrown here, but none was."],
      ['assert.throws(() => {}, "It should refuse this.");', "It should refuse this."],
      ['assert.throws(() => {}, TypeError, "It should refuse this.");', "It should refuse this."],
      ["await assert.rejects(Promise.resolve());", "An error should have been thrown here, but none was."],
      ['assert.doesNotThrow(() => { throw new Error("x"); });', "An error was thrown where none should be: x"],
      ['assert.doesNotThrow(() => { throw new Error("x"); }, "It should take this.");', "It should take this."],
      ["assert.fail();", "Failed"],
      ['assert.fail("No.");', "No."],
    ] as const) {
      it(code, async () => {
        const result = await checkInProcess(kata, code);
        assert.equal(result.outcome, "failed");
        const finding = onlyFinding(result);
        assert.equal(finding.message, message);
        assert.deepEqual([finding.expected, finding.actual], [expected, actual]);
        assert.match(finding.code, /^test\./);
        assert.equal(finding.range, undefined);
      });
    }
  });

  it("mark the innermost line of the learner's", async () => {
    const finding = onlyFinding(await checkInProcess(kata, 'testing.solution().first("much");'));
    assert.equal(finding.message, "The code threw an error (kata.ts, line 6): RangeError: too much");
    assert.equal(finding.code, "test.threw");
    assert.equal(finding.file, "kata.ts");
    assert.deepEqual(finding.range, { start: { line: 5, character: 4 }, end: { line: 5, character: 50 } });
  });

  it("mark the learner's line that called back when the assertion is in the test", async () => {
    const finding = onlyFinding(await checkInProcess(kata, 'testing.solution().call(() => assert.fail("Called."));'));
    assert.equal(finding.message, "Called.");
    assert.equal(finding.range?.start.line, 9);
  });

  it("mark nothing of the learner's when the learner's code is not on the way", async () => {
    const finding = onlyFinding(await checkInProcess(kata, "(undefined as any).length;"));
    assert.equal(finding.message, "The code threw an error (checks/a.test.ts, line 5): TypeError: Cannot read properties of undefined (reading 'length')");
    assert.equal(finding.file, undefined);
  });

  it("name an import that is not there, and what is", async () => {
    const finding = onlyFinding(await checkInProcess(kata, "encode();", { head: 'import { encode } from "../kata";' }));
    assert.equal(finding.message, "kata.ts does not export “encode”. It exports first, call.");
  });

  it("survive errors whose parts throw or lie", async () => {
    for (const thrown of [
      "null",
      "undefined",
      "Object.create(null)",
      'Object.assign(new Error("x"), { stack: 5 })',
      'Object.assign(new Error("x"), { stack: undefined, name: Symbol("n") })',
      'Object.defineProperty(new Error("x"), "stack", { get() { throw new Error("no"); } })',
      '({ get message() { throw new Error("no"); } })',
      "(() => { const e = new Error('x'); e.cause = e; return e; })()",
      "new Proxy({}, { get() { throw new Error('no'); }, getPrototypeOf() { throw new Error('no'); } })",
    ]) {
      const result = await checkInProcess(`export const run = (): never => { throw ${thrown}; };`, "testing.solution().run();");
      assert.equal(result.outcome, "failed", thrown);
      assert.ok(onlyFinding(result).message.length > 0);
    }
  });
});
