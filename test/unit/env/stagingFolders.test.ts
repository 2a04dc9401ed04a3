import assert from "node:assert/strict";
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StagingFolders } from "../../../src/env/stagingFolders";

const bytes = new Uint8Array([0x61, 0xff, 0x00, 0x0d]);

describe("StagingFolders", () => {
  let base: string;

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), "staging-"));
  });

  afterEach(() => {
    rmSync(base, { recursive: true, force: true });
  });

  it("writes files byte for byte, in folders that nobody else may read, and removes them all", async () => {
    const folder = new StagingFolders(base).create();
    await folder.write([
      { path: "kata.ts", bytes },
      { path: "checks/data/a b.hl7", bytes },
    ]);
    assert.deepEqual([...readFileSync(join(folder.path, "checks/data/a b.hl7"))], [...bytes]);
    assert.ok(lstatSync(join(folder.path, "kata.ts")).isFile());
    if (process.platform !== "win32") {
      assert.equal(lstatSync(folder.path).mode & 0o777, 0o700);
    }
    await folder.remove();
    assert.deepEqual(readdirSync(base), []);
    await folder.remove();
  });

  for (const path of ["../out.ts", "/etc/passwd", "a/../../out", "a//b", "", ".", "a\\b", "C:evil", "a/b.", "a/ ", "nul\u0000", "a?b"]) {
    it(`refuses the path ${JSON.stringify(path)}`, async () => {
      const folder = new StagingFolders(base).create();
      await assert.rejects(folder.write([{ path, bytes }]), /has a name that cannot be used on every system/);
      assert.deepEqual(readdirSync(folder.path), []);
      assert.equal(readdirSync(base).length, 1);
    });
  }

  it("does not write through a link or over a file", async () => {
    const folder = new StagingFolders(base).create();
    const outside = join(base, "outside");
    if (process.platform !== "win32") {
      symlinkSync(outside, join(folder.path, "kata.ts"));
      await assert.rejects(folder.write([{ path: "kata.ts", bytes }]), /EEXIST/);
    }
    await folder.write([{ path: "other.ts", bytes }]);
    await assert.rejects(folder.write([{ path: "other.ts", bytes }]), /EEXIST/);
    assert.throws(() => readFileSync(outside), /ENOENT/);
  });
});
