import assert from "node:assert/strict";
import type { Dictionary, StructurePart } from "../../../../../src/core/hl7v2/dictionary/definitions";
import { dictionaryFor } from "../../../../../src/core/hl7v2/dictionary/dictionary";
import { dictionaryVersions } from "../../../../../src/core/hl7v2/dictionary/versions";

function segmentsOf(parts: readonly StructurePart[]): readonly string[] {
  return parts.flatMap((part) => (part.kind === "segment" ? [part.segment] : segmentsOf(part.parts)));
}

function groupsOf(parts: readonly StructurePart[]): readonly string[] {
  return parts.flatMap((part) => (part.kind === "group" ? [part.name, ...groupsOf(part.parts)] : []));
}

/** Ids of data types that are reached from a type, itself first; fails where one is not defined or where a type contains itself. */
function typesWithin(dictionary: Dictionary, id: string, path: readonly string[] = []): readonly string[] {
  assert.ok(!path.includes(id), `${path.join(".")}.${id} never ends`);
  const type = dictionary.dataType(id);
  assert.ok(type !== undefined, `${[...path, id].join(".")} is not defined in ${dictionary.version}`);
  return [id, ...type.components.flatMap((component) => (component.type === "varies" ? [] : typesWithin(dictionary, component.type, [...path, id])))];
}

for (const version of dictionaryVersions) {
  describe(`the dictionary of v${version}`, () => {
    const dictionary = dictionaryFor(version);

    it("numbers fields from 1 without a gap, each with a name and limits that make sense", () => {
      assert.ok(dictionary.segments().length > 70);
      for (const { id, name, fields } of dictionary.segments()) {
        assert.deepEqual(fields.map((field) => field.number), fields.map((_, index) => index + 1), id);
        assert.ok(name !== "" && fields.every((field) => field.name !== ""), id);
        assert.ok(fields.every((field) => field.max >= 1 && (field.length === undefined || field.length >= 1)), id);
      }
    });

    it("gives segments by the alphabet, each once, the same objects as by name", () => {
      const ids = dictionary.segments().map(({ id }) => id);
      assert.deepEqual(ids, [...new Set(ids)].sort());
      assert.ok(dictionary.segments().every((segment) => dictionary.segment(segment.id) === segment));
    });

    it("defines every data type that a field or component has", () => {
      for (const segment of dictionary.segments()) {
        for (const field of segment.fields.filter(({ type }) => type !== "varies")) {
          assert.ok(typesWithin(dictionary, field.type, [`${segment.id}-${field.number}`]).length > 0);
        }
      }
    });

    it("numbers components from 1 without a gap", () => {
      for (const id of new Set(dictionary.segments().flatMap(({ fields }) => fields.map(({ type }) => type)))) {
        const components = dictionary.dataType(id)?.components ?? [];
        assert.deepEqual(components.map((component) => component.number), components.map((_, index) => index + 1), id);
      }
    });

    it("gives structures by the alphabet, each once, the same objects as by name", () => {
      const ids = dictionary.messages().map(({ id }) => id);
      assert.deepEqual(ids, [...new Set(ids)].sort());
      assert.ok(dictionary.messages().every((structure) => dictionary.message("", "", structure.id) === structure));
    });

    it("finds every structure by the event it is named after", () => {
      for (const { id } of dictionary.messages()) {
        assert.equal(dictionary.message(id.slice(0, 3), id.slice(4))?.id, id);
      }
    });

    it("gives lengths only to types without components, and none after v2.6", () => {
      for (const { id, fields } of dictionary.segments()) {
        for (const field of fields.filter(({ length }) => length !== undefined)) {
          assert.equal(dictionary.dataType(field.type)?.components.length, 0, `${id}-${field.number}`);
          assert.ok(["2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6"].includes(version), `${id}-${field.number}`);
        }
      }
    });

    it("begins every structure with MSH and uses only segments that the version has", () => {
      assert.ok(dictionary.messages().length > 50);
      for (const { id, parts } of dictionary.messages()) {
        assert.deepEqual(parts[0], { kind: "segment", segment: "MSH", min: 1, max: 1 }, id);
        for (const segment of segmentsOf(parts)) {
          assert.ok(dictionary.segment(segment) !== undefined, `${id} has ${segment}, which v${version} does not know`);
        }
        assert.ok(groupsOf(parts).every((name) => /^[A-Z][A-Z0-9_]+$/.test(name)), id);
      }
    });
  });
}
