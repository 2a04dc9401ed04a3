import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { hl7v2Reader } from "../../../../../src/core/documents/hl7v2Reader";
import { dictionaryFor } from "../../../../../src/core/hl7v2/dictionary/dictionary";
import { checkDocument, DocumentChecker } from "../../../../../src/core/hl7v2/validation/checkDocument";
import type { Hl7v2Issue } from "../../../../../src/core/hl7v2/validation/hl7v2Issue";
import { issueCases } from "../../../../support/hl7v2IssueCases";
import { anyMessage } from "../../../../support/hl7v2Arbitraries";
import { smallDictionaryFor } from "../../../../support/smallDictionary";

function issues(...segments: readonly string[]): readonly Hl7v2Issue[] {
  return checkDocument(hl7v2Reader.read(segments.join("\r")), dictionaryFor);
}

function brief(...segments: readonly string[]): readonly string[] {
  return issues(...segments).filter(({ severity }) => severity === "error").map(({ code, rule }) => `${code.slice("hl7v2.".length)} ${rule}`);
}

const msh = (type: string, version: string): string => `MSH|^~\\&|ADT1|GOOD HEALTH|LAB|GOOD HEALTH|20240229140530+0100||${type}|MSG00001|P|${version}`;

/** Messages as the standard has them, by version; nothing in them is wrong. */
const sound: readonly (readonly [title: string, segments: readonly string[]])[] = [
  ["an admission of v2.3", [msh("ADT^A01", "2.3"), "EVN|A01|202402291405", "PID|1||12345^^^GOOD HEALTH^MR||JONES^WILLIAM^A^III||19610615|M", "NK1|1|JONES^BARBARA^K|WIFE", "PV1|1|I|2000^2012^01||||004777^LEBAUER^SIDNEY^J."]],
  ["an admission of v2.5.1", [msh("ADT^A01^ADT_A01", "2.5.1"), "EVN||20240229140530", "PID|1||12345^^^GOODH^MR~999^^^STATE&2.16.840.1&ISO^NI||Jones^William||19610615|M|||1200 N ELM STREET^^GREENSBORO^NC^27401", "PV1|1|I|2000^2012^01", "AL1|1|DA|PEN^Penicillin^L|SV", "DG1|1||I10^Hypertension^I10|||F"]],
  ["an update of v2.8", [msh("ADT^A08^ADT_A01", "2.8"), "EVN||20240229140530", "PID|1||12345^^^GOODH^MR||Jones^William^^^^^L||19610615|M^Male^HL70001", "PV1|1|O"]],
  ["results of v2.3.1", [msh("ORU^R01", "2.3.1"), "PID|1||12345^^^GOODH^MR||Jones^William||19610615|M", "OBR|1|845439^EHR|1045813^LAB|1554-5^GLUCOSE^LN|||20240215073000", "OBX|1|SN|1554-5^GLUCOSE^LN||^182|mg/dl|70_105|H|||F", "NTE|1|L|Fasting"]],
  ["results of v2.5.1", [msh("ORU^R01^ORU_R01", "2.5.1"), "PID|1||12345^^^GOODH^MR||Jones^William||19610615|M", "ORC|RE|1^EHR", "OBR|1|845439^EHR|1045813^LAB|1554-5^GLUCOSE^LN|||202402150730", "OBX|1|NM|1554-5^GLUCOSE^LN||182|mg/dL|70-105|H|||F", "OBX|2|TX|1554-5^GLUCOSE^LN||first line~second line||||||F", "SPM|1|||SER^Serum^HL70487"]],
  ["an order of v2.5.1", [msh("OML^O21^OML_O21", "2.5.1"), "PID|1||12345^^^GOODH^MR||Jones^William||19610615|M", "ORC|NW|845439^EHR", "OBR|1|845439^EHR||1554-5^GLUCOSE^LN", "ORC|NW|845440^EHR", "OBR|2|845440^EHR||2345-7^GLUCOSE^LN"]],
  ["an appointment of v2.4", [msh("SIU^S12^SIU_S12", "2.4"), "SCH|10345^EHR|2196178^SCHED|||10345|OFFICE^Office visit|reason|OFFICE|60|m|^^60^20240229110000^20240229120000|||||9^Smith||||9^Smith|||||BOOKED", "PID|1||12345^^^GOODH^MR||Jones^William", "RGS|1|A", "AIG|1|A|1^White^Charles|D^Doctor"]],
  ["a document of v2.5", [msh("MDM^T02^MDM_T02", "2.5"), "EVN||20240229140530", "PID|1||12345^^^GOODH^MR||Jones^William", "PV1|1|O", "TXA|1|DS|TX|20240229140530||||||||DOC1^EHR|||||DO", "OBX|1|TX|18842-5^Discharge summary^LN||Went home.||||||F"]],
  ["an acknowledgment", [msh("ACK^A01^ACK", "2.5.1"), "MSA|AA|MSG00001"]],
  ["a vaccination of v2.5.1", [msh("VXU^V04^VXU_V04", "2.5.1"), "PID|1||12345^^^GOODH^MR||Jones^William||20230615|M", "ORC|RE||197023^EHR", "RXA|0|1|20240229|20240229|207^COVID-19^CVX|0.5|mL^milliliter^UCUM||00^New^NIP001", "RXR|IM^Intramuscular^HL70162", "OBX|1|CE|64994-7^Eligibility^LN|1|V01^Not eligible^HL70064||||||F"]],
];

describe("the standard's own rules", () => {
  for (const [title, segments] of sound) {
    it(`find nothing wrong with ${title}`, () => {
      assert.deepEqual(brief(...segments), []);
      assert.deepEqual(issues(...segments).filter(({ code }) => code.startsWith("hl7v2.notChecked")), []);
    });

    it(`find each segment missing that ${title} cannot do without`, () => {
      for (const name of ["EVN", "PID", "OBR", "SCH", "RGS", "TXA", "MSA", "RXA"].filter((each) => segments.some((segment) => segment.startsWith(each)))) {
        const without = segments.filter((segment) => !segment.startsWith(name));
        // Only where the structure asks for it: ORU_R01 can do without PID, an order without OBR.
        const asks = !(/PID|OBR/.test(name) && /OML|SIU/.test(segments[0] ?? "")) && !(name === "PID" && (segments[0] ?? "").includes("ORU"));
        assert.ok(!asks || brief(...without).length > 0, `${title} without ${name}`);
      }
    });
  }

  const admission = (pid: string, ...more: readonly string[]): readonly string[] => [msh("ADT^A01^ADT_A01", "2.5.1"), "EVN||20240229140530", pid, "PV1|1|I", ...more];
  const wrong: Readonly<Record<string, readonly [segments: readonly string[], told: readonly string[]]>> = {
    "a day that is none": [admission("PID|1||1^^^G^MR||Jones||20230229"), ["format.day PID-7:type"]],
    "a patient without a name": [admission("PID|1||1^^^G^MR"), ["required PID-5:required"]],
    "two dates of birth": [admission("PID|1||1^^^G^MR||Jones||2023~2024"), ["repetitionsMany PID-7:max"]],
    "an allergy without what it is": [admission("PID|1||1^^^G^MR||Jones", "AL1|1|DA"), ["required AL1-3:required"]],
    "a processing id that is none": [[msh("ACK^A01^ACK", "2.5.1").replace("|P|", "|Q|"), "MSA|AA|1"], ["code MSH-11.1:table"]],
    "an acknowledgment code that is none": [[msh("ACK^A01^ACK", "2.5.1"), "MSA|OK|1"], ["code MSA-1:table"]],
    "a structure of another event": [[msh("ACK^A01^ADT_A01", "2.5.1"), "MSA|AA|1"], ["messageStructure MSH-9:messageStructure"]],
  };
  for (const [title, [segments, told]] of Object.entries(wrong)) {
    it(`find ${title}, and nothing else`, () => {
      assert.deepEqual(brief(...segments), told);
    });
  }

  it("say what they do not check instead of passing it over", () => {
    const codes = (...segments: readonly string[]): readonly string[] => issues(...segments).map(({ code, severity }) => `${severity} ${code}`);
    assert.deepEqual(codes(msh("ADT^A01", "2.2"), "EVN|"), ["information hl7v2.notChecked.version"]);
    assert.ok(codes(msh("XYZ^X01^XYZ_X01", "2.5.1"), "PID|1||1||J").includes("information hl7v2.notChecked.message"));
  });
});

describe("checkDocument", () => {
  const fixtures = join(__dirname, "../../../../fixtures/hl7v2");
  const files = readdirSync(fixtures).filter((name) => name.endsWith(".hl7"));

  for (const name of files) {
    it(`finds the segments of ${name} in their places`, () => {
      const found = checkDocument(hl7v2Reader.read(readFileSync(join(fixtures, name), "utf8")), dictionaryFor);
      assert.deepEqual(found.filter(({ code }) => code.startsWith("hl7v2.segment") || code.startsWith("hl7v2.group") || code.startsWith("hl7v2.notChecked")), []);
    });
  }

  it("never throws, and points to parts that are there", () => {
    const anyText = fc.oneof(fc.string({ unit: "binary" }), anyMessage.map(({ text }) => text), fc.constantFrom(...issueCases.map(({ text }) => text)).chain((text) => fc.tuple(fc.nat(text.length), fc.string({ maxLength: 3 }), fc.nat(4)).map(([at, put, cut]) => text.slice(0, at) + put + text.slice(at + cut))));
    fc.assert(fc.property(anyText, fc.constantFrom(smallDictionaryFor, dictionaryFor), (text, dictionaries) => {
      const document = hl7v2Reader.read(text);
      for (const { pointer, rule, code } of checkDocument(document, dictionaries)) {
        assert.notEqual(document.rangeOf(pointer), undefined, `${code} ${rule} ${pointer}`);
      }
    }), { numRuns: 400 });
  });

  it("finds the same after an edit, whatever was checked before", () => {
    const texts = fc.array(fc.constantFrom(...issueCases.map(({ text }) => text)), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(texts, (drawn) => {
      const checker = new DocumentChecker(smallDictionaryFor);
      for (const text of drawn) {
        const document = hl7v2Reader.read(text);
        assert.deepEqual(checker.check(document), checkDocument(document, smallDictionaryFor));
      }
    }));
  });

  it("looks only at what has changed", () => {
    let lookups = 0;
    const counting = (version: string): ReturnType<typeof smallDictionaryFor> => {
      const dictionary = smallDictionaryFor(version);
      return dictionary === undefined ? undefined : { ...dictionary, dataType: (id) => { lookups++; return dictionary.dataType(id); } };
    };
    const text = [msh("ORU^R01^ORU_R01", "2.5.1"), "PID|1||1||J", "OBR|1|||x", ...Array.from({ length: 500 }, (_, index) => `OBX|${String(index + 1)}|NM|x||5||||||F`)].join("\r");
    const checker = new DocumentChecker(counting);
    checker.check(hl7v2Reader.read(text));
    const first = lookups;
    lookups = 0;
    const found = checker.check(hl7v2Reader.read(text.replace("OBX|250|NM|x||5", "OBX|250|NM|x||five")));
    assert.deepEqual(found.map(({ code, pointer }) => [code, pointer]), [["hl7v2.format.NM", "/segments/252/fields/4/0"]]);
    assert.ok(lookups > 0 && lookups < first / 50, `${String(lookups)} of ${String(first)}`);
  });

  it("has little left to do once every segment was looked at in steps", () => {
    const text = [msh("ORU^R01^ORU_R01", "2.5.1"), "PID|1||1||J", "OBR|1|||x", ...Array.from({ length: 50 }, (_, index) => `OBX|${String(index + 1)}|NM|x||${index === 7 ? "five" : String(index)}||||||F`)].join("\r");
    let lookups = 0;
    const checker = new DocumentChecker((version) => {
      const dictionary = smallDictionaryFor(version);
      return dictionary === undefined ? undefined : { ...dictionary, dataType: (id) => { lookups++; return dictionary.dataType(id); } };
    });
    const document = hl7v2Reader.read(text);
    assert.equal([...checker.prepare(document)].length, document.segments.length);
    assert.ok(lookups > 0);
    lookups = 0;
    assert.deepEqual(checker.check(document), checkDocument(document, smallDictionaryFor));
    assert.equal(lookups, 0);
  });
});
