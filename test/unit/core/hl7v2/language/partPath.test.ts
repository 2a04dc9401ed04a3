import assert from "node:assert/strict";
import fc from "fast-check";
import { findPart } from "../../../../../src/core/hl7v2/findPart";
import { namedPartAt } from "../../../../../src/core/hl7v2/language/partPath";
import { parsePath } from "../../../../../src/core/hl7v2/path";
import { spanOfPart } from "../../../../../src/core/hl7v2/segment";
import { anyLanguageText, batchFile, resultMessage, snapshotOf } from "../../../../support/languageSamples";

function pathOf(needle: string, text = resultMessage): string | undefined {
  return namedPartAt(snapshotOf(text), text.indexOf(needle))?.path;
}

describe("the path of a part", () => {
  it("has the occurrence, repetition, component and subcomponent where there are several, or the data type has", () => {
    assert.equal(pathOf("12345^"), "PID-3[1].1");
    assert.equal(pathOf("SSA"), "PID-3[2].4.1");
    assert.equal(pathOf("Everywoman"), "PID-5.1.1");
    assert.equal(pathOf("Eve^"), "PID-5.2");
    assert.equal(pathOf("19620314"), "PID-7");
    assert.equal(pathOf("13.2"), "OBX[1]-5");
    assert.equal(pathOf("NTE|"), "NTE");
    assert.equal(pathOf("OBX|2"), "OBX[2]");
    assert.equal(pathOf("^~"), "MSH-2");
    assert.equal(pathOf("|^~"), "MSH-1");
    assert.equal(pathOf("PID|1||2", batchFile), "PID");
  });

  it("is one that leads back to the same part of the same message, in any text", () => {
    fc.assert(fc.property(anyLanguageText, (text) => {
      const snapshot = snapshotOf(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const part = namedPartAt(snapshot, offset);
        if (part === undefined || part.indexes.length === 0 || !/^[A-Z][A-Z0-9]{2}$/.test(part.segment.name)) {
          continue;
        }
        const parsed = parsePath(part.path);
        assert.ok(parsed.ok, part.path);
        const found = findPart(snapshot.document, parsed.path, snapshot.messageOf(part.index));
        assert.ok(found.found, part.path);
        const span = spanOfPart(text, part.segment, part.indexes);
        assert.deepEqual([found.segment, found.span.from], [part.index, span?.from], part.path);
        assert.ok(span !== undefined && span.from <= offset && offset <= span.to);
      }
    }), { numRuns: 60 });
  });
});
