import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { SchemaBundle, SchemaCheckRequest } from "../../../src/core/checks/schemaChecker";
import { usualLimits, WorkerSchemaChecker } from "../../../src/env/workerSchemaChecker";
import { bundleSchemaWorker, type WorkerBundle } from "../../support/schemaWorkerBundle";
import { SilentLogger } from "../../support/silentLogger";

/** Never aborted; one for each check, since listeners of all would hang on one. */
function never(): AbortSignal {
  return new AbortController().signal;
}

function bundleOf(schema: unknown): SchemaBundle {
  const text = JSON.stringify(schema);
  return { key: text, schema: text, path: "checks/x.schema.json", resources: {} };
}

function request(schema: unknown, text: string): SchemaCheckRequest {
  return { file: "x.json", format: "json", text, bundle: bundleOf(schema) };
}

const wantsText = { type: "object", required: ["a"], properties: { a: { type: "string" } } };
const endless = { type: "object", properties: { a: { type: "string", pattern: "^(a+)+$" } } };
const endlessText = JSON.stringify({ a: `${"a".repeat(40)}!` });

describe("WorkerSchemaChecker", () => {
  let worker: WorkerBundle;
  const open: WorkerSchemaChecker[] = [];

  function checker(limits: Partial<typeof usualLimits> = {}, logger = new SilentLogger(), path = worker.path): WorkerSchemaChecker {
    const made = new WorkerSchemaChecker(path, logger, { ...usualLimits, ...limits });
    open.push(made);
    return made;
  }

  before(async () => {
    worker = await bundleSchemaWorker();
  });

  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.dispose()));
  });

  after(() => worker.remove());

  it("checks in the worker and gives findings with ranges", async () => {
    const verdict = await checker().check(request(wantsText, "{ \"a\": 1 }"), never());
    assert.equal(verdict.outcome, "failed");
    assert.deepEqual(verdict.findings.map(({ code, pointer, range }) => ({ code, pointer, range })), [
      { code: "schema.type", pointer: "/a", range: { start: { line: 0, character: 7 }, end: { line: 0, character: 8 } } },
    ]);
  });

  it("loads what is known of HL7 v2 for the first profile that asks for it", async () => {
    const text = "MSH|^~\\&|A|B|C|D|20240131||ACK^A01^ACK|1|P|2.5.1\rMSA|OK|1";
    const check = async (hl7v2: object): Promise<readonly (string | undefined)[]> =>
      (await checker().check({ ...request({ hl7v2 }, text), format: "hl7v2" }, never())).findings.map(({ keyword }) => keyword);
    assert.deepEqual(await check({ standard: true }), ["hl7v2(MSA-1:table)"]);
    assert.deepEqual(await check({ segments: [{ name: "MSA", fields: { 1: { table: "0008" } } }] }), ["hl7v2(MSA-1:table)"]);
    assert.deepEqual(await check({ segments: [{ name: "MSA", fields: { 1: { equals: "OK" } } }] }), []);
  });

  it("answers many requests in the order in which they were made", async () => {
    const subject = checker();
    const answered: number[] = [];
    const verdicts = await Promise.all(Array.from({ length: 20 }, async (_, index) => {
      const verdict = await subject.check(request(wantsText, index % 2 === 0 ? "{\"a\":\"x\"}" : "{}"), never());
      answered.push(index);
      return verdict.outcome;
    }));
    assert.deepEqual(verdicts, Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? "passed" : "failed")));
    assert.deepEqual(answered, [...answered].sort((a, b) => a - b));
  });

  it("ends a pattern that never ends as timedOut, says so, and checks on", async () => {
    const logger = new SilentLogger();
    const subject = checker({ deadlineMs: 1000 }, logger);
    const [stuck, next] = await Promise.all([subject.check(request(endless, endlessText), never()), subject.check(request(wantsText, "{\"a\":\"x\"}"), never())]);
    assert.equal(stuck.outcome, "timedOut");
    assert.match(stuck.findings[0]?.message ?? "", /x\.json with checks\/x\.schema\.json did not end within 1 s/);
    assert.equal(next.outcome, "passed");
    assert.equal(logger.lines.length, 1);
  });

  it("blames a file of many megabytes rather than the schema", async () => {
    const text = `[${"{\"a\":1},".repeat(500_000)}{}]`;
    const verdict = await checker({ deadlineMs: 50 }).check(request({ type: "array", uniqueItems: true }, text), never());
    assert.equal(verdict.outcome, "timedOut");
    assert.match(verdict.findings[0]?.message ?? "", /^Checking x\.json with checks\/x\.schema\.json did not end within 0\.05 s\. The file is very large; .* Reset/);
  });

  it("is errored, and checks on, when a check takes all the memory there is", async () => {
    const logger = new SilentLogger();
    const subject = checker({ deadlineMs: 60_000, memoryMb: 32 }, logger);
    const text = `[${"[],".repeat(1_000_000)}[]]`;
    const verdict = await subject.check(request({ type: "array", items: { type: "string" } }, text), never());
    assert.deepEqual([verdict.outcome, verdict.findings[0]?.code], ["errored", "check.memoryLarge"]);
    assert.equal((await subject.check(request(wantsText, "{}"), never())).outcome, "failed");
    assert.equal(logger.lines.length, 1);
  }).timeout(60_000);

  it("evaluates FHIRPath, and has it loaded only once", async () => {
    const subject = checker();
    const schema = { type: "object", fhirpath: { key: "pat-1", expression: "name.family.exists() and name.family = 'Okoro'", says: "The family name is Okoro.", why: "Somebody else would be treated." } };
    const right = await subject.check(request(schema, JSON.stringify({ resourceType: "Patient", name: [{ family: "Okoro" }] })), never());
    const wrong = await subject.check(request(schema, JSON.stringify({ resourceType: "Patient" })), never());
    assert.equal(right.outcome, "passed", JSON.stringify(right.findings));
    assert.equal(wrong.outcome, "failed");
    assert.deepEqual(wrong.findings.map(({ code, keyword, message, why }) => ({ code, keyword, message, why })), [
      { code: "fhirpath.false", keyword: "fhirpath(pat-1)", message: "The family name is Okoro.", why: "Somebody else would be treated." },
    ]);
  });

  it("rejects with the reason when cancelled, whether waiting or running, and goes on", async () => {
    const subject = checker({ deadlineMs: 1000 });
    const running = new AbortController();
    const waiting = new AbortController();
    const reason = new Error("saved again");
    const first = subject.check(request(endless, endlessText), running.signal);
    const second = subject.check(request(wantsText, "{}"), waiting.signal);
    const third = subject.check(request(wantsText, "{\"a\":\"x\"}"), never());
    running.abort(reason);
    waiting.abort(reason);
    await assert.rejects(first, reason);
    await assert.rejects(second, reason);
    assert.equal((await third).outcome, "passed");
    await assert.rejects(subject.check(request(wantsText, "{}"), AbortSignal.abort(reason)), reason);
  });

  it("starts a worker again after it was ended for idleness", async () => {
    const subject = checker({ idleMs: 1 });
    assert.equal((await subject.check(request(wantsText, "{}"), never())).outcome, "failed");
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal((await subject.check(request(wantsText, "{\"a\":\"x\"}"), never())).outcome, "passed");
  });

  it("gives errored when the bundle is missing", async () => {
    const logger = new SilentLogger();
    const verdict = await checker({}, logger, join(worker.path, "../missing.js")).check(request(wantsText, "{}"), never());
    assert.equal(verdict.outcome, "errored");
    assert.equal(verdict.findings[0]?.code, "check.workerLost");
    assert.equal(logger.lines.length, 1);
  });

  it("settles what waits when it is disposed", async () => {
    const subject = checker();
    const waiting = [subject.check(request(endless, endlessText), never()), subject.check(request(wantsText, "{}"), never())];
    await subject.dispose();
    assert.deepEqual((await Promise.all(waiting)).map(({ outcome }) => outcome), ["errored", "errored"]);
    assert.equal((await subject.check(request(wantsText, "{}"), never())).outcome, "errored");
  });

  it("does not keep a process alive once it has answered", () => {
    const script = `
      require("sucrase/register");
      const { WorkerSchemaChecker } = require("./src/env/workerSchemaChecker");
      const quiet = { error: console.error, warn: console.error };
      new WorkerSchemaChecker(${JSON.stringify(worker.path)}, quiet)
        .check(${JSON.stringify(request(wantsText, "{}"))}, new AbortController().signal)
        .then((verdict) => console.log(verdict.outcome));`;
    const { stdout, stderr, signal } = spawnSync(process.execPath, ["-e", script], { cwd: join(__dirname, "../../.."), encoding: "utf8", timeout: 15_000 });
    assert.deepEqual({ stdout: stdout.trim(), stderr, signal }, { stdout: "failed", stderr: "", signal: null });
  });
});
