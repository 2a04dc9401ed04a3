import assert from "node:assert/strict";
import { fhirPathOf } from "../../../../src/core/fhir/fhirPathOf";
import { fhirModel } from "../../../support/fhirModel";

describe("fhirPathOf", () => {
  const bundle = {
    resourceType: "Bundle", type: "collection",
    entry: [{ resource: { resourceType: "Observation", valueQuantity: { code: "mg" }, component: [{ valueString: "x" }], contained: [{ resourceType: "Patient", deceasedBoolean: true }], _status: { id: "a" } } }],
  };
  const cases: readonly (readonly [pointer: string, path: string])[] = [
    ["", "Bundle"], ["/type", "Bundle.type"], ["/entry/0", "Bundle.entry[0]"],
    ["/entry/0/resource/valueQuantity/code", "Bundle.entry[0].resource.value.code"],
    ["/entry/0/resource/component/0/valueString", "Bundle.entry[0].resource.component[0].value"],
    ["/entry/0/resource/contained/0/deceasedBoolean", "Bundle.entry[0].resource.contained[0].deceased"],
    ["/entry/0/resource/_status", "Bundle.entry[0].resource.status"],
    ["/nothing/0/x y", "Bundle.nothing.0.`x y`".replace(".0.", ".`0`.")],
  ];
  for (const [pointer, path] of cases) {
    it(`names ${pointer === "" ? "the whole" : pointer}`, () => {
      assert.equal(fhirPathOf(fhirModel(), bundle, pointer), path);
    });
  }
  it("does not take an element named resourceType for a resource's", () => {
    const scenario = { resourceType: "ExampleScenario", status: "draft", instance: [{ resourceId: "a", resourceType: "Patient", version: [{ versionId: "1" }] }] };
    assert.equal(fhirPathOf(fhirModel(), scenario, "/instance/0/version/0/versionId"), "ExampleScenario.instance[0].version[0].versionId");
  });
  it("takes any value and pointer", () => {
    assert.equal(fhirPathOf(fhirModel(), null, "/a"), "Resource.a");
    assert.equal(fhirPathOf(fhirModel(), { resourceType: 5 }, "no pointer"), "Resource");
  });
});
