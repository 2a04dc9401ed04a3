import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { HumanError } from "../../../../src/core/humanError";
import { largestFile } from "../../../../src/core/learner/safeFiles";
import { readSolution, solutionForComparison } from "../../../../src/core/learner/solution";
import { learnerKata, learnerKataFiles } from "../../../support/learnerKata";
import { MemoryFileSystem } from "../../../support/memoryFileSystem";

describe("reading what the learner hands in", () => {
  it("gives the bytes of the named files, and leaves out what is not there", async () => {
    const fs = new MemoryFileSystem({ "/w/k/src/escapes.ts": "x", "/w/k/other.txt": "y" });
    const solution = await readSolution(fs, "/w/k", ["src/escapes.ts", "oru.hl7"]);
    assert.deepEqual([...solution], [["src/escapes.ts", new TextEncoder().encode("x")]]);
  });

  it("says what is wrong with links, folders, names that lead away and huge files", async () => {
    const fs = new MemoryFileSystem({ "/w/k/folder/x": "x", "/w/k/huge.json": new Uint8Array(largestFile + 1), "/w/k/fits.json": new Uint8Array(largestFile), "/w/secret": "s" });
    fs.putLink("/w/k/link.ts");
    fs.putLink("/w/k/linked");
    for (const [path, code] of Object.entries({
      "link.ts": "learner.link",
      "linked/a.ts": "learner.link",
      folder: "learner.folderInTheWay",
      "fits.json/x": "learner.fileInTheWay",
      "../secret": "learner.badName",
      "/w/secret": "learner.badName",
      "huge.json": "learner.fileTooLarge",
    })) {
      await assert.rejects(readSolution(fs, "/w/k", [path]), (error) => error instanceof HumanError && error.code === code && /\. [A-Z]/.test(error.message), path);
    }
    assert.equal((await readSolution(fs, "/w/k", ["fits.json"])).get("fits.json")?.length, largestFile);
  });
});

describe("the solution for comparison", () => {
  it("is the reference, in the order of the kata's files", async () => {
    const files = await solutionForComparison(new MemoryFileSystem(learnerKataFiles), learnerKata);
    assert.deepEqual(
      files.map(({ path, source, bytes }) => [path, source, new TextDecoder().decode(bytes)]),
      [
        ["src/escapes.ts", "/packs/hl7v2/v2-escapes/solutions/reference/src/escapes.ts", "export const decode = 1;\n"],
        ["oru.hl7", "/packs/hl7v2/v2-escapes/solutions/reference/oru.hl7", "MSH|right\r"],
        ["notes.md", "/packs/hl7v2/v2-escapes/solutions/reference/notes.md", "why\n"],
      ],
    );
  });
});
