import assert from "node:assert/strict";
import fc from "fast-check";
import { CheckAttemptRunner, memoryLimit } from "../../../../src/core/checks/attemptRunnerCore";
import type { Attempt } from "../../../../src/core/checks/attempt";
import type { AttemptListener, AttemptRequest } from "../../../../src/core/checks/attemptRunner";
import type { CheckResult } from "../../../../src/core/checks/checkResult";
import { worstOutcome, type Outcome } from "../../../../src/core/checks/outcome";
import type { SchemaChecker, SchemaCheckRequest, SchemaCheckVerdict } from "../../../../src/core/checks/schemaChecker";
import type { TestRunner } from "../../../../src/core/checks/testRunner";
import { HumanError } from "../../../../src/core/humanError";
import type { Kata } from "../../../../src/core/packs/kata";
import type { CheckDeclaration, KataManifest } from "../../../../src/core/packs/kataManifest";
import { NodeHasher } from "../../../../src/env/nodeHasher";
import { failedResult, FakeTestRunner, passedResult, resultsOf } from "../../../support/fakeTestRunner";
import { learnerKata } from "../../../support/learnerKata";
import { MemoryFileSystem } from "../../../support/memoryFileSystem";

/** Answers by the schema's text: `passed`, `failed` and so on, or waits for what a test does. */
class FakeSchemaChecker implements SchemaChecker {
  readonly requests: SchemaCheckRequest[] = [];
  atOnce = 0;
  mostAtOnce = 0;

  async check(request: SchemaCheckRequest): Promise<SchemaCheckVerdict> {
    this.requests.push(request);
    this.atOnce++;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    await new Promise((resolve) => setTimeout(resolve, 1));
    this.atOnce--;
    const { outcome } = JSON.parse(request.bundle.schema) as { outcome: Outcome };
    return { outcome, durationMs: 7, findings: outcome === "failed" ? [{ code: "schema.type", message: "Wrong.", args: {}, keyword: "type", pointer: "/a/0" }] : [] };
  }
}

interface Scene {
  readonly kata: Kata;
  readonly files: MemoryFileSystem;
  readonly schemas: FakeSchemaChecker;
  readonly tests: TestRunner;
  readonly told: string[];
  readonly run: (request?: Partial<AttemptRequest>, signal?: AbortSignal) => Promise<Attempt>;
}

function schema(id: string, needs?: readonly string[], file = "a.json"): CheckDeclaration {
  return { id, title: `Title of ${id}`, file, as: "json", schema: `checks/${id}.schema.json`, ...(needs === undefined ? {} : { needs }) };
}

function test(id: string, needs?: readonly string[]): CheckDeclaration {
  return { id, title: `Title of ${id}`, tests: `checks/${id}.test.ts`, ...(needs === undefined ? {} : { needs }) };
}

const encoder = new TextEncoder();

/** @param outcomes of schema checks by id, passed when left out */
function scene(checks: readonly CheckDeclaration[], outcomes: Readonly<Record<string, Outcome>> = {}, tests: TestRunner = new FakeTestRunner(), extra: Partial<KataManifest> = {}): Scene {
  const kata: Kata = { ...learnerKata, manifest: { ...learnerKata.manifest, files: ["a.json", "b.ts"], checks, ...extra } };
  const files = new MemoryFileSystem({
    ...Object.fromEntries(checks.map((check) => ("tests" in check ? [`${kata.folder}/${check.tests}`, "test"] : [`${kata.folder}/${check.schema}`, JSON.stringify({ outcome: outcomes[check.id] ?? "passed" })]))),
    [`${kata.folder}/checks/data/x.bin`]: new Uint8Array([0, 255]),
  });
  const schemas = new FakeSchemaChecker();
  const told: string[] = [];
  const listener: AttemptListener = {
    checkStarted: (check) => told.push(`${check} started`),
    checkEnded: ({ check, outcome }) => told.push(`${check} ${outcome}`),
    testEnded: (check, { title }) => told.push(`${check} › ${title}`),
    attemptEnded: ({ outcome }) => told.push(`attempt ${outcome}`),
  };
  let clock = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
  const runner = new CheckAttemptRunner({
    schemaChecker: schemas, testRunner: tests, files, hasher: new NodeHasher(), newId: () => "id-1", now: () => clock++,
    knownWrongAnswers: { find: async (_kata, signature) => (signature.includes("s|type|/a/*") ? { id: "known", explanation: "Why." } : undefined) },
  });
  return {
    kata, files, schemas, tests, told,
    run: (request = {}, signal = new AbortController().signal) => runner.run({
      kata, solution: new Map([["a.json", encoder.encode("{}")], ["b.ts", encoder.encode("export {};")]]), seed: 42, hintsUsed: 1, solutionShown: false, aiOff: true, editor: "test", ...request,
    }, listener, signal),
  };
}

function outcomes({ results }: Attempt): Record<string, Outcome> {
  return Object.fromEntries(results.map(({ check, outcome }) => [check, outcome]));
}

describe("CheckAttemptRunner", () => {
  it("gives an attempt with everything that is needed to find it again", async () => {
    const { run, kata } = scene([schema("s")]);
    const attempt = await run();
    assert.deepEqual({ ...attempt, durationMs: 0 }, {
      id: "id-1", kata: { id: "v2-escapes", uuid: kata.manifest.uuid, pack: "@health-it-katas/hl7v2", version: "1.2.0", digest: kata.digest },
      seed: 42, startedAt: "2026-01-02T03:04:05.678Z", durationMs: 0, outcome: "passed", partial: false,
      results: [{ check: "s", outcome: "passed", durationMs: 7, findings: [] }], signature: [], hintsUsed: 1, solutionShown: false, aiOff: true, editor: "test",
    });
  });

  it("runs what nothing is needed for side by side, then what needs it, and tells of it as it happens", async () => {
    const { run, schemas, told } = scene([test("t", ["s"]), schema("late", ["t"]), schema("s"), schema("u")]);
    const attempt = await run();
    assert.equal(schemas.mostAtOnce, 2);
    assert.deepEqual(attempt.results.map(({ check }) => check), ["t", "late", "s", "u"]);
    assert.deepEqual(told, ["s started", "u started", "s passed", "u passed", "t started", "t › works", "t passed", "late started", "late passed", "attempt passed"]);
  });

  it("blocks what needs a check that did not pass, and says which", async () => {
    const { run, tests } = scene([schema("s"), test("t", ["s"]), test("v", ["t"]), test("free")], { s: "failed" });
    const attempt = await run();
    assert.deepEqual(outcomes(attempt), { s: "failed", t: "blocked", v: "blocked", free: "passed" });
    assert.deepEqual(attempt.results[1]?.findings, [{ code: "check.blocked", message: "Not checked yet: \"Title of s\" has to pass first.", args: { needed: "Title of s" } }]);
    assert.equal(attempt.outcome, "failed");
    assert.deepEqual(attempt.signature, ["s|type|/a/*"]);
    assert.deepEqual(attempt.known, { id: "known", explanation: "Why." });
    assert.deepEqual((tests as FakeTestRunner).requests.map(({ checks }) => checks.map(({ id }) => id)), [["free"]]);
  });

  it("hands all test checks to one run, with the learner's files, the kata's, the seed and the limits", async () => {
    const runner = new FakeTestRunner();
    const { run } = scene([test("t"), test("v", ["t"]), schema("s")], {}, runner, { deadlineMs: 1234 });
    await run();
    assert.equal(runner.requests.length, 1);
    const [request] = runner.requests;
    assert.deepEqual(request?.checks.map(({ id }) => id), ["t", "v"]);
    assert.deepEqual(request?.solution.map(({ path }) => path), ["a.json", "b.ts"]);
    assert.deepEqual(request?.checkFiles.map(({ path }) => path), ["checks/data/x.bin", "checks/s.schema.json", "checks/t.test.ts", "checks/v.test.ts"]);
    assert.deepEqual([request?.seed, request?.deadlineMs, request?.memoryLimit], [42, 1234, memoryLimit]);
  });

  it("puts a test check after those it needs, whatever the order of the manifest", async () => {
    const runner = new FakeTestRunner();
    const { run } = scene([test("c", ["b"]), test("b", ["a", "s"]), schema("s"), test("a")], {}, runner);
    assert.deepEqual((await run()).results.map(({ check }) => check), ["c", "b", "s", "a"]);
    assert.deepEqual(runner.requests.map(({ checks }) => checks.map(({ id }) => id)), [["a", "b", "c"]]);
  });

  it("uses two runs only where a schema check stands between test checks", async () => {
    const runner = new FakeTestRunner();
    const { run } = scene([test("t"), schema("s", ["t"]), test("v", ["s"])], {}, runner);
    assert.deepEqual(outcomes(await run()), { t: "passed", s: "passed", v: "passed" });
    assert.deepEqual(runner.requests.map(({ checks }) => checks.map(({ id }) => id)), [["t"], ["v"]]);
  });

  it("runs only what is asked for and what that needs, and never says that a part passed", async () => {
    const { run } = scene([schema("s"), schema("u"), test("t", ["s"])]);
    const attempt = await run({ only: ["t"] });
    assert.deepEqual(outcomes(attempt), { s: "passed", t: "passed" });
    assert.deepEqual([attempt.partial, attempt.outcome], [true, "blocked"]);
    assert.equal((await run({ only: ["t", "u"] })).partial, false);
    assert.equal((await run({ only: [] })).outcome, "errored");
  });

  it("is errored for a result that never came, and for a runner that throws", async () => {
    const silent = await scene([test("t")], {}, new FakeTestRunner(() => [])).run();
    assert.deepEqual([silent.outcome, silent.results[0]?.findings[0]?.code], ["errored", "check.noResult"]);
    const broken = await scene([test("t")], {}, new FakeTestRunner(() => {
      throw new HumanError("runner.start", "Node is missing.");
    })).run();
    assert.deepEqual([broken.outcome, broken.results[0]?.findings[0]?.message], ["errored", "Node is missing."]);
  });

  it("tells of each check's end once, whoever tells it", async () => {
    const { run, told } = scene([test("t"), test("v")], {}, new FakeTestRunner(({ checks }) => checks.map(({ id }) => (id === "t" ? failedResult(id) : passedResult(id)))));
    assert.deepEqual((await run()).signature, ["t|works"]);
    assert.deepEqual(told.filter((line) => /^. (failed|passed)$/.test(line)), ["t failed", "v passed"]);
  });

  it("is errored when checks need each other or what is not there, and ends", async () => {
    const attempt = await scene([schema("a", ["b"]), schema("b", ["a"]), schema("c", ["none"]), schema("d")]).run();
    assert.deepEqual(outcomes(attempt), { a: "errored", b: "blocked", c: "blocked", d: "passed" });
    assert.match(attempt.results[0]?.findings[0]?.message ?? "", /"Title of a" waits for itself/);
  });

  describe("with a file of the learner that cannot be checked", () => {
    async function withFile(bytes: Uint8Array | undefined, check: CheckDeclaration = schema("s")): Promise<CheckResult | undefined> {
      const solution = new Map([["b.ts", encoder.encode("export {};")]]);
      if (bytes !== undefined) {
        solution.set("a.json", bytes as Uint8Array<ArrayBuffer>);
      }
      return (await scene([check]).run({ solution })).results[0];
    }

    it("fails a missing one and says how to get it back", async () => {
      const result = await withFile(undefined);
      assert.equal(result?.outcome, "failed");
      assert.deepEqual(result?.findings.map(({ code, file }) => [code, file]), [["solution.missing", "a.json"]]);
      assert.match(result?.findings[0]?.message ?? "", /Reset/);
      assert.deepEqual((await withFile(undefined, test("t")))?.findings.map(({ code }) => code), ["solution.missing"]);
    });

    it("fails one of 20 MB without reading it", async () => {
      const result = await withFile(new Uint8Array(20 * 1024 * 1024));
      assert.deepEqual([result?.outcome, result?.findings[0]?.code], ["failed", "solution.tooLarge"]);
      assert.match(result?.findings[0]?.message ?? "", /a\.json has 20 MB; at most 5 MB/);
      assert.equal((await withFile(new Uint8Array(20 * 1024 * 1024), test("t")))?.findings[0]?.code, "solution.tooLarge");
    });

    it("fails one that is not UTF-8, and marks where", async () => {
      const result = await withFile(new Uint8Array([...encoder.encode("{\n \"é\": \""), 0xe9, 0x22, 0x7d]));
      assert.deepEqual([result?.outcome, result?.findings[0]?.code, result?.findings[0]?.range?.start.line], ["failed", "solution.notUtf8", 1]);
      assert.equal((await withFile(new Uint8Array([0xff, 0xfe, 0x7b, 0])))?.findings[0]?.code, "solution.utf16");
    });
  });

  it("hands over the text as the editor counts it, without a byte-order mark", async () => {
    const { run, schemas } = scene([schema("s")]);
    await run({ solution: new Map([["a.json", new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d])]]) });
    assert.equal(schemas.requests[0]?.text, "{}");
  });

  it("is errored when files of the kata are missing or cannot be read", async () => {
    const missing = scene([schema("s"), test("t"), test("v")]);
    await missing.files.remove(`${missing.kata.folder}/checks/s.schema.json`);
    await missing.files.remove(`${missing.kata.folder}/checks/t.test.ts`);
    const attempt = await missing.run();
    assert.deepEqual(outcomes(attempt), { s: "errored", t: "errored", v: "passed" });
    assert.deepEqual(attempt.results.map(({ findings }) => findings[0]?.code), ["schema.fileMissing", "check.testsMissing", undefined]);
    const gone = scene([test("t")]);
    await gone.files.remove(`${gone.kata.folder}/checks`);
    assert.equal((await gone.run()).results[0]?.findings[0]?.code, "check.folderMissing");
    const linked = scene([test("t")]);
    linked.files.putLink(`${linked.kata.folder}/checks/link`);
    assert.equal((await linked.run()).results[0]?.findings[0]?.code, "check.fileIsLink");
    const locked = scene([test("t")]);
    locked.files.refuse = (operation) => {
      if (operation === "read") {
        throw new Error("EACCES");
      }
    };
    assert.equal((await locked.run()).results[0]?.findings[0]?.code, "check.fileUnreadable");
  });

  it("rejects with the reason of a cancellation, whenever it comes", async () => {
    const reason = new Error("closed");
    await assert.rejects(scene([schema("s")]).run({}, AbortSignal.abort(reason)), reason);
    const during = new AbortController();
    const waiting = scene([test("t")], {}, new FakeTestRunner(async () => {
      during.abort(reason);
      return [];
    }));
    await assert.rejects(waiting.run({}, during.signal), reason);
    const schemas = new AbortController();
    const running = scene([schema("s"), schema("u", ["s"])]).run({}, schemas.signal);
    schemas.abort(reason);
    await assert.rejects(running, reason);
  });

  const anyOutcome = fc.constantFrom<Outcome>("passed", "failed", "errored", "blocked", "timedOut");

  it("has the worst outcome of its results, and passes only when all checks ran and passed", async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(fc.record({ outcome: anyOutcome, tests: fc.boolean(), needs: fc.array(fc.nat(5), { maxLength: 2 }) }), { minLength: 1, maxLength: 6 }),
      fc.option(fc.array(fc.nat(5), { maxLength: 3 }), { nil: undefined }),
      async (specs, picked) => {
        const ids = specs.map((_, index) => `c${String(index)}`);
        const checks = specs.map(({ tests, needs }, index) => (tests ? test : schema)(ids[index] ?? "", needs.filter((need) => need < specs.length).map((need) => ids[need] ?? "")));
        const wanted: Record<string, Outcome> = Object.fromEntries(specs.map(({ outcome }, index) => [ids[index] ?? "", outcome]));
        const runner = new FakeTestRunner((request) => resultsOf(request, wanted));
        const only = picked?.filter((index) => index < specs.length).map((index) => ids[index] ?? "");
        const attempt = await scene(checks, wanted, runner).run(only === undefined ? {} : { only });
        const worst = worstOutcome(attempt.results.map(({ outcome }) => outcome));
        assert.equal(attempt.partial, attempt.results.length < checks.length);
        assert.equal(attempt.outcome, attempt.partial && worst === "passed" ? "blocked" : worst);
        assert.equal(new Set(attempt.results.map(({ check }) => check)).size, attempt.results.length);
        for (const { check, outcome } of attempt.results) {
          const needs = checks.find(({ id }) => id === check)?.needs ?? [];
          const met = needs.every((id) => attempt.results.find((result) => result.check === id)?.outcome === "passed");
          assert.ok(met || outcome === "blocked" || outcome === "errored", `${check} ran although what it needs did not pass`);
        }
      },
    ), { numRuns: 150 });
  });
});
