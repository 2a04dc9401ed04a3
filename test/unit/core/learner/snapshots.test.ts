import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { HumanError } from "../../../../src/core/humanError";
import { Snapshots } from "../../../../src/core/learner/snapshots";
import { MemoryFileSystem } from "../../../support/memoryFileSystem";

const uuid = "0b8f4c3e-6f0d-4a57-9f3e-5d1c0a2b7e11";
const root = `/w/.health-it-katas/snapshots/${uuid}`;

describe("snapshots", () => {
  const at = (fs: MemoryFileSystem, step = 1): Snapshots => {
    let clock = Date.UTC(2025, 0, 2, 3, 4, 5, 6) - step;
    return new Snapshots(fs, "/w", () => new Date((clock += step)));
  };

  it("lie in a folder named by kata and time, with a description beside the files", async () => {
    const fs = new MemoryFileSystem({ "/w/k/a.txt": "1", "/w/k/sub/b.txt": "2" });
    const snapshot = await at(fs).take(uuid, "/w/k", ["sub/b.txt", "a.txt", "gone.txt"], "solution");
    assert.deepEqual(snapshot, {
      folder: `${root}/2025-01-02T03-04-05.006Z`,
      uuid,
      reason: "solution",
      takenAt: "2025-01-02T03:04:05.006Z",
      of: "/w/k",
      files: ["a.txt", "sub/b.txt"],
      absent: ["gone.txt"],
    });
    assert.deepEqual(Object.keys(fs.texts(root)), [
      `${root}/2025-01-02T03-04-05.006Z/files/a.txt`,
      `${root}/2025-01-02T03-04-05.006Z/files/sub/b.txt`,
      `${root}/2025-01-02T03-04-05.006Z/snapshot.json`,
    ]);
    assert.deepEqual(await at(fs).list(uuid), [snapshot]);
  });

  it("are not taken of nothing", async () => {
    const fs = new MemoryFileSystem();
    assert.equal(await at(fs).take(uuid, "/w/k", ["a.txt"], "reset"), undefined);
    assert.deepEqual(fs.operations, []);
    assert.deepEqual(await at(fs).list(uuid), []);
  });

  it("are the last 20, also of those taken within one millisecond or while the clock runs back", async () => {
    for (const step of [0, 1, -1000]) {
      const fs = new MemoryFileSystem();
      const snapshots = at(fs, step);
      for (let index = 0; index < 25; index++) {
        fs.put("/w/k/a.txt", String(index));
        await snapshots.take(uuid, "/w/k", ["a.txt"], "reset");
      }
      const listed = await snapshots.list(uuid);
      assert.equal(listed.length, 20);
      const contents = await Promise.all(listed.map(async ({ folder }) => new TextDecoder().decode(await fs.readFile(`${folder}/files/a.txt`))));
      assert.deepEqual(contents, Array.from({ length: 20 }, (_, index) => String(24 - index)));
    }
  });

  it("can be taken back and forth, to where the folder was moved", async () => {
    const fs = new MemoryFileSystem({ "/w/k/a.txt": "1" });
    const snapshots = at(fs);
    const first = await snapshots.take(uuid, "/w/k", ["a.txt", "b.txt"], "reset");
    assert.ok(first !== undefined);
    await fs.rename("/w/k", "/w/moved");
    fs.put("/w/moved/a.txt", "2");
    fs.put("/w/moved/b.txt", "3");
    const second = await snapshots.restore(first, "/w/moved");
    assert.deepEqual(fs.texts("/w/moved"), { "/w/moved/a.txt": "1" });
    assert.equal(second?.reason, "restore");
    await snapshots.restore(second);
    assert.deepEqual(fs.texts("/w/moved"), { "/w/moved/a.txt": "2", "/w/moved/b.txt": "3" });
  });

  it("that were interrupted or damaged are not offered, and not half restored", async () => {
    const fs = new MemoryFileSystem({ "/w/k/a.txt": "1", "/w/k/b.txt": "2" });
    const snapshots = at(fs);
    const snapshot = await snapshots.take(uuid, "/w/k", ["a.txt", "b.txt"], "reset");
    assert.ok(snapshot !== undefined);
    fs.put(`${root}/2026/files/a.txt`, "x");
    fs.put(`${root}/2027/snapshot.json`, "{");
    fs.put(`${root}/2028/snapshot.json`, '{"uuid":1}');
    assert.deepEqual(await snapshots.list(uuid), [snapshot]);
    await fs.remove(`${snapshot.folder}/files/b.txt`);
    fs.put("/w/k/a.txt", "changed");
    await assert.rejects(snapshots.restore(snapshot), (error) => error instanceof HumanError && error.message.includes("b.txt") && error.message.includes("nothing was changed"));
    assert.equal(fs.texts("/w/k")["/w/k/a.txt"], "changed");
  });

  it("remove nothing outside of the kata's folder, whatever their description says", async () => {
    const fs = new MemoryFileSystem({ "/w/k/a.txt": "1", "/w/victim.txt": "x" });
    const snapshots = at(fs);
    const snapshot = await snapshots.take(uuid, "/w/k", ["a.txt"], "reset");
    assert.ok(snapshot !== undefined);
    await assert.rejects(snapshots.restore({ ...snapshot, absent: ["../victim.txt"] }), HumanError);
    assert.equal(fs.texts("/w")["/w/victim.txt"], "x");
  });
});
