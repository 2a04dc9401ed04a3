import assert from "node:assert/strict";
import fc from "fast-check";
import type { Finding } from "../../../../src/core/checks/finding";
import { signatureOf } from "../../../../src/core/checks/signature";
import { checkWith, markedText } from "../../../support/schemaChecks";

/** A schema with a rule of nearly every kind. */
const schema = {
  type: "object", additionalProperties: false, required: ["resourceType", "identifier", "name", "gender", "birthDate"], minProperties: 3,
  $defs: {
    text: { type: "string", minLength: 1, maxLength: 60, says: { minLength: "This is empty; something belongs here." } },
    node: { type: "object", properties: { label: { $ref: "#/$defs/text" }, children: { type: "array", items: { $ref: "#/$defs/node" }, maxItems: 3 } }, unevaluatedProperties: false },
  },
  properties: {
    resourceType: { const: "Patient" },
    active: { type: "boolean" },
    identifier: { type: "array", minItems: 1, uniqueItems: true, contains: { type: "object", properties: { use: { const: "official" } }, required: ["use"] }, items: { type: "object", required: ["system", "value"], propertyNames: { pattern: "^[a-z]+$" }, properties: { system: { type: "string", format: "uri" }, value: { $ref: "#/$defs/text" } } } },
    name: { type: "array", minItems: 1, items: { anyOf: [{ type: "object", required: ["text"] }, { type: "object", required: ["family"], properties: { family: { $ref: "#/$defs/text" }, given: { type: "array", items: { type: "string" }, prefixItems: [{ type: "string", pattern: "^[A-Z]" }] } } }] } },
    gender: { type: "string", enum: ["male", "female", "other", "unknown"] },
    birthDate: { type: "string", format: "date", not: { const: "1900-01-01" } },
    multipleBirthInteger: { type: "integer", minimum: 1, exclusiveMaximum: 20, multipleOf: 1 },
    multipleBirthBoolean: { type: "boolean" },
    contact: { oneOf: [{ type: "object", properties: { kind: { const: "person" }, name: { type: "string" } }, required: ["kind", "name"] }, { type: "object", properties: { kind: { const: "office" }, phone: { type: "string" } }, required: ["kind", "phone"] }] },
    tree: { $ref: "#/$defs/node" },
  },
  dependentRequired: { contact: ["active"] },
  if: { required: ["active"] }, then: { properties: { active: { const: true } } },
  allOf: [{ not: { required: ["multipleBirthInteger", "multipleBirthBoolean"] } }],
  fhirpath: { key: "pat-x", expression: "name.exists() implies birthDate.exists()", says: "A name wants a date of birth." },
};

const right = {
  resourceType: "Patient", active: true,
  identifier: [{ use: "official", system: "http://hospital.example/mrn", value: "4711" }, { system: "urn:oid:1.2.3", value: "9" }],
  name: [{ family: "Okoro", given: ["Ada", "M"] }], gender: "female", birthDate: "1962-03-14", multipleBirthInteger: 2,
  contact: { kind: "office", phone: "+44 1" }, tree: { label: "a", children: [{ label: "b", children: [] }, { label: "c" }] },
};

type Json = unknown;

/** Every place of a value, as the keys on the way to it. */
function places(value: Json, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  const inner = Array.isArray(value) ? value.flatMap((entry, index) => places(entry, [...at, index]))
    : typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, entry]) => places(entry, [...at, key])) : [];
  return [at, ...inner];
}

function edited(value: Json, [key, ...rest]: readonly (string | number)[], edit: (value: Json) => Json): Json {
  if (key === undefined) {
    return edit(value);
  }
  if (Array.isArray(value)) {
    return value.flatMap((entry: Json, index) => (index === key ? [edited(entry, rest, edit)].filter((one) => one !== undefined) : [entry]));
  }
  return Object.fromEntries(Object.entries(value as object).flatMap(([name, entry]) => {
    const made: Json = name === key ? edited(entry, rest, edit) : entry;
    return made === undefined ? [] : [[name, made]];
  }));
}

const anyEdit: fc.Arbitrary<(value: Json) => Json> = fc.oneof(
  fc.constant(() => undefined),
  fc.jsonValue({ maxDepth: 2 }).map((made) => () => made),
  fc.constantFrom<Json>("", "M", "03/14/1962", "true", 5, 1.5, -1, null, [], {}, true, ["x"], "1900-01-01").map((made) => () => made),
  fc.constant((value: Json) => [value]),
  fc.constant((value: Json) => (Array.isArray(value) ? [...value, ...value] : value)),
  fc.tuple(fc.constantFrom("extra", "Family", "birthdate", "text", "kind", "é/~"), fc.jsonValue({ maxDepth: 1 })).map(([key, made]) => (value: Json) =>
    (typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value, [key]: made } : value)),
);

const anyAnswer = fc.array(fc.tuple(fc.nat(), anyEdit), { minLength: 1, maxLength: 3 }).map((edits) =>
  edits.reduce<Json>((value, [pick, edit]) => {
    const all = places(value);
    return edited(value, all[pick % all.length] ?? [], edit) ?? null;
  }, right));

function assertInside(text: string, findings: readonly Finding[]): void {
  const lines = text.split(/\r\n|\r|\n/);
  for (const { range, message, code } of findings) {
    assert.ok(range !== undefined, `${code} has a range`);
    const { start, end } = range;
    assert.ok(start.line < lines.length && end.line < lines.length && start.character >= 0 && end.character >= 0, `${code} at ${JSON.stringify(range)}`);
    assert.ok(start.character <= (lines[start.line] ?? "").length && end.character <= (lines[end.line] ?? "").length, `${code} at ${JSON.stringify(range)}`);
    assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character), `${code} at ${JSON.stringify(range)}`);
    assert.ok(text.length === 0 || start.line !== end.line || start.character !== end.character, `${code} marks nothing`);
    assert.ok(message.length > 5 && !/\{\w+\}|undefined/.test(message.replace(/"[^"]*"/g, "")), message);
  }
}

describe("SchemaCheck, whatever a learner writes", () => {
  it("passes the right answer", () => {
    const verdict = checkWith({ schema, text: JSON.stringify(right) });
    assert.deepEqual([verdict.outcome, verdict.findings], ["passed", []]);
  });

  it("marks something inside the text for every finding of any edit, however the text is laid out", () => {
    fc.assert(fc.property(anyAnswer, fc.constantFrom(undefined, 1, 4, "\t"), fc.constantFrom("\n", "\r\n", "\r"), (answer, indent, lineEnd) => {
      const text = JSON.stringify(answer, null, indent).replaceAll("\n", lineEnd);
      const verdict = checkWith({ schema, text });
      assert.ok(verdict.outcome === "passed" || verdict.outcome === "failed", verdict.findings[0]?.message);
      assert.equal(verdict.outcome === "passed", verdict.findings.length === 0);
      assertInside(text, verdict.findings);
      verdict.findings.forEach((_, index) => assert.ok(!markedText(text, verdict, index).includes("\n"), "a squiggle is on one line"));
    }), { numRuns: 400 });
  });

  it("never says the same twice, and one thing at most about a plain value without the author's words", () => {
    fc.assert(fc.property(anyAnswer, (answer) => {
      const { findings } = checkWith({ schema, text: JSON.stringify(answer, null, 1) });
      const identities = findings.map(({ code, pointer, message, keyword }) => JSON.stringify([code, pointer, message, keyword]));
      assert.equal(new Set(identities).size, identities.length, identities.join("\n"));
      for (const pointer of ["/gender", "/birthDate", "/multipleBirthInteger", "/resourceType"]) {
        assert.ok(findings.filter((finding) => finding.pointer === pointer && finding.code !== "schema.false").length <= 1, JSON.stringify(findings));
      }
    }), { numRuns: 200 });
  });

  it("has the same signature for the same answer laid out in another way", () => {
    fc.assert(fc.property(anyAnswer, (answer) => {
      const signature = (indent: number | undefined): readonly string[] =>
        signatureOf([{ check: "c", outcome: "failed", durationMs: 0, findings: checkWith({ schema, text: JSON.stringify(answer, null, indent) }).findings }]);
      assert.deepEqual(signature(undefined), signature(2));
    }), { numRuns: 100 });
  });

  it("marks something inside the text of JSON cut or spoilt anywhere", () => {
    const text = JSON.stringify(right, null, 2);
    fc.assert(fc.property(fc.nat(text.length), fc.nat(8), fc.constantFrom("", ",", "}", "\"", "\\", "\n", "x", "\u0000", "😀"), (at, cut, put) => {
      const spoilt = text.slice(0, at) + put + text.slice(at + cut);
      const verdict = checkWith({ schema, text: spoilt });
      assert.ok(verdict.outcome === "passed" || verdict.outcome === "failed", verdict.findings[0]?.message);
      for (const { range, message } of verdict.findings) {
        assert.ok(range !== undefined && message !== "");
      }
    }), { numRuns: 300 });
  });

  it("does so for messages, too", () => {
    const message = ["MSH|^~\\&|LAB|GEN|EHR|GEN|20240131||ORU^R01^ORU_R01|C1|P|2.5.1", "PID|1||123^^^HOSP^MR||Okoro^Ada", "OBX|1|NM|718-7^Hb^LN||5|g/dL|||||F", ""].join("\r");
    const profile = {
      hl7v2: {
        message: "ORU^R01", version: "2.5.1",
        segments: [
          { name: "PID", min: 1, max: 1, fields: { 3: { required: true, max: 2, components: { 1: { required: true, pattern: "^\\d+$" }, 5: { equals: "MR" } } }, 5: { required: true } } },
          { name: "OBX", min: 1, fields: { 2: { required: true, equals: "NM" }, 5: { required: true, pattern: "^[0-9.]+$" }, 6: { required: true }, 11: { required: true, equals: "F" } } },
        ],
      },
      type: "object", properties: { segments: { type: "array", maxItems: 4, items: { type: "object", properties: { name: { enum: ["MSH", "PID", "OBX", "OBR"] } } } } },
    };
    assert.equal(checkWith({ schema: profile, text: message, format: "hl7v2" }).outcome, "passed");
    fc.assert(fc.property(fc.nat(message.length), fc.nat(12), fc.constantFrom("", "|", "^", "~", "&", "\r", "\n", "x", "\\", "|||||", "PID|1\r", "OBX|"), (at, cut, put) => {
      const spoilt = message.slice(0, at) + put + message.slice(at + cut);
      const verdict = checkWith({ schema: profile, text: spoilt, format: "hl7v2" });
      assert.ok(verdict.outcome === "passed" || verdict.outcome === "failed", verdict.findings[0]?.message);
      for (const { range, message: sentence } of verdict.findings) {
        assert.ok(range !== undefined && sentence.length > 5 && !/\{\w+\}/.test(sentence));
      }
    }), { numRuns: 400 });
  });
});
