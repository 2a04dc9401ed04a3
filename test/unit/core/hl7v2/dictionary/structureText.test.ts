import assert from "node:assert/strict";
import type { StructurePart } from "../../../../../src/core/hl7v2/dictionary/definitions";
import { readStructure } from "../../../../../src/core/hl7v2/dictionary/structureText";

const segment = (id: string, min = 1, max = 1): StructurePart => ({ kind: "segment", segment: id, min, max });

describe("the text of a structure", () => {
  it("has brackets for what may be missing and braces for what may repeat", () => {
    assert.deepEqual(readStructure("MSH [PD1] {OBX} [{NTE}]", "2.5.1"), [segment("MSH"), segment("PD1", 0), segment("OBX", 1, Infinity), segment("NTE", 0, Infinity)]);
  });

  it("has groups within groups", () => {
    assert.deepEqual(readStructure("[{PATIENT( PID [VISIT( PV1 [PV2] )] )}] DSC", "2.5.1"), [
      { kind: "group", name: "PATIENT", min: 0, max: Infinity, parts: [segment("PID"), { kind: "group", name: "VISIT", min: 0, max: 1, parts: [segment("PV1"), segment("PV2", 0)] }] },
      segment("DSC"),
    ]);
  });

  it("has one of several", () => {
    assert.deepEqual(readStructure("<OBR|RQD|ODS> NTE", "2.5.1"), [
      { kind: "group", name: "CHOICE", min: 1, max: 1, choice: true, parts: [segment("OBR"), segment("RQD"), segment("ODS")] }, segment("NTE"),
    ]);
  });

  it("leaves out what the version does not have, from a version on, up to one, and between two", () => {
    const text = "MSH [{SFT}]@2.5 OLD( MSA )@-2.4 [{ROL}]@2.5-2.6 EVN";
    const names = (version: Parameters<typeof readStructure>[1]): readonly string[] => readStructure(text, version).map((part) => (part.kind === "segment" ? part.segment : part.name));
    assert.deepEqual(names("2.4"), ["MSH", "OLD", "EVN"]);
    assert.deepEqual(names("2.5"), ["MSH", "SFT", "ROL", "EVN"]);
    assert.deepEqual(names("2.6"), ["MSH", "SFT", "ROL", "EVN"]);
    assert.deepEqual(names("2.7"), ["MSH", "SFT", "EVN"]);
  });
});
