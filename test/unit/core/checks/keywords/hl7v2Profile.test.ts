import assert from "node:assert/strict";
import { checkWith, markedText } from "../../../../support/schemaChecks";
import type { Finding } from "../../../../../src/core/checks/finding";

const header = "MSH|^~\\&|LAB|GEN|EHR|GEN|20240131||ORU^R01^ORU_R01|C1|P|2.5.1";
const message = [header, "PID|1||123^^^HOSP^MR~9^^^STATE^NI", "OBX|1|NM|718-7^Hb^LN||5", "OBX|2|ST|X^Y^L||a\\T\\b|\"\"|~x"].join("\r");

function check(hl7v2: object, text = message): readonly Finding[] {
  const verdict = checkWith({ schema: { hl7v2 }, text, format: "hl7v2", file: "oru.hl7" });
  assert.notEqual(verdict.outcome, "errored", verdict.findings[0]?.message);
  return verdict.findings;
}

function keywords(hl7v2: object, text = message): readonly (string | undefined)[] {
  return check(hl7v2, text).map(({ keyword }) => keyword);
}

describe("the hl7v2 keyword", () => {
  it("passes a message that has all it asks for", () => {
    assert.deepEqual(check({
      message: "ORU^R01", version: "2.5.1",
      segments: [
        { name: "PID", min: 1, max: 1, fields: { 3: { required: true, min: 2, max: 2, pattern: "^\\d+$", components: { 5: { required: true, pattern: "^(MR|NI)$" } } } } },
        { name: "OBX", min: 1, where: { "3.1": "X", 2: "ST" }, fields: { 5: { equals: "a&b" }, 6: { required: true, equals: "\"\"" }, 7: { equals: "x" } } },
        { name: "OBX", where: { "3.3": "no such system" }, fields: { 99: { required: true } } },
        { name: "ZZZ", fields: { 1: { required: true } } },
      ],
    }), []);
  });

  it("compares the components of the type that are written, and no more", () => {
    assert.deepEqual(keywords({ message: "ORU", segments: [] }), []);
    assert.deepEqual(keywords({ message: "ORU^R01^ORU_R01", segments: [] }), []);
    assert.deepEqual(keywords({ message: "ORU^R02", segments: [] }), ["hl7v2(MSH-9:message)"]);
    assert.deepEqual(keywords({ message: "ORU^R01", version: "2.5", segments: [] }, "MSH|^~\\&|A"), ["hl7v2(MSH-9:message)", "hl7v2(MSH-12:version)"]);
  });

  it("gives names for the signature that no value gets into, but those of the author", () => {
    assert.deepEqual(keywords({ segments: [{ name: "OBX", min: 3, max: 0, where: { "3.1": "X" } }, { name: "PID", fields: { 3: { pattern: "^1", max: 1, components: { 4: { equals: "HOSP" }, 9: { required: true } } }, 8: { required: true } } }] }), [
      "hl7v2(OBX[OBX-3.1 X]:min)", "hl7v2(PID-8:required)", "hl7v2(PID-3.9:required)", "hl7v2(PID-3:max)", "hl7v2(PID-3:pattern)", "hl7v2(PID-3.9:required)", "hl7v2(PID-3.4:equals)", "hl7v2(OBX[OBX-3.1 X]:max)",
    ]);
  });

  it("points to the part and marks it", () => {
    const at = (hl7v2: object): readonly (readonly [string | undefined, string])[] => {
      const verdict = checkWith({ schema: { hl7v2 }, text: message, format: "hl7v2" });
      return verdict.findings.map(({ pointer }, index) => [pointer, markedText(message, verdict, index)] as const);
    };
    assert.deepEqual(at({ segments: [{ name: "PID", fields: { 3: { components: { 5: { equals: "MR" } } } } }] }), [["/segments/1/fields/2/1/4", "NI"]]);
    assert.deepEqual(at({ segments: [{ name: "PID", fields: { 3: { equals: "123" } } }] }), [["/segments/1/fields/2/1/0", "9"]]);
    assert.deepEqual(at({ segments: [{ name: "PID", fields: { 2: { required: true }, 30: { required: true } } }] }), [["/segments/1", "PID"], ["/segments/1/fields/1", "||"]]);
    assert.deepEqual(at({ segments: [{ name: "OBR", min: 1 }] }), [["/segments/0", "MSH"]]);
    assert.deepEqual(at({ segments: [{ name: "OBX", max: 1 }] }), [["/segments/3", "OBX"]]);
  });

  it("holds for every message of a file, and says which one", () => {
    const file = `${message}\r${message.replace("|C1|", "|C2|").replace("PID|1||", "PID|1|x|")}`;
    const findings = check({ segments: [{ name: "PID", fields: { 2: { required: true } } }] }, file);
    assert.deepEqual(findings.map(({ message: sentence, pointer }) => [sentence, pointer]), [["message 1 PID-2 (patient id) is empty; it must hold something.", "/segments/1/fields/1"]]);
    assert.equal(check({ segments: [{ name: "OBX", min: 3 }] }, file).length, 2);
  });

  it("takes the author's sentence of the rule, of the part, of the field around, and reasons from further out", () => {
    const segment = {
      name: "PID", why: "segment why", doc: "https://example.org/pid", says: "segment!",
      fields: { 3: { says: { pattern: "field pattern!", required: "field required!" }, pattern: "^x", components: { 1: { pattern: "^y" }, 5: { equals: "XX", says: "component!", why: "component why" } } } },
    };
    const findings = check({ segments: [segment] }, [header, "PID|1||123^^^HOSP^MR"].join("\r"));
    assert.deepEqual(findings.map(({ message: sentence, why, doc }) => [sentence, why, doc]), [
      ["field pattern!", "segment why", "https://example.org/pid"],
      ["component!", "component why", "https://example.org/pid"],
    ]);
    assert.deepEqual(check({ segments: [{ ...segment, fields: {}, min: 2 }] }).map(({ message: sentence }) => sentence), ["segment!"]);
  });

  it("gives expected and actual for texts", () => {
    const [finding] = check({ segments: [{ name: "OBX", where: { "1.1": "1" }, fields: { 2: { equals: "SN" } } }] });
    assert.deepEqual([finding?.expected, finding?.actual], ["SN", "NM"]);
  });

  it("says nothing about a value that is no message", () => {
    assert.equal(checkWith({ schema: { hl7v2: { segments: [{ name: "PID", min: 1 }] } }, text: "{\"a\": 1}" }).outcome, "passed");
  });
});
