import assert from "node:assert/strict";
import type { PackProblem } from "../../../../src/core/packs/packProblem";
import { MemoryFileSystem } from "../../../support/memoryFileSystem";
import { packFolder, readersOf, readSample, sampleFiles, sampleManifest, samplePack } from "../../../support/samplePack";

const kataFolder = `${packFolder}/first-patient`;
const [shape, facts] = sampleManifest.checks;

async function problemsOf(files: MemoryFileSystem): Promise<readonly PackProblem[]> {
  const reading = await readersOf(files).katas.read(samplePack, "first-patient");
  assert.equal(reading.state, "broken");
  return reading.state === "broken" ? reading.problems : [];
}

/** The one problem of a manifest, and the text it marks. */
async function problemOf(manifest: object): Promise<PackProblem & { readonly marked: string }> {
  const files = sampleFiles(manifest);
  const problems = await problemsOf(new MemoryFileSystem(files));
  assert.equal(problems.length, 1, problems.map(({ message }) => message).join("\n"));
  const [problem] = problems;
  assert.ok(problem);
  const lines = (files[problem.file] ?? "").split("\n");
  const { start, end } = problem.range;
  return { ...problem, marked: start.line === end.line ? (lines[start.line] ?? "").slice(start.character, end.character) : (lines[start.line] ?? "").slice(start.character) };
}

describe("KataReader", () => {
  it("reads a sound kata", async () => {
    const kata = await readSample(new MemoryFileSystem(sampleFiles()));
    assert.equal(kata.id, "first-patient");
    assert.equal(kata.folder, kataFolder);
    assert.deepEqual(kata.manifest, sampleManifest);
    assert.match(kata.digest, /^[0-9a-f]{64}$/);
  });

  it("calls an unknown key by name and says which was meant", async () => {
    const problem = await problemOf({ ...sampleManifest, levle: 1 });
    assert.equal(problem.code, "kata.unknownKey");
    assert.equal(problem.message, "kata.json has no key `levle`; did you mean `level`?");
    assert.equal(problem.file, `${kataFolder}/kata.json`);
    assert.match(problem.marked, /1/);
  });

  it("says what a missing key is for", async () => {
    const rest = Object.fromEntries(Object.entries(sampleManifest).filter(([key]) => key !== "minutes"));
    const problem = await problemOf(rest);
    assert.equal(problem.message, "kata.json lacks `minutes`: Minutes that a learner of this level needs.");
  });

  it("names a cycle in needs in full", async () => {
    const third = { id: "third", title: "Third thing", tests: "checks/facts.test.ts", needs: ["facts"] };
    const problem = await problemOf({ ...sampleManifest, checks: [{ ...shape, needs: ["third"] }, facts, third] });
    assert.equal(problem.code, "kata.needsCycle");
    assert.match(problem.message, /shape → third → facts → shape/);
    assert.match(problem.marked, /^\[/);
  });

  it("calls a check that needs itself a cycle", async () => {
    const problem = await problemOf({ ...sampleManifest, checks: [{ ...shape, needs: ["shape"] }, facts] });
    assert.match(problem.message, /shape → shape/);
  });

  it("names a check that is needed or must fail and is not there", async () => {
    assert.match((await problemOf({ ...sampleManifest, checks: [shape, { ...facts, needs: ["shap"] }] })).message, /no check `shap`; the checks are `shape`, `facts`/);
    const wrong = await problemOf({ ...sampleManifest, wrong: [{ id: "x", fails: "nowhere", message: "gender" }] });
    assert.equal(wrong.code, "kata.unknownCheck");
    assert.equal(wrong.marked, '"nowhere"');
  });

  it("refuses ids that are there twice", async () => {
    const problem = await problemOf({ ...sampleManifest, checks: [shape, facts, { ...facts }] });
    assert.equal(problem.code, "kata.duplicateId");
    assert.match(problem.message, /already a check `facts`/);
  });

  for (const [path, reason] of [
    ["../other/checks/x.test.ts", /leaves its folder through `\.\.`/],
    ["checks/../../x.test.ts", /leaves its folder/],
    ["/etc/x.test.ts", /is absolute/],
    ["C:/x.test.ts", /starts with a drive/],
    ["checks\\x.test.ts", /has a backslash/],
    ["checks//x.test.ts", /empty part/],
    ["./checks/x.test.ts", /empty part or a `\.`/],
  ] as const) {
    it(`refuses the path ${path}`, async () => {
      const problem = await problemOf({ ...sampleManifest, checks: [shape, { ...facts, tests: path }] });
      assert.equal(problem.code, "kata.unsafePath");
      assert.match(problem.message, reason);
      assert.equal(problem.marked, JSON.stringify(path));
    });
  }

  it("refuses checks outside of checks/", async () => {
    assert.equal((await problemOf({ ...sampleManifest, checks: [shape, { ...facts, tests: "starter/x.test.ts" }] })).code, "kata.outsideChecks");
  });

  it("names a file that is not there, at the place that names it", async () => {
    const missing = await problemOf({ ...sampleManifest, checks: [{ ...shape, schema: "checks/none.json" }, facts] });
    assert.equal(missing.code, "kata.missingFile");
    assert.equal(missing.message, "`checks/none.json` is not there; write it, or correct its name.");
    assert.equal(missing.marked, '"checks/none.json"');
    const starter = await problemOf({ ...sampleManifest, files: ["patient.json", "other.json"] });
    assert.match(starter.message, /`starter\/other.json` is not there/);
  });

  it("refuses a check of a file that is not handed in", async () => {
    assert.match((await problemOf({ ...sampleManifest, checks: [{ ...shape, file: "person.json" }, facts] })).message, /`person.json` is not one of the `files`/);
  });

  it("refuses a check that is both kinds or neither", async () => {
    const both = await problemOf({ ...sampleManifest, checks: [shape, { ...facts, as: "json" }] });
    assert.equal(both.code, "kata.mixedCheck");
    const neither = await problemsOf(new MemoryFileSystem(sampleFiles({ ...sampleManifest, checks: [{ id: "a", title: "Nothing" }, facts] })));
    assert.match(neither[0]?.message ?? "", /lacks `file`: a check has either `tests`, or/);
  });

  it("says what a wrong value is and what belongs there", async () => {
    assert.match((await problemOf({ ...sampleManifest, track: "fihr" })).message, /`track` is "fihr"; did you mean "fhir"\?/);
    assert.match((await problemOf({ ...sampleManifest, minutes: "10" })).message, /`minutes` is a text; it must be a whole number/);
    assert.match((await problemOf({ ...sampleManifest, minutes: 0 })).message, /takes at least 1/);
    assert.match((await problemOf({ ...sampleManifest, uuid: "1" })).message, /crypto\.randomUUID/);
    assert.match((await problemOf({ ...sampleManifest, sources: [{ title: "x" }] })).message, /lacks `url` or `cite`/);
  });

  it("says where the JSON is broken", async () => {
    const files = new MemoryFileSystem(sampleFiles());
    files.put(`${kataFolder}/kata.json`, '{\n  "uuid": "x"\n  "title": "y"\n}');
    const [problem] = await problemsOf(files);
    assert.equal(problem?.range.start.line === 1 || problem?.range.start.line === 2, true);
    files.put(`${kataFolder}/kata.json`, '{ "title": "x", "title": "y" }');
    assert.match((await problemsOf(files))[0]?.message ?? "", /title/);
    files.put(`${kataFolder}/kata.json`, "");
    assert.equal((await problemsOf(files)).length, 1);
  });

  it("says when folder, manifest or brief is not there", async () => {
    const files = new MemoryFileSystem(sampleFiles());
    await files.remove(`${kataFolder}/README.md`);
    assert.match((await problemsOf(files))[0]?.message ?? "", /no README\.md/);
    await files.remove(`${kataFolder}/kata.json`);
    assert.match((await problemsOf(files))[0]?.message ?? "", /no kata\.json here/);
    await files.remove(kataFolder);
    const [problem] = await problemsOf(files);
    assert.equal(problem?.code, "pack.missingKata");
    assert.equal(problem?.file, `${packFolder}/package.json`);
  });

  it("refuses links", async () => {
    const files = new MemoryFileSystem(sampleFiles());
    files.putLink(`${kataFolder}/starter/secret`);
    const [problem] = await problemsOf(files);
    assert.equal(problem?.code, "kata.notAFile");
    assert.equal(problem?.file, `${kataFolder}/starter/secret`);
  });

  it("turns a failing disk into a problem", async () => {
    const files = new MemoryFileSystem(sampleFiles());
    files.refuse = (operation) => {
      if (operation === "read") {
        throw new Error("EIO: i/o error");
      }
    };
    assert.match((await problemsOf(files))[0]?.message ?? "", /cannot be read: EIO/);
  });

  describe("digest", () => {
    const digestWith = async (path: string, text: string): Promise<string> => {
      const files = new MemoryFileSystem(sampleFiles());
      files.put(`${kataFolder}/${path}`, text);
      return (await readSample(files)).digest;
    };

    it("changes with starter, checks and kata.json", async () => {
      const { digest } = await readSample(new MemoryFileSystem(sampleFiles()));
      assert.notEqual(await digestWith("starter/patient.json", "{ }"), digest);
      assert.notEqual(await digestWith("checks/data/x.hl7", "MSH|"), digest);
      assert.notEqual(await digestWith("kata.json", JSON.stringify(sampleManifest)), digest);
    });

    it("stays with brief, hints, explanations and solutions", async () => {
      const { digest } = await readSample(new MemoryFileSystem(sampleFiles()));
      for (const path of ["README.md", "hints.md", "wrong/letter-gender.md", "solutions/reference/patient.json"]) {
        assert.equal(await digestWith(path, "changed"), digest, path);
      }
    });
  });
});
