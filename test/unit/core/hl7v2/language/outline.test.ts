import assert from "node:assert/strict";
import fc from "fast-check";
import { inEnglish } from "../../../../../src/core/checks/translate";
import { foldsOf } from "../../../../../src/core/hl7v2/language/folding";
import { type OutlineNode, outlineOf } from "../../../../../src/core/hl7v2/language/outline";
import { selectionsAt } from "../../../../../src/core/hl7v2/language/selection";
import { anyLanguageText, batchFile, resultMessage, snapshotOf } from "../../../../support/languageSamples";

function lines(nodes: readonly OutlineNode[], depth = 0): readonly string[] {
  return nodes.flatMap(({ name, detail, children }) => [`${"  ".repeat(depth)}${name}${detail === "" ? "" : ` · ${detail}`}`, ...lines(children, depth + 1)]);
}

const outline = (text: string): readonly string[] => lines(outlineOf(snapshotOf(text), "en", inEnglish));

describe("outline", () => {
  it("shows the groups of the message and what each segment tells", () => {
    assert.deepEqual(outline(resultMessage), [
      "ORU R01 · observation results · 42",
      "  MSH · ORU R01 · 42",
      "  Patient result",
      "    Patient",
      "      PID · Everywoman, Dr Eve E · 12345 · Medical record number · HOSP",
      "    Order observation",
      "      ORC · RE (Observations/Performed Service to follow) · 1",
      "      OBR · Hemoglobin",
      "      Observation 1",
      "        OBX[1] · Hemoglobin · 13.2 g/dL · H",
      "      Observation 2",
      "        OBX[2] · Comment · A & B \\Zqq",
      "        NTE · Hello",
      "        ZXX · a",
    ]);
  });

  it("puts messages into their batch and file", () => {
    const found = outline(batchFile);
    assert.equal(found[0], "File · 2 messages");
    assert.equal(found[1], "  FHS · LAB");
    assert.equal(found[2], "  Batch · 2 messages");
    assert.deepEqual(found.filter((line) => /^ {4}\S/.test(line)).map((line) => line.trim().split(" · ")[0]), ["BHS", "ADT A01", "ADT A01", "BTS"]);
    assert.equal(found.at(-1), "  FTS · 1");
  });

  it("keeps a result that follows thousands of others in its own group", () => {
    const many = `${resultMessage.split("\n").slice(0, 4).join("\n")}\n${Array.from({ length: 1500 }, (_, index) => `OBX|${String(index + 1)}|NM|a||1`).join("\n")}`;
    const groups = outline(many).filter((line) => /Observation \d|Specimen/.test(line));
    assert.equal(groups.length, 1500);
    assert.equal(groups.at(-1)?.trim(), "Observation 1500");
  });

  it("shows what is known of a file of an unknown type, and of nothing", () => {
    assert.deepEqual(outline("MSH|^~\\&|A||||||QQQ^Q99|7|P|2.5.1\nPID|1||1||A^B"), ["QQQ Q99 · 7", "  MSH · QQQ Q99 · 7", "  PID · A, B · 1"]);
    assert.deepEqual(outline("PID|1||1||A^B"), ["Message", "  PID · A, B · 1"]);
    assert.deepEqual(outline(""), []);
  });

  it("has every segment once, in order, with children inside of their parents and names inside of their nodes, in any text", () => {
    fc.assert(fc.property(anyLanguageText, (text) => {
      const snapshot = snapshotOf(text);
      const seen: number[] = [];
      const visit = (node: OutlineNode): void => {
        assert.ok(node.from <= node.named.from && node.named.from < node.named.to && node.named.to <= node.to && node.name !== "");
        if (node.kind === "segment") {
          seen.push(node.from);
        }
        for (const child of node.children) {
          assert.ok(child.from >= node.from && child.to <= node.to);
          visit(child);
        }
      };
      outlineOf(snapshot, "en", inEnglish).forEach(visit);
      assert.deepEqual(seen, snapshot.segments.map(({ from }) => from));
    }));
  });
});

describe("folds", () => {
  it("are those of messages, groups and runs of one segment", () => {
    const text = `${resultMessage}\nNTE|2||a\nNTE|3||b\nNTE|4||c`;
    assert.deepEqual(foldsOf(snapshotOf(text)).map(({ start, end }) => `${String(start)}-${String(end)}`), ["0-10", "1-10", "2-10", "5-10", "8-10"]);
    assert.deepEqual(foldsOf(snapshotOf(batchFile)).map(({ start, end }) => `${String(start)}-${String(end)}`), ["0-11", "1-10", "2-5", "6-9"]);
  });

  it("nest or stand apart, and none is there twice, in any text", () => {
    fc.assert(fc.property(anyLanguageText, (text) => {
      const snapshot = snapshotOf(text);
      const folds = foldsOf(snapshot);
      assert.equal(new Set(folds.map(({ start, end }) => `${String(start)} ${String(end)}`)).size, folds.length);
      for (const { start, end } of folds) {
        assert.ok(start < end && end < snapshot.lines.lineCount);
      }
    }));
  });
});

describe("selections", () => {
  it("grow from the subcomponent to the whole file", () => {
    const text = resultMessage.replace("1 Main St^", "1 Main St&Main&1^");
    const at = text.indexOf("Main&1");
    assert.deepEqual(selectionsAt(snapshotOf(text), at).map(({ from, to }) => text.slice(from, to)).map((piece) => (piece.includes("\n") ? `${String(piece.split("\n").length)} lines` : piece)), [
      "Main", "1 Main St&Main&1", "1 Main St&Main&1^^Town^ST^12345", text.split("\n")[1], "7 lines", "8 lines",
    ]);
  });

  it("each lie within the next, around the offset, in any text", () => {
    fc.assert(fc.property(anyLanguageText, (text) => {
      const snapshot = snapshotOf(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const spans = selectionsAt(snapshot, offset);
        assert.ok(spans.length > 0);
        for (const [index, { from, to }] of spans.entries()) {
          assert.ok(from <= offset && offset <= to);
          const larger = spans[index + 1];
          assert.ok(larger === undefined || (larger.from <= from && larger.to >= to && larger.to - larger.from > to - from));
        }
      }
    }), { numRuns: 60 });
  });
});
