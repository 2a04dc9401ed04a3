import assert from "node:assert/strict";
import type { HumanError } from "../../../../../src/core/humanError";
import { buildCatalog, type CatalogItem } from "../../../../../src/core/packs/catalog/buildCatalog";
import { newestFirst } from "../../../../../src/core/packs/versionOrder";
import { isRange, newestIn } from "../../../../../src/core/packs/versions";
import { keyMaker, sampleNow, samplePackEntry, signedCatalog } from "../../../../support/catalogSamples";

const expires = new Date("2027-01-01T00:00:00.000Z");

function item(name: string, version: string, title = "Title", letter = "A"): CatalogItem {
  return { pack: { name, title }, license: "MIT", katas: samplePackEntry(name).katas, version, file: `${version}.tgz`, integrity: `sha512-${letter.repeat(86)}==`, size: 10, runsCode: false };
}

describe("buildCatalog", () => {
  it("puts packs in the order of their names and versions newest first, and shows the newest that is finished", () => {
    const signed = buildCatalog({ title: "C", items: [item("b", "1.9.0"), item("b", "1.10.0", "Ten"), item("b", "2.0.0-beta.1", "Beta"), item("a", "0.1.0-alpha", "Alpha")], before: undefined, issued: sampleNow, expires });
    assert.deepEqual(signed.packs.map(({ name, title, versions }) => [name, title, versions.map(({ version }) => version)]), [["a", "Alpha", ["0.1.0-alpha"]], ["b", "Ten", ["2.0.0-beta.1", "1.10.0", "1.9.0"]]]);
    assert.equal(signed.version, 1);
  });

  it("raises the version with each issue", () => {
    assert.equal(buildCatalog({ title: "C", items: [], before: signedCatalog([keyMaker().newKey()], { version: 41 }), issued: sampleNow, expires }).version, 42);
  });

  it("refuses one version twice, and another content under a version that is out", () => {
    assert.throws(() => buildCatalog({ title: "C", items: [item("a", "1.0.0"), item("a", "1.0.0")], before: undefined, issued: sampleNow, expires }), (error: HumanError) => error.code === "catalog.sameVersion");
    const before = signedCatalog([keyMaker().newKey()], { packs: [samplePackEntry("a")] });
    assert.throws(() => buildCatalog({ title: "C", items: [item("a", "1.0.0", "Title", "B")], before, issued: sampleNow, expires }), (error: HumanError) => error.code === "catalog.versionChanged");
    assert.equal(buildCatalog({ title: "C", items: [item("a", "1.0.0"), item("a", "1.0.1", "Title", "B")], before, issued: sampleNow, expires }).version, 2);
  });
});

describe("versions", () => {
  it("are ordered by semver.org, 11", () => {
    const order = ["1.0.0", "1.0.0-rc.1", "1.0.0-beta.11", "1.0.0-beta.2", "1.0.0-beta", "1.0.0-alpha.beta", "1.0.0-alpha.1", "1.0.0-alpha"].map((version) => ({ version }));
    assert.deepEqual(newestFirst([...order].reverse()), order);
  });

  it("are picked by npm's ranges", () => {
    const versions = ["1.0.0", "1.2.0", "2.0.0", "2.1.0-rc.1"];
    assert.equal(newestIn(versions, "^1"), "1.2.0");
    assert.equal(newestIn(versions, ""), "2.0.0");
    assert.equal(newestIn(versions, "*"), "2.0.0");
    assert.equal(newestIn(versions, "^3"), undefined);
    assert.equal(newestIn(["1.0.0-rc.1"], "*"), "1.0.0-rc.1");
    assert.equal(newestIn(["1.0.0-rc.1"], "1"), undefined);
    assert.deepEqual([isRange("^1.2"), isRange("latest"), isRange("1.x || 2")], [true, false, true]);
  });
});
