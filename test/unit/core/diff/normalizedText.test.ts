import assert from "node:assert/strict";
import fc from "fast-check";
import { readDocument } from "../../../../src/core/documents/readers";
import { normalizedText, normalizedTexts } from "../../../../src/core/diff/normalizedText";
import { differences } from "../../../support/differences";
import { anyMessage } from "../../../support/hl7v2Arbitraries";

describe("normalised texts", () => {
  it("have one value of an HL7 v2 message per line, with its place", () => {
    const text = "MSH|^~\\&|LAB\rPID|1||7^^^H~8||DOE^J&K\rOBX|1|NM|a||7.0\r";
    assert.equal(normalizedText(readDocument("hl7v2", text)), [
      "MSH-1         |", "MSH-2         ^~\\&", "MSH-3         LAB", "",
      "PID-1         (counts along)", "PID-2", "PID-3[1].1    7", "PID-3[1].2", "PID-3[1].3", "PID-3[1].4    H", "PID-3[2]      8", "PID-4", "PID-5.1       DOE", "PID-5.2.1     J", "PID-5.2.2     K", "",
      "OBX-1         (counts along)", "OBX-2         NM", "OBX-3         a", "OBX-4", "OBX-5         7.0", "",
    ].join("\n"));
  });

  it("have one property per line, those that tell what something is first", () => {
    const text = "{\"gender\":\"x\",\"name\":[{\"given\":[\"A\",\"B\"]}],\"_birthDate\":{},\"birthDate\":\"1970\",\"id\":\"1\",\"resourceType\":\"Patient\"}";
    assert.equal(normalizedText(readDocument("json", text)), [
      "{", "  \"resourceType\": \"Patient\",", "  \"id\": \"1\",", "  \"birthDate\": \"1970\",", "  \"_birthDate\": {},", "  \"gender\": \"x\",", "  \"name\": [", "    {", "      \"given\": [", "        \"A\",", "        \"B\"", "      ]", "    }", "  ]", "}", "",
    ].join("\n"));
  });

  it("write what is tolerated in one form, and leave out what is ignored", () => {
    const same = (format: "json" | "hl7v2", a: string, b: string, tolerance: Parameters<typeof normalizedTexts>[2]): void => {
      const { expected, actual } = normalizedTexts(readDocument(format, a), readDocument(format, b), tolerance);
      assert.equal(actual.text, expected.text);
    };
    same("json", "{\"a\":7.0,\"b\":[1,2],\"c\":1}", "{\"b\":[2,1],\"a\":7,\"c\":2}", { precision: true, order: true, ignore: ["c"] });
    same("json", "{\"at\":\"2024-01-01T12:00:00Z\"}", "{\"at\":\"2024-01-01T13:00:00+01:00\"}", { precision: true });
    const bundle = (id: string): string => JSON.stringify({ resourceType: "Bundle", entry: [{ fullUrl: id, resource: { resourceType: "Patient" } }, { resource: { resourceType: "Observation", subject: { reference: id } } }] });
    same("json", bundle("urn:uuid:1"), bundle("urn:uuid:2"), { ids: true });
    same("hl7v2", "MSH|^~\\&|A\rPID|1||X^\\S\\|\rOBX|1||b\rOBX|2||a\r", "MSH#*~\\&#A\nPID#1##X*^\nOBX#1##a\nOBX#2##b", { escapes: true, empty: true, order: true });
  });

  it("say on which line a part is, or what is nearest around it", () => {
    const { actual } = normalizedTexts(readDocument("hl7v2", "MSH|^~\\&|A\rPID|1||7^^^H\r"), readDocument("hl7v2", "MSH|^~\\&|A\rPID|1||7^^^H\r"));
    const lines = actual.text.split("\n");
    assert.equal(lines[actual.lineOf("/segments/1/fields/2/0/3")], "PID-3.4       H");
    assert.equal(lines[actual.lineOf("/segments/1/fields/2/0/0/0")], "PID-3.1       7");
    assert.equal(lines[actual.lineOf("/segments/1")], "PID-1         (counts along)");
    assert.equal(actual.lineOf("/segments/9/fields/1"), 0);
  });

  it("are the same exactly when nothing differs", () => {
    fc.assert(fc.property(anyMessage, anyMessage, ({ text: a }, { text: b }) => {
      const { expected, actual } = normalizedTexts(readDocument("hl7v2", a), readDocument("hl7v2", b));
      assert.equal(expected.text === actual.text, differences("hl7v2", a, b).length === 0);
    }));
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (a, b) => {
      const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
      const { expected, actual } = normalizedTexts(readDocument("json", one), readDocument("json", other));
      assert.equal(expected.text === actual.text, differences("json", one, other).length === 0);
    }));
  });
});
