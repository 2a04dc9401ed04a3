import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { HumanError } from "../../../../src/core/humanError";
import type { KataMarker } from "../../../../src/core/learner/kataFolder";
import { findKataFolder, learnerFolderOf, markerText } from "../../../../src/core/learner/kataFolder";
import { learnerKata } from "../../../support/learnerKata";
import { MemoryFileSystem } from "../../../support/memoryFileSystem";

const marker: KataMarker = { uuid: "u", id: "v2-escapes", pack: "@health-it-katas/hl7v2", version: "1.2.0", digest: "d", seed: 7 };

describe("the folder of a kata in the workspace", () => {
  it("is made of the setting, the pack's last name part and the kata", () => {
    assert.equal(learnerFolderOf("/home/u/work", "health-it-katas", learnerKata), "/home/u/work/health-it-katas/hl7v2/v2-escapes");
    assert.equal(learnerFolderOf("/home/u/work", "./a/b/", learnerKata), "/home/u/work/a/b/hl7v2/v2-escapes");
    assert.equal(learnerFolderOf("/home/u/work", "a\\b", learnerKata), "/home/u/work/a/b/hl7v2/v2-escapes");
    for (const setting of ["", ".", "./"]) {
      assert.equal(learnerFolderOf("C:/work", setting, learnerKata), "C:/work/hl7v2/v2-escapes");
    }
  });

  it("never lies outside of the workspace, whatever the setting", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[./\\a:]{0,8}$/)), (setting) => {
        try {
          const folder = learnerFolderOf("/w", setting, learnerKata);
          assert.ok(folder.startsWith("/w/") && !folder.split("/").includes("..") && folder.endsWith("/hl7v2/v2-escapes"), folder);
        } catch (error) {
          assert.ok(error instanceof HumanError && error.code === "learner.badFolderSetting", String(error));
        }
      }),
      { numRuns: 500 },
    );
    for (const setting of ["../x", "a/../../x", "/etc", "C:/x"]) {
      assert.throws(() => learnerFolderOf("/w", setting, learnerKata), HumanError, setting);
    }
  });
});

describe("finding the kata a file belongs to", () => {
  const files = { "/w/k/hl7v2/v2-escapes/.kata.json": markerText(marker), "/w/k/hl7v2/v2-escapes/src/deep/escapes.ts": "x", "/w/other/x.ts": "x" };

  it("looks upwards from files and folders, and from what is not there any more", async () => {
    const fs = new MemoryFileSystem(files);
    for (const path of ["", "/src", "/src/deep/escapes.ts", "/deleted.ts", "/gone/away.ts"]) {
      assert.deepEqual(await findKataFolder(fs, `/w/k/hl7v2/v2-escapes${path}`), { path: "/w/k/hl7v2/v2-escapes", marker });
    }
    for (const path of ["/w/other/x.ts", "/w", "/", "/w/k/hl7v2/x"]) {
      assert.equal(await findKataFolder(fs, path), undefined);
    }
  });

  it("says what to do about a marker that makes no sense", async () => {
    for (const text of ["", "{", "[]", "null", '{"uuid":"u"}', JSON.stringify({ ...marker, uuid: 1 })]) {
      const fs = new MemoryFileSystem({ ...files, "/w/k/hl7v2/v2-escapes/.kata.json": text });
      await assert.rejects(
        findKataFolder(fs, "/w/k/hl7v2/v2-escapes/src"),
        (error) => error instanceof HumanError && error.message.startsWith("/w/k/hl7v2/v2-escapes/.kata.json ") && error.message.includes("Start the kata again"),
        text,
      );
    }
    const linked = new MemoryFileSystem();
    linked.putLink("/w/k/.kata.json");
    await assert.rejects(findKataFolder(linked, "/w/k/x"), /is not a file/);
  });

  it("does without a seed that is none", async () => {
    const fs = new MemoryFileSystem({ "/w/.kata.json": JSON.stringify({ ...marker, seed: "x" }) });
    assert.equal((await findKataFolder(fs, "/w/a"))?.marker.seed, undefined);
  });
});
