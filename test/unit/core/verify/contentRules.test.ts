import assert from "node:assert/strict";
import type { PackProblem } from "../../../../src/core/packs/packProblem";
import { contentProblems } from "../../../../src/core/verify/contentRules";
import { readBelow } from "../../../../src/core/packs/folderFiles";
import { MemoryFileSystem } from "../../../support/memoryFileSystem";
import { packFolder, readSample, sampleFiles, sampleManifest } from "../../../support/samplePack";

const kataFolder = `${packFolder}/first-patient`;

/** Problems of the sample kata with some files changed, or taken out (undefined). */
async function problemsWith(changes: Readonly<Record<string, string | undefined>>, manifest: object = sampleManifest): Promise<readonly PackProblem[]> {
  const files = new MemoryFileSystem(sampleFiles(manifest));
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) {
      await files.remove(`${kataFolder}/${path}`);
    } else {
      files.put(`${kataFolder}/${path}`, text);
    }
  }
  return contentProblems({ kata: await readSample(files), files: await readBelow(files, kataFolder) });
}

async function problemWith(changes: Readonly<Record<string, string | undefined>>, manifest?: object): Promise<PackProblem> {
  const problems = await problemsWith(changes, manifest);
  const [problem] = problems;
  assert.ok(problem);
  assert.equal(problems.length, 1, problems.map(({ message }) => message).join("\n"));
  return problem;
}

describe("the rules about a kata's content", () => {
  it("have nothing to say of a sound kata", async () => {
    assert.deepEqual(await problemsWith({}), []);
  });

  describe("hints", () => {
    it("are there", async () => {
      assert.equal((await problemWith({ "hints.md": undefined })).code, "verify.noHints");
    });

    it("are three, with headings and text", async () => {
      assert.match((await problemWith({ "hints.md": "## One\n\na\n\n## Two\n\nb\n" })).message, /has 2 headings/);
      assert.match((await problemWith({ "hints.md": "## One\n\n## Two\n\nb\n\n## Three\n\nc\n" })).message, /The hint "One" has no text/);
    });

    it("hold no line of a solution, however it is laid out, and say which line tells", async () => {
      const problem = await problemWith({ "hints.md": '## One\n\na\n\n## Two\n\nb\n\n## Three\n\nWrite {"resourceType" :"Patient", please\n' });
      assert.equal(problem.code, "verify.hintTells");
      assert.equal(problem.range.start.line, 10);
    });

    it("may show what the starter or the brief shows, and short lines", async () => {
      const hints = '## One\n\na\n\n## Two\n\nb\n\n## Three\n\n{ "resourceType": "Patient",\n';
      assert.deepEqual(await problemsWith({ "hints.md": hints, "starter/patient.json": '{ "resourceType": "Patient", \n}\n' }), []);
      assert.deepEqual(await problemsWith({ "hints.md": hints, "README.md": '# A\n\n    { "resourceType": "Patient",\n\n[form](starter/form.md)\n' }), []);
      assert.deepEqual(await problemsWith({ "hints.md": "## One\n\na\n\n## Two\n\nb\n\n## Three\n\nshort();\n", "solutions/reference/patient.json": "short();\nlonger();" }), []);
    });
  });

  describe("links", () => {
    it("lead to files of the kata", async () => {
      const problem = await problemWith({ "README.md": "# A\n\n[gone](starter/gone.md)\n" });
      assert.equal(problem.code, "verify.deadLink");
      assert.deepEqual(problem.range, { start: { line: 2, character: 7 }, end: { line: 2, character: 22 } });
      assert.match((await problemWith({ "README.md": "[up](../../secret.md) [form](starter/form.md)" })).message, /leaves its folder/);
      assert.match((await problemWith({ "README.md": "[abs](/etc/passwd) [form](starter/form.md)" })).message, /is absolute/);
    });

    it("are looked for in hints and explanations, from where these lie", async () => {
      assert.equal((await problemsWith({ "wrong/letter-gender.md": "[a](../starter/form.md) [b](../README.md#x)" })).length, 0);
      assert.equal((await problemWith({ "wrong/letter-gender.md": "[a](starter/form.md)" })).file, `${kataFolder}/wrong/letter-gender.md`);
    });

    it("may lead to the web, to a heading, to a folder, and are none in code", async () => {
      const text = "[w](https://hl7.org/fhir/R4/patient.html) [h](#task) <b@c.org> [f](starter/) `[c](none.md)`\n\n```\n[d](none.md)\n```\n\n[r]: starter/form.md \"The form\"\n[form][r]\n";
      assert.deepEqual(await problemsWith({ "README.md": text }), []);
    });

    it("are found in pictures, definitions, angle brackets and escapes", async () => {
      for (const text of ["![p](none.png)", "[r]: none.md", "[a](<none with space.md>)", "[a](none%20x.md 'title')", "[![p](none.png)](https://x.org)"]) {
        assert.equal((await problemWith({ "README.md": `[form](starter/form.md)\n\n${text}\n` })).code, "verify.deadLink", text);
      }
    });
  });

  describe("solutions", () => {
    it("have a reference and a different one beside it", async () => {
      assert.equal((await problemsWith({ "solutions/short": undefined })).map(({ code }) => code).join(), "verify.oneSolution");
      assert.ok((await problemsWith({ "solutions/reference": undefined })).some(({ code }) => code === "verify.noReference"));
      assert.equal((await problemWith({ "solutions/short/patient.json": sampleFiles()[`${kataFolder}/solutions/reference/patient.json`] })).code, "verify.sameSolution");
    });
  });

  describe("wrong answers", () => {
    it("are declared, with files and an explanation", async () => {
      assert.equal((await problemWith({ "wrong/letter-gender": undefined })).code, "verify.noWrongFiles");
      assert.equal((await problemWith({ "wrong/letter-gender.md": " \n" })).code, "verify.noExplanation");
      assert.equal((await problemWith({ wrong: undefined }, { ...sampleManifest, wrong: [] })).code, "verify.noWrong");
    });

    it("are no orphans", async () => {
      assert.equal((await problemWith({ "wrong/other/patient.json": "{}" })).code, "verify.orphanWrong");
      assert.equal((await problemWith({ "wrong/other.md": "x" })).file, `${kataFolder}/wrong/other.md`);
    });

    it("hold only what differs from the reference", async () => {
      assert.equal((await problemWith({ "wrong/letter-gender/patient.json": sampleFiles()[`${kataFolder}/solutions/reference/patient.json`] })).code, "verify.sameAsReference");
    });
  });

  describe("stray files", () => {
    for (const path of ["notes.txt", "starter/unlisted.md", "solutions/reference/extra.json", "wrong/letter-gender/extra.json", "wrong/x.txt", "solutions/readme.md", "checks/x.bak", ".DS_Store", "starter/patient.json~"]) {
      it(`${path} is one`, async () => {
        const problem = (await problemsWith({ [path]: "x" })).find(({ code }) => code === "verify.strayFile");
        assert.equal(problem?.file, `${kataFolder}/${path}`);
      });
    }

    it("are none under checks/, in other languages, or where a text links to them", async () => {
      assert.deepEqual(await problemsWith({ "checks/data/messages.hl7": "x", "README.de.md": "x", "hints.pt-br.md": "x", "picture.svg": "x", "README.md": "![p](picture.svg) [form](starter/form.md)" }), []);
    });
  });
});
