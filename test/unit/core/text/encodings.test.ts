import assert from "node:assert/strict";
import fc from "fast-check";
import { encodingOf } from "../../../../src/core/text/encodings";

/** A message whose MSH-18 declares a character set and whose patient is called by the given bytes. */
function message(characterSet: string, name: Uint8Array, separator = "|"): Uint8Array {
  const header = ["MSH", "^~\\&", "A", "B", "C", "D", "20240101", "", "ADT^A01", "1", "P", "2.5.1", "", "", "", "", "DEU", characterSet].join(separator);
  return new Uint8Array(Buffer.concat([Buffer.from(`${header}\rPID${separator}1${separator}`), name, Buffer.from("\r")]));
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const mueller = bytes(0x4d, 0xfc, 0x6c);

describe("the encoding of an HL7 v2 file", () => {
  it("is UTF-8 when all of it is valid UTF-8, whatever is declared", () => {
    assert.equal(encodingOf(message("8859/1", Buffer.from("Müller"))), "utf8");
    assert.equal(encodingOf(message("", Buffer.from("Miller"))), "utf8");
    assert.equal(encodingOf(new Uint8Array(Buffer.from("\ufeffMSH|^~\\&|Ä\r"))), "utf8");
    assert.equal(encodingOf(bytes()), "utf8");
  });

  it("is what MSH-18 declares, in the ways senders write it", () => {
    const written: Readonly<Record<string, string>> = {
      "8859/1": "iso88591",
      "8859/15": "iso885915",
      "8859/2~UNICODE UTF-8": "iso88592",
      "ISO-8859-2": "iso88592",
      "ISO8859-9": "iso88599",
      "ISO 8859/10": "iso885910",
      "WINDOWS-1252": "windows1252",
      "CP1250": "windows1250",
      "GB 18030-2000": "gb18030",
    };
    for (const [declared, encoding] of Object.entries(written)) {
      assert.equal(encodingOf(message(declared, mueller)), encoding, declared);
    }
    assert.equal(encodingOf(message("KS X 1001", bytes(0xb1, 0xe8))), "euckr");
    assert.equal(encodingOf(message("BIG-5", bytes(0xa4, 0x61))), "cp950");
  });

  it("is found with other delimiters, after a block start, a byte-order mark or a batch header", () => {
    assert.equal(encodingOf(message("8859/2", mueller, "#")), "iso88592");
    for (const before of [bytes(0x0b), bytes(0xef, 0xbb, 0xbf), new Uint8Array(Buffer.from("FHS|^~\\&|A\r"))]) {
      assert.equal(encodingOf(new Uint8Array(Buffer.concat([before, message("8859/2", mueller)]))), "iso88592");
    }
  });

  it("is ISO 8859-1, which loses no byte, when nothing usable is declared", () => {
    assert.equal(encodingOf(message("", mueller)), "iso88591");
    assert.equal(encodingOf(message("UNICODE UTF-8", mueller)), "iso88591");
    assert.equal(encodingOf(message("8859/12", mueller)), "iso88591");
    assert.equal(encodingOf(message("ISO IR87", mueller)), "iso88591");
    assert.equal(encodingOf(bytes(0xe4, 0x0a)), "iso88591");
  });

  it("is ISO 8859-1 when bytes mean nothing in the declared set", () => {
    assert.equal(encodingOf(message("8859/8", bytes(0xa1, 0xdd))), "iso88591");
    assert.equal(encodingOf(message("WINDOWS-1252", bytes(0x81))), "iso88591");
    assert.equal(encodingOf(message("GB 18030-2000", bytes(0x81, 0x20))), "iso88591");
  });

  it("is left to the editor in UTF-16", () => {
    assert.equal(encodingOf(bytes(0xff, 0xfe, 0x4d, 0x00)), undefined);
    assert.equal(encodingOf(bytes(0xfe, 0xff, 0x00, 0x4d)), undefined);
  });

  it("is never UTF-8 when reading and writing it as UTF-8 would change a byte", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.constantFrom("8859/1", "8859/15", "", "BIG-5"), (name, declared) => {
        const file = message(declared, name);
        const kept = Buffer.from(Buffer.from(file).toString("utf8")).equals(file);
        assert.equal(encodingOf(file) === "utf8", kept);
      }),
    );
  });
});
