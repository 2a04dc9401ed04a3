import assert from "node:assert/strict";
import { checkWith, markedText } from "../../../../support/schemaChecks";

const patient = { resourceType: "Patient", active: true, name: [{ family: "Okoro", given: ["Ada"] }], telecom: [{ system: "phone", value: "+44 1" }, { value: "+44 2" }], birthDate: "1962-03-14" };

function keys(schema: unknown, value: unknown = patient): readonly (string | undefined)[] {
  const verdict = checkWith({ schema, text: JSON.stringify(value) });
  assert.notEqual(verdict.outcome, "errored", verdict.findings[0]?.message);
  return verdict.findings.map(({ keyword }) => keyword);
}

function rule(key: string, expression: string): object {
  return { key, expression, says: `${key}!` };
}

describe("the fhirpath keyword", () => {
  it("demands exactly true: empty, false, other values and several are not", () => {
    const expressions = { yes: "active", no: "active.not()", empty: "photo.exists() and nothing", text: "birthDate", several: "telecom.select(true)", either: "gender.exists() or active" };
    assert.deepEqual(keys({ fhirpath: Object.entries(expressions).map(([key, expression]) => rule(key, expression)) }), ["fhirpath(no)", "fhirpath(empty)", "fhirpath(text)", "fhirpath(several)"]);
  });

  it("is about the value it stands at, knows its type, and the resource around", () => {
    const schema = { type: "object", properties: { telecom: { type: "array", items: { fhirpath: [rule("tel-1", "system.exists()"), rule("tel-2", "value is string and %resource.active and %resource.birthDate is date")] } } } };
    const text = JSON.stringify(patient, null, 1);
    const verdict = checkWith({ schema, text });
    assert.deepEqual(verdict.findings.map(({ keyword, pointer, code, args, message }) => ({ keyword, pointer, code, args, message })), [
      { keyword: "fhirpath(tel-1)", pointer: "/telecom/1", code: "fhirpath.false", args: { name: "telecom[1]", key: "tel-1" }, message: "tel-1!" },
    ]);
    assert.equal(markedText(text, verdict), "{");
  });

  it("lets the expression's own sentence speak before that of the schema", () => {
    const verdict = checkWith({ schema: { says: "schema!", why: "schema why", fhirpath: { key: "a", expression: "false", says: "own!", doc: "https://example.org/a" } }, text: "{}" });
    assert.deepEqual(verdict.findings.map(({ message, why, doc }) => [message, why, doc]), [["own!", "schema why", "https://example.org/a"]]);
  });

  it("is errored when an expression cannot be worked out for a value that is otherwise right", () => {
    const verdict = checkWith({ schema: { fhirpath: rule("a", "name.family + 5 > 'x'.toInteger().nonsense()") }, text: JSON.stringify(patient) });
    assert.equal(verdict.outcome, "errored");
    assert.match(verdict.findings[0]?.message ?? "", /"a" in checks\/x\.schema\.json/);
  });

  it("is not when the value is wrong in other ways, which may be why", () => {
    const verdict = checkWith({ schema: { type: "object", properties: { name: { type: "array" } }, fhirpath: rule("a", "name.single().family.single() = 'x'") }, text: JSON.stringify({ resourceType: "Patient", name: { family: ["x", "y"] } }) });
    assert.deepEqual([verdict.outcome, verdict.findings.map(({ code }) => code)], ["failed", ["schema.type.listed"]]);
  });

  it("does not change the value it looks at", () => {
    const schema = { type: "object", fhirpath: rule("a", "name.given.exists() and name.where(use.empty()).exists()"), additionalProperties: false, properties: Object.fromEntries(Object.keys(patient).map((key) => [key, true])) };
    assert.deepEqual(keys(schema), []);
  });
});
