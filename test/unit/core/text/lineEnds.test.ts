import assert from "node:assert/strict";
import fc from "fast-check";
import { convertLineEnds, detectLineEnds, restoreLineEnds } from "../../../../src/core/text/lineEnds";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
const utf16le = (content: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${content}`, "utf16le"));
const utf16be = (content: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${content}`, "utf16le").swap16());
const restored = (before: string, saved: string): string => text(restoreLineEnds(utf8(before), utf8(saved)));

/** What an editor that knows one line end per file makes of a text. */
const normalised = (content: string, end: "\n" | "\r\n"): string => content.replace(/\r\n|\r|\n/g, end);

const lineEnd = fc.constantFrom("\r", "\n", "\r\n");
const content = fc
  .array(fc.tuple(fc.string({ unit: fc.constantFrom("P", "I", "|", "ü", "€", "😀"), maxLength: 4 }), lineEnd), { maxLength: 8 })
  .chain((lines) => fc.string({ unit: fc.constantFrom("Z", "|"), maxLength: 3 }).map((last) => lines.map((line) => line.join("")).join("") + last));

describe("line ends of a file", () => {
  it("are told apart", () => {
    assert.equal(detectLineEnds(utf8("MSH\rPID\r")), "cr");
    assert.equal(detectLineEnds(utf8("MSH\nPID")), "lf");
    assert.equal(detectLineEnds(utf8("MSH\r\nPID\r\n")), "crlf");
    assert.equal(detectLineEnds(utf8("MSH\rPID\n")), "mixed");
    assert.equal(detectLineEnds(utf8("MSH\r\r\n")), "mixed");
    assert.equal(detectLineEnds(utf8("MSH")), "none");
    assert.equal(detectLineEnds(utf8("")), "none");
  });

  it("are told apart in UTF-16, where the bytes of other characters look like line ends", () => {
    assert.equal(detectLineEnds(utf16le("MSH\rPID\r")), "cr");
    assert.equal(detectLineEnds(utf16be("MSH\r\nPID\r\n")), "crlf");
    assert.equal(detectLineEnds(utf16le("\u0d0a\u0a0d\u010d")), "none");
    assert.equal(detectLineEnds(utf16be("\u0d0a\u0a0d\u0d00")), "none");
  });

  it("become one kind on request", () => {
    assert.equal(text(convertLineEnds(utf8("a\rb\nc\r\nd"), "crlf")), "a\r\nb\r\nc\r\nd");
    assert.equal(text(convertLineEnds(utf8("a\r\n\r\n"), "cr")), "a\r\r");
    assert.deepEqual(convertLineEnds(utf16be("a\r\nb"), "lf"), utf16be("a\nb"));
  });
});

describe("restoring line ends after an editor's save", () => {
  it("gives CR back to every line, changed, new or moved", () => {
    assert.equal(restored("MSH|A\rPID|1\r", "MSH|AX\nPID|1\n"), "MSH|AX\rPID|1\r");
    assert.equal(restored("MSH|A\rPID|1\r", "MSH|A\r\nEVN\r\nPID|1\r\nPV1\r\n"), "MSH|A\rEVN\rPID|1\rPV1\r");
  });

  it("adds no final line end and takes none away", () => {
    assert.equal(restored("MSH\rPID", "MSH\nPID"), "MSH\rPID");
    assert.equal(restored("MSH\rPID\r", "MSH\nPID"), "MSH\rPID");
    assert.equal(restored("MSH\rPID", "MSH\nPID\n"), "MSH\rPID\r");
  });

  it("keeps each line's own end in a file that mixes them", () => {
    assert.equal(restored("MSH\r\nPID\nPV1\rOBX\r\n", "MSH\r\nPID|1\r\nPV1\r\nOBX\r\n"), "MSH\r\nPID|1\nPV1\rOBX\r\n");
    assert.equal(restored("MSH\r\nPID\nPV1\rOBX\r\n", "MSH\nEVN\nPID\nPV1\nOBX\n"), "MSH\r\nEVN\r\nPID\nPV1\rOBX\r\n");
    assert.equal(restored("MSH\r\nPID\nPV1\rOBX\r\n", "MSH\nPV1\nOBX\n"), "MSH\r\nPV1\rOBX\r\n");
  });

  it("does not join a line and an empty one after it when a CR would meet an LF", () => {
    assert.equal(restored("MSH\rPID\r\nPV1\n\nOBX\r", "MSH\nPID\n\nOBX\n"), "MSH\rPID\r\n\nOBX\r");
    assert.equal(restored("A\r\n\n", "A\nB\n\n"), "A\r\nB\r\n\n");
    assert.equal(restored("A\rC\rB\n\n", "A\nC\n\n"), "A\rC\r\r");
  });

  it("leaves a file alone that had no line end before", () => {
    assert.equal(restored("MSH", "MSH\r\nPID\r\n"), "MSH\r\nPID\r\n");
  });

  it("keeps byte-order marks and UTF-16", () => {
    assert.equal(restored("\ufeffMSH\rPID\r", "\ufeffMSH|X\nPID\n"), "\ufeffMSH|X\rPID\r");
    assert.deepEqual(restoreLineEnds(utf16le("MSH\rPIÐ\r"), utf16le("MSH\r\nPIÐx\r\n")), utf16le("MSH\rPIÐx\r"));
    assert.deepEqual(restoreLineEnds(utf8("MSH\rPID\r"), utf16be("MSH\nPID\n")), utf16be("MSH\rPID\r"));
  });

  it("gives any unchanged file back byte by byte, whatever end the editor wrote", () => {
    fc.assert(
      fc.property(content, fc.constantFrom("\n" as const, "\r\n" as const), fc.constantFrom(utf8, utf16le, utf16be), (before, end, encode) => {
        assert.deepEqual(restoreLineEnds(encode(before), encode(normalised(before, end))), encode(before));
      }),
    );
  });

  it("never changes anything but line ends", () => {
    fc.assert(
      fc.property(content, content, (before, saved) => {
        assert.equal(normalised(restored(before, saved), "\n"), normalised(saved, "\n"));
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves nothing but CR in a file that had nothing but CR", () => {
    fc.assert(
      fc.property(content, content, (before, saved) => {
        const crOnly = `${before.replace(/\r\n|\n/g, "\r")}\r`;
        assert.doesNotMatch(restored(crOnly, saved), /\n/);
      }),
    );
  });

  it("puts equally many bytes when CR was saved as LF", () => {
    fc.assert(
      fc.property(content, (saved) => {
        const lf = utf8(normalised(saved, "\n"));
        assert.equal(restoreLineEnds(utf8("MSH\r"), lf).length, lf.length);
      }),
    );
  });
});
