import assert from "node:assert/strict";
import { joinedRules, kataRulesOf } from "../../../../../src/core/fhir/language/kataRules";

describe("What a kata asks of a resource", () => {
  it("stands at the root of a check's schema, or in the parts that all must hold", () => {
    assert.deepEqual(kataRulesOf({ fhir: true }), { type: undefined, profiles: [], ignore: [] });
    assert.deepEqual(kataRulesOf({ fhir: { type: "Patient", profiles: ["a.json"], ignore: ["fhir.unknownCode"] } }), { type: "Patient", profiles: ["a.json"], ignore: ["fhir.unknownCode"] });
    assert.deepEqual(kataRulesOf({ allOf: [{ required: ["x"] }, { fhir: { type: "Bundle" } }] })?.type, "Bundle");
  });

  it("is nothing where the keyword is about a part, or off, or not there", () => {
    for (const schema of [{}, { fhir: false }, { properties: { entry: { fhir: true } } }, true, null, [], { allOf: 1 }, { fhir: "yes" }]) {
      assert.equal(kataRulesOf(schema), undefined, JSON.stringify(schema));
    }
  });

  it("counts what one of several checks counts", () => {
    const strict = kataRulesOf({ fhir: true });
    const lax = kataRulesOf({ fhir: { ignore: ["fhir.a", "fhir.b"], profiles: ["p.json"] } });
    assert.ok(strict && lax);
    assert.deepEqual(joinedRules([strict, lax]), { type: undefined, profiles: ["p.json"], ignore: [] });
    assert.deepEqual(joinedRules([lax, { ...lax, ignore: ["fhir.b"] }])?.ignore, ["fhir.b"]);
    assert.equal(joinedRules([]), undefined);
  });
});
