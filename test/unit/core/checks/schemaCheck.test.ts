import assert from "node:assert/strict";
import type { StandardVersions } from "../../../../src/core/hl7v2/validation/standard";
import { SchemaCheck, textLimit } from "../../../../src/core/checks/schemaCheck";
import { checkWith, markedText } from "../../../support/schemaChecks";

/** Code and sentence of every finding. */
function said(schema: unknown, value: unknown): readonly (readonly [string, string])[] {
  return checkWith({ schema, text: JSON.stringify(value) }).findings.map(({ code, message }) => [code, message] as const);
}

function codes(schema: unknown, value: unknown): readonly string[] {
  return said(schema, value).map(([code]) => code);
}

/** The profiles here ask for nothing of the standard. */
const noVersions = (): StandardVersions => assert.fail("no standard was asked for");

describe("SchemaCheck", () => {
  describe("with a text that cannot be read", () => {
    it("gives one finding for a JSON slip, at its place, and asks the schema nothing", () => {
      const text = "{\n  \"a\": 1\n  \"b\": 2,\n  \"c\" 3\n}";
      const verdict = checkWith({ schema: { type: "object", required: ["x", "y"] }, text });
      assert.equal(verdict.outcome, "failed");
      assert.deepEqual(verdict.findings.map(({ code, range, file }) => ({ code, line: range?.start.line, file })), [{ code: "document.json.commaMissing", line: 2, file: "answer.json" }]);
    });

    it("names both places of a property that is there twice", () => {
      const verdict = checkWith({ schema: { type: "object" }, text: "{\"a\": 1, \"a\": 2}" });
      assert.equal(verdict.outcome, "failed");
      assert.deepEqual(verdict.findings.map(({ code }) => code), ["document.json.repeatedLater", "document.json.repeated"]);
    });

    for (const [format, text] of [["json", ""], ["json", "  \n"], ["hl7v2", ""], ["hl7v2", "not a message"]] as const) {
      it(`fails ${JSON.stringify(text)} as ${format} with a sentence and a range`, () => {
        const verdict = checkWith({ schema: true, text, format });
        assert.equal(verdict.outcome, "failed");
        assert.ok(verdict.findings.length > 0);
        assert.ok(verdict.findings.every(({ message, range }) => message.length > 10 && range !== undefined));
      });
    }

    it("refuses a text of more than 5 MB before anything is read", () => {
      const verdict = checkWith({ schema: "not even a schema", text: " ".repeat(textLimit + 1) });
      assert.equal(verdict.outcome, "failed");
      assert.deepEqual(verdict.findings.map(({ code }) => code), ["document.tooLarge"]);
    });

    it("does not fail for a reader's warnings", () => {
      assert.equal(checkWith({ schema: true, text: "# a comment\nMSH|^~\\&|A|B|C|D|20240101||ADT^A01|1|P|2.5\n", format: "hl7v2" }).outcome, "passed");
    });
  });

  describe("with a schema that cannot be used", () => {
    const cases: readonly (readonly [string, unknown, string, RegExp])[] = [
      ["is no JSON", "{", "schema.notJson", /checks\/x\.schema\.json is not JSON/],
      ["has a keyword with a slip", { type: "object", propertys: {} }, "schema.notVocabulary", /checks\/x\.schema\.json# has the property "propertys", which does not belong there; did you mean "properties"\?/],
      ["has an unknown type", { properties: { a: { type: "text" } } }, "schema.notVocabulary", /checks\/x\.schema\.json#\/properties\/a\/type is the text "text"; .*"string".* belongs here/],
      ["has a bad pattern", { type: "string", pattern: "(" }, "schema.notVocabulary", /#\/pattern is the text "\("; a regular expression belongs here/],
      ["is of another draft", { definitions: {} }, "schema.notVocabulary", /#.* has the property "definitions"/],
      ["refers to what is not there", { $ref: "#/$defs/x" }, "schema.doesNotCompile", /can't resolve reference #\/\$defs\/x/],
      ["misses a type", { properties: { a: { type: "string", minimum: 1 } } }, "schema.doesNotCompile", /missing type "object" for keyword "properties"/],
      ["has an $id inside", { $defs: { a: { $id: "https://example.org/a" } } }, "schema.idInside", /checks\/x\.schema\.json#\/\$defs\/a has an \$id/],
      ["says a number", { says: 5 }, "schema.notVocabulary", /#\/says is the number 5; a text or an object belongs here/],
      ["has a page that is not https", { doc: "http://example.org" }, "schema.notVocabulary", /#\/doc is the text "http:\/\/example\.org"/],
      ["has messages that are not there", { hl7v2Path: { over: "data/x.hl7", sameAs: "PID-3" } }, "hl7v2Path.fileMissing", /checks\/x\.schema\.json# reads messages from data\/x\.hl7, which is not there/],
      ["has FHIRPath with a slip", { fhirpath: { key: "a-1", expression: "name.(", says: "x" } }, "fhirpath.syntax", /"a-1" in checks\/x\.schema\.json.* cannot be read/],
    ];
    for (const [title, schema, code, sentence] of cases) {
      it(`is errored when it ${title}, and says where and what`, () => {
        const verdict = checkWith({ schema, text: "{}" });
        assert.equal(verdict.outcome, "errored");
        assert.deepEqual(verdict.findings.map((finding) => finding.code), [code]);
        assert.match(verdict.findings[0]?.message ?? "", sentence);
        assert.equal(verdict.findings[0]?.file, undefined);
      });
    }

    it("says so again without compiling again", () => {
      assert.deepEqual(checkWith({ schema: "{", text: "{}" }).findings, checkWith({ schema: "{", text: "[]" }).findings);
    });

    it("is errored when FHIRPath cannot be had, and tries again the next time", () => {
      let there = false;
      const checker = new SchemaCheck(() => {
        if (!there) {
          throw new Error("no such file");
        }
        return { compile: () => () => [true] };
      }, () => 0, noVersions);
      const request = {
        file: "a.json", format: "json" as const, text: "{}",
        bundle: { key: "k", path: "checks/a.schema.json", schema: JSON.stringify({ fhirpath: { key: "a", expression: "true", says: "x" } }), resources: {} },
      };
      assert.equal(checker.check(request).outcome, "errored");
      there = true;
      assert.equal(checker.check(request).outcome, "passed");
    });
  });

  describe("takes the author's sentence", () => {
    it("from the schema that failed, for every keyword or for this one", () => {
      assert.deepEqual(said({ type: "string", says: "A text, please." }, 5), [["schema.type", "A text, please."]]);
      assert.deepEqual(said({ type: "string", minLength: 3, says: { minLength: "Longer, please." } }, "x"), [["schema.minLength", "Longer, please."]]);
      assert.deepEqual(said({ type: "string", says: { minLength: "Longer, please." } }, 5), [["schema.type", "answer.json is the number 5; a text belongs here."]]);
    });

    it("from the nearest schema around it that is about the same value", () => {
      const schema = { type: "string", says: "outer", allOf: [{ pattern: "^x", says: { minLength: "not this" } }, { minLength: 9, says: "inner" }] };
      assert.deepEqual(said(schema, "abc"), [["schema.pattern", "outer"], ["schema.minLength", "inner"]]);
    });

    it("through $ref, from the place that refers", () => {
      const schema = {
        type: "object", $defs: { path: { type: "string", pattern: "^[A-Z]" } },
        properties: { mrn: { $ref: "#/$defs/path", says: "mrn!" }, name: { $ref: "#/$defs/path", says: "name!" }, other: { $ref: "#/$defs/path" } },
      };
      assert.deepEqual(said(schema, { mrn: "x", name: "y", other: "Z" }), [["schema.pattern", "mrn!"], ["schema.pattern", "name!"]]);
    });

    it("through $ref into another file, and an anchor there", () => {
      const resources = { "common/names.schema.json": JSON.stringify({ $defs: { name: { $anchor: "name", type: "string", pattern: "^[A-Z]" } } }) };
      const schema = { type: "object", properties: { name: { $ref: "common/names.schema.json#name", says: "A capital letter, please.", why: "It is a name." } } };
      const verdict = checkWith({ schema, text: "{\"name\": \"x\"}", resources });
      assert.deepEqual(verdict.findings.map(({ message, why }) => [message, why]), [["A capital letter, please.", "It is a name."]]);
    });

    it("through a $ref that refers to itself", () => {
      const schema = { $defs: { node: { type: "object", properties: { name: { type: "string", says: "Every node has a name of letters." }, child: { $ref: "#/$defs/node" } } } }, $ref: "#/$defs/node" };
      assert.deepEqual(said(schema, { name: "a", child: { name: "b", child: { name: 3 } } }), [["schema.type", "Every node has a name of letters."]]);
    });

    it("not from a schema about the value around", () => {
      assert.deepEqual(codes({ type: "object", says: "object!", properties: { a: { type: "string" } } }, { a: 1 }), ["schema.type"]);
      assert.deepEqual(said({ type: "object", says: "object!", properties: { a: { type: "string" } } }, { a: 1 })[0]?.[1], "a is the number 1; a text belongs here.");
    });

    it("of the member that is missing before that of the object", () => {
      const schema = {
        type: "object", says: "object!", required: ["a", "b", "c"], dependentRequired: { d: ["e"] },
        properties: { a: { says: "a!" }, b: { says: { required: "b!", type: "no" } }, c: { says: { type: "no" } }, d: true, e: { says: { dependentRequired: "e!" } } },
      };
      assert.deepEqual(said(schema, { d: 1 }).map(([, message]) => message).sort(), ["a!", "b!", "e!", "object!"]);
    });

    it("for if, then and else", () => {
      const schema = { type: "object", if: { required: ["a"] }, then: { required: ["b"], says: "With a goes b." }, else: { required: ["c"] }, says: { required: "Without a goes c." } };
      assert.deepEqual(said(schema, { a: 1 }), [["schema.required", "With a goes b."]]);
      assert.deepEqual(said(schema, {}), [["schema.required", "Without a goes c."]]);
    });

    it("of the names' own schema for propertyNames", () => {
      const schema = { type: "object", propertyNames: { pattern: "^[a-z]+$", says: "Names are lower-case." } };
      const verdict = checkWith({ schema, text: "{\"Ab\": 1}" });
      assert.deepEqual(verdict.findings.map(({ message, pointer, code }) => ({ message, pointer, code })), [{ message: "Names are lower-case.", pointer: "/Ab", code: "schema.propertyNames" }]);
    });

    it("and the reason and the page, each from the first schema that has it", () => {
      const schema = { type: "string", why: "outer why", doc: "https://example.org/outer", allOf: [{ minLength: 9, says: "inner", why: "inner why" }] };
      const [finding] = checkWith({ schema, text: "\"x\"" }).findings;
      assert.deepEqual([finding?.message, finding?.why, finding?.doc], ["inner", "inner why", "https://example.org/outer"]);
    });
  });

  describe("gives one finding for one mistake", () => {
    it("when the type is wrong, whatever else is", () => {
      assert.deepEqual(codes({ type: "string", enum: ["a"], anyOf: [{ const: "a" }, { pattern: "b" }] }, 5), ["schema.type"]);
      assert.deepEqual(said({ type: "boolean", allOf: [{ const: true, says: "Say true." }] }, "true"), [["schema.const", "Say true."]]);
    });

    it("when several rules for one text fail, unless the author has a sentence for each", () => {
      assert.deepEqual(codes({ type: "string", minLength: 5, pattern: "^[a-z]+$", format: "date" }, ""), ["schema.minLength"]);
      assert.deepEqual(said({ type: "string", allOf: [{ pattern: "^A", says: "A first." }, { pattern: "Z$", says: "Z last." }, { minLength: 9 }] }, "x").map(([, message]) => message), ["A first.", "Z last."]);
    });

    it("when a property is misnamed", () => {
      const schema = { type: "object", additionalProperties: false, required: ["birthDate"], properties: { birthDate: { type: "string" } } };
      assert.deepEqual(codes(schema, { birthdate: "x" }), ["schema.additionalProperties.near"]);
      assert.deepEqual(codes({ ...schema, properties: { birthDate: { type: "string", says: "When was she born?" } } }, { birthdate: "x" }).length, 2);
    });

    it("when a branch fails and nothing counts as looked at any more", () => {
      const schema = { type: "object", unevaluatedProperties: false, oneOf: [{ properties: { kind: { const: "a" }, x: { type: "string" } } }, { properties: { kind: { const: "b" }, y: { type: "string" } } }] };
      assert.deepEqual(codes(schema, { kind: "b", y: 5 }), ["schema.type"]);
      assert.deepEqual(codes(schema, { kind: "b", y: "5", z: 1 }), ["schema.unevaluatedProperties"]);
      const conditional = { type: "object", unevaluatedProperties: false, properties: { a: true }, if: { required: ["a"] }, then: { required: ["b"], properties: { b: { type: "string" } } } };
      assert.deepEqual(codes(conditional, { a: 1, b: 2 }), ["schema.type"]);
    });

    it("when the same sentence would be said twice at one place", () => {
      assert.deepEqual(said({ type: "object", required: ["a", "b"], says: "Give a and b." }, {}), [["schema.required", "Give a and b."]]);
    });

    it("when branches share a $ref: the one that was meant speaks", () => {
      const schema = {
        $defs: { base: { type: "object", required: ["id"], properties: { id: { type: "string" } } } },
        oneOf: [
          { $ref: "#/$defs/base", properties: { kind: { const: "lab" }, value: { type: "number" } }, required: ["kind"], type: "object" },
          { $ref: "#/$defs/base", properties: { kind: { const: "drug" }, dose: { type: "number" } }, required: ["kind"], type: "object" },
        ],
      };
      const verdict = checkWith({ schema, text: JSON.stringify({ id: 1, kind: "drug", dose: "5" }) });
      assert.deepEqual(verdict.findings.map(({ pointer, code }) => [pointer, code]), [["/id", "schema.type"], ["/dose", "schema.type.quoted"]]);
    });

    it("for each of the things that are missing", () => {
      const verdict = checkWith({ schema: { type: "object", required: ["a", "b"] }, text: "{}" });
      assert.deepEqual(verdict.findings.map(({ keyword }) => keyword), ["required(a)", "required(b)"]);
    });

    it("with nested choices", () => {
      const schema = { type: "object", properties: { v: { anyOf: [{ type: "string" }, { type: "object", properties: { unit: { oneOf: [{ const: "mg" }, { const: "ug" }] } }, required: ["unit"] }] } } };
      assert.deepEqual(said(schema, { v: { unit: "g" } }), [["schema.enum", "v.unit is the text \"g\"; \"mg\" or \"ug\" belongs here."]]);
    });
  });

  describe("marks", () => {
    const text = "{\n  \"name\": [\n    { \"use\": \"x\" },\n    {\n      \"use\": \"y\"\n    }\n  ],\n  \"contact\": {\n    \"a\": 1\n  }\n}\n";
    const marked = (schema: unknown, index = 0): string => markedText(text, checkWith({ schema, text }), index);

    it("the value when it stands on one line", () => {
      assert.equal(marked({ type: "object", properties: { contact: { type: "object", properties: { a: { type: "string" } } } } }), "1");
    });

    it("the name of an object from which something is missing, or its brace, or all of it when it is short", () => {
      assert.equal(marked({ type: "object", properties: { contact: { type: "object", required: ["b"] } } }), "\"contact\"");
      const entries = { type: "object", properties: { name: { type: "array", items: { type: "object", required: ["family"] } } } };
      assert.equal(marked(entries), "{ \"use\": \"x\" }");
      assert.equal(marked(entries, 1), "{");
      assert.equal(marked({ type: "object", required: ["id"] }), "{");
    });

    it("the name of a property that does not belong, and of a value of many lines", () => {
      assert.equal(marked({ type: "object", properties: { name: true }, additionalProperties: false }), "\"contact\"");
      assert.equal(marked({ type: "object", properties: { name: { type: "string" } } }), "\"name\"");
    });

    it("the delimiters around an empty field, and the segment's name for one that is not there", () => {
      const message = "MSH|^~\\&|A|B|C|D|20240101||ADT^A01|1|P|2.5\rPID|1||9";
      const verdict = checkWith({ schema: { hl7v2: { segments: [{ name: "PID", fields: { 2: { required: true }, 5: { required: true } } }] } }, text: message, format: "hl7v2" });
      assert.deepEqual(verdict.findings.map((_, index) => markedText(message, verdict, index)), ["PID", "||"]);
    });
  });

  it("gives findings in the order of the text", () => {
    const schema = { type: "object", required: ["z"], properties: { b: { type: "string" }, a: { type: "string" } } };
    assert.deepEqual(checkWith({ schema, text: "{\"a\": 1,\n\"b\": 2}" }).findings.map(({ pointer }) => pointer), ["", "/a", "/b"]);
  });

  it("lists a thousand errors at most, and says that there are more", () => {
    const text = JSON.stringify(Array.from({ length: 3000 }, (_, index) => index));
    const { findings } = checkWith({ schema: { type: "array", items: { anyOf: [{ type: "string" }, { type: "boolean" }] } }, text });
    assert.equal(findings.length, 1001);
    assert.equal(findings.at(-1)?.code, "schema.more");
  });

  it("gives expected and actual in full where a sentence shortens", () => {
    const long = "x".repeat(500);
    const [finding] = checkWith({ schema: { const: long }, text: JSON.stringify(`${long}y`) }).findings;
    assert.deepEqual([finding?.expected, finding?.actual], [long, `${long}y`]);
  });

  it("passes what is right", () => {
    const verdict = checkWith({ schema: { type: "object", required: ["a"], properties: { a: { anyOf: [{ type: "string" }, { type: "array", contains: { const: 1 } }] } } }, text: "{\"a\": [0, 1]}" });
    assert.deepEqual([verdict.outcome, verdict.findings], ["passed", []]);
  });

  it("keeps compiled schemas, but not without end", () => {
    let compiled = 0;
    const checker = new SchemaCheck(() => ({ compile: () => { compiled++; return () => [true]; } }), () => 0, noVersions);
    const check = (name: string): void => {
      const schema = JSON.stringify({ title: name, fhirpath: { key: "a", expression: "true", says: "x" } });
      checker.check({ file: "a.json", format: "json", text: "5", bundle: { key: name, path: "checks/a.schema.json", schema, resources: {} } });
    };
    check("first");
    const once = compiled;
    check("first");
    const perCheck = compiled - once;
    for (let index = 0; index < 40; index++) {
      check(String(index));
    }
    const before = compiled;
    check("first");
    assert.ok(perCheck < once, "a kept schema is not compiled again");
    assert.equal(compiled - before, once, "one that was pushed out is");
  });
});
