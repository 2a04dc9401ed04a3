import assert from "node:assert/strict";
import { HumanError } from "../../../../../src/core/humanError";
import type { PackFiles } from "../../../../../src/core/packs/archive/archive";
import { PackStore, type InstallRecord } from "../../../../../src/core/packs/install/packStore";
import { MemoryFileSystem, systemError } from "../../../../support/memoryFileSystem";

const record = (version: string, changes: Partial<InstallRecord> = {}): InstallRecord => ({
  name: "@course/first", version, title: "First", source: "npm:@course/first", integrity: `sha512-${version}`, runsCode: false, installedAt: "2026-11-01T12:00:00.000Z", ...changes,
});
const contents = (text: string): PackFiles => new Map([["package.json", Buffer.from("{}")], ["k/kata.json", Buffer.from(text)]]);

describe("PackStore", () => {
  let files: MemoryFileSystem;
  let store: PackStore;
  let ids = 0;

  beforeEach(() => {
    files = new MemoryFileSystem();
    const tree = {
      write: async (folder: string, given: PackFiles): Promise<void> => {
        for (const [path, bytes] of given) {
          await files.writeFile(`${folder}/${path}`, bytes);
        }
      },
    };
    store = new PackStore(files, tree, async (work) => await work(), "/data/packs", () => String(++ids));
  });
  const inUse = async (): Promise<string | undefined> => (await store.inUse("@course/first"))?.version;

  it("holds nothing before anything is installed, and writes nothing to look", async () => {
    assert.deepEqual(await store.folders(), []);
    assert.deepEqual(await store.list(), []);
    assert.deepEqual(files.operations, []);
  });

  it("keeps versions side by side and shows the one in use", async () => {
    await store.add(contents("1"), record("1.0.0"), true);
    await store.add(contents("2"), record("1.10.0"), true);
    await store.add(contents("3"), record("1.9.0"), false);
    assert.deepEqual(await store.folders(), ["/data/packs/@course/first/1.10.0"]);
    assert.deepEqual((await store.versions("@course/first")).map(({ version, current }) => [version, current]), [["1.10.0", true], ["1.9.0", false], ["1.0.0", false]]);
    assert.equal(files.texts()["/data/packs/@course/first/1.0.0/k/kata.json"], "1");
  });

  it("holds packs without a scope too", async () => {
    await store.add(contents("1"), record("1.0.0", { name: "plain" }), true);
    assert.deepEqual(await store.folders(), ["/data/packs/plain/1.0.0"]);
  });

  it("goes back, and further back, and says so when there is nothing before", async () => {
    for (const version of ["1.0.0", "1.1.0", "1.2.0"]) {
      await store.add(contents(version), record(version), true);
    }
    assert.equal((await store.back("@course/first")).to.version, "1.1.0");
    assert.equal((await store.back("@course/first")).to.version, "1.0.0");
    assert.equal(await inUse(), "1.0.0");
    await assert.rejects(store.back("@course/first"), (error: HumanError) => error.code === "store.nothingBefore" && error.message.includes("1.2.0, 1.1.0: name one"));
    await store.use("@course/first", "1.2.0");
    assert.equal(await inUse(), "1.2.0");
  });

  it("refuses another content under a version, unless it is the person's own file", async () => {
    await store.add(contents("1"), record("1.0.0"), true);
    await assert.rejects(store.add(contents("2"), record("1.0.0", { integrity: "sha512-other" }), true), (error: HumanError) => error.code === "store.otherContent");
    assert.equal(files.texts()["/data/packs/@course/first/1.0.0/k/kata.json"], "1");
    await store.add(contents("a"), record("2.0.0", { source: "file:/mine", integrity: "sha512-a" }), true);
    await store.add(contents("b"), record("2.0.0", { source: "file:/mine", integrity: "sha512-b" }), true);
    assert.equal(files.texts()["/data/packs/@course/first/2.0.0/k/kata.json"], "b");
  });

  it("removes a version and shows the one before it, or all of a pack", async () => {
    await store.add(contents("1"), record("1.0.0"), true);
    await store.add(contents("2"), record("2.0.0"), true);
    assert.deepEqual(await store.remove("@course/first", "2.0.0"), ["2.0.0"]);
    assert.equal(await inUse(), "1.0.0");
    assert.deepEqual(await store.remove("@course/first"), ["1.0.0"]);
    assert.deepEqual(Object.keys(files.texts("/data/packs")), []);
    await assert.rejects(store.remove("@course/first"), (error: HumanError) => error.code === "store.notInstalled");
  });

  it("never shows half of a pack, wherever writing fails", async () => {
    await store.add(contents("1"), record("1.0.0"), true);
    // Each write, rename and folder in turn is the one that fails.
    for (let failing = 0, failed = true; failed; failing++) {
      let count = 0;
      failed = false;
      files.refuse = (operation, path) => {
        if (["write", "rename", "folder"].includes(operation) && count++ === failing) {
          failed = true;
          throw systemError("ENOSPC", path);
        }
      };
      await store.add(contents("2"), record("2.0.0"), true).catch((error: unknown) => {
        assert.ok(error instanceof HumanError);
        assert.match(error.message, /@course\/first 2\.0\.0 could not be installed in \/data\/packs \(ENOSPC.*room on the disk/);
      });
      files.refuse = () => undefined;
      for (const { version, folder } of await store.versions("@course/first")) {
        assert.ok(files.texts()[`${folder}/k/kata.json`] !== undefined, version);
      }
      assert.equal((await store.folders()).length, 1);
      if (failed) {
        await store.remove("@course/first", "2.0.0").catch(() => undefined);
      }
    }
    assert.equal(await inUse(), "2.0.0");
    assert.deepEqual(Object.keys(files.texts("/data/packs/.staging")), []);
  });

  it("installs over what a crash left", async () => {
    files.put("/data/packs/@course/first/1.0.0/half.json", "{");
    files.put("/data/packs/.staging/7/half.json", "{");
    assert.deepEqual(await store.folders(), []);
    await store.add(contents("1"), record("1.0.0"), true);
    assert.deepEqual(Object.keys(files.texts("/data/packs")), ["/data/packs/@course/first/1.0.0.json", "/data/packs/@course/first/1.0.0/k/kata.json", "/data/packs/@course/first/1.0.0/package.json", "/data/packs/@course/first/current.json"]);
  });

  it("does not let one broken record hide the other packs", async () => {
    await store.add(contents("1"), record("1.0.0"), true);
    await store.add(contents("1"), record("1.0.0", { name: "plain" }), true);
    files.put("/data/packs/plain/current.json", "{");
    assert.deepEqual(await store.folders(), ["/data/packs/@course/first/1.0.0"]);
    files.put("/data/packs/plain/current.json", '{"version":"../../../etc","before":[]}');
    assert.deepEqual(await store.folders(), ["/data/packs/@course/first/1.0.0"]);
  });

  it("refuses names that lead out of the store", async () => {
    for (const changes of [{ name: "../evil" }, { name: "/evil" }, { version: "../1.0.0" }, { name: ".staging" }, { version: "1.0.0/../../x" }]) {
      await assert.rejects(store.add(contents("1"), record("1.0.0", changes), true), (error: HumanError) => error.code === "store.name");
    }
    assert.deepEqual(await store.versions("../evil"), []);
    assert.deepEqual(files.operations, []);
  });
});
