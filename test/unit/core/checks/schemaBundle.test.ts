import assert from "node:assert/strict";
import { readSchemaBundle } from "../../../../src/core/checks/schemaBundle";
import type { SchemaBundle } from "../../../../src/core/checks/schemaChecker";
import { HumanError } from "../../../../src/core/humanError";
import { NodeHasher } from "../../../../src/env/nodeHasher";
import { MemoryFileSystem } from "../../../support/memoryFileSystem";

const kata = "/packs/p/k";

function files(schema: unknown, others: Readonly<Record<string, string | Uint8Array>> = {}): MemoryFileSystem {
  return new MemoryFileSystem({
    [`${kata}/checks/a.schema.json`]: typeof schema === "string" ? schema : JSON.stringify(schema),
    ...Object.fromEntries(Object.entries(others).map(([path, content]) => [`${kata}/${path}`, content])),
  });
}

function read(from: MemoryFileSystem, path = "checks/a.schema.json"): Promise<SchemaBundle> {
  return readSchemaBundle(from, new NodeHasher(), kata, path);
}

async function refused(from: MemoryFileSystem, path?: string): Promise<HumanError> {
  const error: unknown = await read(from, path).then(() => undefined, (thrown: unknown) => thrown);
  assert.ok(error instanceof HumanError, String(error));
  return error;
}

describe("readSchemaBundle", () => {
  it("reads the schema alone when it names nothing", async () => {
    const bundle = await read(files({ type: "object", $ref: "#/$defs/x", const: { $ref: "not/a/reference.json" } }));
    assert.deepEqual([bundle.path, bundle.resources], ["checks/a.schema.json", {}]);
    assert.match(bundle.key, /^[0-9a-f]{64}$/);
  });

  it("reads what it names, and what that names, by the path from the schema's folder", async () => {
    const bundle = await read(files(
      { allOf: [{ $ref: "common/b.schema.json#/$defs/x" }, { $ref: "./common/b.schema.json" }], properties: { p: { hl7v2Path: { over: "data/m.hl7", sameAs: "PID-3" } } } },
      {
        "checks/common/b.schema.json": JSON.stringify({ $defs: { x: { $ref: "../../shared/c.schema.json" } }, $ref: "../a.schema.json" }),
        "shared/c.schema.json": JSON.stringify({ hl7v2Path: { over: "n.hl7", sameAs: "PID-3" } }),
        "shared/n.hl7": "N", "checks/data/m.hl7": "M", "checks/unnamed.json": "{}",
      },
    ));
    assert.deepEqual(Object.keys(bundle.resources).sort(), ["../shared/c.schema.json", "../shared/n.hl7", "common/b.schema.json", "data/m.hl7"]);
    assert.equal(bundle.resources["data/m.hl7"], "M");
    assert.equal(bundle.resources["../shared/n.hl7"], "N");
  });

  it("gives the same key for the same files, and another when one of them changes", async () => {
    const schema = { $ref: "b.json" };
    const [one, same, other] = await Promise.all([read(files(schema, { "checks/b.json": "{}" })), read(files(schema, { "checks/b.json": "{}" })), read(files(schema, { "checks/b.json": "{} " }))]);
    assert.equal(one.key, same.key);
    assert.notEqual(one.key, other.key);
  });

  it("leaves a schema that is no JSON to the check, which says so", async () => {
    assert.deepEqual((await read(files("{"))).schema, "{");
  });

  const refusals: readonly (readonly [string, string, RegExp, MemoryFileSystem, string?])[] = [
    ["a schema that is missing", "schema.fileMissing", /kata\.json names checks\/none\.json, which is not in the kata's folder/, files({}), "checks/none.json"],
    ["a schema outside of the kata", "schema.pathUnsound", /leaves its folder/, files({}), "../other/a.json"],
    ["an absolute schema", "schema.pathUnsound", /is absolute/, files({}), "/etc/passwd"],
    ["a $ref out of the kata", "schema.pathUnsound", /checks\/a\.schema\.json#\/\$ref names the file "\.\.\/other\/kata\.json", which leaves its folder/, files({ $ref: "../../other/kata.json" })],
    ["a $ref to the network", "schema.referenceIsAddress", /#\/items\/\$ref refers to https:\/\/example\.org\/s\.json, but a check never loads from the network/, files({ items: { $ref: "https://example.org/s.json#/x" } })],
    ["a data file that is missing", "schema.fileMissing", /checks\/a\.schema\.json#\/hl7v2Path\/over names checks\/m\.hl7/, files({ hl7v2Path: { over: "m.hl7", sameAs: "x" } })],
    ["a folder", "schema.fileUnfit", /checks\/data is not a file/, files({ $ref: "data" }, { "checks/data/x": "" })],
    ["a file as a folder", "schema.fileUnfit", /checks\/b is not a directory/, files({ $ref: "b/c.json" }, { "checks/b": "" })],
    ["what is not UTF-8", "schema.fileNotUtf8", /checks\/b\.json, named by checks\/a\.schema\.json#\/\$ref, is not UTF-8/, files({ $ref: "b.json" }, { "checks/b.json": new Uint8Array([0xff]) })],
    ["what is too large", "schema.fileTooLarge", /larger than 5 MB/, files({ $ref: "b.json" }, { "checks/b.json": new Uint8Array(5 * 1024 * 1024 + 1) })],
  ];
  for (const [title, code, sentence, from, path] of refusals) {
    it(`refuses ${title}`, async () => {
      const error = await refused(from, path);
      assert.equal(error.code, code);
      assert.match(error.message, sentence);
    });
  }

  it("follows no links, neither the file nor a folder on the way", async () => {
    const direct = files({ $ref: "b.json" });
    direct.putLink(`${kata}/checks/b.json`);
    assert.match((await refused(direct)).message, /checks\/b\.json is a link/);
    const folder = files({ $ref: "data/b.json" });
    folder.putLink(`${kata}/checks/data`);
    assert.match((await refused(folder)).message, /checks\/data is a link/);
  });

  it("says when a file cannot be read", async () => {
    const from = files({});
    from.refuse = (operation) => {
      if (operation === "read") {
        throw new Error("EACCES");
      }
    };
    assert.equal((await refused(from)).code, "schema.fileUnreadable");
  });
});
