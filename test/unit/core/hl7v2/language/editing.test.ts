import assert from "node:assert/strict";
import fc from "fast-check";
import { hl7v2Reader } from "../../../../../src/core/documents/hl7v2Reader";
import { dictionaryFor } from "../../../../../src/core/hl7v2/dictionary/dictionary";
import { nextField } from "../../../../../src/core/hl7v2/language/fieldStops";
import { isUnchecked, placedProblems, readsAlready } from "../../../../../src/core/hl7v2/language/placedProblems";
import { quickFixFor } from "../../../../../src/core/hl7v2/language/quickFixes";
import { checkDocument } from "../../../../../src/core/hl7v2/validation/checkDocument";
import { LineIndex } from "../../../../../src/core/text/lineIndex";
import { anyLanguageText, batchFile, resultMessage, snapshotOf } from "../../../../support/languageSamples";

const problemsOf = (text: string): ReturnType<typeof placedProblems> => {
  const document = hl7v2Reader.read(text);
  return placedProblems(document, checkDocument(document, dictionaryFor));
};

/** The text with the first problem of a kind put right. */
function fixed(text: string, code: string): string | undefined {
  const problem = problemsOf(text).find((each) => each.code === code);
  assert.ok(problem !== undefined, `${code} is not told of ${JSON.stringify(text)}: ${problemsOf(text).map((each) => each.code).join(" ")}`);
  const lines = new LineIndex(text);
  const fix = quickFixFor(text, code, problem.args, { from: lines.offsetAt(problem.range.start), to: lines.offsetAt(problem.range.end) });
  return fix === undefined ? undefined : text.slice(0, fix.from) + fix.insert + text.slice(fix.to);
}

describe("quick fixes", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["hl7v2.segmentNameCase", "MSH|^~\\&|A\npid|1", "MSH|^~\\&|A\nPID|1"],
    ["hl7v2.escapeCharacterDoubled", "MSH|^~\\\\&|A", "MSH|^~\\&|A"],
    ["hl7v2.encodingCharactersMissing", "MSH||A", "MSH|^~\\&|A"],
    ["hl7v2.escapeUnterminated", "MSH|^~\\&|C:\\temp", "MSH|^~\\&|C:\\E\\temp"],
    ["hl7v2.escapeUnknown", "MSH|^~\\&|a\\foo\\b", "MSH|^~\\&|a\\E\\foo\\E\\b"],
    ["hl7v2.indented", "MSH|^~\\&|A\n  PID|1", "MSH|^~\\&|A\nPID|1"],
    ["hl7v2.blankLine", "MSH|^~\\&|A\r\n\r\nPID|1", "MSH|^~\\&|A\r\nPID|1"],
    ["hl7v2.framing", "\u000bMSH|^~\\&|A\u001c", "MSH|^~\\&|A"],
    ["hl7v2.batchCount", batchFile.replace("BTS|2", "BTS|3"), batchFile],
    ["hl7v2.fileCount", batchFile.replace("FTS|1", "FTS|2"), batchFile],
    ["hl7v2.format.punctuated", batchFile.replace("EVN||20240101", "EVN||2024-01-01"), batchFile],
  ];
  for (const [code, wrong, right] of cases) {
    it(`mend ${code}`, () => assert.equal(fixed(wrong, code), right));
  }

  it("are offered only where one can be meant", () => {
    assert.equal(fixed("MSH|^~\\&|A\nQ1|1", "hl7v2.segmentName"), undefined);
    assert.equal(fixed(batchFile.replace("EVN||20240101", "EVN||20240230"), "hl7v2.format.day"), undefined);
  });

  it("change the text within its bounds, and never throw, in any text", () => {
    fc.assert(fc.property(anyLanguageText, (text) => {
      const lines = new LineIndex(text);
      for (const { code, args, range } of problemsOf(text)) {
        const fix = quickFixFor(text, code, args, { from: lines.offsetAt(range.start), to: lines.offsetAt(range.end) });
        if (fix !== undefined) {
          assert.ok(fix.from >= 0 && fix.from <= fix.to && fix.to <= text.length);
          assert.notEqual(text.slice(0, fix.from) + fix.insert + text.slice(fix.to), text, code);
        }
      }
    }), { numRuns: 60 });
  });
});

describe("problems in the editor", () => {
  it("say the sentence of their code at the part, or at the name of the segment", () => {
    const found = problemsOf(resultMessage.replace("19620314", "19620230"));
    const date = found.find(({ code }) => code === "hl7v2.format.day");
    assert.deepEqual(date?.range, { start: { line: 1, character: 59 }, end: { line: 1, character: 67 } });
    assert.match(date?.message ?? "", /^PID-7 /);
    assert.equal(found.find(({ code }) => code === "hl7v2.escapeUnterminated")?.severity, "warning");
  });

  it("are not told again where the check of the kata says the same of the same part", () => {
    const problem = problemsOf("MSH|^~\\&|A\npid|1").find(({ code }) => code === "hl7v2.segmentNameCase");
    assert.ok(problem !== undefined);
    const finding = { code: problem.code, message: problem.message, args: problem.args, range: problem.range };
    assert.equal(readsAlready(problem, [finding]), true);
    assert.equal(readsAlready(problem, [{ ...finding, range: { ...problem.range, end: { line: 9, character: 0 } } }]), false);
    assert.equal(readsAlready(problem, [{ ...finding, code: "schema.type", message: "Something else." }]), false);
    assert.equal(readsAlready({ ...problem, pointer: "/segments/1" }, [{ code: problem.code, message: "", args: {}, pointer: "/segments/1" }]), true);
  });

  it("tell what could not be checked from what is wrong", () => {
    const found = problemsOf("MSH|^~\\&|A|B|C|D|20240101||QQQ^Q99|1|P|2.5.1\nQQQ|1");
    assert.ok(found.some(isUnchecked));
    assert.ok(found.filter(isUnchecked).every(({ severity }) => severity === "information"));
  });
});

describe("going from field to field", () => {
  it("goes over the ends of segments, both ways", () => {
    const text = "MSH|^~\\&|A\nPID|1||x";
    const snapshot = snapshotOf(text);
    const way = (from: number, direction: "next" | "previous"): readonly string[] => {
      const found: string[] = [];
      for (let span = nextField(snapshot, from, direction); span !== undefined && found.length < 20; span = nextField(snapshot, span.from, direction)) {
        found.push(text.slice(span.from, span.to));
      }
      return found;
    };
    assert.deepEqual(way(0, "next"), ["|", "^~\\&", "A", "1", "", "x"]);
    assert.deepEqual(way(text.length, "previous"), ["", "1", "A", "^~\\&", "|"]);
  });

  it("always moves on and ends, in any text", () => {
    fc.assert(fc.property(anyLanguageText, fc.nat(), (text, start) => {
      const snapshot = snapshotOf(text);
      for (const direction of ["next", "previous"] as const) {
        let at = start % (text.length + 1);
        let steps = 0;
        for (let span = nextField(snapshot, at, direction); span !== undefined; span = nextField(snapshot, at, direction)) {
          assert.ok(direction === "next" ? span.from > at : span.from < at, `${String(at)} ${JSON.stringify(span)}`);
          at = span.from;
          assert.ok(++steps <= text.length + 2);
        }
      }
    }));
  });
});
