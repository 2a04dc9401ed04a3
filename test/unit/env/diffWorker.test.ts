import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { HumanError } from "../../../src/core/humanError";
import { compareInWorker } from "../../../src/env/diffWorker";

describe("comparing in a worker", function () {
  this.timeout(60_000);
  let folder = "";
  let worker = "";
  const going = new AbortController().signal;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "hik-diff-worker-"));
    worker = join(folder, "diffWorker.js");
    await build({ entryPoints: [resolve(__dirname, "../../../src/env/diffWorkerMain.ts")], outfile: worker, bundle: true, platform: "node", format: "cjs", target: "node20", mainFields: ["module", "main"], logLevel: "silent" });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("gives the differences, both normal forms and the lines on which they show", async () => {
    const { differences, normalized, incomplete } = await compareInWorker(worker, { format: "json", texts: { expected: "{\"b\":1,\"a\":2}", actual: "{\"a\":3,\"b\":1.0" }, tolerance: { precision: true } }, going);
    assert.deepEqual(differences.map(({ path, lines }) => [path, lines]), [["a", { expected: 1, actual: 1 }]]);
    assert.equal(normalized.expected, "{\n  \"a\": 2,\n  \"b\": 1\n}\n");
    assert.deepEqual(incomplete, { expected: false, actual: true });
  });

  it("says what is wrong with the question", async () => {
    await assert.rejects(compareInWorker(worker, { format: "json", texts: { expected: "1", actual: "1" }, tolerance: { ignore: ["a[x]"] } }, going), (error) => error instanceof HumanError && error.code === "diff.pattern");
  });

  it("can be ended, and says so when there is no worker", async () => {
    const stopping = new AbortController();
    const compared = compareInWorker(worker, { format: "json", texts: { expected: "1", actual: "2" }, tolerance: {} }, stopping.signal);
    stopping.abort(new Error("enough"));
    await assert.rejects(compared, /enough/);
    await assert.rejects(compareInWorker(join(folder, "none.js"), { format: "json", texts: { expected: "1", actual: "2" }, tolerance: {} }, going), (error) => error instanceof HumanError && error.code === "diff.worker");
  });
});
