import "../../../support/editor/vscodeStub";
import assert from "node:assert/strict";
import type { Finding } from "../../../../src/core/checks/finding";
import { briefState } from "../../../../src/editor/brief/briefState";
import type { BriefBasis } from "../../../../src/editor/brief/briefState";
import type { Look } from "../../../../src/editor/checking/looks";
import { toPage } from "../../../../src/webviews/protocol/brief";
import { exampleKata, testAttempt } from "../../../support/editor/kataExamples";

const none: Look = { phase: "none", live: new Map(), stale: false };
const basis = (more: Partial<BriefBasis> = {}): BriefBasis => ({
  kata: exampleKata(), started: true, look: none, briefHtml: "<p>b</p>", hintsHtml: [], hintsTotal: 3, canUndoReset: false, mayCompare: false, passedBefore: false, ...more,
});
const finding = (more: Partial<Finding> = {}): Finding => ({ code: "schema.x", message: "It is wrong.", args: {}, ...more });
const ended = (more: Parameters<typeof testAttempt>[0], stale = false): Look => ({ phase: "ended", attempt: testAttempt(more), live: new Map(), stale });
const labels = (of: BriefBasis): readonly string[] => briefState(of).actions.map(({ label, enabled, primary }) => `${label}${primary ? "!" : ""}${enabled ? "" : " (off)"}`);

describe("briefState", () => {
  it("is a message that the page believes", () => {
    for (const of of [basis(), basis({ started: false }), basis({ look: ended({ outcome: "passed" }), knownHtml: "<p>k</p>", hintsHtml: ["<h3>1</h3>"] })]) {
      assert.equal(toPage.matches({ type: "show", state: briefState(of) }), true);
    }
  });

  it("offers to start what was not started, and the right next thing after", () => {
    assert.deepEqual(labels(basis({ started: false })), ["Start!", "Next"]);
    assert.deepEqual(labels(basis()), ["Check!", "Hint 1/3", "Compare", "Reset", "Next"]);
    assert.deepEqual(labels(basis({ look: ended({ outcome: "passed" }) })), ["Check", "Hint 1/3", "Compare", "Reset", "Next!"]);
    assert.deepEqual(labels(basis({ look: ended({ outcome: "passed" }, true) })), ["Check!", "Hint 1/3", "Compare", "Reset", "Next"]);
    assert.deepEqual(labels(basis({ look: { ...none, phase: "running" }, canUndoReset: true })), ["Check! (off)", "Hint 1/3", "Compare", "Reset (off)", "Undo Reset (off)", "Next"]);
    assert.deepEqual(labels(basis({ hintsHtml: ["1", "2", "3"] }))[1], "Hint 3/3 (off)");
    assert.deepEqual(labels(basis({ hintsTotal: 0 }))[1], "Hint (off)");
  });

  it("says the verdict, also of a text that changed since, and to a screen reader with the first thing to do", () => {
    const result = { check: "shape", outcome: "failed", durationMs: 2, findings: [finding()] } as const;
    const { verdict } = briefState(basis({ look: ended({ outcome: "failed", durationMs: 41.6, results: [result, { ...result, check: "decode", outcome: "blocked", findings: [] }] }) }));
    assert.deepEqual(verdict, { state: "failed", text: "Not yet: 0 of 2 checks passed", time: "42 ms", live: "Not yet: 0 of 2 checks passed. It is wrong.", stale: false });
    assert.match(briefState(basis({ look: ended({ outcome: "failed", results: [result] }, true) })).verdict.text, /Changed since/);
    assert.deepEqual([briefState(basis({})).verdict.text, briefState(basis({ passedBefore: true })).verdict.text], ["Not checked yet", "Passed before"]);
    assert.equal(briefState(basis({ look: { ...none, phase: "broken", problem: "The file is too long." } })).verdict.text, "The file is too long.");
  });

  it("never says passed of a partial attempt", () => {
    const passed = { check: "shape", outcome: "passed", durationMs: 2, findings: [] } as const;
    const { verdict, checks } = briefState(basis({ look: ended({ outcome: "blocked", partial: true, results: [passed] }) }));
    assert.equal(verdict.text, "1 of 1 checks that ran passed");
    assert.deepEqual(checks.map(({ id, stateText }) => [id, stateText]), [["decode", "not run"], ["shape", "passed"]]);
  });

  it("puts what failed first once all is known, and leaves all in place before", () => {
    const results = [
      { check: "shape", outcome: "passed", durationMs: 1, findings: [] },
      { check: "decode", outcome: "failed", durationMs: 1, findings: [finding()] },
    ] as const;
    const ids = (look: Look): readonly string[] => briefState(basis({ look })).checks.map(({ id }) => id);
    assert.deepEqual(ids(ended({ results })), ["decode", "shape"]);
    assert.deepEqual(ids({ ...none, phase: "running", live: new Map([["shape", { tests: [], result: results[0] }]]) }), ["shape", "decode"]);
  });

  it("shows a finding with its test, a shared reason once, and values only where the sentence does not say them", () => {
    const findings = [
      finding({ why: "W", expected: "a", actual: "b", test: "t", file: "escapes.ts", range: { start: { line: 6, character: 0 }, end: { line: 6, character: 1 } } }),
      finding({ why: "W", actual: "wrong", file: "oru.hl7", doc: "https://hl7.org" }),
      finding({ why: "V", expected: "x".repeat(81), actual: "y" }),
    ];
    const tests = [{ title: "t", outcome: "failed", durationMs: 0.2, output: "printed" }, { title: "u", outcome: "passed", durationMs: 3, output: "" }] as const;
    const look = ended({ results: [{ check: "decode", outcome: "failed", durationMs: 1, findings, tests }] });
    const check = briefState(basis({ look })).checks.find(({ id }) => id === "decode");
    assert.deepEqual(check?.tests, [
      {
        title: "t", state: "failed", stateText: "failed", time: "< 1 ms", output: "printed",
        findings: [{ number: 0, message: "It is wrong.", why: "W", expected: "a", actual: "b", place: "escapes.ts:7", diff: false }],
      },
      { title: "u", state: "passed", stateText: "passed", time: "3 ms", findings: [] },
    ]);
    assert.equal(check.passedTests, "1 test passed");
    assert.deepEqual(check.findings, [
      { number: 1, message: "It is wrong.", place: "oru.hl7", doc: "https://hl7.org", diff: false },
      { number: 2, message: "It is wrong.", why: "V", expected: "x".repeat(81), actual: "y", diff: true },
    ]);
  });
});
