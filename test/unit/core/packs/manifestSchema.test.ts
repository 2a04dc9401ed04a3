import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020";
import kataSchema from "../../../../src/core/packs/kata.schema.json";
import { kataKinds, kataTracks } from "../../../../src/core/packs/kataManifest";
import packSchema from "../../../../src/core/packs/pack.schema.json";
import { documentFormats } from "../../../../src/core/documents/document";

interface Described {
  readonly description?: unknown;
  readonly $ref?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** Paths of properties without a description, which completion and hover show. */
function undescribed(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== "object" || schema === null) {
    return [];
  }
  const { properties = {} } = schema as Described;
  const here = Object.entries(properties).filter(([, each]) => typeof each === "object" && (each as Described).description === undefined).map(([key]) => `${path}/${key}`);
  return [...here, ...Object.entries(schema).filter(([key]) => key !== "then").flatMap(([key, each]) => undescribed(each, `${path}/${key}`))];
}

describe("the schemas of manifests", () => {
  for (const [name, schema] of Object.entries({ kata: kataSchema, pack: packSchema })) {
    it(`${name}.schema.json is a schema of draft 2020-12`, () => {
      const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false });
      ajv.addVocabulary(["patternErrorMessage", "enumDescriptions"]);
      assert.equal(ajv.validateSchema(schema), true, JSON.stringify(ajv.errors));
      assert.doesNotThrow(() => ajv.compile(schema));
    });

    it(`${name}.schema.json describes every key, for completion and hover`, () => {
      assert.deepEqual(undescribed(schema, ""), []);
    });
  }

  it("know the tracks, kinds and formats that the types know", () => {
    assert.deepEqual(kataSchema.properties.track.enum, [...kataTracks]);
    assert.deepEqual(kataSchema.properties.kind.enum, [...kataKinds]);
    assert.deepEqual(kataSchema.$defs.check.properties.as.enum, [...documentFormats]);
    for (const { enum: values, enumDescriptions } of [kataSchema.properties.level, kataSchema.properties.kind, kataSchema.$defs.check.properties.as]) {
      assert.equal(enumDescriptions.length, values.length);
    }
  });
});
