import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020";
import type { HumanError } from "../../../../../src/core/humanError";
import { readLock, writeLock, type LockedPacks } from "../../../../../src/core/packs/install/lockFile";
import catalogSchema from "../../../../../src/core/packs/catalog.schema.json";
import lockSchema from "../../../../../src/core/packs/lock.schema.json";
import { MemoryFileSystem } from "../../../../support/memoryFileSystem";

const integrity = `sha512-${"A".repeat(86)}==`;
const packs: LockedPacks = { "@b/two": { version: "1.0.0", source: "npm:@b/two@^1", integrity }, "a-one": { version: "2.0.0-rc.1", source: "https://x.example/catalog.json#a-one", integrity, key: "aaaa-bbbb-cccc-dddd-eeee" } };

describe("katas.lock.json", () => {
  it("is read as it is written, sorted, and only written when something changed", async () => {
    const files = new MemoryFileSystem();
    assert.equal(await readLock(files, "/w/katas.lock.json"), undefined);
    assert.equal(await writeLock(files, "/w/katas.lock.json", packs), true);
    assert.deepEqual(await readLock(files, "/w/katas.lock.json"), packs);
    const text = files.texts()["/w/katas.lock.json"] ?? "";
    assert.ok(text.indexOf("@b/two") < text.indexOf("a-one"));
    assert.equal(await writeLock(files, "/w/katas.lock.json", Object.fromEntries(Object.entries(packs).reverse())), false);
  });

  const bad: readonly [string, object | string, RegExp][] = [
    ["no JSON", "{", /It is no JSON/],
    ["a later format", { lockVersion: 2, packs: {} }, /`lockVersion` is 2/],
    ["a range for a version", { lockVersion: 1, packs: { a: { ...packs["@b/two"], version: "^1" } } }, /A version is three numbers/],
    ["a weak digest", { lockVersion: 1, packs: { a: { ...packs["@b/two"], integrity: "sha1-x" } } }, /sha512/],
    ["no source", { lockVersion: 1, packs: { a: { version: "1.0.0", integrity } } }, /lacks `source`/],
    ["a key nobody knows", { lockVersion: 1, packs: {}, scripts: {} }, /has no key `scripts`/],
    ["a name that leads out", { lockVersion: 1, packs: { "../x": packs["@b/two"] } }, /katas\.lock\.json/],
  ];
  for (const [what, value, says] of bad) {
    it(`is refused with a sentence: ${what}`, async () => {
      const files = new MemoryFileSystem({ "/w/katas.lock.json": typeof value === "string" ? value : JSON.stringify(value) });
      await assert.rejects(readLock(files, "/w/katas.lock.json"), (error: HumanError) => error.code === "lock.broken" && says.test(error.message));
    });
  }

  it("has a schema of draft 2020-12, and so has the catalogue", () => {
    for (const schema of [lockSchema, catalogSchema]) {
      const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false });
      ajv.addVocabulary(["patternErrorMessage"]);
      assert.equal(ajv.validateSchema(schema), true, JSON.stringify(ajv.errors));
      assert.doesNotThrow(() => ajv.compile(schema));
    }
  });
});
