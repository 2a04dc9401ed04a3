import assert from "node:assert/strict";
import { archiveLimits } from "../../../../../src/core/packs/archive/archive";
import { Packer, type PackedArchive } from "../../../../../src/core/packs/archive/packer";
import type { HumanError } from "../../../../../src/core/humanError";
import { SriIntegrity } from "../../../../../src/env/distribution/sriIntegrity";
import { TarArchive } from "../../../../../src/env/distribution/tarArchive";
import { MemoryFileSystem } from "../../../../support/memoryFileSystem";
import { packFolder, readersOf, sampleFiles, samplePackManifest, sampleManifest } from "../../../../support/samplePack";

async function packed(files: MemoryFileSystem): Promise<PackedArchive> {
  return await new Packer(files, readersOf(files).packs, new TarArchive(), new SriIntegrity()).pack(packFolder);
}

describe("Packer", () => {
  it("packs the manifest, the generated files and the katas, and nothing else", async () => {
    const files = new MemoryFileSystem({
      ...sampleFiles(),
      [`${packFolder}/signatures.json`]: "{}", [`${packFolder}/catalogue.json`]: "[]", [`${packFolder}/LICENSE`]: "CC BY 4.0",
      [`${packFolder}/.git/config`]: "secret", [`${packFolder}/.npmrc`]: "//registry/:_authToken=secret", [`${packFolder}/notes.txt`]: "to myself",
      [`${packFolder}/unlisted/kata.json`]: "{}", [`${packFolder}/node_modules/x/index.js`]: "x", [`${packFolder}/first-patient/starter/.npmrc`]: "token",
      [`${packFolder}/first-patient/starter/.DS_Store`]: "x", [`${packFolder}/first-patient/checks/.a.swp`]: "x", [`${packFolder}/first-patient/README.md.orig`]: "x",
    });
    const { files: names, leftOut, fileName, bytes, integrity } = await packed(files);
    assert.deepEqual(names, [
      "LICENSE", "catalogue.json", "first-patient/README.md", "first-patient/checks/facts.test.ts", "first-patient/checks/patient.schema.json", "first-patient/hints.md",
      "first-patient/kata.json", "first-patient/solutions/reference/patient.json", "first-patient/solutions/short/patient.json", "first-patient/starter/form.md",
      "first-patient/starter/patient.json", "first-patient/wrong/letter-gender.md", "first-patient/wrong/letter-gender/patient.json", "package.json", "signatures.json",
    ]);
    assert.deepEqual(leftOut, [
      ".git/config", ".npmrc", "first-patient/README.md.orig", "first-patient/checks/.a.swp", "first-patient/starter/.DS_Store", "first-patient/starter/.npmrc", "node_modules/x/index.js",
      "notes.txt", "unlisted/kata.json",
    ]);
    assert.equal(fileName, "sample-first-1.0.0.tgz");
    assert.match(integrity, /^sha512-[A-Za-z0-9+/]{86}==$/);
    const back = await new TarArchive().unpack(bytes, fileName, archiveLimits, new AbortController().signal);
    assert.deepEqual([...back.keys()].sort(), names);
  });

  it("gives the same bytes twice, and others when a file changes", async () => {
    const once = await packed(new MemoryFileSystem(sampleFiles()));
    const again = await packed(new MemoryFileSystem(Object.fromEntries(Object.entries(sampleFiles()).reverse())));
    assert.equal(again.integrity, once.integrity);
    assert.deepEqual(again.bytes, once.bytes);
    assert.notEqual((await packed(new MemoryFileSystem(sampleFiles({ ...sampleManifest, minutes: 11 })))).integrity, once.integrity);
  });

  for (const [key, value] of Object.entries({ scripts: { postinstall: "node evil.js" }, dependencies: { evil: "*" }, devDependencies: {}, optionalDependencies: {}, bundleDependencies: ["evil"], bin: "x.js" })) {
    it(`refuses a pack with ${key}`, async () => {
      await assert.rejects(packed(new MemoryFileSystem(sampleFiles(sampleManifest, { ...samplePackManifest, [key]: value }))), (error: HumanError) => {
        assert.equal(error.code, "pack.broken");
        assert.ok(error.message.includes(`\`${key}\` has no place in a pack: a pack is data and depends on nothing; remove it.`), error.message);
        return true;
      });
    });
  }

  it("refuses a link, which would be another file elsewhere", async () => {
    const files = new MemoryFileSystem(sampleFiles());
    files.putLink(`${packFolder}/first-patient/starter/passwords.txt`);
    await assert.rejects(packed(files), /passwords\.txt is a link or a special file/);
  });

  it("refuses names that could not be unpacked everywhere", async () => {
    await assert.rejects(packed(new MemoryFileSystem({ ...sampleFiles(), [`${packFolder}/first-patient/starter/Form.md`]: "x" })), /same on some systems/);
    await assert.rejects(packed(new MemoryFileSystem({ ...sampleFiles(), [`${packFolder}/first-patient/starter/aux.json`]: "x" })), /Windows cannot hold/);
  });
});
