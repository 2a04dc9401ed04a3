import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Attempt } from "../../../src/core/checks/attempt";
import { builtCli, fixturePacks, runCli, type CliResult } from "../../support/builtCli";
import { assertGolden, withoutChance } from "../../support/golden";

/** The fixtures of the pack in which all is well. */
const sample = join(fixturePacks, "sample");

describe("the command line", function () {
  this.timeout(120_000);
  let workspace = "";

  before(async () => {
    await builtCli();
  });
  beforeEach(() => {
    workspace = realpathSync(mkdtempSync(join(tmpdir(), "hik-cli-")));
  });
  afterEach(() => {
    rmSync(workspace, { recursive: true, force: true });
  });

  const run = async (...args: readonly string[]): Promise<CliResult> => await runCli([...args, "--packs", sample], workspace);
  const json = async (...args: readonly string[]): Promise<{ readonly code: number | null; readonly value: unknown }> => {
    const { code, stdout } = await run(...args, "--json");
    return { code, value: JSON.parse(stdout) };
  };
  const file = (name: string): string => join(workspace, "health-it-katas/basics/first-patient", name);

  describe("list", () => {
    it("gives one JSON value with a summary of every kata", async () => {
      const { code, value } = await json("list");
      assert.equal(code, 0);
      assert.ok(Array.isArray(value));
      const [first] = value.filter(({ pack }) => pack === "@sample/basics");
      assert.deepEqual(first, {
        pack: "@sample/basics", id: "first-patient", uuid: "6f1d3a52-8b0e-4c1f-9a55-0d6c2e8f1a01", title: "A patient from a form", track: "fhir", level: 1, minutes: 5, kind: "author", competencies: ["fhir-model"],
      });
    });

    it("shows people the same, without colours in a pipe", async () => {
      const { stdout } = await run("list");
      assert.match(stdout, /Sample pack of the tests @sample\/basics 1\.2\.0\n {2}first-patient {2}A patient from a form {2}level 1, 5 min, author\n/);
      assert.ok(!stdout.includes("\u001b"));
    });
  });

  describe("start", () => {
    it("writes the starter files and says which kata they are of", async () => {
      const { code, value } = await json("start", "first-patient", "--seed", "7");
      assert.equal(code, 0);
      assert.deepEqual((value as { written: unknown }).written, ["form.md", "patient.json"]);
      assert.equal(readFileSync(file("patient.json"), "utf8"), "{}\n");
      const marker: unknown = JSON.parse(readFileSync(file(".kata.json"), "utf8"));
      const { uuid, id, pack, version, seed } = marker as Record<string, unknown>;
      assert.deepEqual({ uuid, id, pack, version, seed }, { uuid: "6f1d3a52-8b0e-4c1f-9a55-0d6c2e8f1a01", id: "first-patient", pack: "@sample/basics", version: "1.2.0", seed: 7 });
    });

    it("overwrites nothing unless told, and keeps what it overwrites then", async () => {
      await run("start", "first-patient");
      writeFileSync(file("patient.json"), "mine");
      const refused = await run("start", "first-patient");
      assert.equal(refused.code, 2);
      assert.match(refused.stderr, /is there already.*--force/);
      assert.equal(readFileSync(file("patient.json"), "utf8"), "mine");
      const { code, value } = await json("start", "first-patient", "--force");
      assert.equal(code, 0);
      assert.equal(readFileSync(file("patient.json"), "utf8"), "{}\n");
      assert.equal(readFileSync(join((value as { snapshot: string }).snapshot, "files/patient.json"), "utf8"), "mine");
    });

    it("never writes into a kata's source", async () => {
      cpSync(sample, join(workspace, "sample"), { recursive: true });
      const { code, stderr } = await run("start", "first-patient", "sample/first-patient/starter");
      assert.equal(code, 2);
      assert.match(stderr, /is the source of a kata/);
    });

    it("says which katas there are when the name fits none or several", async () => {
      const { code, stderr } = await run("start", "first-patiant");
      assert.equal(code, 2);
      assert.equal(stderr, 'There is no kata "first-patiant"; did you mean first-patient?\n');
    });
  });

  describe("check", () => {
    const solve = (text: string): void => writeFileSync(file("patient.json"), text);
    const right = readFileSync(join(sample, "first-patient/solutions/reference/patient.json"), "utf8");

    it("tells a wrong answer from a right one by its exit code", async () => {
      await run("start", "first-patient");
      assert.equal((await run("check", "health-it-katas/basics/first-patient")).code, 1);
      solve(right);
      assert.equal((await run("check", "health-it-katas/basics/first-patient")).code, 0);
    });

    it("gives the attempt as one JSON value", async () => {
      await run("start", "first-patient", "--seed", "7");
      solve(right.replace('"female"', '"F"'));
      const { code, value } = await json("check", "health-it-katas/basics/first-patient");
      assert.equal(code, 1);
      const attempt = value as Attempt;
      assert.equal(attempt.outcome, "failed");
      assert.equal(attempt.seed, 7);
      assert.equal(attempt.editor, "cli");
      assert.equal(attempt.known?.id, "letter-gender");
      assert.deepEqual(attempt.signature, ["facts|const|/gender"]);
      assert.deepEqual(attempt.results[1]?.findings[0]?.range, { start: { line: 3, character: 12 }, end: { line: 3, character: 15 } });
    });

    it("shows people each check, each finding with its place, why it matters, and the misconception", async () => {
      await run("start", "first-patient");
      solve(right.replace('"female"', '"F"').replace("1962-03-14", "1962"));
      const { stdout } = await run("check", "health-it-katas/basics/first-patient", "--seed", "7");
      assertGolden("check-schema.txt", withoutChance(stdout));
      solve(right.replace('"female"', '"F"'));
      assertGolden("check-known.txt", withoutChance((await run("check", "health-it-katas/basics/first-patient", "--seed", "7")).stdout));
    });

    it("shows people each test and what the learner's code printed while it failed", async () => {
      await run("start", "daily-dose");
      const folder = join(workspace, "health-it-katas/basics/daily-dose");
      cpSync(join(sample, "daily-dose/wrong/forgets-times/dose.ts"), join(folder, "dose.ts"));
      assertGolden("check-tests.txt", withoutChance((await run("check", folder, "--seed", "7")).stdout));
    });

    it("finds the kata from a folder inside of it, and after it was moved", async () => {
      await run("start", "first-patient", "elsewhere/kata");
      solveAt("elsewhere/kata/patient.json");
      cpSync(join(workspace, "elsewhere"), join(workspace, "moved"), { recursive: true });
      assert.equal((await runCli(["check", "--packs", sample], join(workspace, "moved/kata"))).code, 0);
    });

    const solveAt = (path: string): void => writeFileSync(join(workspace, path), right);

    it("records the attempt in the workspace, unless told not to", async () => {
      const record = join(workspace, ".health-it-katas/progress.json");
      await run("start", "first-patient", "--no-record");
      await run("check", "health-it-katas/basics/first-patient", "--no-record");
      assert.equal(existsSync(record), false);
      await run("check", "health-it-katas/basics/first-patient");
      const progress = JSON.parse(readFileSync(record, "utf8")) as { katas: Record<string, { attempts: { outcome: string }[] }> };
      assert.deepEqual(progress.katas["6f1d3a52-8b0e-4c1f-9a55-0d6c2e8f1a01"]?.attempts.map(({ outcome }) => outcome), ["failed"]);
    });

    it("checks starter or solution in a kata's source, and records nothing there", async () => {
      const source = join(workspace, "sample");
      cpSync(sample, source, { recursive: true });
      assert.equal((await run("check", "sample/first-patient")).code, 1);
      for (const name of ["reference", "compact"]) {
        assert.equal((await run("check", "sample/first-patient/checks", "--solution", name)).code, 0);
      }
      const { code, stderr } = await run("check", "sample/first-patient", "--solution", "none");
      assert.equal(code, 2);
      assert.match(stderr, /no solution "none"; it has reference, compact\./);
      assert.equal(existsSync(join(source, ".health-it-katas")), false);
      assert.equal(existsSync(join(workspace, ".health-it-katas")), false);
    });

    it("calls what could not be checked neither passed nor failed", async () => {
      for (const [kata, sentence] of [["bad-schema", /Did you mean "object"/], ["throwing-test", /The kata's tests could not be run \(checks\/a\.test\.js, line 2\)/]] as const) {
        const { code, stdout } = await run("check", join(fixturePacks, "bad", kata), "--solution", "reference");
        assert.equal(code, 2);
        assert.match(stdout, sentence);
        assert.match(stdout, /! could not be checked: 0 of 1 checks passed/);
      }
    });

    it("says what keeps a kata from being read", async () => {
      const { code, stderr } = await run("check", join(fixturePacks, "bad/cycle"));
      assert.equal(code, 2);
      assert.match(stderr, /cycle\/kata\.json:21:16: error: These checks wait for each other for ever: shape → third → second → shape/);
    });

    it("says where it looked when there is no kata, and what to do when its pack is not installed", async () => {
      assert.match((await run("check")).stderr, /Neither \. nor a folder above it belongs to a kata/);
      assert.match((await run("check", "none")).stderr, /There is no folder none/);
      await run("start", "first-patient");
      const lost = await runCli(["check", "health-it-katas/basics/first-patient"], workspace);
      assert.equal(lost.code, 2);
      assert.match(lost.stderr, /belongs to @sample\/basics\/first-patient, which is not installed.*--packs/);
    });
  });

  describe("verify", () => {
    it("opens for a sound pack, with the shape that others rely on", async () => {
      const { code, value } = await json("verify", sample);
      assert.equal(code, 0);
      const { katas } = value as { katas: { id: string; ok: boolean; problems: unknown[]; solutions: { name: string }[]; wrong: { id: string; seeds: number }[] }[] };
      assert.deepEqual(katas.map(({ id, ok, problems }) => ({ id, ok, problems })), [{ id: "first-patient", ok: true, problems: [] }, { id: "daily-dose", ok: true, problems: [] }]);
      assert.deepEqual(katas[1]?.solutions.map(({ name }) => name), ["reference", "rounds-late"]);
      assert.deepEqual(katas[1]?.wrong.map(({ id, seeds }) => [id, seeds]), [["forgets-times", 20], ["adds", 20]]);
    });

    it("closes on every kind of bad kata with a sentence, a place and what to do", async () => {
      const { code, stdout } = await run("verify", join(fixturePacks, "bad"), "--jobs", "1");
      assert.equal(code, 1);
      assertGolden("verify-bad.txt", withoutChance(stdout, { packs: fixturePacks }));
    });

    it("shows people what it looked at", async () => {
      const { stdout } = await run("verify", sample, "--jobs", "1");
      assertGolden("verify-sample.txt", withoutChance(stdout));
    });

    it("writes reports for machines beside its own word, and takes no form that it does not know", async () => {
      const { code } = await json("verify", sample, "--report", "junit=out.xml", "--report", "exercism=results.json");
      assert.equal(code, 0);
      assert.match(readFileSync(join(workspace, "out.xml"), "utf8"), /<testsuite name="@sample\/basics\/daily-dose" tests="5" failures="0" /);
      const results = JSON.parse(readFileSync(join(workspace, "results.json"), "utf8")) as { readonly version: number; readonly status: string };
      assert.deepEqual([results.version, results.status], [3, "pass"]);
      const unknown = await run("verify", sample, "--report", "tap=out.tap");
      assert.equal(unknown.code, 2);
      assert.match(unknown.stderr, /--report takes junit=<file> or exercism=<file>, not "tap=out\.tap"\./);
    });

    it("writes generated files when told, and finds packs in a folder and by name", async () => {
      cpSync(sample, join(workspace, "packs/sample"), { recursive: true });
      rmSync(join(workspace, "packs/sample/signatures.json"));
      rmSync(join(workspace, "packs/sample/daily-dose"), { recursive: true });
      const manifest = join(workspace, "packs/sample/package.json");
      writeFileSync(manifest, readFileSync(manifest, "utf8").replace(', "daily-dose"', ""));
      assert.equal((await runCli(["verify", "packs"], workspace)).code, 1);
      assert.equal((await runCli(["verify", "packs", "--write"], workspace)).code, 0);
      assert.equal((await runCli(["verify", "@sample/basics", "--packs", "packs"], workspace)).code, 0);
      const none = await runCli(["verify", "nothing"], workspace);
      assert.equal(none.code, 2);
      assert.match(none.stderr, /nothing is no pack and holds none/);
    });
  });

  describe("inspect", () => {
    it("gives format, value and problems as one JSON value", async () => {
      writeFileSync(join(workspace, "a.json"), '{ "a": [1, ] }');
      const { code, value } = await json("inspect", "a.json");
      assert.equal(code, 1);
      const { format, value: read, problems } = value as { format: string; value: unknown; problems: { severity: string }[] };
      assert.equal(format, "json");
      assert.deepEqual(read, { a: [1] });
      assert.equal(problems.length, 1);
      writeFileSync(join(workspace, "m.HL7"), "MSH|^~\\&|A\rPID|1||X^^^H^MR\r");
      const message = await json("inspect", "m.HL7");
      assert.equal(message.code, 0);
      assert.equal((message.value as { format: string }).format, "hl7v2");
    });

    it("writes the bytes back as they were, whatever they are", async () => {
      for (const bytes of [
        Buffer.from("MSH|^~\\&|A\rPID|1|\"\"||\r"), Buffer.from("\ufeffMSH|^~\\&|A\nPID|\r\n\r\n"), Buffer.from("MSH|^~\\&|M\xfcller\r", "latin1"), Buffer.from("no message at all \r\n"), Buffer.alloc(0),
      ]) {
        writeFileSync(join(workspace, "m.hl7"), bytes);
        const { stdoutBytes, code } = await run("inspect", "m.hl7", "--roundtrip");
        assert.equal(code, 0);
        assert.deepEqual(stdoutBytes, bytes);
      }
    });

    it("says that a file is not UTF-8, not there, or of no format it knows", async () => {
      writeFileSync(join(workspace, "m.hl7"), Buffer.from("MSH|^~\\&|M\xfcller\r", "latin1"));
      const { stderr } = await run("inspect", "m.hl7");
      assert.match(stderr, /m\.hl7 is not UTF-8/);
      assert.match((await run("inspect", "none.hl7")).stderr, /none\.hl7 cannot be read/);
      writeFileSync(join(workspace, "m.txt"), "MSH|^~\\&|A\r");
      const unknown = await run("inspect", "m.txt");
      assert.equal(unknown.code, 2);
      assert.match(unknown.stderr, /--as json or --as hl7v2/);
      assert.equal((await run("inspect", "m.txt", "--as", "hl7v2")).code, 0);
    });
  });

  describe("doctor", () => {
    it("says what a real child, a real worker and the disk showed", async () => {
      const { code, value } = await json("doctor");
      assert.equal(code, 0);
      const { ok, examinations, protections } = value as { ok: boolean; examinations: { id: string; state: string }[]; protections: { node: string } };
      assert.equal(ok, true);
      assert.equal(protections.node, process.version);
      assert.deepEqual(examinations.map(({ id }) => id), ["tests", "files", "network", "sqlite", "cpu", "schemas", "fhirpath", "folder", "packs"]);
      const claimed = examinations.find(({ id }) => id === "network");
      assert.equal(claimed?.state, Number(process.versions.node.split(".")[0]) >= 25 ? "well" : "limited");
    });

    it("says how to mend what does not work", async () => {
      const { code, stdout } = await run("doctor", join(workspace, "file/none"));
      assert.equal(code, 0, stdout);
      assert.deepEqual(readdirSync(workspace), []);
      writeFileSync(join(workspace, "taken"), "");
      const broken = await run("doctor", "taken/below");
      assert.equal(broken.code, 1);
      assert.match(broken.stdout, /✘ broken {3}Your folder: .*cannot be written to.*\n {11}Open a folder of your own/);
    });
  });

  describe("usage", () => {
    it("is shown on request, and when nothing was asked for", async () => {
      const { code, stdout } = await run("--help");
      assert.equal(code, 0);
      for (const name of ["list", "start", "check", "watch", "verify", "inspect", "diff", "doctor"]) {
        assert.match(stdout, new RegExp(`health-it-katas ${name}`));
      }
      assert.equal((await runCli([], workspace)).code, 2);
      assert.match((await run("check", "--help")).stdout, /health-it-katas check \[dir\]/);
      assert.match((await runCli(["--version"], workspace)).stdout, /^\d+\.\d+\.\d+\n$/);
    });

    it("is told in one sentence when it was bad", async () => {
      for (const [args, sentence] of [
        [["chekc"], 'There is no command "chekc"; did you mean check?\n'],
        [["check", "--nonsense"], "Unknown option '--nonsense'. Usage: health-it-katas check [dir] [--seed n] [--no-record] [--solution <name>]\n"],
        [["start"], "Usage: health-it-katas start <kata> [dir] [--force] [--seed n] [--no-record]\n"],
        [["check", ".", "--seed", "x"], undefined],
      ] as const) {
        const { code, stderr, stdout } = await runCli(args, workspace);
        assert.equal(code, 2, args.join(" "));
        assert.equal(stdout, "");
        if (sentence !== undefined) {
          assert.equal(stderr, sentence);
        }
      }
    });
  });
});
