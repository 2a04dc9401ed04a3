import assert from "node:assert/strict";
import { checkWith } from "../../../../support/schemaChecks";
import type { SchemaCheckVerdict } from "../../../../../src/core/checks/schemaChecker";

const messages = [
  "MSH|^~\\&|A|B|C|D|20240101||ADT^A01|M1|P|2.5\rPID|1||11^^^X^MR~21^^^Y^NI||Ng^Ana\r",
  "MSH|:~\\&|A|B|C|D|20240101||ADT:A01|M2|P|2.5\rPID|1||22:::Y:NI~12:::X:MR||Ng:Bo::\r",
  "MSH|^~\\&|A|B|C|D|20240101||ADT^A01|M3|P|2.5\rPID|1||13^^^X^MR\r",
].join("");

function check(path: unknown, sameAs: string, extra: object = {}, over = messages): SchemaCheckVerdict {
  const schema = { type: "object", properties: { p: { hl7v2Path: { over: "data/m.hl7", sameAs }, ...extra } } };
  return checkWith({ schema, text: JSON.stringify({ p: path }), resources: { "data/m.hl7": over } });
}

describe("the hl7v2Path keyword", () => {
  for (const [path, sameAs] of [["PID-3[.5=MR].1", "PID-3[.5=MR].1"], ["PID[1]-3[1].4", "PID-3.4"], ["MSH-2", "MSH-2"], ["PID-5", "PID-5[1]"], ["PID-5.2", "PID-5.2.1"], ["PID-8", "PID-30.2"]] as const) {
    it(`passes ${path} for ${sameAs}`, () => {
      assert.equal(check(path, sameAs).outcome, "passed");
    });
  }

  it("says in which message it differs first, what was found and wanted, and how often", () => {
    const [finding, ...others] = check("PID-3.1", "PID-3[.5=MR].1").findings;
    assert.deepEqual(others, []);
    assert.deepEqual({ code: finding?.code, keyword: finding?.keyword, pointer: finding?.pointer, expected: finding?.expected, actual: finding?.actual }, {
      code: "hl7v2Path.differs", keyword: "hl7v2Path", pointer: "/p", expected: "12", actual: "22",
    });
    assert.deepEqual(finding?.args, { name: "p", actual: "PID-3.1", message: 2, controlId: "M2", differing: 1, messages: 3, found: "22", wanted: "12" });
  });

  it("says when there is nothing there", () => {
    const [finding] = check("PID-3[2].1", "PID-3[.5=MR].1").findings;
    assert.equal(finding?.code, "hl7v2Path.differs");
    const [missing] = check("PID-30.1", "PID-3.1").findings;
    assert.deepEqual([missing?.code, missing?.args["message"], missing?.args["differing"], missing?.args["missing"]], ["hl7v2Path.missing", 1, 3, "field"]);
  });

  it("says why a text is no path, with a path that is nobody's answer", () => {
    const [finding] = check("11", "PID-3.1").findings;
    assert.equal(finding?.code, "hl7v2Path.syntax");
    assert.match(finding?.message ?? "", /"11" does not start with the name of a segment.* A path looks like ZZZ\[1\]-7\[2\]\.3\.1\.$/);
  });

  it("lets the author speak, and keeps the values", () => {
    const [finding] = check("PID-3.1", "PID-3[.5=MR].1", { says: "Not the first identifier.", why: "Senders differ." }).findings;
    assert.deepEqual([finding?.message, finding?.why, finding?.expected], ["Not the first identifier.", "Senders differ.", "12"]);
  });

  it("lets the author name what was seen, and leaves other braces alone", () => {
    const [finding] = check("PID-3.1", "PID-3[.5=MR].1", { says: "{differing} of {messages} differ, first {controlId}: {found}, not {wanted} {sic}." }).findings;
    assert.equal(finding?.message, "1 of 3 differ, first M2: 22, not 12 {sic}.");
  });

  it("leaves what is no text to type", () => {
    assert.equal(check(5, "PID-3.1").outcome, "passed");
    assert.deepEqual(check(5, "PID-3.1", { type: "string" }).findings.map(({ code }) => code), ["schema.type"]);
  });

  it("is errored when sameAs is no path, or the file has no message", () => {
    assert.deepEqual(check("PID-3", "PID3").findings.map(({ code }) => code), ["hl7v2Path.sameAsSyntax"]);
    assert.deepEqual(check("PID-3", "PID-3", {}, "").findings.map(({ code }) => code), ["hl7v2Path.noMessages"]);
  });

  it("finds its file from a schema in another folder", () => {
    const resources = { "parts/path.schema.json": JSON.stringify({ $defs: { mrn: { hl7v2Path: { over: "../data/m.hl7", sameAs: "PID-3.1" } } } }), "data/m.hl7": messages };
    const schema = { type: "object", properties: { p: { $ref: "parts/path.schema.json#/$defs/mrn" } } };
    assert.equal(checkWith({ schema, text: "{\"p\": \"PID-3.1\"}", resources }).outcome, "passed");
    assert.deepEqual(checkWith({ schema, text: "{\"p\": \"PID-5\"}", resources }).findings.map(({ code }) => code), ["hl7v2Path.differs"]);
  });
});
