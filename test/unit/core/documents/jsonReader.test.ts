import assert from "node:assert/strict";
import fc from "fast-check";
import type { Document } from "../../../../src/core/documents/document";
import { formatPointer } from "../../../../src/core/documents/jsonPointer";
import { jsonReader } from "../../../../src/core/documents/jsonReader";
import { deepestLevel } from "../../../../src/core/documents/jsonTree";
import type { Range } from "../../../../src/core/text/range";
import { LineIndex } from "../../../../src/core/text/lineIndex";

const read = (text: string): Document => jsonReader.read(text);
const codes = (text: string): string[] => read(text).problems.map(({ code }) => code);
const sliceOf = (document: Document, range: Range | undefined): string | undefined => {
  const lines = new LineIndex(document.text);
  return range === undefined ? undefined : document.text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
};

/** Value, problem codes and the text where the first problem is. */
const recovers = (text: string, value: unknown, code: string, at: string): void => {
  const document = read(text);
  assert.deepEqual(document.value, value, text);
  assert.equal(document.problems[0]?.code, code, text);
  assert.equal(sliceOf(document, document.problems[0].range), at, text);
  assert.match(document.problems[0].message, /[.]$/);
};

/** Texts that are nearly JSON. */
const nearlyJson = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."{}[]:,\"'\\/*ab01.-+eE \n\r\t\ufeff", "true", "null", "\"a\""), maxLength: 30 }),
  fc.tuple(fc.jsonValue(), fc.nat(), fc.nat(3)).map(([value, at, count]) => {
    const text = JSON.stringify(value, undefined, 1);
    const cut = at % (text.length + 1);
    return text.slice(0, cut) + text.slice(cut + count);
  }),
);

function* nodes(value: unknown, tokens: readonly (string | number)[] = []): Generator<readonly [readonly (string | number)[], unknown], void, undefined> {
  yield [tokens, value];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* nodes(item, [...tokens, index]);
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield* nodes(item, [...tokens, key]);
    }
  }
}

describe("reading JSON", () => {
  it("gives what JSON.parse gives, without problems", () => {
    fc.assert(fc.property(fc.json(), fc.constantFrom(undefined, 2, "\t"), (json, space) => {
      const text = JSON.stringify(JSON.parse(json), undefined, space);
      const document = read(text);
      assert.deepEqual(document.problems, []);
      assert.deepEqual(document.value, JSON.parse(text));
      assert.equal(document.toText(), text);
    }), { numRuns: 300 });
  });

  it("has a problem exactly where JSON.parse refuses, or a property is repeated", () => {
    fc.assert(fc.property(nearlyJson, (text) => {
      const { problems, value } = read(text);
      const errors = problems.filter(({ code }) => !code.startsWith("json.repeated"));
      const content = text.startsWith("\ufeff") ? text.slice(1) : text;
      if (errors.length > 0) {
        assert.throws(() => { JSON.parse(content); }, SyntaxError, `${text} ${String(errors[0]?.code)}`);
      } else {
        assert.deepEqual(value, JSON.parse(content));
      }
    }), { numRuns: 3000 });
  });

  it("has the range of every value and of every property's name", () => {
    fc.assert(fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, space) => {
      const document = read(JSON.stringify(value, undefined, space));
      for (const [tokens, part] of nodes(JSON.parse(document.text))) {
        const pointer = formatPointer(tokens);
        assert.deepEqual(JSON.parse(sliceOf(document, document.rangeOf(pointer)) ?? ""), part);
        const key = tokens.at(-1);
        assert.equal(sliceOf(document, document.keyRangeOf(pointer)), typeof key === "string" ? JSON.stringify(key) : undefined);
      }
    }), { numRuns: 200 });
  });

  it("finds the smallest part at every position, the name belonging to its value", () => {
    const document = read("{\"a\": [1, {\"b\":\"x\"}]}\n");
    const at = (character: number): string | undefined => document.pointerAt({ line: 0, character });
    assert.equal(at(0), "");
    assert.equal(at(1), "/a");
    assert.equal(at(4), "/a");
    assert.equal(at(6), "/a");
    assert.equal(at(7), "/a/0");
    assert.equal(at(8), "/a/0");
    assert.equal(at(9), "/a");
    assert.equal(at(10), "/a/1");
    assert.equal(at(12), "/a/1/b");
    assert.equal(at(16), "/a/1/b");
    assert.equal(at(21), "");
    assert.equal(document.pointerAt({ line: 1, character: 0 }), undefined);
    assert.equal(read("").pointerAt({ line: 0, character: 0 }), undefined);
  });

  it("finds the nearest range of what is not there", () => {
    const document = read(" {\"a\":{\"b\":[1]}} ");
    assert.equal(sliceOf(document, document.nearestRangeOf("/a/b/7/c")), "[1]");
    assert.equal(sliceOf(document, document.nearestRangeOf("/x")), "{\"a\":{\"b\":[1]}}");
    assert.equal(sliceOf(document, document.nearestRangeOf("no pointer")), "{\"a\":{\"b\":[1]}}");
    assert.equal(document.rangeOf("/a/b/01"), undefined);
    assert.equal(document.rangeOf("/a/b/-"), undefined);
    assert.equal(document.rangeOf("no pointer"), undefined);
    assert.deepEqual(read("").nearestRangeOf("/a"), { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  });

  it("names parts as people do", () => {
    const document = read("{\"name\":[{\"family\":\"x\",\"a b\":1,\"0\":2}],\"http://x/y\":1}");
    assert.equal(document.nameOf(""), "");
    assert.equal(document.nameOf("/name/0/family"), "name[0].family");
    assert.equal(document.nameOf("/name/0/a b"), "name[0][\"a b\"]");
    assert.equal(document.nameOf("/name/0/0"), "name[0][\"0\"]");
    assert.equal(document.nameOf("/http:~1~1x~1y"), "[\"http://x/y\"]");
    assert.equal(document.nameOf("/name/0/given/1"), "name[0].given[1]");
  });

  it("passes over a byte-order mark", () => {
    const document = read("\ufeff{\"a\":1}");
    assert.deepEqual(document.value, { a: 1 });
    assert.deepEqual(document.problems, []);
    assert.equal(sliceOf(document, document.rangeOf("/a")), "1");
    assert.equal(document.toText(), document.text);
  });

  it("reads names that JavaScript has plans for as ordinary ones", () => {
    const document = read("{\"__proto__\":{\"x\":1},\"constructor\":2,\"toString\":3}");
    const value = document.value as Record<string, unknown>;
    assert.deepEqual(Object.keys(value), ["__proto__", "constructor", "toString"]);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.equal(value["x"], undefined);
    assert.equal(sliceOf(document, document.rangeOf("/__proto__/x")), "1");
    assert.equal(read("{}").rangeOf("/__proto__"), undefined);
    assert.equal(read("[]").rangeOf("/length"), undefined);
    assert.deepEqual(document.problems, []);
  });
});

describe("what is wrong with JSON", () => {
  it("is said, and the rest is read", () => {
    recovers("", undefined, "json.empty", "");
    recovers("{\"a\":1, // x\n\"b\":2}", { a: 1, b: 2 }, "json.comment", "// x");
    recovers("[1/* x */]", [1], "json.comment", "/* x */");
    recovers("[1/*", [1], "json.comment", "/*");
    recovers("[1,2,]", [1, 2], "json.trailingComma", ",");
    recovers("{\"a\":1,}", { a: 1 }, "json.trailingComma", ",");
    recovers("[1 2]", [1, 2], "json.commaMissing", "2");
    recovers("{\"a\":1 \"b\":2}", { a: 1, b: 2 }, "json.commaMissing", "\"b\"");
    recovers("[,1]", [1], "json.valueMissing", ",");
    recovers("[1,,2]", [1, 2], "json.valueMissing", ",");
    recovers("{\"a\":1,,\"b\":2}", { a: 1, b: 2 }, "json.nameMissing", ",");
    recovers("{:1,\"b\":2}", { b: 2 }, "json.nameMissing", ":");
    recovers("{[1],\"b\":2}", { b: 2 }, "json.nameMissing", "[");
    recovers("{\"a\":{1:2},\"b\":2}", { a: { 1: 2 }, b: 2 }, "json.nameQuotes", "1");
    recovers("{a:1}", { a: 1 }, "json.nameQuotes", "a");
    recovers("{'a b':1}", { "a b": 1 }, "json.nameQuotes", "'a b'");
    recovers("{\"a\" 1}", { a: 1 }, "json.colonMissing", "1");
    recovers("{\"a\"::1}", { a: 1 }, "json.colonTwice", ":");
    recovers("{\"a\":,\"b\":2}", { b: 2 }, "json.propertyValueMissing", "\"a\"");
    recovers("{\"a\",\"b\":2}", { b: 2 }, "json.propertyValueMissing", "\"a\"");
    recovers("{\"b\":2,\"a\":}", { b: 2 }, "json.propertyValueMissing", "\"a\"");
    recovers("{\"b\":2,\"a\"", { b: 2 }, "json.propertyValueMissing", "\"a\"");
    recovers("[\"a\":1]", ["a", 1], "json.colonOutside", ":");
    recovers("[1", [1], "json.unclosed", "[");
    recovers("{\"a\":[1}", { a: [1] }, "json.unclosed", "[");
    recovers("{\"a\":[{\"b\":1],\"c\":2}", { a: [{ b: 1 }], c: 2 }, "json.unclosed", "{");
    recovers("[1]]", [1], "json.afterEnd", "]");
    recovers("{} {} x", {}, "json.afterEnd", "{} x");
    recovers("[1}]", [1], "json.unopened", "}");
    recovers("]", undefined, "json.valueMissing", "]");
    recovers("[True]", ["True"], "json.word", "True");
    recovers("['it is']", ["it is"], "json.word", "'it is'");
    recovers("[it's]", ["it's"], "json.word", "it's");
    recovers("[2024-01-31]", ["2024-01-31"], "json.word", "2024-01-31");
    recovers("[NaN]", ["NaN"], "json.word", "NaN");
    recovers("[-]", ["-"], "json.word", "-");
    recovers("[01]", [1], "json.number", "01");
    recovers("[.5]", [0.5], "json.number", ".5");
    recovers("[+1]", [1], "json.number", "+1");
    recovers("[1.]", [1], "json.number", "1.");
    recovers("[1e]", ["1e"], "json.word", "1e");
    recovers("[\"a\\qb\"]", ["ab"], "json.string", "\"a\\qb\"");
    recovers("[\"a\\u12\"]", ["a"], "json.string", "\"a\\u12\"");
    recovers("[\"a\tb\"]", ["a\tb"], "json.string", "\"a\tb\"");
    recovers("[\"a\n]", ["a"], "json.string", "\"a");
  });

  it("is a repeated property, at both places; the last one wins", () => {
    const document = read("{\"a\":1,\n\"b\":{\"a\":2},\n\"a\":3}");
    assert.deepEqual(document.value, { a: 3, b: { a: 2 } });
    assert.deepEqual(document.problems.map(({ code, range, args }) => [code, range.start.line, args["line"]]), [["json.repeatedLater", 0, 3], ["json.repeated", 2, 1]]);
    assert.equal(sliceOf(document, document.rangeOf("/a")), "3");
    assert.equal(document.pointerAt({ line: 0, character: 5 }), "/a");
    assert.deepEqual(codes("{\"__proto__\":1,\"__proto__\":2}"), ["json.repeatedLater", "json.repeated"]);
    assert.deepEqual(codes("{\"a\":1,\"\\u0061\":2}"), ["json.repeatedLater", "json.repeated"]);
  });

  it("is nesting that no program walks safely; what is deeper is left out of the value", () => {
    for (const [open, close] of [["[", "]"], ["{\"a\":", "}"]] as const) {
      const text = `${open.repeat(20_000)}1${close.repeat(20_000)}`;
      const document = read(text);
      assert.deepEqual(document.problems.map(({ code }) => code), ["json.tooDeep"]);
      assert.doesNotThrow(() => JSON.stringify(document.value));
      assert.equal(document.toText(), text);
      assert.deepEqual(codes(open.repeat(20_000)), ["json.tooDeep", ...(open === "[" ? [] : ["json.propertyValueMissing"]), "json.unclosed"]);
    }
    assert.deepEqual(codes(`${"[".repeat(deepestLevel)}${"]".repeat(deepestLevel)}`), []);
  });

  it("never stops the reader, and every character comes back", () => {
    fc.assert(fc.property(nearlyJson, (text) => {
      const document = read(text);
      assert.equal(document.toText(), text);
      const lines = new LineIndex(text);
      for (const { range } of document.problems) {
        assert.ok(lines.offsetAt(range.start) <= lines.offsetAt(range.end));
      }
      for (const [tokens] of nodes(document.value)) {
        assert.ok(document.value === undefined || document.rangeOf(formatPointer(tokens)) !== undefined);
      }
    }), { numRuns: 1000 });
  });
});
