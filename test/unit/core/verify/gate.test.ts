import assert from "node:assert/strict";
import { AttemptPool } from "../../../../src/core/verify/attemptPool";
import { KataGate } from "../../../../src/core/verify/kataGate";
import { PackGate } from "../../../../src/core/verify/packGate";
import type { VerifyReport } from "../../../../src/core/verify/report";
import { MemoryFileSystem } from "../../../support/memoryFileSystem";
import { packFolder, readersOf, sampleFiles, sampleManifest, samplePackManifest } from "../../../support/samplePack";
import { ScriptedRunner, type Script } from "../../../support/scriptedRunner";

const kataFolder = `${packFolder}/first-patient`;

/** What the sample kata's checks would say. */
const honest: Script = (check, text) => {
  if (check !== "shape") {
    return undefined;
  }
  return text.includes('"female"') ? undefined : text.includes('"F"') ? "The gender is F; write female." : "resourceType is missing.";
};

interface Run {
  readonly report: VerifyReport;
  readonly runner: ScriptedRunner;
  readonly codes: readonly string[];
  readonly messages: readonly string[];
}

async function verify(files: MemoryFileSystem, script: Script = honest, options: { readonly write?: boolean; readonly strictTime?: boolean } = {}): Promise<Run> {
  const runner = new ScriptedRunner(script);
  const { packs, katas } = readersOf(files);
  const gate = new PackGate(files, packs, katas, new KataGate(files, new AttemptPool([runner]), options.strictTime ?? false), 1, options.write === true ? files : undefined);
  const report = await gate.verify([packFolder], () => undefined, new AbortController().signal);
  const problems = [...report.katas, ...report.packs].flatMap((each) => each.problems);
  return { report, runner, codes: problems.map(({ code }) => code), messages: problems.map(({ message }) => message) };
}

/** A pack whose generated files are up to date. */
async function soundPack(manifest: object = sampleManifest): Promise<MemoryFileSystem> {
  const files = new MemoryFileSystem(sampleFiles(manifest));
  await verify(files, honest, { write: true });
  return files;
}

describe("the author's gate", () => {
  it("opens for a sound pack", async () => {
    const { report, codes } = await verify(await soundPack());
    assert.deepEqual(codes, []);
    assert.equal(report.ok, true);
    assert.deepEqual(report.katas, [{
      pack: "@sample/first", id: "first-patient", ok: true, problems: [], starter: "failed",
      solutions: [{ name: "reference", outcome: "passed", durationMs: 2 }, { name: "short", outcome: "passed", durationMs: 2 }],
      wrong: [{ id: "letter-gender", ok: true, seeds: 1, signature: ["shape|The gender is F; write female."] }],
    }]);
  });

  it("verifies one kata without what concerns the whole pack, and none that the pack does not name", async () => {
    const files = new MemoryFileSystem(sampleFiles(sampleManifest));
    const { packs, katas } = readersOf(files);
    const gate = new PackGate(files, packs, katas, new KataGate(files, new AttemptPool([new ScriptedRunner(honest)]), false), 1);
    const { signal } = new AbortController();
    const report = await gate.verifyKata(packFolder, "first-patient", signal);
    assert.deepEqual([report?.id, report?.ok, report?.wrong.map(({ id }) => id)], ["first-patient", true, ["letter-gender"]]);
    assert.equal(await gate.verifyKata(packFolder, "another", signal), undefined);
    assert.equal(await gate.verifyKata(`${packFolder}/nowhere`, "first-patient", signal), undefined);
  });

  it("closes on a starter that passes, or that cannot be checked", async () => {
    const files = await soundPack();
    files.put(`${kataFolder}/starter/patient.json`, '{ "gender": "female" }');
    assert.ok((await verify(files)).codes.includes("verify.starterPasses"));
    const broken = await verify(await soundPack(), (_, text) => (text === "{}\n" ? { outcome: "errored", findings: [{ code: "x", message: "The test file throws.", args: {} }] } : honest("shape", text, 1)));
    assert.deepEqual(broken.codes, ["verify.brokenCheck"]);
    assert.match(broken.messages.join(), /The check `shape` could not check anything: The test file throws\./);
  });

  it("closes on a solution that fails, and runs no wrong answers over a reference that does", async () => {
    const { codes, runner } = await verify(await soundPack(), () => "Never good enough.");
    assert.deepEqual(codes, ["verify.solutionFails", "verify.solutionFails"]);
    assert.equal(runner.requests.length, 3);
  });

  it("tells of a check that is broken once, at its file", async () => {
    const { report, codes } = await verify(await soundPack(), (check) => (check === "shape" ? { outcome: "errored", findings: [{ code: "x", message: "It does not compile.", args: {} }] } : undefined));
    assert.deepEqual(codes, ["verify.brokenCheck"]);
    assert.equal(report.katas[0]?.problems[0]?.file, `${kataFolder}/checks/patient.schema.json`);
    assert.equal(report.ok, false);
  });

  it("closes on a reference that does not give the same result twice", async () => {
    let runs = 0;
    const { messages } = await verify(await soundPack(), (check, text, seed) => (check === "facts" && text.includes('Patient",\n') && ++runs === 2 ? "By chance." : honest(check, text, seed)));
    assert.match(messages.join(), /does not give the same result twice/);
  });

  describe("on a wrong answer", () => {
    it("closes when it passes", async () => {
      const { messages } = await verify(await soundPack(), (check, text) => (text === "{}\n" ? "Empty." : honest(check, text.replace('"F"', '"female"'), 1)));
      assert.match(messages.join("\n"), /`letter-gender` passes the check `shape` on seed 1/);
    });

    it("closes when the message is another one, and says which", async () => {
      const { messages } = await verify(await soundPack(), (check, text) => (honest(check, text, 1) === undefined ? undefined : "Something is wrong."));
      assert.match(messages.join("\n"), /no message says "gender"; it says: Something is wrong\./);
    });

    it("closes when it never comes to its check, or that cannot be checked", async () => {
      const late = { ...sampleManifest, wrong: [{ id: "letter-gender", fails: "facts", message: "gender" }] };
      assert.match((await verify(await soundPack(late))).messages.join("\n"), /never comes to its check `facts` on seed 1, because `shape` fails first/);
      const { messages } = await verify(await soundPack(), (check, text) => (text.includes('"F"') ? { outcome: "errored", findings: [{ code: "x", message: "Boom.", args: {} }] } : honest(check, text, 1)));
      assert.match(messages.join("\n"), /cannot be checked by `shape` on seed 1: Boom\./);
    });

    const tested = { ...sampleManifest, checks: [sampleManifest.checks[0], { id: "facts", title: "Says what the form says", tests: "checks/facts.test.ts" }], wrong: [{ id: "letter-gender", fails: "facts", message: "gender" }] };
    const byTest: Script = (check, text) => (check === "facts" ? honest("shape", text, 1) : undefined);

    it("runs 20 seeds where a test refuses it, and finds the one that lets it pass", async () => {
      const files = await soundPack(tested);
      await verify(files, byTest, { write: true });
      const good = await verify(files, byTest);
      assert.deepEqual(good.codes, []);
      assert.deepEqual(good.runner.requests.filter(({ solution }) => new TextDecoder().decode(solution.get("patient.json")).includes('"F"')).map(({ seed }) => seed), Array.from({ length: 20 }, (_, index) => index + 1));
      const lucky = await verify(files, (check, text, seed) => (seed === 13 ? undefined : byTest(check, text, seed)));
      assert.match(lucky.messages.join("\n"), /passes the check `facts` on seed 13/);
    });

    it("closes when it fails in another way on another seed", async () => {
      const files = await soundPack(tested);
      const { messages } = await verify(files, (check, text, seed) => (seed === 7 && text.includes('"F"') && check === "facts" ? "The gender is wrong." : byTest(check, text, seed)));
      assert.match(messages.join("\n"), /fails differently on seed 7 than on seed 1 \(without facts\|The gender is F; write female\., with facts\|The gender is wrong\.\)/);
    });

    it("closes when two fail in the same way", async () => {
      const files = new MemoryFileSystem(sampleFiles({ ...sampleManifest, wrong: [...sampleManifest.wrong, { id: "other", fails: "shape", message: "gender" }] }));
      files.put(`${kataFolder}/wrong/other/patient.json`, '{ "gender": "F", "x": 1 }');
      files.put(`${kataFolder}/wrong/other.md`, "Other.");
      const { messages } = await verify(files);
      assert.match(messages.join("\n"), /`letter-gender` and `other` fail in the same way/);
    });

    it("warns when the untouched starter fails as it does", async () => {
      const files = await soundPack();
      files.put(`${kataFolder}/starter/patient.json`, '{ "gender": "F" }');
      const { report } = await verify(files);
      assert.equal(report.ok, true);
      assert.deepEqual(report.katas[0]?.problems.map(({ code, severity }) => [code, severity]), [["verify.starterLooksWrong", "warning"]]);
    });
  });

  it("warns of a reference over its budget, and closes with strict time", async () => {
    const files = await soundPack({ ...sampleManifest, budgetMs: 1 });
    const gateWith = async (strictTime: boolean, durationMs: number): Promise<boolean> => {
      const run = await verify(files, (check, text, seed) => {
        const said = honest(check, text, seed);
        return said === undefined ? { durationMs } : said;
      }, { strictTime });
      assert.equal(run.codes.join(), durationMs >= 1 ? "verify.overBudget" : "");
      return run.report.ok;
    };
    assert.equal(await gateWith(false, 1), true);
    assert.equal(await gateWith(true, 1), false);
    assert.equal(await gateWith(true, 0.5), true);
  });

  describe("with generated files", () => {
    it("closes when they are not there or out of date, and writes them when told", async () => {
      const files = new MemoryFileSystem(sampleFiles());
      assert.deepEqual((await verify(files)).codes, ["pack.signaturesStale", "pack.catalogueStale"]);
      const written = await verify(files, honest, { write: true });
      assert.deepEqual(written.report.packs[0]?.written, [`${packFolder}/signatures.json`, `${packFolder}/catalogue.json`]);
      assert.deepEqual((await verify(files, honest, { write: true })).report.packs[0]?.written, []);
      files.put(`${packFolder}/signatures.json`, '{ "first-patient": { "letter-gender": ["old"] } }');
      assert.deepEqual((await verify(files)).codes, ["pack.signaturesStale"]);
    });

    it("keeps signatures that it learnt nothing about", async () => {
      const files = await soundPack();
      const before = files.texts()[`${packFolder}/signatures.json`];
      await verify(files, () => "Never good enough.", { write: true });
      assert.equal(files.texts()[`${packFolder}/signatures.json`], before);
      files.put(`${kataFolder}/kata.json`, "{");
      await verify(files, honest, { write: true });
      assert.equal(files.texts()[`${packFolder}/signatures.json`], before);
    });
  });

  it("reports broken katas and packs beside sound ones", async () => {
    const files = await soundPack();
    files.put(`${packFolder}/package.json`, JSON.stringify({ ...samplePackManifest, kataPack: { ...samplePackManifest.kataPack, katas: ["broken", "first-patient"] } }));
    files.put(`${packFolder}/broken/kata.json`, '{ "level": 9 }');
    const { report } = await verify(files);
    assert.deepEqual(report.katas.map(({ id, ok }) => [id, ok]), [["broken", false], ["first-patient", true]]);
    files.put(`${packFolder}/package.json`, "{");
    const broken = await verify(files);
    assert.equal(broken.report.ok, false);
    assert.deepEqual(broken.report.katas, []);
    files.put(`${packFolder}/package.json`, '{ "name": "x", "kataPack": { "format": 2 } }');
    assert.deepEqual((await verify(files)).codes, ["pack.needsNewer"]);
  });

  it("names katas that the pack does not list, and what has no place in a pack", async () => {
    const files = await soundPack();
    files.put(`${packFolder}/forgotten/kata.json`, "{}");
    files.put(`${packFolder}/node_modules/x/index.js`, "");
    files.put(`${packFolder}/package.json`, JSON.stringify({ ...samplePackManifest, keywords: [] }));
    assert.deepEqual((await verify(files)).codes, ["pack.noKeyword", "pack.unlistedKata", "pack.strayFile"]);
  });

  it("makes no more attempts at once than there are runners", async () => {
    const files = await soundPack();
    const { runner } = await verify(files);
    assert.equal(runner.mostAtOnce, 1);
  });

  it("ends when told", async () => {
    const files = await soundPack();
    const { packs, katas } = readersOf(files);
    const abort = new AbortController();
    const runner = new ScriptedRunner((check, text, seed) => {
      abort.abort(new Error("enough"));
      return honest(check, text, seed);
    });
    const gate = new PackGate(files, packs, katas, new KataGate(files, new AttemptPool([runner]), false), 1);
    await assert.rejects(gate.verify([packFolder], () => undefined, abort.signal), /enough/);
    assert.ok(runner.requests.length <= 2, `${runner.requests.length} attempts were begun`);
  });
});
