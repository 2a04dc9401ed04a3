import assert from "node:assert/strict";
import fc from "fast-check";
import { inEnglish } from "../../../../../src/core/checks/translate";
import { columnsOf, type ColumnsLook } from "../../../../../src/core/hl7v2/language/columns";
import { anyLanguageText, batchFile, resultMessage, snapshotOf } from "../../../../support/languageSamples";

const columns = (text: string, look: ColumnsLook): readonly string[] => columnsOf(snapshotOf(text), look, "en", inEnglish).text.split("\n");

describe("columns", () => {
  it("put segments of one kind under the numbers and names of the fields that hold something", () => {
    const lines = columns(resultMessage, "filled");
    assert.equal(lines[0], "ORU R01 · observation results · 42 · HL7 v2.5.1");
    const at = lines.indexOf("OBX · observation result");
    assert.deepEqual(lines.slice(at + 1, at + 6).map((line) => line.split(/ {2,}/).slice(0, 5)), [
      ["OBX-1", "OBX-2", "OBX-3", "OBX-5", "OBX-6"],
      ["set ID", "value type", "observation identifier", "observation value", "units"],
      ["──────", "────────────────", "──────────────────────", "─────────────────", "─────"],
      ["1", "NM (Numeric)", "Hemoglobin", "13.2", "g/dL"],
      ["2", "ST (String data)", "Comment", "A & B \\Zqq", "\"\""],
    ]);
  });

  it("show all fields that are known, or one field on each line", () => {
    assert.ok(columns(resultMessage, "all").some((line) => /^PID-1 +PID-2 +PID-3 +PID-4 /.test(line)));
    assert.ok(columns(resultMessage, "list").includes("  PID-5   patient name         Everywoman, Dr Eve E"));
    assert.ok(!columns(resultMessage, "list").some((line) => line.includes("PID-2 ")));
  });

  it("number the messages of a batch, and say that there is none", () => {
    assert.deepEqual(columns(batchFile, "filled").filter((line) => line.startsWith("Message")), [
      "Message 1: ADT A01 · admit, register or update · 1 · HL7 v2.5.1", "Message 2: ADT A01 · admit, register or update · 2 · HL7 v2.5.1",
    ]);
    assert.deepEqual(columns("", "filled"), ["There is no HL7 v2 message in this file."]);
  });

  it("have a cell for every field that holds something, where its value stands, on the line of its segment, in any text", () => {
    fc.assert(fc.property(anyLanguageText, fc.constantFrom<ColumnsLook>("filled", "all", "list"), (text, look) => {
      const snapshot = snapshotOf(text);
      const view = columnsOf(snapshot, look, "en", inEnglish);
      const lines = view.text.split("\n");
      const seen = new Set<string>();
      for (const { segment, field, line, from, to } of view.cells) {
        assert.ok(to <= (lines[line] ?? "").length || from === to || /\s$/.test((lines[line] ?? "").padEnd(to)), `${String(line)} ${String(to)}`);
        assert.ok(look === "list" || line === view.lineOf[segment]);
        assert.ok(!seen.has(`${String(segment)} ${String(field)}`));
        seen.add(`${String(segment)} ${String(field)}`);
      }
      for (const index of snapshot.segments.keys()) {
        assert.ok(view.lineOf[index] !== undefined && view.lineOf[index] < lines.length);
      }
    }));
  });
});
