import assert from "node:assert/strict";
import { dictionaryFor } from "../../../../../src/core/hl7v2/dictionary/dictionary";
import { dictionaryVersions } from "../../../../../src/core/hl7v2/dictionary/versions";

/** Data type, usage, repetitions and table of a field, such as `CX R *`; `undefined` where the version does not have it. */
function field(version: string, segment: string, number: number): string | undefined {
  const found = dictionaryFor(version).segment(segment)?.fields.find((each) => each.number === number);
  return found && [found.type, found.usage, found.max === Infinity ? "*" : String(found.max), ...(found.table === undefined ? [] : [`t${found.table}`])].join(" ");
}

function component(version: string, type: string, number: number): string | undefined {
  const found = dictionaryFor(version).dataType(type)?.components.find((each) => each.number === number);
  return found && [found.type, found.usage, ...(found.table === undefined ? [] : [`t${found.table}`])].join(" ");
}

const countOf = (version: string, segment: string): number | undefined => dictionaryFor(version).segment(segment)?.fields.length;
const componentsOf = (version: string, type: string): number | undefined => dictionaryFor(version).dataType(type)?.components.length;
const over = <Value>(value: (version: string) => Value): readonly Value[] => dictionaryVersions.map(value);

// Order of versions: 2.3, 2.3.1, 2.4, 2.5, 2.5.1, 2.6, 2.7, 2.7.1, 2.8.
describe("segments of every version", () => {
  it("have as many fields as their attribute tables", () => {
    assert.deepEqual(over((version) => countOf(version, "MSH")), [19, 20, 21, 21, 21, 25, 25, 25, 25]);
    assert.deepEqual(over((version) => countOf(version, "PID")), [30, 30, 38, 39, 39, 39, 40, 40, 40]);
    assert.deepEqual(over((version) => countOf(version, "PV1")), [52, 52, 52, 52, 52, 52, 54, 54, 54]);
    assert.deepEqual(over((version) => countOf(version, "OBR")), [43, 45, 47, 49, 50, 50, 54, 54, 54]);
    assert.deepEqual(over((version) => countOf(version, "OBX")), [17, 17, 19, 19, 25, 25, 26, 26, 30]);
    assert.deepEqual(over((version) => countOf(version, "ORC")), [19, 24, 25, 30, 31, 31, 33, 33, 34]);
    assert.deepEqual(over((version) => countOf(version, "NTE")), [3, 4, 4, 4, 4, 8, 8, 8, 8]);
    assert.deepEqual(over((version) => countOf(version, "ERR")), [1, 1, 1, 12, 12, 12, 12, 12, 12]);
    assert.deepEqual(over((version) => countOf(version, "EVN")), [6, 6, 7, 7, 7, 7, 7, 7, 7]);
  });

  it("are there from the version that brought them", () => {
    const since = (segment: string): string | undefined => dictionaryVersions.find((version) => dictionaryFor(version).segment(segment) !== undefined);
    assert.deepEqual(["PID", "SPM", "TQ1", "SFT", "PDA", "IAM", "QPD", "UAC", "ARV", "PRT", "IAR", "RXV"].map(since), ["2.3", "2.5", "2.5", "2.5", "2.4", "2.4", "2.4", "2.6", "2.6", "2.7", "2.7", "2.8"]);
  });

  it("require the same everywhere: what is observed, the class of the visit, how the sender is answered", () => {
    assert.deepEqual(new Set(over((version) => [field(version, "PID", 3), field(version, "MSA", 1), field(version, "ORC", 1), field(version, "MSH", 10)].join(", "))), new Set(["CX R *, ID R 1 t8, ID R 1 t119, ST R 1"]));
    for (const [segment, number] of [["OBR", 4], ["PV1", 2], ["OBX", 3], ["OBX", 11], ["MSH", 9], ["MSH", 11], ["MSH", 12], ["PID", 5], ["AL1", 3], ["NK1", 1], ["DG1", 6], ["IN1", 3], ["MSA", 2]] as const) {
      assert.ok(over((version) => field(version, segment, number)).every((each) => each?.includes(" R ") === true), `${segment}-${number}`);
    }
  });
});

describe("fields by version", () => {
  it("MSH: version, time, character set, profile (2.15.9)", () => {
    assert.deepEqual(over((version) => field(version, "MSH", 12)), ["ID R 1 t104", ...Array<string>(8).fill("VID R 1")]);
    assert.deepEqual(["2.3.1", "2.5.1", "2.6"].map((version) => field(version, "MSH", 7)), ["TS O 1", "TS R 1", "DTM R 1"]);
    assert.deepEqual(["2.3", "2.5.1"].map((version) => field(version, "MSH", 18)), ["ID O 1 t211", "ID O * t211"]);
    assert.deepEqual(["2.3.1", "2.4", "2.5.1"].map((version) => field(version, "MSH", 21)), [undefined, "ID O * t449", "EI O *"]);
    assert.equal(field("2.6", "MSH", 22), "XON O 1");
  });

  it("PID: names, race, sex, what was withdrawn (3.4.2)", () => {
    assert.deepEqual(["2.3", "2.3.1", "2.8"].map((version) => field(version, "PID", 5)), ["XPN R 1", "XPN R *", "XPN R *"]);
    assert.deepEqual(["2.3", "2.5.1", "2.6", "2.7"].map((version) => field(version, "PID", 8)), ["IS O 1 t1", "IS O 1 t1", "IS O 1 t1", "CWE O 1 t1"]);
    assert.deepEqual(["2.3.1", "2.5.1", "2.6"].map((version) => field(version, "PID", 10)), ["CE O * t5", "CE O * t5", "CWE O * t5"]);
    assert.deepEqual(["2.4", "2.5.1", "2.7"].map((version) => field(version, "PID", 19)), ["ST O 1", "ST B 1", "ST W 1"]);
    assert.deepEqual(["2.3", "2.5.1", "2.7"].map((version) => field(version, "PID", 2)), ["CX O 1", "CX B 1", "CX W 1"]);
    assert.deepEqual(["2.6", "2.7"].map((version) => field(version, "PID", 40)), [undefined, "XTN O *"]);
    assert.equal(field("2.5.1", "PID", 38), "CE O 2 t429");
  });

  it("OBX: value, flags, status, site (7.4.2)", () => {
    assert.deepEqual(["2.3", "2.5.1", "2.8"].map((version) => field(version, "OBX", 5)), ["varies C *", "varies C *", "varies C *"]);
    assert.deepEqual(["2.4", "2.5.1", "2.7"].map((version) => field(version, "OBX", 8)), ["IS O 5 t78", "IS O * t78", "CWE O * t78"]);
    assert.deepEqual(["2.5.1", "2.6"].map((version) => field(version, "OBX", 3)), ["CE R 1", "CWE R 1"]);
    assert.deepEqual(["2.3", "2.8"].map((version) => field(version, "OBX", 11)), ["ID R 1 t85", "ID R 1 t85"]);
    assert.deepEqual(["2.5", "2.5.1"].map((version) => field(version, "OBX", 23)), [undefined, "XON O 1"]);
    assert.equal(field("2.5.1", "OBX", 2), "ID C 1 t125");
  });

  it("OBR: times, timing, provider (4.5.3)", () => {
    assert.deepEqual(["2.5.1", "2.6"].map((version) => field(version, "OBR", 7)), ["TS C 1", "DTM C 1"]);
    assert.deepEqual(["2.4", "2.5.1", "2.7"].map((version) => field(version, "OBR", 27)), ["TQ O *", "TQ B *", "TQ W *"]);
    assert.equal(field("2.5.1", "OBR", 16), "XCN O *");
    assert.deepEqual(["2.6", "2.7"].map((version) => field(version, "OBR", 13)), ["ST O 1", "CWE O *"]);
    assert.equal(field("2.5.1", "OBR", 25), "ID C 1 t123");
    assert.equal(field("2.5.1", "OBR", 17), "XTN O 2");
  });

  it("PV1, ORC, NK1, AL1, DG1, IN1", () => {
    assert.deepEqual(["2.5.1", "2.7"].map((version) => field(version, "PV1", 2)), ["IS R 1 t4", "CWE R 1 t4"]);
    assert.deepEqual(["2.3", "2.3.1"].map((version) => field(version, "PV1", 7)), ["XCN O 1", "XCN O *"]);
    assert.deepEqual(["2.3", "2.3.1", "2.5"].map((version) => field(version, "ORC", 14)), ["TN O 2", "XTN O 2", "XTN O 2"]);
    assert.deepEqual(["2.7.1", "2.8"].map((version) => field(version, "ORC", 4)), ["EI O 1", "EIP O 1"]);
    assert.equal(field("2.5.1", "NK1", 3), "CE O 1 t63");
    assert.deepEqual(["2.3.1", "2.4", "2.6"].map((version) => field(version, "AL1", 2)), ["IS O 1 t127", "CE O 1 t127", "CWE O 1 t127"]);
    assert.deepEqual(["2.5.1", "2.7"].map((version) => field(version, "DG1", 3)), ["CE O 1 t51", "CWE R 1 t51"]);
    assert.equal(field("2.5.1", "IN1", 36), "ST O 1");
  });

  it("ERR says where and what since v2.5 (2.15.5)", () => {
    assert.deepEqual(["2.4", "2.5", "2.7"].map((version) => field(version, "ERR", 1)), ["ELD R *", "ELD B *", "ELD W *"]);
    assert.deepEqual([2, 3, 4].map((number) => field("2.5.1", "ERR", number)), ["ERL O *", "CWE R 1 t357", "ID R 1 t516"]);
  });

  it("SPM, TQ1, RXA, RXE, SCH, TXA, FT1", () => {
    assert.deepEqual([2, 4, 17].map((number) => field("2.5.1", "SPM", number)), ["EIP O 1", "CWE R 1 t487", "DR O 1"]);
    assert.deepEqual([7, 9, 12].map((number) => field("2.5.1", "TQ1", number)), ["TS O 1", "CWE O * t485", "ID C 1 t472"]);
    assert.deepEqual([3, 5, 6, 20].map((number) => field("2.5.1", "RXA", number)), ["TS R 1", "CE R 1 t292", "NM R 1", "ID O 1 t322"]);
    assert.deepEqual(["2.4", "2.5.1", "2.7"].map((version) => field(version, "RXE", 1)), ["TQ R 1", "TQ B 1", "TQ W 1"]);
    assert.deepEqual([6, 16, 20, 25].map((number) => field("2.5.1", "SCH", number)), ["CE R 1", "XCN R *", "XCN R *", "CE O 1 t278"]);
    assert.deepEqual([2, 12, 17].map((number) => field("2.5.1", "TXA", number)), ["IS R 1 t270", "EI R 1", "ID R 1 t271"]);
    assert.deepEqual(["2.4", "2.5"].map((version) => field(version, "FT1", 4)), ["TS R 1", "DR R 1"]);
  });

  it("lengths are those of the version", () => {
    const length = (version: string, segment: string, number: number): number | undefined => dictionaryFor(version).segment(segment)?.fields[number - 1]?.length;
    assert.deepEqual(over((version) => length(version, "MSH", 10)), [20, 20, 20, 20, 20, 199, undefined, undefined, undefined]);
    assert.deepEqual([length("2.5.1", "PID", 8), length("2.5.1", "PID", 3), length("2.5.1", "OBX", 5)], [1, undefined, undefined]);
  });

  it("go on without end where the standard says so", () => {
    assert.deepEqual(["QPD", "RDT", "PID"].map((id) => dictionaryFor("2.5.1").segment(id)?.openEnded), [true, true, undefined]);
    assert.deepEqual(["NA", "MA", "CX"].map((id) => dictionaryFor("2.5.1").dataType(id)?.openEnded), [true, true, undefined]);
  });
});

describe("data types by version", () => {
  it("have as many components as their tables (chapter 2A)", () => {
    assert.deepEqual(over((version) => componentsOf(version, "CX")), [6, 6, 8, 10, 10, 10, 12, 12, 12]);
    assert.deepEqual(over((version) => componentsOf(version, "XPN")), [8, 8, 11, 14, 14, 14, 15, 15, 15]);
    assert.deepEqual(over((version) => componentsOf(version, "XTN")), [9, 9, 9, 12, 12, 18, 18, 18, 18]);
    assert.deepEqual(over((version) => componentsOf(version, "CWE")), [undefined, 9, 9, 9, 9, 9, 22, 22, 22]);
    assert.deepEqual(over((version) => componentsOf(version, "MSG")), [2, 3, 3, 3, 3, 3, 3, 3, 3]);
    assert.deepEqual(["ST", "NM", "DT", "TX", "ID"].map((id) => componentsOf("2.5.1", id)), [0, 0, 0, 0, 0]);
  });

  it("CX, HD, XAD, XCN, PL, TS, CE", () => {
    assert.deepEqual([1, 4, 5].map((number) => component("2.5.1", "CX", number)), ["ST R", "HD O", "ID O t203"]);
    assert.deepEqual(["2.6", "2.7"].map((version) => component(version, "CX", 5)), ["ID O t203", "ID R t203"]);
    assert.deepEqual([1, 2, 3].map((number) => component("2.5.1", "HD", number)), ["IS O t300", "ST C", "ID C t301"]);
    assert.deepEqual(["2.3.1", "2.4"].map((version) => component(version, "XAD", 1)), ["ST O", "SAD O"]);
    assert.deepEqual(["2.3", "2.3.1"].map((version) => component(version, "XCN", 2)), ["ST O", "FN O"]);
    assert.deepEqual(["2.6", "2.7"].map((version) => component(version, "PL", 1)), ["IS O t302", "HD C"]);
    assert.deepEqual([1, 2].map((number) => component("2.5.1", "TS", number)), ["DTM R", "ID O t529"]);
    assert.deepEqual([1, 2, 3].map((number) => component("2.5.1", "CE", number)), ["ST O", "ST O", "ID O t396"]);
  });

  it("the composites without a name of v2.3 are read as the types that v2.5 made of them", () => {
    assert.deepEqual([field("2.3", "MSH", 9), field("2.3", "OBR", 15), field("2.3", "OBR", 26), field("2.3", "ORC", 8)], ["MSG R 1", "SPS O 1", "PRL O 1", "EIP O 1"]);
  });

  it("stay described in later versions, where old senders still use them", () => {
    assert.equal(componentsOf("2.8", "CE"), 6);
    assert.equal(componentsOf("2.8", "TS"), 2);
  });
});
