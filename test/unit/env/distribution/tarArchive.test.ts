import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { archiveLimits, type ArchiveLimits, type PackFiles } from "../../../../src/core/packs/archive/archive";
import { HumanError } from "../../../../src/core/humanError";
import { TarArchive } from "../../../../src/env/distribution/tarArchive";
import { tarOf, tgzOf, type TarEntry } from "../../../support/tarball";

const tar = new TarArchive();
const never = new AbortController().signal;
const text = (bytes: Uint8Array | undefined): string | undefined => (bytes === undefined ? undefined : Buffer.from(bytes).toString());
const unpack = async (bytes: Uint8Array, limits: ArchiveLimits = archiveLimits): Promise<PackFiles> => await tar.unpack(bytes, "bad.tgz", limits, never);

/** Refused with this code and a sentence that says why. */
async function refused(bytes: Uint8Array, code: string, says: RegExp, limits: ArchiveLimits = archiveLimits): Promise<void> {
  await assert.rejects(unpack(bytes, limits), (error: unknown) => {
    assert.ok(error instanceof HumanError, String(error));
    assert.equal(error.code, code, error.message);
    assert.match(error.message, /^bad\.tgz is refused and nothing of it was installed: it /);
    assert.match(error.message, says);
    return true;
  });
}

describe("tar archives", () => {
  describe("packing", () => {
    const files = new Map([["b/long.txt", Buffer.from("b")], ["package.json", Buffer.from("{}")], ["a.bin", Buffer.from([0, 1, 255])]]);

    it("gives the same bytes for the same files, in whatever order they come", async () => {
      const once = await tar.pack(files);
      await new Promise((done) => setTimeout(done, 1100));
      const again = await tar.pack(new Map([...files].reverse()));
      assert.deepEqual(again, once);
    });

    it("keeps time and system out of the gzip header", async () => {
      assert.deepEqual([...(await tar.pack(files)).subarray(0, 10)], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
    });

    it("gives back what was packed, names longer than a tar header among it", async () => {
      const part = fc.stringMatching(/^[a-zäöü0-9][a-z0-9äöü_-]{0,50}[a-z0-9]$/);
      const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
      await fc.assert(fc.asyncProperty(fc.dictionary(path, fc.uint8Array({ maxLength: 1200 }), { minKeys: 1, maxKeys: 6 }), async (made) => {
        const given = new Map(Object.entries(made).filter(([name], _, all) => !all.some(([other]) => other !== name && (other.startsWith(`${name}/`)))));
        const back = await unpack(await tar.pack(given));
        assert.deepEqual(Object.fromEntries([...back].map(([name, bytes]) => [name, [...bytes]])), Object.fromEntries([...given].map(([name, bytes]) => [name, [...bytes]])));
      }), { numRuns: 50 });
    });

    it("is what the system's tar reads", function () {
      const folder = mkdtempSync(join(tmpdir(), "hik-tar-"));
      return tar.pack(new Map([...files, [`deep/${"n".repeat(120)}.txt`, Buffer.from("long")]])).then((bytes) => {
        writeFileSync(join(folder, "p.tgz"), bytes);
        execFileSync("tar", ["-xzf", "p.tgz"], { cwd: folder });
        assert.deepEqual(readFileSync(join(folder, "package/a.bin")), Buffer.from([0, 1, 255]));
        assert.equal(readFileSync(join(folder, `package/deep/${"n".repeat(120)}.txt`), "utf8"), "long");
      }).finally(() => rmSync(folder, { recursive: true }));
    });
  });

  describe("unpacking", () => {
    it("gives files without the folder `package`, and passes over folders", async () => {
      const files = await unpack(tgzOf([{ path: "package/", type: "Directory" }, { path: "package/a/", type: "Directory" }, { path: "package/a/b.txt", content: "hello" }, { path: "package/package.json", content: "{}" }]));
      assert.deepEqual([...files].map(([path, bytes]) => [path, text(bytes)]), [["a/b.txt", "hello"], ["package.json", "{}"]]);
    });

    const names: readonly [string, string, RegExp][] = [
      ["a way out", "package/../../etc/passwd", /leaves its folder through `\.\.`/],
      ["a way out at the front", "../package/x", /leaves its folder/],
      ["a way out that comes back", "package/../package/x", /leaves its folder/],
      ["an absolute path", "/etc/cron.d/x", /is absolute/],
      ["a path of another machine", "//server/share/x", /is absolute/],
      ["a drive", "C:/Windows/x", /starts with a drive/],
      ["a drive inside", "package/C:/x", /Windows cannot hold/],
      ["another stream of a file", "package/kata.json:hidden", /Windows cannot hold/],
      ["backslashes", "package\\..\\..\\x", /backslash/],
      ["a dot", "package/./x", /empty part or a `\.`/],
      ["an empty part", "package//x", /empty part/],
      ["a device of Windows", "package/con", /Windows cannot hold/],
      ["a device with an extension", "package/a/NUL.txt", /Windows cannot hold/],
      ["a device with a superscript", "package/COM¹.md", /Windows cannot hold/],
      ["a console", "package/CONIN$", /Windows cannot hold/],
      ["a dot at the end", "package/readme.", /Windows cannot hold/],
      ["a space at the end", "package/readme ", /Windows cannot hold/],
      ["a star", "package/*.md", /Windows cannot hold/],
      ["a turn of direction", "package/txt.\u202egpj", /cannot be seen/],
      ["a joiner that is not seen", "package/.gi\u200ct/config", /cannot be seen/],
      ["a name that is too long", `package/${"x".repeat(201)}`, /too long/],
      ["a path that is too long", `package/${"abcdefghi/".repeat(20)}x`, /too long/],
      ["a long name in many bytes", `package/${"語".repeat(70)}`, /too long/],
    ];
    for (const [what, path, says] of names) {
      it(`refuses ${what}`, async () => {
        await refused(tgzOf([{ path: "package/package.json", content: "{}" }, { path, content: "x", pax: true }]), "archive.unsafeName", says);
      });
    }

    it("refuses the same names in plain headers", async () => {
      await refused(tgzOf([{ path: "package/kata\n.json", content: "x" }]), "archive.unsafeName", /Windows cannot hold/);
      await refused(tgzOf([{ path: "package/../../x", content: "x" }]), "archive.unsafeName", /leaves its folder/);
      await refused(tgzOf([{ path: "/tmp/x", content: "x" }]), "archive.unsafeName", /is absolute/);
    });

    it("refuses a folder that leads out", async () => {
      await refused(tgzOf([{ path: "package/../../up/", type: "Directory" }]), "archive.unsafeName", /leaves its folder/);
    });

    it("refuses what is not below `package/`", async () => {
      await refused(tgzOf([{ path: "other/x", content: "x" }]), "archive.outsidePackage", /outside of the folder/);
      await refused(tgzOf([{ path: "package", content: "x" }]), "archive.outsidePackage", /outside of the folder/);
    });

    const same: readonly [string, string, string][] = [
      ["another case", "package/README.md", "package/readme.md"],
      ["another case of a folder", "package/Checks/a.json", "package/checks/b.json"],
      ["another spelling of a letter", "package/k\u00e4se.md", "package/ka\u0308se.md"],
      ["a ligature", "package/\ufb01le.md", "package/file.md"],
      ["sharp s", "package/stra\u00dfe", "package/STRASSE"],
      ["the Kelvin sign", "package/\u212aata.json", "package/kata.json"],
      ["the same again", "package/kata.json", "package/kata.json"],
      ["a file that another needs as a folder", "package/a", "package/a/b"],
    ];
    for (const [what, first, second] of same) {
      it(`refuses a second name for one place: ${what}`, async () => {
        await refused(tgzOf([{ path: first, content: "1", pax: true }, { path: second, content: "2", pax: true }]), "archive.sameName", /same on some systems|twice|as a file and as a folder|hide/);
      });
    }

    it("refuses a file in the place of a folder", async () => {
      await refused(tgzOf([{ path: "package/a/b", content: "1" }, { path: "package/a", content: "2" }]), "archive.sameName", /as a file and as a folder/);
    });

    const kinds: readonly [NonNullable<TarEntry["type"]>, RegExp][] = [
      ["SymbolicLink", /a symbolic link/], ["Link", /a hard link/], ["CharacterDevice", /a device/], ["BlockDevice", /a device/], ["FIFO", /a device/],
    ];
    for (const [type, says] of kinds) {
      it(`refuses a ${type}`, async () => {
        const link = type.endsWith("Link") ? { linkpath: "../../../etc/passwd" } : {};
        await refused(tgzOf([{ path: "package/package.json", content: "{}" }, { path: "package/x", type, ...link }]), "archive.notAFile", says);
      });
    }

    it("refuses a link that stays inside, and with it what is written through it", async () => {
      await refused(tgzOf([{ path: "package/a", type: "SymbolicLink", linkpath: "b" }, { path: "package/a/x", content: "x" }]), "archive.notAFile", /symbolic link/);
    });

    it("refuses kinds of entry that it does not know", async () => {
      await refused(tgzOf([{ path: "package/x", type: "SparseFile", content: "x" }]), "archive.notAFile", /no file/);
    });

    it("refuses packages that are brought along", async () => {
      await refused(tgzOf([{ path: "package/node_modules/evil/index.js", content: "x" }]), "archive.bundledDependency", /depends on nothing/);
      await refused(tgzOf([{ path: "package/Node_Modules/evil/index.js", content: "x" }]), "archive.bundledDependency", /depends on nothing/);
    });

    it("stops 200 MB that come from 400 kB before they are unpacked", async () => {
      const bomb = gzipSync(tarOf([{ path: "package/package.json", content: "{}" }, { path: "package/zeros", content: Buffer.alloc(200 * 1024 * 1024) }]));
      assert.ok(bomb.length < 400_000, String(bomb.length));
      const before = process.memoryUsage().arrayBuffers;
      await refused(bomb, "archive.fileTooLarge", /200 MB/);
      assert.ok(process.memoryUsage().arrayBuffers - before < 50 * 1024 * 1024);
    });

    it("stops 200 MB in files that are each small enough", async () => {
      const zeros = Buffer.alloc(10 * 1024 * 1024);
      const bomb = tgzOf(Array.from({ length: 20 }, (_, index) => ({ path: `package/${String(index)}`, content: zeros })));
      await refused(bomb, "archive.bomb", /as no pack does/);
      await refused(bomb, "archive.tooLarge", /grows beyond 64 MB/, { ...archiveLimits, ratio: 1_000_000 });
    });

    it("stops a bomb in headers, which are no entries", async () => {
      const long = new Array<string>(900_000).fill("a").join("");
      await refused(tgzOf(Array.from({ length: 200 }, () => ({ path: long, pax: true }))), "archive.unsafeName", /too long/);
    });

    it("stops at too many entries", async () => {
      function* many(): Generator<TarEntry> {
        for (let index = 0; index < 100_000; index++) {
          yield { path: `package/${String(index)}` };
        }
      }
      await refused(tgzOf(many()), "archive.tooManyEntries", /more than 20000 files/, { ...archiveLimits, ratio: 1_000_000 });
    });

    it("says so when it is no archive, is cut off, damaged or packed twice", async () => {
      const good = tgzOf([{ path: "package/package.json", content: "x".repeat(5000) + String(Math.PI) }, { path: "package/b", content: Buffer.from(Array.from({ length: 9000 }, (_, i) => (i * 7919) % 251)) }]);
      await refused(Buffer.from("<!doctype html><title>Not found</title>"), "archive.notGzip", /no gzip file/);
      await refused(Buffer.alloc(0), "archive.notGzip", /no gzip file/);
      await refused(good.subarray(0, good.length - 40), "archive.broken", /damaged or cut off/);
      await refused(gzipSync(tarOf([{ path: "package/a", content: "x".repeat(2000) }]).subarray(0, 1024)), "archive.broken", /damaged or cut off/);
      await refused(gzipSync(Buffer.from("not a tar at all".repeat(100))), "archive.broken", /damaged or cut off/);
      await refused(gzipSync(good), "archive.broken", /packed twice/);
      await refused(tgzOf([{ path: "package/", type: "Directory" }]), "archive.empty", /holds no files/);
      await refused(good, "archive.tooLarge", /more than the 100 that are read/, { ...archiveLimits, archiveBytes: 100 });
    });

    it("never gives a name that a rule forbids, whatever the bytes", async () => {
      const good = tarOf([{ path: "package/package.json", content: "{}" }, { path: "package/a/b.txt", content: "hello" }]);
      await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 12 }), async (changes) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of changes) {
          bytes[at] = value;
        }
        try {
          for (const path of (await unpack(gzipSync(bytes))).keys()) {
            assert.ok(!path.startsWith("/") && !path.split("/").includes(".."), path);
          }
        } catch (error) {
          assert.ok(error instanceof HumanError, String(error));
        }
      }), { numRuns: 200 });
    });

    it("ends when it is told to", async () => {
      const abort = new AbortController();
      abort.abort(new Error("enough"));
      await assert.rejects(tar.unpack(tgzOf([{ path: "package/a" }]), "a.tgz", archiveLimits, abort.signal), /enough/);
    });
  });
});
