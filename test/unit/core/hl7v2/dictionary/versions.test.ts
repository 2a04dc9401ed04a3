import assert from "node:assert/strict";
import fc from "fast-check";
import { dictionaryFor } from "../../../../../src/core/hl7v2/dictionary/dictionary";
import { dictionaryVersions, nearestVersion, versionOrder } from "../../../../../src/core/hl7v2/dictionary/versions";

describe("the version of the dictionary", () => {
  it("is the one asked for where it is told apart", () => {
    for (const version of dictionaryVersions) {
      assert.equal(nearestVersion(version), version);
      assert.equal(dictionaryFor(version).version, version);
    }
  });

  it("is the nearest older one otherwise, the oldest for what is older still", () => {
    assert.deepEqual(["2.1", "2.2", "2.3.2", "2.4.1", "2.5.2", "2.7.2", "2.8.1", "2.8.2", "2.9", "2.10"].map(nearestVersion), ["2.3", "2.3", "2.3.1", "2.4", "2.5.1", "2.7.1", "2.8", "2.8", "2.8", "2.8"]);
  });

  it("is 2.5.1 where there is none, or none that could be one", () => {
    assert.deepEqual([undefined, "", " ", "v2.5", "3.0", "2", "2.5.1.1", "FHIR", "2.x"].map(nearestVersion), Array(9).fill("2.5.1"));
  });

  it("never goes wrong, whatever stands in MSH-12", () => {
    fc.assert(fc.property(fc.string(), (text) => dictionaryVersions.includes(nearestVersion(text))));
  });

  it("is never newer than what is asked for", () => {
    fc.assert(fc.property(fc.nat(12), fc.nat(5), (minor, patch) => {
      const taken = nearestVersion(`2.${minor}.${patch}`).split(".").map(Number);
      assert.ok((taken[1] ?? 0) < minor || ((taken[1] ?? 0) === minor && (taken[2] ?? 0) <= patch) || versionOrder(nearestVersion(`2.${minor}.${patch}`)) === 0);
    }));
  });

  it("is one object, so that it can be a key", () => {
    assert.equal(dictionaryFor("2.8.1"), dictionaryFor(" 2.8 "));
    assert.notEqual(dictionaryFor("2.8"), dictionaryFor("2.7.1"));
  });
});
