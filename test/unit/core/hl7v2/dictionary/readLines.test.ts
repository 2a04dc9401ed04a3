import assert from "node:assert/strict";
import fc from "fast-check";
import { readLine, WrittenDefinitions } from "../../../../../src/core/hl7v2/dictionary/readLines";

const line = "  marital status | 2.3 IS * t2 l1 | 2.3.1 CE B x2 t2 | 2.6 CWE";

describe("a line of the dictionary", () => {
  it("says what is true from a version on, until the next that is named", () => {
    const first = { name: "marital status", type: "IS", usage: "O", max: Infinity, table: "2", length: 1 };
    assert.deepEqual(readLine(line, "2.3"), first);
    assert.deepEqual(readLine(line, "2.3.1"), { name: "marital status", type: "CE", usage: "B", max: 2, table: "2", length: undefined });
    assert.deepEqual(readLine(line, "2.5.1"), readLine(line, "2.3.1"));
    assert.deepEqual(readLine(line, "2.8"), { name: "marital status", type: "CWE", usage: "O", max: 1, table: undefined, length: undefined });
  });

  it("says nothing of a version before its first", () => {
    assert.equal(readLine("  telecommunication | 2.7 XTN *", "2.6"), undefined);
  });

  it("gives no length after v2.6, where lengths are not normative any more", () => {
    assert.equal(readLine("  security | 2.3 ST l40", "2.6")?.length, 40);
    assert.equal(readLine("  security | 2.3 ST l40", "2.7")?.length, undefined);
  });
});

describe("definitions as written", () => {
  it("are found by id, with the lines below them", () => {
    const found = new WrittenDefinitions(["\nSI sequence ID\nNA numeric array\n  value 1 | 2.3 NM\n  ...\n", "\nNPU bed status update\n  bed location | 2.3 PL R\n  bed status | 2.3 IS t116\n"]);
    assert.deepEqual(found.ids(), ["SI", "NA", "NPU"]);
    assert.deepEqual(found.get("SI"), { name: "sequence ID", lines: [], openEnded: false });
    assert.deepEqual(found.get("NA"), { name: "numeric array", lines: ["  value 1 | 2.3 NM"], openEnded: true });
    assert.deepEqual(found.get("NPU"), { name: "bed status update", lines: ["  bed location | 2.3 PL R", "  bed status | 2.3 IS t116"], openEnded: false });
  });

  it("are not found by what is no id, whatever is asked", () => {
    const found = new WrittenDefinitions(["\nSI sequence ID\n"]);
    assert.deepEqual(["", "S", "I", "sequence", "SI sequence", "\n", "constructor"].map((id) => found.get(id)), Array(7).fill(undefined));
    fc.assert(fc.property(fc.string(), (id) => id === "SI" || found.get(id) === undefined));
  });
});
