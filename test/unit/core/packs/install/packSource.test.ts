import assert from "node:assert/strict";
import type { HumanError } from "../../../../../src/core/humanError";
import { formatSource, parseSource, samePlace, type PackSource } from "../../../../../src/core/packs/install/packSource";

const parse = (text: string): PackSource => parseSource(text, (path) => `/here/${path}`);

describe("sources of packs", () => {
  it("are folders, files, addresses, catalogues and packages", () => {
    assert.deepEqual(parse("packs/one"), { kind: "folder", path: "/here/packs/one" });
    assert.deepEqual(parse("one-1.0.0.tgz"), { kind: "archive", path: "/here/one-1.0.0.tgz" });
    assert.deepEqual(parse("file:one.tgz"), { kind: "archive", path: "/here/one.tgz" });
    assert.deepEqual(parse("https://x.example/one.tgz?download=1"), { kind: "url", url: "https://x.example/one.tgz?download=1" });
    assert.deepEqual(parse("https://x.example/catalog.json"), { kind: "catalog", url: "https://x.example/catalog.json", range: "*" });
    assert.deepEqual(parse("https://x.example/catalog.json#@a/b@^1.2"), { kind: "catalog", url: "https://x.example/catalog.json", pack: "@a/b", range: "^1.2" });
    assert.deepEqual(parse("npm:@a/b"), { kind: "npm", name: "@a/b", range: "*" });
    assert.deepEqual(parse("npm:b@next"), { kind: "npm", name: "b", range: "next" });
    assert.deepEqual(parse("npm:b@>=1 <3"), { kind: "npm", name: "b", range: ">=1 <3" });
  });

  it("are written as they are read", () => {
    for (const text of ["https://x.example/one.tgz", "https://x.example/catalog.json", "https://x.example/catalog.json#@a/b@^1.2", "npm:@a/b", "npm:b@next"]) {
      assert.equal(formatSource(parse(text)), text);
    }
    assert.equal(formatSource(parse("one.tgz"), (path) => path.replace("/here/", "./")), "file:./one.tgz");
  });

  const bad: readonly [string, string, RegExp][] = [
    ["http://course.example/catalog.json", "source.address", /anybody on the way/], ["ftp://x/y", "source.address", /https: only/], ["git+ssh://x/y", "source.address", /https: only/],
    ["npm:", "source.name", /names no pack/], ["npm:../../etc", "source.name", /names no pack/], ["npm:UPPER", "source.name", /names no pack/], ["npm:a@../x", "source.range", /neither a range/],
    ["npm:a@%2e%2e", "source.range", /neither a range/], ["https://x.example/catalog.json#../x", "source.name", /names no pack/], ["", "source.empty", /No source/],
  ];
  for (const [text, code, says] of bad) {
    it(`are refused with a sentence: ${JSON.stringify(text)}`, () => {
      assert.throws(() => parse(text), (error: HumanError) => error.code === code && says.test(error.message));
    });
  }

  it("are one place or another", () => {
    const same = (a: string, b: string): boolean => samePlace(parse(a), parse(b));
    assert.deepEqual([same("npm:a@1", "npm:a@2"), same("npm:a", "npm:b"), same("one", "one.tgz"), same("npm:a", "a.tgz"), same("https://x/c.json", "https://x/c.json#a"), same("https://x/c.json", "https://y/c.json"), same("https://x/a.tgz", "https://x/b.tgz")],
      [true, false, true, false, true, false, true]);
  });
});
