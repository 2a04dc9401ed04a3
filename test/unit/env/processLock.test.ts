import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, it } from "mocha";
import { acquireLock, LockBusyError } from "../../../src/env/processLock";

describe("the lock among processes", () => {
  let folder = "";
  let path = "";
  const options = { patienceMs: 300, unaskableMs: 100 };
  const patient = { patienceMs: 15_000, unaskableMs: 100 };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "hik-lock-"));
    path = join(folder, "some.lock");
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  /** What a holder writes, as this process would, with some of it changed. */
  async function holder(changes: Record<string, unknown>): Promise<string> {
    const lock = await acquireLock(`${path}.sample`, options);
    const own = JSON.parse(await readFile(`${path}.sample`, "utf8")) as Record<string, unknown>;
    await lock.release();
    return JSON.stringify({ ...own, ...changes });
  }

  function pidOfTheDead(): number {
    return spawnSync(process.execPath, ["-e", "0"]).pid;
  }

  it("is free again after its release, and leaves nothing behind", async () => {
    const lock = await acquireLock(path, options);
    assert.equal(await lock.isHeld(), true);
    await lock.release();
    assert.equal(await lock.isHeld(), false);
    await (await acquireLock(path, options)).release();
    assert.deepEqual(await readdir(folder), []);
  });

  it("is not taken from one who lives, however long that takes", async () => {
    if (process.platform !== "linux") {
      // Elsewhere nobody can tell that a process is still the same one; see processLock.ts.
      return;
    }
    const lock = await acquireLock(path, options);
    await assert.rejects(acquireLock(path, options), (error) => error instanceof LockBusyError && error.message.includes(`process ${String(process.pid)}`));
    assert.equal(await lock.isHeld(), true);
    await lock.release();
  });

  it("is taken from a dead one", async () => {
    await writeFile(path, await holder({ token: "00000000-0000-4000-8000-000000000000", pid: pidOfTheDead() }));
    const lock = await acquireLock(path, { patienceMs: 0, unaskableMs: 1e9 });
    assert.equal(await lock.isHeld(), true);
    await lock.release();
    assert.deepEqual(await readdir(folder), []);
  });

  it("is taken from one whose process id was given again", async () => {
    await writeFile(path, await holder({ token: "00000000-0000-4000-8000-000000000000", start: "1" }));
    const lock = await acquireLock(path, options);
    assert.equal(await lock.isHeld(), true);
    await lock.release();
  });

  it("is taken after a while from a holder that cannot be asked", async () => {
    for (const text of ["", "{", await holder({ token: "00000000-0000-4000-8000-000000000000", place: "another machine" })]) {
      await writeFile(path, text);
      await assert.rejects(acquireLock(path, { patienceMs: 20, unaskableMs: 1e9 }), LockBusyError);
      assert.equal(await readFile(path, "utf8"), text);
      const lock = await acquireLock(path, patient);
      assert.equal(await lock.isHeld(), true);
      await lock.release();
    }
  });

  it("is taken also when one who was taking it over died in the middle of that", async () => {
    const token = "00000000-0000-4000-8000-000000000000";
    const pid = pidOfTheDead();
    await writeFile(path, await holder({ token, pid }));
    await writeFile(`${path}.${token}`, await holder({ token: "00000000-0000-4000-8000-000000000001", pid }));
    const lock = await acquireLock(path, options);
    assert.equal(await lock.isHeld(), true);
    await lock.release();
    assert.deepEqual(await readdir(folder), []);
  });

  it("is not removed by one who lost it", async () => {
    const lock = await acquireLock(path, options);
    const other = await holder({ token: "00000000-0000-4000-8000-000000000000" });
    await writeFile(path, other);
    assert.equal(await lock.isHeld(), false);
    await lock.release();
    assert.equal(await readFile(path, "utf8"), other);
  });

  it("belongs to one at a time, also while dead holders are being replaced", async () => {
    const pid = pidOfTheDead();
    for (let round = 0; round < 15; round++) {
      await writeFile(path, await holder({ token: `00000000-0000-4000-8000-${String(round).padStart(12, "0")}`, pid }));
      let inside = 0;
      let most = 0;
      await Promise.all(
        Array.from({ length: 8 }, async () => {
          const lock = await acquireLock(path, patient);
          most = Math.max(most, ++inside);
          await delay(1);
          inside--;
          await lock.release();
        }),
      );
      assert.equal(most, 1);
    }
    assert.deepEqual(await readdir(folder), []);
  });

  it("gives up, with what stands in the way, where no lock can be made", async () => {
    await mkdir(path);
    await assert.rejects(acquireLock(path, options), /EISDIR/);
    const dangling = join(folder, "dangling.lock");
    await symlink(join(folder, "nowhere"), dangling);
    await assert.rejects(acquireLock(dangling, options), LockBusyError);
    assert.equal(existsSync(join(folder, "nowhere")), false);
  });
});
