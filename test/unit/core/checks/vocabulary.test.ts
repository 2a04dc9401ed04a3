import assert from "node:assert/strict";
import addFormats from "ajv-formats";
import { Ajv2020 } from "ajv/dist/2020";
import fc from "fast-check";
import vocabulary from "../../../../src/core/checks/vocabulary.schema.json";
import type { JsonValue } from "../../../../src/core/documents/document";
import { fits, isPattern } from "../../../../src/core/checks/schema/fits";
import { checkWith } from "../../../support/schemaChecks";

describe("vocabulary.schema.json", () => {
  it("is itself a sound schema of draft 2020-12", () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    addFormats(ajv);
    assert.equal(typeof ajv.compile(vocabulary), "function");
  });

  it("describes every keyword, so that completion and hover help", () => {
    for (const [keyword, schema] of Object.entries(vocabulary.$defs.schema.properties)) {
      const described = "description" in schema ? schema.description : ("$ref" in schema ? Object.entries(vocabulary.$defs).find(([name]) => schema.$ref === `#/$defs/${name}`)?.[1] : undefined);
      assert.ok(typeof described === "string" || (described !== undefined && "description" in described), keyword);
    }
  });

  it("knows every format that checks know", () => {
    const ajv = new Ajv2020({ strict: true });
    addFormats(ajv);
    assert.deepEqual([...vocabulary.$defs.schema.properties.format.enum].sort(), Object.keys(ajv.formats).sort());
  });

  it("is understood by our own quick look at it just as by ajv", () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    addFormats(ajv);
    // The plugin's own takes what is an expression without Unicode only, and which no schema can then be compiled with.
    ajv.addFormat("regex", isPattern);
    const validate = ajv.compile(vocabulary);
    const keywords = [...Object.keys(vocabulary.$defs.schema.properties), "propertys"];
    const anyValue = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>("string", ["string", "null"], ["x", "x"], "^a$", "(", 0, 1, -1, 1.5, "date", "isbn", [], [{}], { a: true }, { a: {} }, { "(": {} }, "https://example.org/x", "http://x", "a text", { required: "x" }, { required: 5 },
        { over: "x", sameAs: "y" }, { key: "a", expression: "true", says: "x" }, [{ key: "a b", expression: "true", says: "x" }], { segments: [] }, { segments: [{ name: "OBX" }] }, { segments: [{ name: "OBX", where: { "3.1": "x" }, fields: { 1: { min: 1, pattern: "(" } } }] }),
    );
    const anySchema = fc.letrec<{ schema: unknown }>((tie) => ({
      schema: fc.oneof({ depthSize: "small" }, fc.boolean(), fc.dictionary(fc.constantFrom(...keywords), fc.oneof(anyValue, tie("schema"), fc.array(tie("schema"), { maxLength: 2 }), fc.dictionary(fc.constantFrom("a", "b", "("), tie("schema"))), { maxKeys: 4 })),
    })).schema;
    let both = 0;
    fc.assert(fc.property(anySchema, (drawn) => {
      // As a file has it: an object without a prototype, which may be drawn, is to ajv something else than one with.
      const schema: unknown = JSON.parse(JSON.stringify(drawn));
      const valid = validate(schema);
      assert.equal(fits(schema as JsonValue, vocabulary, vocabulary), valid, JSON.stringify(schema));
      both |= valid ? 1 : 2;
    }), { numRuns: 2000 });
    assert.equal(both, 3, "both answers were seen");
  });

  const sound: readonly unknown[] = [
    true,
    {},
    { $schema: "../../vocabulary.schema.json", $id: "x", $comment: "c", title: "t", description: "d" },
    { hl7v2: { message: "ORU^R01", version: "2.5.1", segments: [{ name: "OBX", min: 1, max: 8, where: { "3.1": "x" }, says: { min: "m" }, why: "w", doc: "https://example.org/x", fields: { 5: { required: true, min: 1, max: 2, pattern: "^x$", equals: "x", says: "s", components: { 2: { required: true, pattern: "x", equals: "y", says: { equals: "e" } } } } } }] } },
    { fhirpath: [{ key: "a-1", expression: "true", says: "s", why: "w", doc: "https://example.org" }] },
  ];
  for (const schema of sound) {
    it(`admits ${JSON.stringify(schema).slice(0, 60)}`, () => {
      assert.notEqual(checkWith({ schema, text: "5" }).outcome, "errored");
    });
  }

  it("says what is wrong with a pattern that is one without Unicode only", () => {
    const verdict = checkWith({ schema: { type: "string", pattern: "{" }, text: "{}" });
    assert.match(verdict.findings[0]?.message ?? "", /pattern.*regular expression/i);
  });

  const unsound: readonly unknown[] = [
    5, null, [], { const: 1, Const: 2 }, { $dynamicRef: "#x" }, { dependencies: {} }, { additionalItems: false }, { nullable: true },
    { says: "" }, { says: {} }, { why: 5 }, { doc: "example.org" }, { hl7v2Path: { over: "x" } }, { hl7v2Path: { over: "x", sameAs: "y", extra: 1 } },
    { fhirpath: { key: "a", expression: "true" } }, { fhirpath: [] }, { fhirpath: { key: "a b", expression: "true", says: "s" } },
    { hl7v2: {} }, { hl7v2: { segments: [{ name: "obx" }] } }, { hl7v2: { segments: [{ name: "OBX", fields: { 0: {} } }] } }, { hl7v2: { segments: [{ name: "OBX", fields: { x: {} } }] } },
    { hl7v2: { segments: [{ name: "OBX", where: { "3.0": "x" } }] } }, { hl7v2: { segments: [{ name: "OBX", fields: { 1: { equals: 5 } } }] } }, { properties: { a: { typo: 1 } } }, { allOf: [] }, { format: "isbn" },
  ];
  for (const schema of unsound) {
    it(`refuses ${JSON.stringify(schema)}`, () => {
      const verdict = checkWith({ schema, text: "{}" });
      assert.deepEqual([verdict.outcome, verdict.findings.map(({ code }) => code)], ["errored", ["schema.notVocabulary"]]);
    });
  }
});
