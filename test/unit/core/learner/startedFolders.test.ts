import assert from "node:assert/strict";
import { markerText } from "../../../../src/core/learner/kataFolder";
import { startedFolders } from "../../../../src/core/learner/startedFolders";
import { MemoryFileSystem } from "../../../support/memoryFileSystem";

const marker = (uuid: string): string => markerText({ uuid, id: uuid, pack: "@a/b", version: "1.0.0", digest: "d" });

describe("startedFolders", () => {
  const files = new MemoryFileSystem({
    "/work/health-it-katas/b/one/.kata.json": marker("one"), "/work/health-it-katas/b/one/deep/a.txt": "x", "/work/health-it-katas/b/two/.kata.json": marker("two"),
    "/work/health-it-katas/b/broken/.kata.json": "{", "/work/.hidden/x/.kata.json": marker("hidden"), "/work/node_modules/x/.kata.json": marker("module"),
    "/work/1/2/3/4/.kata.json": marker("four"), "/work/1/2/3/4b/5/.kata.json": marker("five"),
  });
  const found = async (folder: string): Promise<readonly string[]> => (await startedFolders(files, folder)).map(({ marker: { uuid } }) => uuid);

  it("finds what was started up to four levels below, and passes over what is no learner's", async () => {
    assert.deepEqual(await found("/work"), ["four", "one", "two"]);
  });

  it("finds the one that a folder lies in", async () => {
    assert.deepEqual(await found("/work/health-it-katas/b/one/deep"), ["one"]);
  });

  it("finds nothing where there is nothing", async () => {
    assert.deepEqual(await found("/elsewhere"), []);
  });
});
