import assert from "node:assert/strict";
import { hl7v2Reader } from "../../../../../src/core/documents/hl7v2Reader";
import { dictionaryFor } from "../../../../../src/core/hl7v2/dictionary/dictionary";
import { checkDocument } from "../../../../../src/core/hl7v2/validation/checkDocument";

/** Everything beyond a hint that is told of a message, by the reader and by the rules. */
function told(...segments: readonly string[]): readonly string[] {
  const document = hl7v2Reader.read(segments.join("\r"));
  return [...document.problems, ...checkDocument(document, dictionaryFor)]
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map((issue) => `${issue.severity} ${issue.code.slice("hl7v2.".length)}${"rule" in issue ? ` ${issue.rule}` : ""}`);
}

const msh = (type: string, version: string): string => `MSH|^~\\&|LAB|GOODH|EHR|GOODH|20240229140530||${type}|MSG00001|P|${version}`;
const results = (version: string, ...more: readonly string[]): readonly string[] => [
  msh(version === "2.3" ? "ORU^R01" : "ORU^R01^ORU_R01", version), "PID|1||12345^^^GOODH^MR||Jones^William||19610615|M", "OBR|1|1^EHR|2^LAB|1554-5^GLUCOSE^LN|||20240215073000", ...more,
];

describe("the delete value", () => {
  it("has no length, form or code of its own (v2.5.1 section 2.5.3.5)", () => {
    const pid = "PID|1||12345^^^GOODH^MR||Jones^William||\"\"|\"\"|||\"\"||\"\"|||\"\"|||||||||\"\"|\"\"||||\"\"|\"\"";
    assert.deepEqual(told(msh("ADT^A08^ADT_A01", "2.5.1"), "EVN||20240229140530", pid, "PV1|1|I"), []);
    const document = hl7v2Reader.read([msh("ADT^A08^ADT_A01", "2.5.1"), "EVN||20240229140530", pid, "PV1|1|I"].join("\r"));
    assert.deepEqual(checkDocument(document, dictionaryFor).filter(({ code }) => code === "hl7v2.tooLong"), []);
  });
});

describe("a segment name in the wrong case", () => {
  it("is told once, and the segment is taken for the one that was meant", () => {
    const [header = "", pid = "", ...rest] = results("2.5.1", "OBX|1|NM|1554-5^GLUCOSE^LN||182|mg/dL|70-105|H|||F");
    assert.deepEqual(told(header, pid.replace("PID", "pid"), ...rest), ["error segmentNameCase"]);
    assert.deepEqual(told(header.replace("MSH", "Msh"), pid, ...rest), ["error segmentNameCase"]);
  });

  it("does not hide what is wrong in the segment", () => {
    assert.deepEqual(told(...results("2.5.1", "obx|1|NM|1554-5^GLUCOSE^LN||high||||||F")), ["error segmentNameCase", "error format.NM OBX-5:type"]);
  });

  it("ends a batch all the same", () => {
    assert.deepEqual(told("BHS|^~\\&|LAB", ...results("2.5.1"), "bts|1"), ["error segmentNameCase"]);
  });
});

describe("a segment name that is none", () => {
  it("is told once", () => {
    assert.deepEqual(told(...results("2.5.1", "XX|1")), ["error segmentName"]);
  });
});

describe("parts that only later versions have", () => {
  it("are a warning where a code became a coded element, if a coding system is there too (OBX-8: IS up to v2.6, CWE since v2.7)", () => {
    assert.deepEqual(told(...results("2.5.1", "OBX|1|NM|1554-5^GLUCOSE^LN||182|mg/dL|70-105|H^High^HL70078|||F")), ["warning parted.components.later OBX-8:type"]);
    assert.deepEqual(told(...results("2.5.1", "OBX|1|NM|1554-5^GLUCOSE^LN||182|mg/dL|70-105|H^High|||F")), ["error parted.components OBX-8:type"]);
    assert.deepEqual(told(...results("2.7", "OBX|1|NM|1554-5^GLUCOSE^LN||182|mg/dL|70-105|H^High^HL70078|||F")), []);
  });

  it("are a warning where a component got parts (XPN.1: ST in v2.3, FN since v2.3.1)", () => {
    assert.deepEqual(told(...results("2.3").map((each) => each.replace("Jones^", "van Beek&van&Beek^"))), ["warning parted.subcomponents.later PID-5.1:type"]);
  });

  it("stay an error where no version has them", () => {
    assert.deepEqual(told(...results("2.5.1", "OBX|1|NM|1554-5^GLUCOSE^LN||182|mg/dL|70^105|H|||F")), ["error parted.components OBX-7:type"]);
    assert.deepEqual(told(...results("2.5.1", "OBX|1|NM^Number^HL70125|1554-5^GLUCOSE^LN||182|mg/dL||H|||F")), ["error parted.components OBX-2:type"]);
  });
});

describe("a group of which nothing is required", () => {
  it("is not missed: `{ [OBX] [{NTE}] }` of results up to v2.4 (section 7.2.1)", () => {
    assert.deepEqual(told(...results("2.3")), []);
    assert.deepEqual(told(...results("2.4")), []);
    assert.deepEqual(told(...results("2.3", "NTE|1|L|Not done")), []);
  });

  it("is not missed in billing: the visit of BAR^P01 (section 6.4.1)", () => {
    assert.deepEqual(told(msh("BAR^P01^BAR_P01", "2.5.1"), "EVN||20240229140530", "PID|1||12345^^^GOODH^MR||Jones^William"), []);
  });
});

describe("structured numbers (SN, v2.5.1 section 2.A.70)", () => {
  const sn = (value: string): readonly string[] => told(...results("2.5.1", `OBX|1|SN|1554-5^GLUCOSE^LN||${value}||||||F`));

  for (const value of ["^90", ">^90", "^1^-^10", "^1^:^128", "^1^+", "<>^0", "^2.5^/^5"]) {
    it(`admit ${value}`, () => {
      assert.deepEqual(sn(value), []);
    });
  }

  for (const [value, rule] of [["abc", "code OBX-5.1:table"], ["90", "code OBX-5.1:table"], ["^ninety", "format.NM OBX-5.2:type"], ["^1^to^10", "code OBX-5.3:table"], ["^1^-^ten", "format.NM OBX-5.4:type"]] as const) {
    it(`refuse ${value}`, () => {
      assert.deepEqual(sn(value), [`error ${rule}`]);
    });
  }
});

describe("parts that were withdrawn", () => {
  const admission = (pid: string): readonly string[] => [msh("ADT^A08^ADT_A01", "2.8"), "EVN||20240229140530", pid, "PV1|1|O"];

  it("have no data type any more: a component (XCN.7 since v2.7)", () => {
    const document = hl7v2Reader.read([...admission("PID|1||12345^^^GOODH^MR||Jones"), "PV2", "ROL|1|AD|AT^Attending^HL70443|1^Smith^John^^^^MD&PhD"].join("\r"));
    const codes = checkDocument(document, dictionaryFor).filter(({ rule }) => rule.startsWith("ROL-4")).map(({ code, severity, rule }) => `${severity} ${code} ${rule}`);
    assert.deepEqual(codes, ["hint hl7v2.withdrawn ROL-4.7:usage"]);
  });

  it("have no data type any more: a field (PID-2 since v2.7)", () => {
    assert.deepEqual(told(...admission("PID|1|12345^^x^^^y|12345^^^GOODH^MR||Jones")), []);
    const document = hl7v2Reader.read(admission("PID|1|12345^^x^^^y|12345^^^GOODH^MR||Jones").join("\r"));
    assert.deepEqual(checkDocument(document, dictionaryFor).filter(({ rule }) => rule.startsWith("PID-2")).map(({ code }) => code), ["hl7v2.withdrawn"]);
  });
});

describe("the structure that a message names", () => {
  it("may be RSP_K21 for RSP^K22, as in the Patient Demographics Query of IHE (ITI-21)", () => {
    const rest = ["MSA|AA|1", "QAK|1|OK", "QPD|Q22^Find Candidates^HL7|1|@PID.5.1^Jones", "PID|1||12345^^^GOODH^MR||Jones^William"];
    assert.deepEqual(told(msh("RSP^K22^RSP_K21", "2.5"), ...rest), []);
    assert.deepEqual(told(msh("RSP^K22^RSP_K22", "2.5"), ...rest), []);
    assert.deepEqual(told(msh("RSP^K22^RSP_K23", "2.5"), ...rest), ["error messageStructure MSH-9:messageStructure"]);
  });
});

describe("a note out of place", () => {
  it("is not taken for one about a segment that is missing", () => {
    const order = [msh("ORM^O01^ORM_O01", "2.5.1"), "PID|1||12345^^^GOODH^MR||Jones^William", "ORC|NW|1^EHR", "OBR|1|1^EHR||1554-5^GLUCOSE^LN", "DG1|1||I10^Hypertension^I10|||F", "NTE|1||Fasting"];
    assert.deepEqual(told(...order), ["error segmentOrder.between DG1:order"]);
  });

  it("is shown the nearest place that it could have", () => {
    const given = [msh("RAS^O17^RAS_O17", "2.5.1"), "PID|1||12345^^^GOODH^MR||Jones^William", "PV1|1|I", "ORC|RE|1^EHR", "RXA|0|1|20240229|20240229|1^ASPIRIN^L|1", "RXR|PO", "NTE|1||Given"];
    const issues = checkDocument(hl7v2Reader.read(given.join("\r")), dictionaryFor).filter(({ severity }) => severity === "error");
    assert.deepEqual(issues.map(({ code, args }) => [code, args["after"], args["before"]]), [["hl7v2.segmentOrder.between", "PID", "PV1"]]);
  });

  it("may follow what it is about", () => {
    assert.deepEqual(told(...results("2.5.1", "NTE|1||Fasting", "OBX|1|NM|1554-5^GLUCOSE^LN||182||||||F", "NTE|1||High")), []);
  });
});
