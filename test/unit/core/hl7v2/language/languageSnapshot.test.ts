import assert from "node:assert/strict";
import fc from "fast-check";
import { dictionaryFor } from "../../../../../src/core/hl7v2/dictionary/dictionary";
import { LanguageModel } from "../../../../../src/core/hl7v2/language/languageModel";
import type { LanguageSnapshot } from "../../../../../src/core/hl7v2/language/languageSnapshot";
import { outlineOf } from "../../../../../src/core/hl7v2/language/outline";
import { editOfTokens, tokenModifiers, tokenTypes } from "../../../../../src/core/hl7v2/language/semanticTokens";
import { inEnglish } from "../../../../../src/core/checks/translate";
import { anyLanguageText, batchFile, resultMessage, snapshotOf } from "../../../../support/languageSamples";

interface Token {
  readonly line: number;
  readonly character: number;
  readonly text: string;
  readonly look: string;
}

/** Encoded tokens as a person reads them. */
function decoded({ text }: LanguageSnapshot, encoded: Uint32Array): readonly Token[] {
  const lines = text.split(/\r\n|\r|\n/);
  const tokens: Token[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < encoded.length; at += 5) {
    const [down = 0, along = 0, length = 0, type = 0, bits = 0] = encoded.slice(at, at + 5);
    character = down === 0 ? character + along : along;
    line += down;
    const modifiers = tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    tokens.push({ line, character, text: (lines[line] ?? "").slice(character, character + length), look: [tokenTypes[type], ...modifiers].join(".") });
  }
  return tokens;
}

function looks(text: string): Record<string, string> {
  const snapshot = snapshotOf(text);
  return Object.fromEntries(decoded(snapshot, snapshot.encodedTokens()).map((token) => [token.text, token.look]));
}

describe("semantic tokens", () => {
  it("say what each part is", () => {
    const found = looks(resultMessage);
    const expected = {
      MSH: "keyword.defaultLibrary", ZXX: "keyword", "~": "operator.repetition", "^": "operator.component", "|": "operator", "13.2": "number", F: "enumMember.defaultLibrary",
      "20240729143000.123-0500": "number.timestamp", Everywoman: "string", "\"\"": "keyword.deletion", "\\T\\": "string.escape", H: "enumMember.defaultLibrary", 19620314: "number.timestamp",
    };
    assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, found[key]])), expected);
  });

  it("follow the delimiters of the message, and show in its header which is which", () => {
    const snapshot = snapshotOf("MSH$:*!%$A:B*C%D!T!\rPID$|^~");
    assert.deepEqual(decoded(snapshot, snapshot.encodedTokens()).map(({ text, look }) => `${text} ${look}`), [
      "MSH keyword.defaultLibrary", "$ operator.declaration", ": operator.declaration.component", "* operator.declaration.repetition", "! string.declaration.escape",
      "% operator.declaration.subcomponent", "$ operator", "A string", ": operator.component", "B string", "* operator.repetition", "C string", "% operator.subcomponent", "D string",
      "!T! string.escape", "PID keyword.defaultLibrary", "$ operator", "|^~ string",
    ]);
  });

  it("take the type of OBX-5 from OBX-2", () => {
    const type = (valueType: string, value: string): string | undefined => looks(`MSH|^~\\&|||||||ORU^R01|1|P|2.5.1\nOBX|1|${valueType}|a||${value}`)[value];
    assert.equal(type("DT", "20240229"), "number.timestamp");
    assert.equal(type("NM", "20240229"), "number");
    assert.equal(type("ST", "20240229"), "string");
  });

  it("stay in their line, never overlap, come in order, and cover every delimiter, in any text", () => {
    fc.assert(fc.property(anyLanguageText, (text) => {
      const snapshot = snapshotOf(text);
      const tokens = decoded(snapshot, snapshot.encodedTokens());
      const lines = text.split(/\r\n|\r|\n/);
      let before = { line: 0, end: 0 };
      for (const { line, character, text: written } of tokens) {
        assert.ok(written.length > 0 && character + written.length <= (lines[line] ?? "").length);
        assert.ok(line > before.line || (line === before.line && character >= before.end));
        before = { line, end: character + written.length };
      }
      for (const segment of snapshot.segments) {
        const inside = text.slice(segment.from + segment.name.length, segment.to).split(segment.delimiters.field).length - 1;
        const { line } = snapshot.lines.positionAt(segment.from);
        assert.ok(tokens.filter((token) => token.line === line && token.text === segment.delimiters.field && token.look.startsWith("operator")).length >= Math.min(1, inside));
      }
    }));
  });

  it("of some lines are those of the whole, and an edit makes one list of the other", () => {
    fc.assert(fc.property(anyLanguageText, anyLanguageText, fc.nat(12), fc.nat(12), (text, other, one, two) => {
      const snapshot = snapshotOf(text);
      const [from, to] = [Math.min(one, two), Math.max(one, two)];
      const lines = new Set(snapshot.segments.slice(from, to).map((segment) => snapshot.lines.positionAt(segment.from).line));
      assert.deepEqual(decoded(snapshot, snapshot.encodedTokens(from, to)), decoded(snapshot, snapshot.encodedTokens()).filter(({ line }) => lines.has(line)));

      const [before, after] = [snapshot.encodedTokens(), snapshotOf(other).encodedTokens()];
      const edit = editOfTokens(before, after);
      const made = edit === undefined ? [...before] : [...before.slice(0, edit.start), ...edit.data, ...before.slice(edit.start + edit.deleteCount)];
      assert.deepEqual(made, [...after]);
    }));
  });
});

describe("LanguageModel", () => {
  it("gives after any change what it gives for the text alone", () => {
    const change = fc.record({ at: fc.nat(800), deleted: fc.nat(40), inserted: fc.constantFrom("", "x", "|", "^", "\n", "\nOBX|9|NM|a", "MSH|^~\\&|A||||||ADT^A01|1|P|2.3\n", "2.3", "DT", "\"\"") });
    fc.assert(fc.property(fc.constantFrom(resultMessage, batchFile), fc.array(change, { minLength: 1, maxLength: 6 }), (start, changes) => {
      const model = new LanguageModel(dictionaryFor);
      let text = start;
      let snapshot = model.update(text);
      for (const { at, deleted, inserted } of changes) {
        snapshot.encodedTokens();
        outlineOf(snapshot, "en", inEnglish);
        text = text.slice(0, at) + inserted + text.slice(at + deleted);
        snapshot = model.update(text);
      }
      const fresh = snapshotOf(text);
      assert.deepEqual(decoded(snapshot, snapshot.encodedTokens()), decoded(fresh, fresh.encodedTokens()));
      assert.deepEqual(outlineOf(snapshot, "en", inEnglish), outlineOf(fresh, "en", inEnglish));
    }));
  });

  it("works out again only the segments that changed", () => {
    const model = new LanguageModel(dictionaryFor);
    const before = model.update(resultMessage);
    const known = before.segments.map((_, index) => before.tokensOf(index));
    const after = model.update(resultMessage.replace("Hemoglobin^LN||13.2", "Hemoglobin^LN||13.25"));
    assert.deepEqual(after.segments.map((_, index) => after.tokensOf(index) === known[index]), [true, true, true, true, false, true, true, true]);
  });
});
