import assert from "node:assert/strict";
import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeFileSystem } from "../../../src/env/nodeFileSystem";
import { NodeHasher } from "../../../src/env/nodeHasher";

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytes = (written: string): Uint8Array => new TextEncoder().encode(written);

describe("NodeFileSystem", () => {
  const files = new NodeFileSystem();
  let folder = "";

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "hik-files-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("makes the folders on the way to a file it writes", async () => {
    await files.writeFile(`${folder}/a/b/c.txt`, bytes("x"));
    assert.equal(text(await files.readFile(`${folder}/a/b/c.txt`)), "x");
  });

  it("leaves nothing beside a file it wrote, nor after a write that failed", async () => {
    await files.writeFile(`${folder}/c.txt`, bytes("x"));
    await files.makeFolder(`${folder}/taken/inside`);
    await assert.rejects(files.writeFile(`${folder}/taken`, bytes("x")));
    assert.deepEqual(readdirSync(folder).sort(), ["c.txt", "taken"]);
  });

  it("is whole for a reader at every moment while others write", async () => {
    const long = "a".repeat(200_000);
    const longer = "b".repeat(300_000);
    await files.writeFile(`${folder}/f`, bytes(long));
    const writes = Promise.all(Array.from({ length: 20 }, (_, n) => files.writeFile(`${folder}/f`, bytes(n % 2 === 0 ? longer : long))));
    for (let n = 0; n < 20; n++) {
      const seen = text(await files.readFile(`${folder}/f`));
      assert.ok(seen === long || seen === longer, `a torn file of ${seen.length} characters`);
    }
    await writes;
    assert.deepEqual(readdirSync(folder), ["f"]);
  });

  it("lists in the order of names and tells links apart without following them", async () => {
    await files.makeFolder(`${folder}/b`);
    writeFileSync(`${folder}/a`, "");
    symlinkSync(`${folder}/nowhere`, `${folder}/c`);
    assert.deepEqual(await files.list(folder), [{ name: "a", kind: "file" }, { name: "b", kind: "directory" }, { name: "c", kind: "link" }]);
    assert.equal((await files.stat(`${folder}/c`))?.kind, "link");
    await assert.rejects(files.list(`${folder}/none`));
  });

  it("stats what is not there, or below a file, as undefined", async () => {
    writeFileSync(`${folder}/a`, "12345");
    assert.equal(await files.stat(`${folder}/none`), undefined);
    assert.equal(await files.stat(`${folder}/a/none`), undefined);
    assert.equal((await files.stat(`${folder}/a`))?.size, 5);
  });

  it("writes through a link, and keeps the permissions of what it replaces", async () => {
    writeFileSync(`${folder}/real`, "old");
    chmodSync(`${folder}/real`, 0o662);
    symlinkSync(`${folder}/real`, `${folder}/link`);
    await files.writeFile(`${folder}/link`, bytes("new"));
    assert.ok(lstatSync(`${folder}/link`).isSymbolicLink());
    assert.equal(readFileSync(`${folder}/real`, "utf8"), "new");
    assert.equal(lstatSync(`${folder}/real`).mode & 0o777, 0o662);
  });

  it("removes folders with all that is in them, and what is not there without a word", async () => {
    await files.writeFile(`${folder}/a/b/c.txt`, bytes("x"));
    await files.remove(`${folder}/a`);
    await files.remove(`${folder}/a`);
    assert.deepEqual(readdirSync(folder), []);
  });
});

describe("NodeHasher", () => {
  it("gives SHA-256 as FIPS 180-2 states it for \"abc\"", () => {
    assert.equal(new NodeHasher().sha256(bytes("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
