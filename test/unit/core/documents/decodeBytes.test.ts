import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeBytes, encodeText, encodingProblem } from "../../../../src/core/documents/decodeBytes";
import { HumanError } from "../../../../src/core/humanError";

const bytesOf = (...bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes);

/** Bytes as they are found: text in several encodings, cut and damaged. */
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 64 }),
  fc.tuple(fc.constantFrom([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]), fc.string({ unit: "binary", maxLength: 20 }), fc.nat(3), fc.uint8Array({ maxLength: 2 }))
    .map(([mark, text, cut, tail]) => {
      const content = new TextEncoder().encode(text);
      return Uint8Array.from([...mark, ...content.subarray(0, Math.max(0, content.length - cut)), ...tail]);
    }),
);

describe("decodeBytes", () => {
  it("reads UTF-8", () => {
    assert.deepEqual(decodeBytes(new TextEncoder().encode("Łódź 山 😀")), { text: "Łódź 山 😀", encoding: "utf-8", byteOrderMark: false });
  });

  it("keeps a byte-order mark out of the text and for writing", () => {
    const bytes = new TextEncoder().encode("\ufeffMSH|");
    const decoded = decodeBytes(bytes);
    assert.deepEqual(decoded, { text: "MSH|", encoding: "utf-8", byteOrderMark: true });
    assert.deepEqual(encodeText({ ...decoded, text: "MSH|^" }), new TextEncoder().encode("\ufeffMSH|^"));
  });

  it("takes only the first of two byte-order marks", () => {
    assert.equal(decodeBytes(new TextEncoder().encode("\ufeff\ufeffx")).text, "\ufeffx");
  });

  it("reads what is not UTF-8 as ISO-8859-1, not windows-1252, and says where", () => {
    assert.deepEqual(decodeBytes(bytesOf(0x54, 0xfc, 0x80, 0x9f)), { text: "Tü\u0080\u009f", encoding: "iso-8859-1", byteOrderMark: false, firstInvalidByte: 1 });
  });

  it("names the first byte of the sequence that is not UTF-8 (RFC 3629)", () => {
    const cases: readonly (readonly number[])[] = [
      [0x80], [0xc0, 0x80], [0xc1, 0xbf], [0xc3], [0xe0, 0x9f, 0xbf], [0xed, 0xa0, 0x80], [0xe1, 0x80], [0xe1, 0x80, 0x41], [0xf0, 0x8f, 0xbf, 0xbf], [0xf4, 0x90, 0x80, 0x80], [0xf5], [0xff],
    ];
    for (const damaged of cases) {
      assert.equal(decodeBytes(bytesOf(0x61, 0xc2, 0xa0, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, ...damaged)).firstInvalidByte, 10, String(damaged));
    }
    assert.equal(decodeBytes(bytesOf(0xef, 0xbb, 0xbf, 0x61, 0xff)).firstInvalidByte, 4);
  });

  it("finds an invalid byte exactly where the platform's decoder refuses", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      fc.pre(!(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff));
      const { firstInvalidByte } = decodeBytes(bytes);
      const strict = new TextDecoder("utf-8", { fatal: true });
      if (firstInvalidByte === undefined) {
        assert.doesNotThrow(() => strict.decode(bytes));
      } else {
        assert.doesNotThrow(() => strict.decode(bytes.subarray(0, firstInvalidByte)));
        assert.throws(() => strict.decode(bytes.subarray(0, Math.min(bytes.length, firstInvalidByte + 4))));
      }
    }), { numRuns: 500 });
  });

  it("reads UTF-16 that a byte-order mark announces", () => {
    assert.deepEqual(decodeBytes(bytesOf(0xff, 0xfe, 0x41, 0x00, 0xac, 0x20)), { text: "A€", encoding: "utf-16le", byteOrderMark: true });
    assert.deepEqual(decodeBytes(bytesOf(0xfe, 0xff, 0x00, 0x41, 0x20, 0xac)), { text: "A€", encoding: "utf-16be", byteOrderMark: true });
  });

  it("reads half a UTF-16 unit at the end byte for byte", () => {
    assert.deepEqual(decodeBytes(bytesOf(0xff, 0xfe, 0x41)), { text: "ÿþA", encoding: "iso-8859-1", byteOrderMark: false, firstInvalidByte: 2 });
  });

  it("gives the same bytes again, whatever they are", () => {
    fc.assert(fc.property(anyBytes, (bytes) => {
      assert.deepEqual(encodeText(decodeBytes(bytes)), Uint8Array.from(bytes));
    }), { numRuns: 500 });
    const long = Uint8Array.from({ length: 20_000 }, (_, index) => index % 256);
    assert.deepEqual(encodeText(decodeBytes(long)), long);
  });
});

describe("encodeText", () => {
  it("refuses a character that ISO-8859-1 has not", () => {
    assert.throws(() => encodeText({ text: "a😀", encoding: "iso-8859-1", byteOrderMark: false }),
      (error) => error instanceof HumanError && error.code === "encoding.notLatin1" && error.args["character"] === "😀" && error.args["offset"] === 1);
  });

  it("refuses half a character rather than replacing it", () => {
    for (const half of ["a\ud83d", "\ude00a"]) {
      assert.throws(() => encodeText({ text: half, encoding: "utf-8", byteOrderMark: false }), (error) => error instanceof HumanError && error.code === "encoding.halfCharacter");
    }
  });
});

describe("encodingProblem", () => {
  it("says nothing of UTF-8, with and without a byte-order mark", () => {
    assert.equal(encodingProblem("a.hl7", decodeBytes(new TextEncoder().encode("\ufeffMSH"))), undefined);
  });

  it("says which byte is not UTF-8", () => {
    const problem = encodingProblem("a.hl7", decodeBytes(bytesOf(0x54, 0xfc)));
    assert.equal(problem?.severity, "warning");
    assert.match(problem.message, /a\.hl7.*offset 1.*ISO-8859-1/);
  });

  it("says that UTF-16 is", () => {
    const problem = encodingProblem("a.json", decodeBytes(bytesOf(0xff, 0xfe, 0x41, 0x00)));
    assert.equal(problem?.severity, "error");
    assert.match(problem.message, /a\.json.*UTF-16LE.*UTF-8/);
  });
});
