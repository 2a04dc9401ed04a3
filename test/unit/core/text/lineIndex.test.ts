import assert from "node:assert/strict";
import fc from "fast-check";
import { LineIndex } from "../../../../src/core/text/lineIndex";

const anyText = fc.string({ unit: fc.constantFrom("a", "ü", "😀", "\r", "\n", "\r\n"), maxLength: 20 });

describe("LineIndex", () => {
  it("ends lines at CR, LF and CRLF, as the editor does", () => {
    const index = new LineIndex("a\rb\nc\r\nd");
    assert.equal(index.lineCount, 4);
    assert.deepEqual(index.positionAt(2), { line: 1, character: 0 });
    assert.deepEqual(index.positionAt(4), { line: 2, character: 0 });
    assert.deepEqual(index.positionAt(7), { line: 3, character: 0 });
    assert.deepEqual(index.rangeOf(0, 8), { start: { line: 0, character: 0 }, end: { line: 3, character: 1 } });
  });

  it("counts UTF-16 units, so that an emoji is two characters", () => {
    assert.deepEqual(new LineIndex("😀a").positionAt(2), { line: 0, character: 2 });
  });

  it("keeps a position past the end of its line on that line", () => {
    const index = new LineIndex("ab\r\ncd\ref\n");
    assert.equal(index.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(index.offsetAt({ line: 1, character: 99 }), 6);
    assert.equal(index.offsetAt({ line: 2, character: 99 }), 9);
    assert.equal(index.offsetAt({ line: 3, character: 99 }), 10);
    assert.equal(index.offsetAt({ line: 9, character: 0 }), 10);
    assert.equal(index.offsetAt({ line: -1, character: 3 }), 0);
    assert.equal(index.offsetAt({ line: 1, character: -3 }), 4);
  });

  it("gives the offset of every position again, except within a CRLF, which no position reaches", () => {
    fc.assert(fc.property(anyText, (text) => {
      const index = new LineIndex(text);
      for (let offset = 0; offset <= text.length; offset++) {
        if (text.charAt(offset) !== "\n" || text.charAt(offset - 1) !== "\r") {
          assert.equal(index.offsetAt(index.positionAt(offset)), offset);
        }
      }
    }));
  });
});
