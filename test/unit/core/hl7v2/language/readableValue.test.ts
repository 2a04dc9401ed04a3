import assert from "node:assert/strict";
import fc from "fast-check";
import { dictionaryFor } from "../../../../../src/core/hl7v2/dictionary/dictionary";
import { readableValue } from "../../../../../src/core/hl7v2/language/readableValue";
import { segmentSummary } from "../../../../../src/core/hl7v2/language/segmentSummary";
import { anyLanguageText, snapshotOf } from "../../../../support/languageSamples";

const dictionary = dictionaryFor("2.5.1");
const { segments: [segment] } = snapshotOf("MSH|^~\\&|A");

function read(type: string | undefined, raw: string, table?: string): string {
  assert.ok(segment !== undefined);
  return readableValue(raw, { segment, dictionary, type, table, locale: "en" });
}

describe("values as a person writes them", () => {
  const cases: readonly (readonly [string | undefined, string, string, string?])[] = [
    ["XPN", "Everywoman&van&E^Eve^E^III^Dr", "Everywoman, Dr Eve E III"],
    ["XPN", "^Eve", "Eve"],
    ["XCN", "004777^Doctor^Dan^^^Dr", "Doctor, Dr Dan · 004777"],
    ["XAD", "1 Main St^Apt 2^Town^ST^12345^USA", "1 Main St Apt 2, Town ST 12345, USA"],
    ["CX", "12345^^^HOSP^MR", "12345 · Medical record number · HOSP"],
    ["CE", "718-7^Hemoglobin^LN", "Hemoglobin"],
    ["CE", "718-7", "718-7"],
    ["CE", "F", "Female", "1"],
    ["CWE", "F^^HL70001", "Female"],
    ["CWE", "F^^99X", "F", "1"],
    ["ID", "NM", "NM (Numeric)", "125"],
    ["SN", ">^100", ">100"],
    ["SN", "^1^:^128", "1 :128"],
    ["XTN", "^PRN^PH^^1^555^1234567", "1 555 1234567"],
    ["XTN", "(555)123-4567", "(555)123-4567"],
    ["TS", "20240229", "Feb 29, 2024"],
    ["TS", "20240230", "20240230"],
    ["DR", "20240101^20240131", "Jan 1, 2024 – Jan 31, 2024"],
    ["EI", "F99^LAB", "F99"],
    ["ST", "a \\T\\ b", "a & b"],
    [undefined, "a^b&c^^d", "a · b c · d"],
    ["XPN", "\"\"", "\"\""],
    ["XPN", "\"\"^Eve", "Eve"],
    ["ST", "", ""],
  ];
  for (const [type, raw, expected, table] of cases) {
    it(`${type ?? "unknown"} ${raw || "(empty)"}: ${expected || "nothing"}`, () => assert.equal(read(type, raw, table), expected));
  }

  it("are never lost: what is there reads as something, whatever its type", () => {
    const types = fc.constantFrom("XPN", "XCN", "XAD", "CE", "CX", "XON", "XTN", "SN", "CQ", "DR", "ED", "DTM", "TS", "HD", "ST", undefined);
    fc.assert(fc.property(types, fc.stringMatching(/^[a-z0-9]{1,5}$/), (type, word) => {
      assert.notEqual(read(type, word), "");
    }));
  });
});

describe("what a segment tells", () => {
  const summary = (line: string): string => {
    const snapshot = snapshotOf(`MSH|^~\\&|A||||||ORU^R01|1|P|2.5.1\n${line}`);
    return snapshot.summaryOf(1, "en");
  };

  it("is what tells it from others of its kind", () => {
    assert.equal(summary("OBX|1|NM|718-7^Hemoglobin^LN||13.2|g/dL|12-16|H|||F"), "Hemoglobin · 13.2 g/dL · H");
    assert.equal(summary("OBX|1|NM|718-7^Hemoglobin^LN||13.2|g/dL|12-16|N|||F"), "Hemoglobin · 13.2 g/dL");
    assert.equal(summary("PID|1||1^^^A^MR||B^C"), "B, C · 1 · Medical record number · A");
    assert.equal(summary("PV1|1|I"), "I (Inpatient)");
    assert.equal(summary("AL1|1||^Penicillin||Rash"), "Penicillin · Rash");
    assert.equal(summary("RXA|0|1|20240101|20240101|08^Hep B^CVX|1|mL"), "Hep B · 1 mL");
    assert.equal(summary("ZZZ|1|||x|y|z"), "x · y");
    assert.equal(summary("NTE|1"), "");
  });

  it("is one line of at most 120 characters, and nothing throws, in any text", () => {
    assert.equal(summary(`NTE|1||${"x".repeat(300)}`).length, 120);
    fc.assert(fc.property(anyLanguageText, (text) => {
      for (const each of snapshotOf(text).segments) {
        for (const known of [dictionary, undefined]) {
          assert.match(segmentSummary(text, each, known, "en"), /^.{0,120}$/);
        }
      }
    }));
  });
});
