import assert from "node:assert/strict";
import { formatOfFileName, readDocument } from "../../../../src/core/documents/readers";

describe("readers", () => {
  it("are chosen by format", () => {
    assert.deepEqual(readDocument("json", "[1]").value, [1]);
    assert.equal(readDocument("hl7v2", "MSH|^~\\&").segments[0]?.name, "MSH");
    assert.equal(readDocument("hl7v2", "[1]").value, undefined);
  });

  it("are found by the ending of a file's name", () => {
    assert.equal(formatOfFileName("a/b/adt.hl7"), "hl7v2");
    assert.equal(formatOfFileName("ADT.HL7"), "hl7v2");
    assert.equal(formatOfFileName("paths.json"), "json");
    assert.equal(formatOfFileName("patient.Json"), "json");
    for (const name of ["a.jsonc", "hl7", "json", "a.ts", ""]) {
      assert.equal(formatOfFileName(name), undefined, name);
    }
  });
});
