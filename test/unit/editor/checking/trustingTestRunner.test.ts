import assert from "node:assert/strict";
import type { TestRunner, TestRunRequest } from "../../../../src/core/checks/testRunner";
import { TrustingTestRunner, untrustedCode } from "../../../../src/editor/checking/trustingTestRunner";

const request: TestRunRequest = {
  checks: [{ id: "decode", title: "Decodes", tests: "checks/decode.test.ts" }], solution: [], checkFiles: [], seed: 1, deadlineMs: 1, memoryLimit: 1,
};

describe("TrustingTestRunner", () => {
  it("starts nothing before the person trusts the folder, and blocks every check with a sentence", async () => {
    const runner = new TrustingTestRunner(() => assert.fail("a process was started"), () => false);
    runner.warm();
    const [result] = await runner.run(request, {}, new AbortController().signal);
    assert.deepEqual([result?.check, result?.outcome, result?.findings[0]?.code], ["decode", "blocked", untrustedCode]);
  });

  it("runs as soon as trust is given", async () => {
    let trusted = false;
    let runs = 0;
    const inner: TestRunner = { warm: () => undefined, run: () => Promise.resolve([]).finally(() => runs++), dispose: () => Promise.resolve() };
    const runner = new TrustingTestRunner(() => inner, () => trusted);
    await runner.run(request, {}, new AbortController().signal);
    assert.equal(runs, 0);
    trusted = true;
    await runner.run(request, {}, new AbortController().signal);
    assert.equal(runs, 1);
  });
});
