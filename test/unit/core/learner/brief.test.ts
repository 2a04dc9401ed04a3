import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { HumanError } from "../../../../src/core/humanError";
import { parseHints, readBrief, readHints } from "../../../../src/core/learner/brief";
import { learnerKata, learnerKataFiles } from "../../../support/learnerKata";
import { MemoryFileSystem } from "../../../support/memoryFileSystem";

describe("reading the brief", () => {
  const fs = new MemoryFileSystem(learnerKataFiles);

  it("takes the language's own, the language without the country, or English", async () => {
    for (const [locale, name] of [["de", "README.de.md"], ["de-AT", "README.de.md"], ["DE_at", "README.de.md"], ["fr", "README.md"], ["en", "README.md"]] as const) {
      assert.equal((await readBrief(fs, learnerKata, locale)).path, `${learnerKata.folder}/${name}`);
    }
    assert.equal((await readBrief(fs, learnerKata, "de")).markdown, "# Maskieren\n");
  });

  it("does not take a locale for a path", async () => {
    const read: string[] = [];
    const watched = new MemoryFileSystem(learnerKataFiles);
    watched.refuse = (_operation, path) => void read.push(path);
    await readBrief(watched, learnerKata, "../../../etc/passwd");
    assert.ok(read.every((path) => path === `${learnerKata.folder}/README.md`));
  });

  it("says what to do when there is none, or it is no text", async () => {
    await assert.rejects(readBrief(new MemoryFileSystem(), learnerKata, "en"), (error) => error instanceof HumanError && error.code === "learner.noBrief");
    const binary = new MemoryFileSystem({ [`${learnerKata.folder}/README.md`]: new Uint8Array([0xff, 0xfe]) });
    await assert.rejects(readBrief(binary, learnerKata, "en"), (error) => error instanceof HumanError && error.code === "learner.unreadableText");
  });
});

describe("reading hints", () => {
  it("cuts at second-level headings", async () => {
    assert.deepEqual(await readHints(new MemoryFileSystem(learnerKataFiles), learnerKata), [
      { title: "Look", markdown: "At `\\F\\`." },
      { title: "Think", markdown: "Of order." },
    ]);
    assert.deepEqual(await readHints(new MemoryFileSystem(), learnerKata), []);
  });

  it("leaves alone headings of other levels and those in code", () => {
    const text = "# Hints\r\nintro\r\n## One ##\r\n### Sub\r\n```md\r\n## not a hint\r\n```js\r\n````\r\n~~~\r\n## nor this\r\n~~~\r\n##none\r\n## Two\r\n``` `x` ```\r\n## Three";
    assert.deepEqual(parseHints(text), [
      { title: "One", markdown: "### Sub\n```md\n## not a hint\n```js\n````\n~~~\n## nor this\n~~~\n##none" },
      { title: "Two", markdown: "``` `x` ```" },
      { title: "Three", markdown: "" },
    ]);
  });

  it("finds as many hints as were written, with their text", () => {
    const line = fc.stringMatching(/^[A-Za-z0-9 .`]{0,20}$/).map((text) => text.replaceAll("```", "").trim());
    const hint = fc.record({ title: fc.stringMatching(/^[A-Za-z0-9]{1,8}$/), lines: fc.array(line, { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(hint, { maxLength: 4 }), fc.constantFrom("\n", "\r\n", "\r"), (hints, end) => {
        const text = hints.map(({ title, lines }) => [`## ${title}`, ...lines, ""].join(end)).join("");
        assert.deepEqual(parseHints(text), hints.map(({ title, lines }) => ({ title, markdown: lines.join("\n").trim() })));
      }),
    );
  });
});
