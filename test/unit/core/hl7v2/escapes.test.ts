import assert from "node:assert/strict";
import fc from "fast-check";
import { HumanError } from "../../../../src/core/humanError";
import { type Delimiters, standardDelimiters } from "../../../../src/core/hl7v2/delimiters";
import { decodeEscapes, doubtfulEscapes, encodeEscapes } from "../../../../src/core/hl7v2/escapes";
import { anyDelimiters } from "../../../support/hl7v2Arbitraries";

const other: Delimiters = { field: "#", component: "*", repetition: "%", escape: "?", subcomponent: "$", truncation: "!" };
const decode = (raw: string): string => decodeEscapes(raw, standardDelimiters);
const doubtful = (raw: string): string[] => doubtfulEscapes(raw, 0, raw.length, standardDelimiters).map(({ kind, from, to }) => `${kind} ${raw.slice(from, to)}`);
const withoutEscape: Delimiters = { ...standardDelimiters, escape: undefined };

describe("decoding escape sequences (v2.5.1, 2.7)", () => {
  it("gives the delimiters of this message", () => {
    assert.equal(decode("\\F\\ \\S\\ \\T\\ \\R\\ \\E\\"), "| ^ & ~ \\");
    assert.equal(decodeEscapes("?F? ?S? ?T? ?R? ?E? ?P?", other), "# * $ % ? !");
  });

  it("gives the standard ones where the message declares none", () => {
    assert.equal(decodeEscapes("\\S\\\\R\\\\T\\\\P\\", { ...standardDelimiters, component: undefined, repetition: undefined, subcomponent: undefined }), "^~&#");
  });

  it("goes over the text once: an escaped escape character starts no sequence", () => {
    assert.equal(decode("\\E\\F\\E\\"), "\\F\\");
    assert.equal(decode("\\E\\T\\E\\ \\T\\"), "\\T\\ &");
  });

  it("reads hexadecimal data of any length, in any case", () => {
    assert.equal(decode("a\\X0D\\b\\X0D0A\\c\\x\\"), "a\rb\r\nc\\x\\");
    assert.equal(decode("\\X0d0a\\"), "\r\n");
    assert.equal(decode("\\X0D\\\\X0A\\"), "\r\n");
  });

  it("reads hexadecimal bytes as UTF-8 where they are, otherwise as ISO-8859-1", () => {
    assert.equal(decode("T\\XC3BC\\bingen"), "Tübingen");
    assert.equal(decode("T\\XFC\\bingen"), "Tübingen");
    assert.equal(decode("\\XE5B1B1\\"), "山");
  });

  it("leaves highlighting, formatting, character sets and local sequences as written", () => {
    for (const command of ["\\H\\x\\N\\", "a\\.br\\b", "\\.sp3\\", "\\.sp+3\\", "\\.sk2\\", "\\.in +4\\", "\\.in-2\\", "\\.ti+4\\", "\\.ce\\", "\\.fi\\\\.nf\\", "\\C2842\\", "\\M1B2449\\", "\\M2449\\", "\\Zany thing\\"]) {
      assert.equal(decode(command), command);
      assert.deepEqual(doubtful(command), [], command);
    }
  });

  it("leaves what is unknown, malformed or never closed as written, and points at it", () => {
    assert.equal(decode("C:\\temp\\x\\F\\"), "C:\\temp\\x|");
    assert.deepEqual(doubtful("C:\\temp\\x\\F\\"), ["unknown \\temp\\"]);
    for (const raw of ["\\\\", "\\f\\", "\\X\\", "\\X0\\", "\\X0G\\", "\\.br \\", "\\.foo\\", "\\C28\\", "\\M12345\\", "\\HH\\", "\\.spx\\"]) {
      assert.equal(decode(raw), raw);
      assert.deepEqual(doubtful(raw), [`unknown ${raw}`]);
    }
    assert.equal(decode("50\\60"), "50\\60");
    assert.deepEqual(doubtful("50\\60"), ["unterminated \\"]);
    assert.equal(decode("\\T\\\\"), "&\\");
    assert.deepEqual(doubtful("\\T\\\\"), ["unterminated \\"]);
  });

  it("leaves everything as written where no escape character is declared", () => {
    assert.equal(decodeEscapes("\\T\\", withoutEscape), "\\T\\");
    assert.deepEqual(doubtfulEscapes("\\T", 0, 2, withoutEscape), []);
  });
});

describe("encoding data", () => {
  it("escapes the delimiters, the escape character and line ends", () => {
    assert.equal(encodeEscapes("a|b^c&d~e\\f", standardDelimiters), "a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f");
    assert.equal(encodeEscapes("a\r\nb#", standardDelimiters), "a\\X0D\\\\X0A\\b#");
    assert.equal(encodeEscapes("a#!", other), "a?F??P?");
    assert.equal(encodeEscapes("\u000b\u001c", standardDelimiters), "\\X0B\\\\X1C\\");
  });

  it("leaves other text alone, also that of formatting commands' look", () => {
    assert.equal(encodeEscapes("Tübingen 山", standardDelimiters), "Tübingen 山");
    assert.equal(encodeEscapes("\\.br\\", standardDelimiters), "\\E\\.br\\E\\");
  });

  it("gives text that stays in its subcomponent and decodes to the same", () => {
    const unit = fc.constantFrom(..."|^~\\&#!\"$%'()*+,-/:;<=>?@[]_`{}FSTREPXHNZ.brspC0D2 \r\n\u000b\u0000ü山", "😀", "\ud83d");
    fc.assert(fc.property(anyDelimiters, fc.string({ unit, maxLength: 20 }), (delimiters, text) => {
      const raw = encodeEscapes(text, delimiters);
      const { field, component, repetition, subcomponent } = delimiters;
      for (const delimiter of [field, component, repetition, subcomponent, "\r", "\n"]) {
        assert.ok(delimiter === undefined || !raw.includes(delimiter));
      }
      assert.equal(decodeEscapes(raw, delimiters), text);
      assert.deepEqual(doubtfulEscapes(raw, 0, raw.length, delimiters), []);
    }), { numRuns: 500 });
  });

  it("is refused where the message has no escape character", () => {
    assert.equal(encodeEscapes("plain", withoutEscape), "plain");
    assert.throws(() => encodeEscapes("a|b", withoutEscape), (error) => error instanceof HumanError && error.code === "hl7v2.noEscapeCharacter");
  });

  it("is refused where a letter of the sequence is a delimiter itself", () => {
    assert.throws(() => encodeEscapes("a|b", { ...standardDelimiters, component: "F" }), (error) => error instanceof HumanError && error.code === "hl7v2.delimiterInSequence");
  });
});
