import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HumanError } from "../../../src/core/humanError";
import type { InstallRecord } from "../../../src/core/packs/install/packStore";
import { defaultDataFolder } from "../../../src/env/dataFolder";
import { exclusivelyIn, openPackStore } from "../../../src/env/openPackStore";

const record = (version: string): InstallRecord => ({ name: "@course/first", version, title: "First", source: "npm:@course/first", integrity: `sha512-${version}`, runsCode: false, installedAt: "2026-11-01T12:00:00.000Z" });

describe("the store of installed packs on disk", () => {
  let folder = "";
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "hik-store-")));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("writes files that nobody writes to, and removes them all the same", async () => {
    const store = openPackStore(folder);
    const { folder: at } = await store.add(new Map([["package.json", Buffer.from("{}")], ["k/deep/a.json", Buffer.from("1")]]), record("1.0.0"), true);
    assert.equal(readFileSync(join(at, "k/deep/a.json"), "utf8"), "1");
    assert.equal(statSync(join(at, "k/deep/a.json")).mode & 0o222, 0);
    assert.deepEqual(readdirSync(join(folder, "packs")), ["@course"]);
    await store.remove("@course/first");
    assert.deepEqual(await store.list(), []);
  });

  it("lets two who install at once do so one after the other", async () => {
    const files = new Map([["package.json", Buffer.from("{}")]]);
    await Promise.all(["1.0.0", "1.1.0", "1.2.0", "1.3.0"].map(async (version) => await openPackStore(folder).add(files, record(version), true)));
    const versions = await openPackStore(folder).versions("@course/first");
    assert.deepEqual(versions.map(({ version }) => version), ["1.3.0", "1.2.0", "1.1.0", "1.0.0"]);
    assert.equal(versions.filter(({ current }) => current).length, 1);
    assert.deepEqual(readdirSync(folder), ["packs"]);
  });

  it("says who is at work when that takes too long", async () => {
    await exclusivelyIn(folder)(async () => {
      await assert.rejects(exclusivelyIn(folder, 50)(async () => await Promise.resolve()), (error: HumanError) => error.code === "store.busy" && error.message.includes(String(process.pid)));
    });
  });

  it("refuses two names for one file, as on disks that do not tell upper from lower case", async () => {
    // The same path twice stands for what such a disk sees.
    const twice = new Map([["package.json", Buffer.from("1")], ["./package.json", Buffer.from("2")]]);
    await assert.rejects(openPackStore(folder).add(twice, record("1.0.0"), true), /EEXIST/);
    assert.deepEqual(await openPackStore(folder).list(), []);
  });
});

describe("the data folder", () => {
  it("is where each system keeps such data", () => {
    assert.equal(defaultDataFolder({}, "linux", "/home/a"), "/home/a/.local/share/health-it-katas");
    assert.equal(defaultDataFolder({ XDG_DATA_HOME: "/data" }, "linux", "/home/a"), "/data/health-it-katas");
    assert.equal(defaultDataFolder({ XDG_DATA_HOME: "relative" }, "linux", "/home/a"), "/home/a/.local/share/health-it-katas");
    assert.equal(defaultDataFolder({}, "darwin", "/Users/a"), "/Users/a/Library/Application Support/health-it-katas");
    assert.equal(defaultDataFolder({ LOCALAPPDATA: "C:\\Users\\a\\AppData\\Local" }, "win32", "C:/Users/a"), "C:/Users/a/AppData/Local/health-it-katas");
    assert.equal(defaultDataFolder({ HEALTH_IT_KATAS_DATA: "/mine" }, "linux", "/home/a"), "/mine");
  });
});
