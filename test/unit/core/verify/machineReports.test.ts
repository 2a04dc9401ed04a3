import assert from "node:assert/strict";
import fc from "fast-check";
import { fileProblem } from "../../../../src/core/packs/packProblem";
import { machineReport } from "../../../../src/core/verify/machineReports";
import type { VerifyReport } from "../../../../src/core/verify/report";
import { assertGolden } from "../../../support/golden";

const report: VerifyReport = {
  ok: false,
  katas: [
    {
      pack: "@course/first", id: "escapes", ok: false, starter: "failed",
      problems: [
        fileProblem("/course/escapes/wrong/swap", "verify.wrongAnswerNotRefused", "The wrong answer `swap` passes \"decode\" <on> seed 3 & later."),
        { ...fileProblem("/course/escapes/kata.json", "verify.overBudget", "Too slow."), severity: "warning" },
        { ...fileProblem("/course/escapes/hints.md", "verify.hintTells", "A hint tells."), range: { start: { line: 4, character: 2 }, end: { line: 4, character: 9 } } },
      ],
      solutions: [{ name: "reference", outcome: "passed", durationMs: 12 }],
      wrong: [{ id: "swap", ok: false, seeds: 20, signature: [] }, { id: "swap-twice", ok: true, seeds: 1, signature: ["decode|x"] }],
    },
    { pack: "@course/first", id: "read", ok: true, starter: "failed", problems: [], solutions: [{ name: "reference", outcome: "passed", durationMs: 1500 }], wrong: [] },
  ],
  packs: [{ folder: "/course", name: "@course/first", ok: false, problems: [fileProblem("/course/signatures.json", "pack.signaturesStale", "Out of date.")], written: [] }],
};

describe("the gate's word for machines", () => {
  it("is JUnit XML", () => {
    assertGolden("verify-junit.xml", machineReport(report, "junit"));
  });

  it("is Exercism's results.json, version 3", () => {
    assertGolden("verify-exercism.json", machineReport(report, "exercism"));
  });

  it("tells Exercism of an error when a kata could not be read", () => {
    const [kata] = report.katas;
    assert.ok(kata);
    const unread = { pack: kata.pack, id: "broken", ok: false, problems: [fileProblem("/course/broken/kata.json", "kata.unknown", "Unknown key.")], solutions: [], wrong: [] };
    const sentence = "/course/broken/kata.json:1:1 Unknown key. [kata.unknown]";
    assert.deepEqual(JSON.parse(machineReport({ ok: false, katas: [unread], packs: [] }, "exercism")), { version: 3, status: "error", message: sentence });
    const among = JSON.parse(machineReport({ ok: false, katas: [...report.katas.slice(1), unread], packs: [] }, "exercism")) as { readonly status: string; readonly tests: readonly object[] };
    assert.equal(among.status, "fail");
    assert.deepEqual(among.tests.at(-1), { name: "@course/first/broken: kata", test_code: "verify @course/first/broken, kata", status: "error", message: sentence });
  });

  it("says pass when nothing is an error", () => {
    const open = JSON.parse(machineReport({ ok: true, katas: report.katas.slice(1), packs: [] }, "exercism")) as { readonly status: string; readonly tests: readonly { readonly status: string }[] };
    assert.deepEqual([open.status, open.tests.map(({ status }) => status)], ["pass", ["pass", "pass"]]);
  });

  it("holds whatever a message says, without leaving an element open or a sign that XML forbids", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (message) => {
      const xml = machineReport({ ok: false, katas: [], packs: [{ folder: "/p", ok: false, problems: [fileProblem("/p/package.json", "pack.x", message)], written: [] }] }, "junit");
      // eslint-disable-next-line no-control-regex -- these are what XML 1.0 cannot hold
      assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      assert.equal(xml.split("\n").length, 9);
      assert.equal(xml.match(/<failure type="pack\.x" message="[^"<]*">[^<]*<\/failure>/g)?.length, 1);
    }));
  });
});
