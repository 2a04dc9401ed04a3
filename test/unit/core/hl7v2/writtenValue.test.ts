import assert from "node:assert/strict";
import * as fc from "fast-check";
import { writtenValue } from "../../../../src/core/hl7v2/writtenValue";
import { readDocument } from "../../../../src/core/documents/readers";

describe("writtenValue", () => {
  it("writes fields, repetitions and components as they stand in a message", () => {
    assert.equal(writtenValue([[["12345"], [""], [""], ["NORTHWING", "2.999.4.1", "ISO"], ["MR"]], [["678"]]]), "12345^^^NORTHWING&2.999.4.1&ISO^MR~678");
    assert.equal(writtenValue([["12345"], ["", ""]]), "12345");
    assert.equal(writtenValue(["a&b", "c"]), "a\\T\\b&c");
    assert.equal(writtenValue([[[""]]]), "");
  });

  it("leaves alone what is no part of a segment", () => {
    for (const value of [null, 5, {}, [], ["a", ["b"]], [[[["a"]]]], [1]]) {
      assert.equal(writtenValue(value), undefined);
    }
  });

  it("writes what the reader reads", () => {
    const leaf = fc.string({ unit: fc.constantFrom(..."ab1 |^~\\&.") });
    fc.assert(fc.property(fc.array(fc.array(fc.array(leaf, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), (field) => {
      const written = writtenValue(field) ?? "";
      const value = readDocument("hl7v2", `MSH|^~\\&|A\rPID|${written}\r`).value as { segments: { fields: string[][][][] }[] };
      assert.equal(writtenValue(value.segments[1]?.fields[0] ?? []) ?? "", written);
    }));
  });
});
