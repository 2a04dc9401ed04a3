import assert from "node:assert/strict";
import fc from "fast-check";
import { escapePointerToken, formatPointer, indexOfToken, parsePointer } from "../../../../src/core/documents/jsonPointer";

describe("JSON pointer", () => {
  it("reads the examples of RFC 6901, section 5", () => {
    const examples: readonly [string, readonly string[]][] = [
      ["", []], ["/foo", ["foo"]], ["/foo/0", ["foo", "0"]], ["/", [""]], ["/a~1b", ["a/b"]], ["/c%d", ["c%d"]], ["/e^f", ["e^f"]], ["/g|h", ["g|h"]],
      ["/i\\j", ["i\\j"]], ["/k\"l", ["k\"l"]], ["/ ", [" "]], ["/m~0n", ["m~n"]],
    ];
    for (const [pointer, tokens] of examples) {
      assert.deepEqual(parsePointer(pointer), tokens);
      assert.equal(formatPointer(tokens), pointer);
    }
  });

  it("unescapes ~01 to ~1, not to a slash", () => {
    assert.deepEqual(parsePointer("/~01"), ["~1"]);
    assert.equal(escapePointerToken("~1"), "~01");
  });

  it("refuses what is no pointer", () => {
    for (const wrong of ["a", "a/b", "#/a", "/~", "/~2", "/a~"]) {
      assert.equal(parsePointer(wrong), undefined, wrong);
    }
  });

  it("takes digits without leading zeros as index", () => {
    assert.equal(indexOfToken("0"), 0);
    assert.equal(indexOfToken("17"), 17);
    for (const wrong of ["", "-", "-1", "01", "1.0", "1e2", " 1", "9".repeat(30)]) {
      assert.equal(indexOfToken(wrong), undefined, wrong);
    }
  });

  it("gives any tokens again", () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom("~", "/", "0", "1", "a", "ü") })), (tokens) => {
      assert.deepEqual(parsePointer(formatPointer(tokens)), tokens);
    }));
  });
});
