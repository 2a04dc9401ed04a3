import assert from "node:assert/strict";
import fc from "fast-check";
import { joinPath, nameOf, parentOf, relativePathFault, relativeTo } from "../../../src/core/path";

const part = fc.stringMatching(/^[A-Za-z0-9_-]{1,8}(?:\.[a-z]{1,4})?$/).filter((name) => relativePathFault(name) === undefined);

describe("paths", () => {
  it("come apart as they were joined", () => {
    fc.assert(fc.property(fc.array(part, { minLength: 1 }), part, (folders, name) => {
      const folder = `/${folders.join("/")}`;
      const path = joinPath(folder, name);
      assert.equal(parentOf(path), folder);
      assert.equal(nameOf(path), name);
      assert.equal(relativeTo(folder, path), name);
    }));
  });

  it("end at a root, on Windows too", () => {
    assert.equal(parentOf("/"), "/");
    assert.equal(parentOf("/a"), "/");
    assert.equal(parentOf("C:/"), "C:/");
    assert.equal(parentOf("C:/a"), "C:/");
    assert.equal(joinPath("/", "a"), "/a");
    assert.equal(joinPath("C:/", "a", "b"), "C:/a/b");
  });

  it("lie in a folder only below it, not beside it", () => {
    assert.equal(relativeTo("/a", "/ab/c"), undefined);
    assert.equal(relativeTo("/a", "/a"), undefined);
    assert.equal(relativeTo("/", "/a/b"), "a/b");
  });
});

describe("relativePathFault", () => {
  it("finds nothing wrong with names that every system can hold", () => {
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      assert.equal(relativePathFault(parts.join("/")), undefined);
    }));
    assert.equal(relativePathFault("..a/b..c/.hidden/Łódź 北京.hl7"), undefined);
  });

  it("finds every way out of the folder", () => {
    for (const way of ["..", "../a", "a/..", "a/../b", "/a", "\\a", "a\\..\\b", "C:/a", "c:a", "//server/share", ".", "./a", "a/./b", "", "a//b", "a/"]) {
      assert.notEqual(relativePathFault(way), undefined, JSON.stringify(way));
    }
  });

  it("finds names that Windows keeps for itself or cannot hold", () => {
    for (const name of ["con", "NUL.txt", "a/com1", "a?b", "a*b", "a<b", "a|b", 'a"b', "a:b", "a.", "a ", "a\nb", "a\u0000b"]) {
      assert.notEqual(relativePathFault(name), undefined, JSON.stringify(name));
    }
    assert.equal(relativePathFault("console.ts"), undefined);
  });
});
