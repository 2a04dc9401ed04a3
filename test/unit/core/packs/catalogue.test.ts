import assert from "node:assert/strict";
import { HumanError } from "../../../../src/core/humanError";
import { Catalogue, type KataSource } from "../../../../src/core/packs/catalogue";
import { formatCatalogue } from "../../../../src/core/packs/catalogueFile";
import { MemoryFileSystem } from "../../../support/memoryFileSystem";
import { packFolder, readersOf, sampleFiles, sampleManifest, samplePackManifest } from "../../../support/samplePack";

const summary = {
  pack: "@sample/first", id: "first-patient", uuid: sampleManifest.uuid, title: "A first patient", track: "fhir", level: 1, minutes: 10, kind: "author", competencies: ["fhir-model"],
};

function source(folders: readonly string[], bundled = false): KataSource {
  return { id: folders.join(), bundled, folders: () => Promise.resolve(folders) };
}

function catalogueOf(files: MemoryFileSystem, sources: readonly KataSource[] = [source(["/packs"])]): Catalogue {
  const { packs, katas } = readersOf(files);
  return new Catalogue(files, sources, packs, katas);
}

/** The sample pack's files again, moved and renamed. */
function copy(name: string, folder: string, uuid: string): Record<string, string> {
  const files = sampleFiles({ ...sampleManifest, uuid }, { ...samplePackManifest, name });
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace(packFolder, folder), text]));
}

const otherUuid = "0a1b2c3d-0000-4000-8000-000000000002";

async function rejection(promise: Promise<unknown>): Promise<HumanError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof HumanError);
    return error;
  }
  return assert.fail("nothing was thrown");
}

describe("Catalogue", () => {
  it("lists katas by reading them where there is no catalogue.json", async () => {
    const listing = await catalogueOf(new MemoryFileSystem(sampleFiles())).list();
    assert.deepEqual(listing.packs[0]?.katas, [summary]);
    assert.deepEqual(listing.problems, []);
  });

  it("opens no kata where there is one", async () => {
    const files = new MemoryFileSystem(sampleFiles());
    files.put(`${packFolder}/catalogue.json`, formatCatalogue([{ ...summary, title: "From the catalogue" }]));
    const opened: string[] = [];
    files.refuse = (_, path) => {
      if (path.startsWith(`${packFolder}/first-patient`)) {
        opened.push(path);
      }
    };
    const listing = await catalogueOf(files).list();
    assert.deepEqual(listing.packs[0]?.katas, [{ ...summary, title: "From the catalogue" }]);
    assert.deepEqual(opened, []);
  });

  it("reads the katas when catalogue.json is damaged, and those it lacks", async () => {
    const files = new MemoryFileSystem(sampleFiles());
    for (const text of ["[", "{}", '[{ "id": 1 }]', "[]"]) {
      files.put(`${packFolder}/catalogue.json`, text);
      assert.deepEqual((await catalogueOf(files).list()).packs[0]?.katas, [summary], text);
    }
  });

  it("takes a folder that is a pack, one that holds packs, and one that is not there", async () => {
    for (const folder of [packFolder, "/packs"]) {
      assert.equal((await catalogueOf(new MemoryFileSystem(sampleFiles()), [source(["/none", folder])]).entries()).length, 1);
    }
  });

  it("hides no good kata behind a bad one", async () => {
    const files = new MemoryFileSystem({ ...sampleFiles(sampleManifest, { ...samplePackManifest, kataPack: { format: 1, title: "Sample", katas: ["bad", "first-patient"] } }), [`${packFolder}/bad/kata.json`]: "{" });
    const listing = await catalogueOf(files).list();
    assert.deepEqual(listing.packs[0]?.katas, [summary]);
    assert.ok(listing.problems.length > 0);
    assert.ok(listing.problems.every(({ file }) => file === `${packFolder}/bad/kata.json`));
  });

  it("lists the other packs beside broken and later ones", async () => {
    const later = { "/packs/later/package.json": JSON.stringify({ name: "later", kataPack: { format: 7, title: "Later" } }) };
    const broken = { "/packs/broken/package.json": '{ "kataPack": ' };
    const listing = await catalogueOf(new MemoryFileSystem({ ...later, ...broken, ...sampleFiles() })).list();
    assert.equal(listing.packs.length, 1);
    assert.deepEqual(listing.newer.map(({ name }) => name), ["later"]);
    assert.ok(listing.problems.length > 0);
  });

  it("takes the first of two packs of one name, and only the first of two katas of one uuid", async () => {
    const files = new MemoryFileSystem({ ...sampleFiles(), ...copy("@sample/first", "/mine/again", otherUuid), ...copy("@sample/second", "/mine/second", sampleManifest.uuid) });
    const mineFirst = await catalogueOf(files, [source(["/mine"]), source(["/packs"], true)]).list();
    assert.deepEqual(mineFirst.packs.map(({ pack }) => pack.folder), ["/mine/again", "/mine/second"]);
    const bundledFirst = await catalogueOf(files, [source(["/packs"], true), source(["/mine"])]).list();
    assert.deepEqual(bundledFirst.packs.map(({ pack }) => [pack.folder, pack.bundled]), [[packFolder, true], ["/mine/second", false]]);
    assert.deepEqual(bundledFirst.packs[1]?.katas, []);
    assert.match(bundledFirst.problems[0]?.message ?? "", /also that of @sample\/first\/first-patient/);
  });

  it("reads again only when told", async () => {
    const files = new MemoryFileSystem(sampleFiles());
    const catalogue = catalogueOf(files);
    await catalogue.list();
    await files.remove(packFolder);
    assert.equal((await catalogue.entries()).length, 1);
    catalogue.refresh();
    assert.equal((await catalogue.entries()).length, 0);
  });

  describe("find", () => {
    const two = (): Catalogue => catalogueOf(new MemoryFileSystem({ ...sampleFiles(), ...copy("@sample/second", "/packs/second", otherUuid) }));

    it("takes a uuid, the pack's name or its last part with an id, and a unique id", async () => {
      for (const reference of [sampleManifest.uuid, sampleManifest.uuid.toUpperCase(), "@sample/first/first-patient", "first/first-patient"]) {
        assert.equal((await two().find(reference)).pack.name, "@sample/first", reference);
      }
      assert.equal((await catalogueOf(new MemoryFileSystem(sampleFiles())).find("first-patient")).summary.uuid, sampleManifest.uuid);
    });

    it("names the candidates of what means several", async () => {
      const error = await rejection(two().find("first-patient"));
      assert.equal(error.code, "kata.ambiguous");
      assert.match(error.message, /@sample\/first\/first-patient, @sample\/second\/first-patient/);
    });

    it("says what was meant, or how to see what there is", async () => {
      assert.match((await rejection(two().find("first-patiant"))).message, /did you mean first-patient\?/);
      assert.match((await rejection(two().find("zzz"))).message, /see them with `health-it-katas list`/);
    });

    it("says that a pack needs a newer program", async () => {
      const later = { "/packs/later/package.json": JSON.stringify({ name: "@x/later", kataPack: { format: 7, title: "Later" } }) };
      assert.equal((await rejection(catalogueOf(new MemoryFileSystem(later)).find("later/some"))).code, "kata.needsNewer");
    });
  });
});
