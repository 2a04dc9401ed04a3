import assert from "node:assert/strict";
import type { StructurePart } from "../../../../../src/core/hl7v2/dictionary/definitions";
import { dictionaryFor } from "../../../../../src/core/hl7v2/dictionary/dictionary";
import { dictionaryVersions } from "../../../../../src/core/hl7v2/dictionary/versions";

const structureOf = (version: string, type: string, trigger: string, named?: string): string | undefined => dictionaryFor(version).message(type, trigger, named)?.id;

/** A structure in the notation of the standard. */
function written(parts: readonly StructurePart[]): string {
  return parts.map((part) => {
    const inner = part.kind === "segment" ? part.segment : part.choice === true ? `<${part.parts.map((each) => written([each])).join("|")}>` : `${part.name}( ${written(part.parts)} )`;
    const repeated = part.max > 1 ? `{${inner}}` : inner;
    return part.min === 0 ? `[${repeated}]` : repeated;
  }).join(" ");
}
const text = (version: string, structure: string): string => written(dictionaryFor(version).message("", "", structure)?.parts ?? []);

describe("the structure of a message", () => {
  it("is shared by events (table 0354)", () => {
    for (const version of dictionaryVersions) {
      assert.deepEqual(["A01", "A04", "A08", "A13"].map((event) => structureOf(version, "ADT", event)), Array(4).fill("ADT_A01"), version);
      assert.deepEqual(["A05", "A14", "A28", "A31"].map((event) => structureOf(version, "ADT", event)), Array(4).fill("ADT_A05"), version);
      assert.deepEqual(["A09", "A10", "A11"].map((event) => structureOf(version, "ADT", event)), Array(3).fill("ADT_A09"), version);
      assert.deepEqual(["A21", "A22", "A25", "A33"].map((event) => structureOf(version, "ADT", event)), Array(4).fill("ADT_A21"), version);
      assert.deepEqual(["A40", "A41", "A42"].map((event) => structureOf(version, "ADT", event)), Array(3).fill("ADT_A39"), version);
      assert.deepEqual(["S12", "S15", "S26"].map((event) => structureOf(version, "SIU", event)), Array(3).fill("SIU_S12"), version);
      assert.deepEqual(["T01", "T02", "T05", "T08"].map((event) => structureOf(version, "MDM", event)), ["MDM_T01", "MDM_T02", "MDM_T01", "MDM_T02"], version);
    }
  });

  it("is the one of its version", () => {
    assert.deepEqual(["2.5.1", "2.6"].map((version) => structureOf(version, "ADT", "A44")), ["ADT_A43", "ADT_A44"]);
    assert.deepEqual(["2.3.1", "2.4"].map((version) => structureOf(version, "RDE", "O11")), [undefined, "RDE_O11"]);
    assert.deepEqual(["2.3.1", "2.4"].map((version) => structureOf(version, "RDE", "O01")), ["RDE_O01", undefined]);
    assert.equal(structureOf("2.3.1", "OML", "O21"), undefined);
    assert.equal(structureOf("2.4", "OUL", "R22"), undefined);
  });

  it("is the one that MSH-9.3 names, or else the one of the event", () => {
    assert.equal(structureOf("2.5.1", "ADT", "A04", "ADT_A01"), "ADT_A01");
    assert.equal(structureOf("2.5.1", "ADT", "A04", "ADT_A04"), "ADT_A01");
    assert.equal(structureOf("2.5.1", "ADT", "A04", ""), "ADT_A01");
    assert.equal(structureOf("2.5.1", "ORU", "R01", "ORU_R30"), "ORU_R30");
  });

  it("of an acknowledgment does not depend on the event", () => {
    assert.deepEqual(["", "A01", "V04"].map((event) => structureOf("2.5.1", "ACK", event)), Array(3).fill("ACK"));
  });

  it("is not known for a site's own events, nor for what is no event", () => {
    assert.deepEqual([structureOf("2.5.1", "ADT", "Z01"), structureOf("2.5.1", "ADT", ""), structureOf("2.5.1", "", "A01"), structureOf("2.5.1", "ADT", "A99", "constructor")], Array(4).fill(undefined));
  });

  it("of ADT^A01 gained segments (v2.3.1, v2.5.1 and v2.6, 3.3.1)", () => {
    assert.equal(text("2.5.1", "ADT_A01"), "MSH [{SFT}] EVN PID [PD1] [{ROL}] [{NK1}] PV1 [PV2] [{ROL}] [{DB1}] [{OBX}] [{AL1}] [{DG1}] [DRG] [{PROCEDURE( PR1 [{ROL}] )}] [{GT1}] [{INSURANCE( IN1 [IN2] [{IN3}] [{ROL}] )}] [ACC] [UB1] [UB2] [PDA]");
    assert.equal(text("2.3.1", "ADT_A01"), "MSH EVN PID [PD1] [{NK1}] PV1 [PV2] [{DB1}] [{OBX}] [{AL1}] [{DG1}] [DRG] [{PROCEDURE( PR1 [{ROL}] )}] [{GT1}] [{INSURANCE( IN1 [IN2] [{IN3}] )}] [ACC] [UB1] [UB2]");
    assert.ok(text("2.6", "ADT_A01").startsWith("MSH [{SFT}] [UAC] EVN PID [PD1] [{ARV}] [{ROL}]"));
  });

  it("of ORU^R01 (v2.3, v2.5.1 and v2.7.1, 7.3.1)", () => {
    assert.equal(text("2.5.1", "ORU_R01"), "MSH [{SFT}] {PATIENT_RESULT( [PATIENT( PID [PD1] [{NTE}] [{NK1}] [VISIT( PV1 [PV2] )] )] {ORDER_OBSERVATION( [ORC] OBR [{NTE}] [{TIMING( TQ1 [{TQ2}] )}] [CTD] [{OBSERVATION( OBX [{NTE}] )}] [{FT1}] [{CTI}] [{SPECIMEN( SPM [{OBX}] )}] )} )} [DSC]");
    assert.equal(text("2.3", "ORU_R01"), "MSH {PATIENT_RESULT( [PATIENT( PID [PD1] [{NTE}] [VISIT( PV1 [PV2] )] )] {ORDER_OBSERVATION( [ORC] OBR [{NTE}] {OBSERVATION( [OBX] [{NTE}] )} [{CTI}] )} )} [DSC]");
    assert.ok(text("2.7.1", "ORU_R01").includes("[{SPECIMEN( SPM [{SPECIMEN_OBSERVATION( OBX [{PRT}] )}] )}]"));
  });

  it("of ORM^O01 has one of six details (v2.5.1, 4.4.1)", () => {
    assert.ok(text("2.5.1", "ORM_O01").includes("{ORDER( ORC [ORDER_DETAIL( <OBR|RQD|RQ1|RXO|ODS|ODT> [{NTE}] [CTD] [{DG1}] [{OBSERVATION( OBX [{NTE}] )}] )] [{FT1}] [{CTI}] [BLG] )}"));
  });

  it("of an acknowledgment (v2.3.1, v2.5.1 and v2.6, 2.13.1)", () => {
    assert.deepEqual(["2.3.1", "2.5.1", "2.6"].map((version) => text(version, "ACK")), ["MSH MSA [{ERR}]", "MSH [{SFT}] MSA [{ERR}]", "MSH [{SFT}] [UAC] MSA [{ERR}]"]);
  });

  it("of SIU^S12, MDM^T02, VXU^V04 and RSP^K22 (v2.5.1)", () => {
    assert.equal(text("2.5.1", "SIU_S12"), "MSH SCH [{TQ1}] [{NTE}] [{PATIENT( PID [PD1] [PV1] [PV2] [{OBX}] [{DG1}] )}] {RESOURCES( RGS [{SERVICE( AIS [{NTE}] )}] [{GENERAL_RESOURCE( AIG [{NTE}] )}] [{LOCATION_RESOURCE( AIL [{NTE}] )}] [{PERSONNEL_RESOURCE( AIP [{NTE}] )}] )}");
    assert.equal(text("2.5.1", "MDM_T02"), "MSH [{SFT}] EVN PID PV1 [{COMMON_ORDER( ORC [{TIMING( TQ1 [{TQ2}] )}] OBR [{NTE}] )}] TXA {OBSERVATION( OBX [{NTE}] )}");
    assert.equal(text("2.5.1", "VXU_V04"), "MSH [{SFT}] PID [PD1] [{NK1}] [PATIENT( PV1 [PV2] )] [{GT1}] [{INSURANCE( IN1 [IN2] [{IN3}] )}] [{ORDER( ORC [{TIMING( TQ1 [{TQ2}] )}] RXA [RXR] [{OBSERVATION( OBX [{NTE}] )}] )}]");
    assert.equal(text("2.5.1", "RSP_K22"), "MSH [{SFT}] MSA [{ERR}] QAK QPD [{QUERY_RESPONSE( PID [PD1] [{NK1}] [QRI] )}] [DSC]");
  });
});
