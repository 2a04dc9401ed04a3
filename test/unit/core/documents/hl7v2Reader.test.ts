import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Hl7Message } from "@medplum/core";
import fc from "fast-check";
import { decodeBytes, encodeText } from "../../../../src/core/documents/decodeBytes";
import type { JsonValue } from "../../../../src/core/documents/document";
import { type Hl7v2Document, isHl7v2Document } from "../../../../src/core/documents/hl7v2Document";
import { hl7v2Reader } from "../../../../src/core/documents/hl7v2Reader";
import { jsonReader } from "../../../../src/core/documents/jsonReader";
import { decodeEscapes } from "../../../../src/core/hl7v2/escapes";
import { pathToPointer, pointerToPath } from "../../../../src/core/hl7v2/pathPointer";
import { LineIndex } from "../../../../src/core/text/lineIndex";
import { anyMessage, lineEnd } from "../../../support/hl7v2Arbitraries";

const read = (text: string): Hl7v2Document => hl7v2Reader.read(text);
const codes = (text: string): string[] => read(text).problems.map(({ code, severity }) => `${severity} ${code.replace("hl7v2.", "")}`);
const names = (document: Hl7v2Document): string[] => document.segments.map(({ name }) => name);
const messages = (text: string): JsonValue => {
  const { value } = read(text);
  return typeof value === "object" && value !== null && "messages" in value ? value["messages"] : "none";
};
const linesOf = new WeakMap<Hl7v2Document, LineIndex>();
const textAt = (document: Hl7v2Document, pointer: string): string | undefined => {
  const range = document.rangeOf(pointer);
  const lines = linesOf.get(document) ?? new LineIndex(document.text);
  linesOf.set(document, lines);
  return range === undefined ? undefined : document.text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
};
const fixtures = join(__dirname, "../../../fixtures/hl7v2");
const fixtureNames = readdirSync(fixtures).filter((name) => name.endsWith(".hl7"));

const admission = [
  "MSH|^~\\&|ADT1|GOOD HEALTH HOSPITAL|LAB||198808181126||ADT^A01^ADT_A01|MSG00001|P|2.5.1",
  "EVN|A01|200708181123||",
  "PID|1||PATID1234^5^M11^ADT1^MR^GOOD HEALTH HOSPITAL~123456789^^^USSSA&1.2.3&ISO^SS||EVERYMAN^ADAM^A^III||\"\"|M",
  "NK1|1|NUCLEAR\\T\\SONS^O'X",
].join("\r");

/** Every pointer into a value, with the value it points to. */
function* parts(value: JsonValue, pointer = ""): Generator<readonly [string, JsonValue], void, undefined> {
  yield [pointer, value];
  if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      yield* parts(part, `${pointer}/${key}`);
    }
  }
}

describe("the value of an HL7 v2 text", () => {
  it("has field n at index n-1, in lists of repetitions, components and subcomponents", () => {
    const { value, problems } = read(admission);
    assert.deepEqual(problems, []);
    assert.deepEqual(value, {
      segments: [
        { name: "MSH", fields: [[[["|"]]], [[["^~\\&"]]], [[["ADT1"]]], [[["GOOD HEALTH HOSPITAL"]]], [[["LAB"]]], [[[""]]], [[["198808181126"]]], [[[""]]],
          [[["ADT"], ["A01"], ["ADT_A01"]]], [[["MSG00001"]]], [[["P"]]], [[["2.5.1"]]]] },
        { name: "EVN", fields: [[[["A01"]]], [[["200708181123"]]], [[[""]]], [[[""]]]] },
        { name: "PID", fields: [[[["1"]]], [[[""]]],
          [[["PATID1234"], ["5"], ["M11"], ["ADT1"], ["MR"], ["GOOD HEALTH HOSPITAL"]], [["123456789"], [""], [""], ["USSSA", "1.2.3", "ISO"], ["SS"]]],
          [[[""]]], [[["EVERYMAN"], ["ADAM"], ["A"], ["III"]]], [[[""]]], [[["\"\""]]], [[["M"]]]] },
        { name: "NK1", fields: [[[["1"]]], [[["NUCLEAR&SONS"], ["O'X"]]]] },
      ],
    });
  });

  it("keeps trailing empty parts and tells them from parts that are not there", () => {
    const fields = (segment: string): JsonValue => {
      const { value } = read(`MSH|^~\\&\r${segment}`);
      return JSON.parse(JSON.stringify(value)).segments[1].fields as JsonValue;
    };
    assert.deepEqual(fields("PID"), []);
    assert.deepEqual(fields("PID|"), [[[[""]]]]);
    assert.deepEqual(fields("PID||"), [[[[""]]], [[[""]]]]);
    assert.deepEqual(fields("PID|~"), [[[[""]], [[""]]]]);
    assert.deepEqual(fields("PID|a^&^"), [[[["a"], ["", ""], [""]]]]);
    assert.deepEqual(fields("PID|a~|"), [[[["a"]], [[""]]], [[[""]]]]);
  });

  it("does not part MSH-2, however it looks", () => {
    const { value } = read("MSH|^~\\&|~|a^b\rPID|1");
    assert.deepEqual(JSON.parse(JSON.stringify(value)).segments[0].fields, [[[["|"]]], [[["^~\\&"]]], [[[""]], [[""]]], [[["a"], ["b"]]]]);
    assert.deepEqual(JSON.parse(JSON.stringify(read("MSH").value)).segments[0].fields, []);
    assert.deepEqual(JSON.parse(JSON.stringify(read("MSH|").value)).segments[0].fields, [[[["|"]]], [[[""]]]]);
  });

  it("is the same with any line ends, and with blank lines", () => {
    const { value } = read(admission);
    for (const end of ["\n", "\r\n", "\r\r", "\r\r\n"]) {
      assert.deepEqual(read(admission.replaceAll("\r", end)).value, value, JSON.stringify(end));
    }
    let count = 0;
    assert.deepEqual(read(admission.replaceAll("\r", () => ["\r", "\n", "\r\n"][count++] ?? "\r")).value, value);
    assert.deepEqual(read(`\ufeff${admission}\r`).value, value);
  });

  it("says what the generator wrote, whatever the delimiters", () => {
    fc.assert(fc.property(anyMessage, ({ text, header, segments, delimiters, encodingCharacters }) => {
      const decoded = (fields: readonly (readonly (readonly (readonly string[])[])[])[]): unknown =>
        fields.map((field) => field.map((repetition) => repetition.map((component) => component.map((leaf) => decodeEscapes(leaf, delimiters)))));
      assert.deepEqual(read(text).value, {
        segments: [
          { name: "MSH", fields: [[[[delimiters.field]]], [[[encodingCharacters]]], ...(decoded(header) as unknown[])] },
          ...segments.map(({ name, fields }) => ({ name, fields: decoded(fields) })),
        ],
      });
    }), { numRuns: 300 });
  });

  it("agrees with another parser on messages from the field", () => {
    let compared = 0;
    for (const name of fixtureNames) {
      const { text } = decodeBytes(readFileSync(join(fixtures, name)));
      const document = read(text);
      for (const [from, to] of document.messages) {
        const first = document.segments[from];
        const last = document.segments[to - 1];
        assert.ok(first !== undefined && last !== undefined);
        const theirs = Hl7Message.parse(text.slice(first.from, last.to));
        assert.equal(theirs.segments.length, to - from, name);
        for (const [offset, segment] of theirs.segments.entries()) {
          for (let field = 1; field < segment.fields.length; field++) {
            const index = segment.name === "MSH" ? field + 1 : field;
            for (const [repetition, components] of (segment.name === "MSH" && index === 2 ? [] : segment.getField(index).components).entries()) {
              for (const [component, raw] of components.entries()) {
                assert.equal(textAt(document, `/segments/${String(from + offset)}/fields/${String(index - 1)}/${String(repetition)}/${String(component)}`), raw, `${name} ${segment.name}-${String(index)}`);
                compared++;
              }
            }
          }
        }
      }
    }
    assert.ok(compared > 3000, String(compared));
  });

  it("is undefined where there is nothing to read", () => {
    for (const text of ["", "\r\n", "   ", "Dear colleague,\nplease find enclosed", "\u0000"]) {
      assert.equal(read(text).value, undefined, JSON.stringify(text));
      assert.ok(codes(text).includes("error empty"));
    }
  });
});

describe("several messages in one text", () => {
  const two = "MSH|^~\\&|A\rPID|a^b\rMSH#*~\\&#B\rPID#a*b^c\r";

  it("make one list of segments, with the bounds of every message beside it", () => {
    assert.equal(messages(admission), "none");
    assert.deepEqual(messages(two), [[0, 2], [2, 4]]);
    assert.deepEqual(read(admission).messages, [[0, 4]]);
  });

  it("have their own delimiters", () => {
    const { value, problems } = read(two);
    const { segments } = JSON.parse(JSON.stringify(value));
    assert.deepEqual(segments[1].fields, [[[["a"], ["b"]]]]);
    assert.deepEqual(segments[3].fields, [[[["a"], ["b^c"]]]]);
    assert.deepEqual(problems, []);
  });

  it("may stand in the envelopes of batches and of a file, whose trailers are written like their headers", () => {
    const text = "FHS|^~\\&|F\rBHS!^~\\&!B\rMSH#^~\\&#A\rPID#1\rBTS!1!x|y\rBHS|^~\\&\rMSH|^~\\&\rBTS|1\rFTS|2\r";
    assert.deepEqual(messages(text), [[2, 4], [6, 7]]);
    assert.deepEqual(codes(text), []);
    const { segments } = JSON.parse(JSON.stringify(read(text).value));
    assert.deepEqual(segments[4].fields, [[[["1"]]], [[["x|y"]]]]);
    assert.deepEqual(segments[8].fields, [[[["2"]]]]);
  });

  it("are announced also where an envelope holds one, or none", () => {
    assert.deepEqual(messages("BHS|^~\\&\rMSH|^~\\&\rBTS|1"), [[1, 2]]);
    assert.deepEqual(messages("FHS|^~\\&\rFTS|0"), []);
  });

  it("are told from segments that stand in none", () => {
    assert.deepEqual(messages("PID|1\rMSH|^~\\&\rPID|2"), [[1, 3]]);
    assert.deepEqual(codes("PID|1\rMSH|^~\\&\rPID|2"), ["error noHeader"]);
    assert.deepEqual(messages("PID|1\rOBX|1"), "none");
    assert.deepEqual(codes("PID|1\rOBX|1"), ["error noHeader"]);
    assert.deepEqual(codes("BHS|^~\\&\rMSH|^~\\&\rBTS|1\rPID|1"), ["warning outsideMessage"]);
  });
});

describe("problems of an HL7 v2 text", () => {
  const within = (line: string): string[] => codes(`MSH|^~\\&\r${line}\rPID|1`);

  it("are names that are none, read all the same", () => {
    assert.deepEqual(within("pv1|1"), ["error segmentNameCase"]);
    assert.deepEqual(within("PV|1"), ["error segmentName"]);
    assert.deepEqual(within("OBXX|1"), ["error segmentName"]);
    assert.deepEqual(within("1BX|1"), ["error segmentName"]);
    assert.deepEqual(within("Z01|1"), []);
    assert.deepEqual(names(read("msh|^~\\&\rpv1|1\rOBXX|1")), ["msh", "pv1", "OBXX"]);
  });

  it("are lines that are no segments: errors within a message, warnings between messages", () => {
    assert.deepEqual(within("of a broken text"), ["error notSegment"]);
    assert.deepEqual(within("PID#1"), ["error notSegment"]);
    assert.deepEqual(within("end"), ["error notSegment"]);
    assert.deepEqual(within("one\rtwo"), ["error notSegment"]);
    assert.deepEqual(codes("MSH|^~\\&\rPID|1\r\rand now\rMSH|^~\\&\r"), ["warning blankLine", "warning notSegment"]);
    assert.deepEqual(codes("Some prose\rMSH|^~\\&\r"), ["warning notSegment"]);
    assert.deepEqual(codes("MSH|^~\\&\rbye"), ["warning notSegment"]);
  });

  it("are comments, wherever they stand", () => {
    for (const comment of ["# PID", "// PID|1", "-- x", "; x", "<!-- x -->", "/* x */"]) {
      assert.deepEqual(within(comment), ["warning comment"], comment);
    }
    assert.deepEqual(codes("# first\r# second\rMSH|^~\\&"), ["warning comment"]);
  });

  it("are blank lines, once for each run, but not at the end", () => {
    assert.deepEqual(within(""), ["warning blankLine"]);
    assert.deepEqual(within("\r\r"), ["warning blankLine"]);
    assert.deepEqual(within(" \t"), ["warning blankLine"]);
    assert.deepEqual(codes("\r\nMSH|^~\\&\r\n\r\n\r\n"), ["warning blankLine"]);
  });

  it("are blanks before a segment, which is read all the same", () => {
    assert.deepEqual(within("  PV1|1"), ["warning indented"]);
    assert.deepEqual(names(read(" MSH|^~\\&\r\tPID|1")), ["MSH", "PID"]);
  });

  it("are the bytes that frame messages on the wire", () => {
    const framed = "\u000bMSH|^~\\&\rPID|1\r\u001c\r";
    assert.deepEqual(codes(framed), ["warning framing", "warning framing"]);
    assert.deepEqual(codes("\u000bMSH|^~\\&\rPID|1\u001c"), ["warning framing", "warning framing"]);
    assert.deepEqual(textAt(read("\u000bMSH|^~\\&\rPID|1\u001c\r"), "/segments/1/fields/0"), "1");
  });

  it("are byte-order marks in the middle", () => {
    assert.deepEqual(codes("\ufeffMSH|^~\\&\r\ufeffMSH|^~\\&\r"), ["warning byteOrderMark"]);
  });

  it("are headers that do not say how to read on", () => {
    assert.deepEqual(codes("MSH"), ["error separatorMissing"]);
    assert.deepEqual(codes("MSH||A"), ["error encodingCharactersMissing"]);
    assert.deepEqual(codes("MSH|SENDER|A"), ["error encodingCharactersLong"]);
    assert.deepEqual(names(read("MSH|SENDER|A\rPID|1")), ["MSH", "PID"]);
  });

  it("are not made of prose that begins with the name of a header", () => {
    assert.deepEqual(codes("MSH-9 holds the type\rMSH|^~\\&\r"), ["warning notSegment"]);
    assert.deepEqual(codes("MSH: the header\rMSH|^~\\&\r"), ["warning notSegment"]);
    assert.deepEqual(codes("MSHeader\rMSH|^~\\&\r"), ["warning notSegment"]);
  });

  it("are escape sequences that say nothing, each where it stands", () => {
    const document = read("MSH|^~\\&|\\Q\\\rOBX|C:\\temp|a\\F^\\|\\T\\\\.br\\");
    assert.deepEqual(document.problems.map(({ code, range }) => [code, range.start, range.end.character]), [
      ["hl7v2.escapeUnknown", { line: 0, character: 9 }, 12],
      ["hl7v2.escapeUnterminated", { line: 1, character: 6 }, 7],
      ["hl7v2.escapeUnterminated", { line: 1, character: 13 }, 14],
      ["hl7v2.escapeUnterminated", { line: 1, character: 16 }, 17],
    ]);
  });

  it("are said by a sentence with the values in it, at a range within the text", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."MSHPIDBTF|^~\\&#x \r\n\u000b\ufeff"), maxLength: 40 }), (tail) => {
      const document = read(`MSH${tail}`);
      for (const { message, range } of document.problems) {
        assert.match(message, /[.:]$/);
        const lines = new LineIndex(document.text);
        assert.ok(lines.offsetAt(range.start) <= lines.offsetAt(range.end));
      }
    }));
  });

  it("are counted, not listed, after a thousand", () => {
    const { problems } = read(`MSH|^~\\&\r${"x|\r".repeat(5000)}`);
    assert.equal(problems.length, 1001);
    assert.equal(problems.at(-1)?.code, "document.moreProblems");
    assert.equal(problems.at(-1)?.args["count"], 4000);
  });
});

describe("the parts of an HL7 v2 text", () => {
  it("have the ranges of their raw text", () => {
    fc.assert(fc.property(anyMessage, ({ text, header, segments, delimiters, encodingCharacters }) => {
      const document = read(text);
      const model = [
        { name: "MSH", fields: [[[[delimiters.field]]], [[[encodingCharacters]]], ...header] },
        ...segments,
      ];
      const { component: between, repetition: among, subcomponent: below } = delimiters;
      for (const [s, segment] of model.entries()) {
        assert.equal(textAt(document, `/segments/${String(s)}/name`), segment.name);
        for (const [f, field] of segment.fields.entries()) {
          const at = `/segments/${String(s)}/fields/${String(f)}`;
          const writeRepetition = (repetition: readonly (readonly string[])[]): string => repetition.map((component) => component.join(below)).join(between);
          assert.equal(textAt(document, at), field.map(writeRepetition).join(among));
          for (const [r, repetition] of field.entries()) {
            assert.equal(textAt(document, `${at}/${String(r)}`), writeRepetition(repetition));
            for (const [c, component] of repetition.entries()) {
              assert.equal(textAt(document, `${at}/${String(r)}/${String(c)}`), component.join(below));
              for (const [b, leaf] of component.entries()) {
                assert.equal(textAt(document, `${at}/${String(r)}/${String(c)}/${String(b)}`), leaf);
              }
            }
          }
        }
      }
    }), { numRuns: 200 });
  });

  it("have no ranges where they are not there", () => {
    const document = read(admission);
    for (const pointer of ["x", "/", "/segments/9", "/segments/-1", "/segments/01", "/segments/0/x", "/segments/0/name/0", "/segments/1/fields/4", "/segments/2/fields/2/2",
      "/segments/2/fields/2/0/6", "/segments/2/fields/2/1/3/3", "/segments/2/fields/2/1/3/2/0", "/segments/0/fields/0/1", "/segments/0/fields/1/0/0/1", "/messages", "/messages/0"]) {
      assert.equal(document.rangeOf(pointer), undefined, pointer);
    }
    assert.equal(document.keyRangeOf("/segments/0/name"), undefined);
  });

  it("have the nearest range instead", () => {
    const document = read(admission);
    assert.deepEqual(document.nearestRangeOf("/segments/2/fields/30/0"), document.rangeOf("/segments/2/fields"));
    assert.deepEqual(document.nearestRangeOf("/segments/2/fields/2/1/9"), document.rangeOf("/segments/2/fields/2/1"));
    assert.deepEqual(document.nearestRangeOf("/segments/99"), document.rangeOf("/segments"));
    assert.deepEqual(document.nearestRangeOf("/x/y"), document.rangeOf(""));
    assert.deepEqual(document.nearestRangeOf("no pointer"), document.rangeOf(""));
  });

  it("cover the messages of a file", () => {
    const document = read("BHS|^~\\&\rMSH|^~\\&|A\rPID|1\rBTS|1");
    assert.equal(textAt(document, "/messages/0"), "MSH|^~\\&|A\rPID|1");
    assert.equal(textAt(document, "/messages/0/0"), "MSH|^~\\&|A\rPID|1");
    assert.equal(textAt(document, "/messages"), document.text);
    assert.equal(document.rangeOf("/messages/0/2"), undefined);
    assert.equal(document.rangeOf("/messages/1"), undefined);
  });

  it("are found at every position, and hold it", () => {
    fc.assert(fc.property(anyMessage, ({ text }) => {
      const document = read(text);
      const lines = new LineIndex(text);
      const known = new Set([...parts(document.value ?? null)].map(([pointer]) => pointer));
      for (let offset = 0; offset <= text.length; offset++) {
        if (text.charAt(offset) === "\n" && text.charAt(offset - 1) === "\r") {
          continue;
        }
        const pointer = document.pointerAt(lines.positionAt(offset));
        if (pointer === undefined) {
          assert.ok(document.segments.every(({ from, to }) => offset < from || offset > to), String(offset));
          continue;
        }
        assert.ok(known.has(pointer), pointer);
        const range = document.rangeOf(pointer);
        assert.ok(range !== undefined && lines.offsetAt(range.start) <= offset && offset <= lines.offsetAt(range.end), `${pointer} at ${String(offset)}`);
      }
    }), { numRuns: 100 });
  });

  it("are found in a header as its delimiters, each in its place", () => {
    const document = read("MSH|^~\\&|A");
    const at = (character: number): string | undefined => document.pointerAt({ line: 0, character });
    assert.equal(at(0), "/segments/0/name");
    assert.equal(at(2), "/segments/0/name");
    assert.equal(at(3), "/segments/0/fields/0/0/0/0");
    assert.equal(at(4), "/segments/0/fields/1/0/0/0");
    assert.equal(at(8), "/segments/0/fields/1/0/0/0");
    assert.equal(at(9), "/segments/0/fields/2/0/0/0");
    assert.equal(at(10), "/segments/0/fields/2/0/0/0");
    assert.equal(read("MSH").pointerAt({ line: 0, character: 3 }), "/segments/0/name");
    assert.equal(read("# x\rMSH|^~\\&").pointerAt({ line: 0, character: 1 }), undefined);
  });

  it("have the names that people of the field give them", () => {
    const document = read("MSH|^~\\&|A\rOBX|1||a^b&c\rOBX|2");
    const name = (pointer: string): string => document.nameOf(pointer);
    assert.equal(name(""), "");
    assert.equal(name("/segments/0"), "MSH");
    assert.equal(name("/segments/0/fields/2"), "MSH-3");
    assert.equal(name("/segments/1"), "OBX[1]");
    assert.equal(name("/segments/1/name"), "OBX[1]");
    assert.equal(name("/segments/1/fields/2/0"), "OBX[1]-3[1]");
    assert.equal(name("/segments/1/fields/2/0/1"), "OBX[1]-3[1].2");
    assert.equal(name("/segments/2/fields/2/0/1/1"), "OBX[2]-3[1].2.2");
    assert.equal(name("/segments/7"), "segments");
    const batch = read("BHS|^~\\&\rMSH|^~\\&|A\rPID|1\rMSH|^~\\&|A\rPID|1");
    assert.equal(batch.nameOf("/segments/4/fields/2/0/0/0"), "message 2 PID-3[1].1.1");
    assert.equal(batch.nameOf("/segments/0/fields/2"), "BHS-3");
    assert.equal(batch.nameOf("/messages/1"), "message 2");
  });

  it("are named by paths and pointers, which lead to each other", () => {
    const several = fc.tuple(fc.array(anyMessage, { minLength: 1, maxLength: 3 }), lineEnd).map(([all, end]) => all.map(({ text }) => text).join(end));
    fc.assert(fc.property(several, (text) => {
      const document = read(text);
      for (const [pointer] of parts(document.value ?? null)) {
        const placed = pointerToPath(document, pointer);
        const depth = pointer.split("/").length - 4;
        if (!pointer.includes("/fields/")) {
          assert.equal(placed, undefined);
        } else {
          assert.ok(placed !== undefined, pointer);
          assert.equal(pathToPointer(document, placed.path, placed.message), depth === 1 ? `${pointer}/0` : pointer);
        }
      }
    }), { numRuns: 50 });
  });

  it("tell the compiler what they are parts of", () => {
    assert.ok(isHl7v2Document(read("")));
    assert.ok(!isHl7v2Document(jsonReader.read("{}")));
  });
});

describe("writing an HL7 v2 text back", () => {
  const same = (text: string): void => {
    assert.equal(read(text).toText(), text);
  };

  it("gives every character again, whatever starts with MSH", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (tail) => {
      same(`MSH${tail}`);
      same(tail);
    }), { numRuns: 300 });
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."MSHFBPIDT|^~\\&# \t\r\n\u000b\u001c\ufeff"), maxLength: 60 }), (tail) => {
      same(`MSH${tail}`);
      same(`MSH|^~\\&|${tail}`);
    }), { numRuns: 1000 });
  });

  it("gives generated messages again, cut anywhere", () => {
    fc.assert(fc.property(fc.array(anyMessage, { minLength: 1, maxLength: 3 }), fc.nat(), fc.nat(), fc.constantFrom("", "\r\n# between\n\n", "\u001c\r\u000b"), (all, from, to, between) => {
      const text = all.map((message) => message.text).join(between);
      same(text);
      same(text.slice(from % (text.length + 1)));
      same(text.slice(0, to % (text.length + 1)));
    }), { numRuns: 300 });
  });

  it("gives the bytes of generated messages again, cut anywhere, within a character too", () => {
    fc.assert(fc.property(anyMessage, fc.nat(), fc.constantFrom("utf8", "latin1", "utf16le"), (message, cut, encoding) => {
      const all = new Uint8Array(Buffer.from(`\ufeff${message.text}`, encoding as BufferEncoding));
      const bytes = all.subarray(0, cut % (all.length + 1));
      const decoded = decodeBytes(bytes);
      assert.deepEqual(encodeText({ ...decoded, text: read(decoded.text).toText() }), Uint8Array.from(bytes));
    }), { numRuns: 300 });
  });

  it("gives the bytes of messages from the field again", () => {
    assert.ok(fixtureNames.length >= 6);
    for (const name of fixtureNames) {
      const bytes = new Uint8Array(readFileSync(join(fixtures, name)));
      const decoded = decodeBytes(bytes);
      const document = read(decoded.text);
      assert.deepEqual(document.problems, [], name);
      assert.deepEqual(encodeText({ ...decoded, text: document.toText() }), bytes, name);
    }
  });
});
