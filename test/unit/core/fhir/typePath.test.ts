import assert from "node:assert/strict";
import { typePathOf } from "../../../../src/core/fhir/typePath";

const bundle = { resourceType: "Bundle", entry: [{ resource: { resourceType: "Patient", name: [{ given: ["A"] }], contained: [{ resourceType: "Organization", address: [{ city: "X" }] }] } }] };

describe("typePathOf", () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["", undefined],
    ["/entry", "Bundle.entry"],
    ["/entry/0", "Bundle.entry"],
    ["/entry/0/resource", undefined],
    ["/entry/0/resource/name/0/given/0", "Patient.name.given"],
    ["/entry/0/resource/contained/0/address/0/city", "Organization.address.city"],
    ["/entry/0/resource/nothing/0", "Patient.nothing.0"],
  ];
  for (const [pointer, path] of cases) {
    it(`gives ${String(path)} for ${JSON.stringify(pointer)}`, () => {
      assert.equal(typePathOf(bundle, pointer), path);
    });
  }

  it("gives nothing where there is no resource", () => {
    assert.equal(typePathOf({ a: [1] }, "/a/0"), undefined);
    assert.equal(typePathOf([1], ""), undefined);
  });
});
