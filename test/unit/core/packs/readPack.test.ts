import assert from "node:assert/strict";
import type { PackReading } from "../../../../src/core/packs/readPack";
import { MemoryFileSystem } from "../../../support/memoryFileSystem";
import { packFolder, readersOf, sampleFiles, sampleManifest, samplePackManifest } from "../../../support/samplePack";

async function read(manifest: object): Promise<PackReading> {
  return await readersOf(new MemoryFileSystem(sampleFiles(sampleManifest, manifest))).packs.read(packFolder, true);
}

async function messages(manifest: object): Promise<readonly string[]> {
  const reading = await read(manifest);
  return reading.state === "broken" ? reading.problems.map(({ message }) => message) : [];
}

describe("PackReader", () => {
  it("reads a sound pack", async () => {
    assert.deepEqual(await read(samplePackManifest), {
      state: "ready", katas: ["first-patient"], pack: { name: "@sample/first", version: "1.0.0", title: "Sample", folder: packFolder, bundled: true },
    });
  });

  it("tells a pack of a later format from a broken one, whatever else it says", async () => {
    const reading = await read({ name: "@sample/first", kataPack: { format: 2, title: "Later", katas: { shape: "unknown" } } });
    assert.deepEqual(reading, { state: "newer", name: "@sample/first", title: "Later", folder: packFolder, format: 2 });
  });

  it("refuses what a pack must not have", async () => {
    assert.match((await messages({ ...samplePackManifest, dependencies: { x: "1" } }))[0] ?? "", /`dependencies` has no place in a pack/);
    assert.match((await messages({ ...samplePackManifest, scripts: { install: "rm -rf /" } }))[0] ?? "", /`scripts` has no place in a pack/);
  });

  it("refuses kata ids that lead out of the pack", async () => {
    for (const id of ["../other", "/etc", "a/b", "A", ""]) {
      const found = await messages({ ...samplePackManifest, kataPack: { ...samplePackManifest.kataPack, katas: [id] } });
      assert.match(found[0] ?? "", /`kataPack\.katas\[0\]` is .*name of its folder/, id);
    }
  });

  it("places problems in package.json", async () => {
    const reading = await read({ ...samplePackManifest, version: "one" });
    assert.equal(reading.state, "broken");
    const [problem] = reading.state === "broken" ? reading.problems : [];
    assert.equal(problem?.file, `${packFolder}/package.json`);
    assert.equal(problem?.range.start.line, 2);
  });

  it("says when there is no package.json, no kataPack or no JSON", async () => {
    const files = new MemoryFileSystem({ "/empty/x": "", "/plain/package.json": '{ "name": "x" }', "/broken/package.json": '{ "name": ' });
    const { packs } = readersOf(files);
    const said = async (folder: string): Promise<string> => {
      const reading = await packs.read(folder, false);
      return reading.state === "broken" ? (reading.problems[0]?.message ?? "") : "";
    };
    assert.match(await said("/empty"), /There is no package\.json here/);
    assert.match(await said("/plain"), /has no `kataPack`/);
    assert.notEqual(await said("/broken"), "");
    assert.equal(await packs.isPack("/plain"), false);
    assert.equal(await packs.isPack("/empty"), false);
  });
});
