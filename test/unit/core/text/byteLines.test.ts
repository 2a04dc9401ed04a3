import assert from "node:assert/strict";
import fc from "fast-check";
import { byteLines, type LineEnding } from "../../../../src/core/text/byteLines";
import { allOf, chunksOf } from "../../../support/byteChunks";

const linesOf = async (text: string, ending: LineEnding, size = 3, longest?: number): Promise<readonly string[]> =>
  (await allOf(byteLines(chunksOf(Buffer.from(text), size), ending, longest))).map(({ bytes }) => Buffer.from(bytes).toString());

describe("byteLines", () => {
  it("parts at LF alone or at every line end, and keeps line ends", async () => {
    assert.deepEqual(await linesOf("a\r\nb\rc\n\nd", "lf"), ["a\r\n", "b\rc\n", "\n", "d"]);
    assert.deepEqual(await linesOf("a\r\nb\rc\n\nd", "any"), ["a\r\n", "b\r", "c\n", "\n", "d"]);
    assert.deepEqual(await linesOf("", "any"), []);
  });

  it("numbers lines from 1, blank ones too", async () => {
    assert.deepEqual((await allOf(byteLines(chunksOf(Buffer.from("a\n\nb"), 1), "lf"))).map(({ line }) => line), [1, 2, 3]);
  });

  it("keeps the beginning of a line that is too long, says how much it left out, and goes on with the next", async () => {
    const lines = await allOf(byteLines(chunksOf(Buffer.from("abcdefgh\nij\n"), 3), "lf", 4));
    assert.deepEqual(lines.map(({ bytes, leftOut }) => [Buffer.from(bytes).toString(), leftOut]), [["abcd", 5], ["ij\n", 0]]);
  });

  it("gives the same lines however the stream is cut, and all of them together are the stream", async () => {
    const text = fc.array(fc.constantFrom("\r", "\n", "\r\n", "a", "bc", ""), { maxLength: 30 }).map((parts) => parts.join(""));
    await fc.assert(fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (content, size) => {
      for (const ending of ["lf", "any"] as const) {
        const lines = await linesOf(content, ending, size);
        assert.deepEqual(lines, content.match(ending === "lf" ? /[^\n]*\n|[^\n]+$/g : /[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []);
        assert.equal(lines.join(""), content);
      }
    }));
  });
});
