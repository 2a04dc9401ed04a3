import assert from "node:assert/strict";
import { chmod, lstat, mkdtemp, open, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { inPlaceFile } from "../../../src/env/inPlaceFile";

describe("changing a file in place", () => {
  let folder = "";
  let path = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "in-place-"));
    path = join(folder, "adt.hl7");
    await writeFile(path, "MSH\nPID\n");
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("writes other bytes, fewer or more", async () => {
    assert.equal(await inPlaceFile.change(path, () => Buffer.from("MSH")), true);
    assert.equal(await readFile(path, "utf8"), "MSH");
    assert.equal(await inPlaceFile.change(path, (bytes) => Buffer.concat([bytes, Buffer.from("\rPID\r")])), true);
    assert.equal(await readFile(path, "utf8"), "MSH\rPID\r");
  });

  it("keeps the time of the last change to the millisecond, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.constantFrom(0, 0.3, 0.5, 0.999), async (milliseconds, fraction) => {
        await utimes(path, 1, (milliseconds + fraction) / 1000);
        const before = await stat(path);
        await inPlaceFile.change(path, (bytes) => Uint8Array.from(bytes, (byte) => (byte === 10 ? 13 : 10)));
        const after = await stat(path);
        assert.equal(after.mtime.getTime(), before.mtime.getTime());
      }),
    );
  });

  it("keeps the file itself and its permissions when it gets no shorter", async () => {
    await chmod(path, 0o640);
    const before = await stat(path);
    await inPlaceFile.change(path, () => Buffer.from("MSH\rPID\r"));
    const after = await stat(path);
    assert.deepEqual([after.ino, after.mode], [before.ino, before.mode]);
  });

  it("leaves the old bytes whole for whoever is reading them when it gets shorter", async () => {
    await chmod(path, 0o640);
    const reader = await open(path, "r");
    await inPlaceFile.change(path, () => Buffer.from("M"));
    assert.equal((await reader.stat()).size, 8);
    assert.equal(await reader.readFile("utf8"), "MSH\nPID\n");
    await reader.close();
    assert.equal((await stat(path)).mode & 0o777, 0o640);
    assert.deepEqual(await readdir(folder), ["adt.hl7"]);
  });

  it("follows a link and leaves it a link", async () => {
    const link = join(folder, "link.hl7");
    await symlink(path, link);
    await inPlaceFile.change(link, () => Buffer.from("M"));
    assert.equal(await readFile(path, "utf8"), "M");
    assert.equal((await lstat(link)).isSymbolicLink(), true);
  });

  it("writes nothing when the same bytes come back", async () => {
    const before = await stat(path, { bigint: true });
    assert.equal(await inPlaceFile.change(path, (bytes) => bytes), false);
    assert.equal((await stat(path, { bigint: true })).ctimeNs, before.ctimeNs);
  });

  it("makes no file where none is", async () => {
    await assert.rejects(
      inPlaceFile.change(join(folder, "none.hl7"), () => Buffer.from("x")),
      { code: "ENOENT" },
    );
    await assert.rejects(stat(join(folder, "none.hl7")), { code: "ENOENT" });
  });

  it("leaves the file as it was when the change cannot be worked out", async () => {
    await assert.rejects(
      inPlaceFile.change(path, () => {
        throw new Error("no");
      }),
      /no/,
    );
    assert.equal(await readFile(path, "utf8"), "MSH\nPID\n");
  });
});
