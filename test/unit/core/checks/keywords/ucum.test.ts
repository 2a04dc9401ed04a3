import assert from "node:assert/strict";
import { checkWith, markedText } from "../../../../support/schemaChecks";

const ucum = "http://unitsofmeasure.org";

function check(keyword: unknown, value: unknown): ReturnType<typeof checkWith> {
  return checkWith({ schema: { type: "object", properties: { a: { ucum: keyword } } }, text: JSON.stringify({ a: value }) });
}

function codes(keyword: unknown, value: unknown): readonly (string | undefined)[] {
  return check(keyword, value).findings.map(({ code }) => code);
}

describe("the ucum keyword", () => {
  it("lets codes and quantities pass", () => {
    for (const value of ["mg/dL", "mm[Hg]", "{beats}/min", { value: 1, system: ucum, code: "mg" }, 5, null, ["x"]]) {
      assert.deepEqual(codes(true, value), [], JSON.stringify(value));
    }
  });

  it("refuses what is no code, and says what is meant", () => {
    assert.deepEqual(codes(true, "nonsense"), ["ucum.code"]);
    const verdict = check(true, "mmHg");
    assert.deepEqual(verdict.findings.map(({ code, message }) => [code, message]), [["ucum.code.near", "a is \"mmHg\", which is no code of UCUM; did you mean \"mm[Hg]\"?"]]);
    assert.equal(markedText("{\"a\":\"mmHg\"}", verdict), "\"mmHg\"");
  });

  it("refuses quantities without system or code", () => {
    assert.deepEqual(codes(true, { value: 1, code: "mg" }), ["ucum.noSystem"]);
    assert.deepEqual(codes(true, { value: 1, code: "mg", system: "https://unitsofmeasure.org" }), ["ucum.system"]);
    assert.deepEqual(codes(true, { value: 1, system: ucum, unit: "mg" }), ["ucum.noCode"]);
    assert.deepEqual(codes(true, { value: 1 }), ["ucum.noSystem", "ucum.noCode"]);
  });

  it("compares units", () => {
    assert.deepEqual(codes({ comparableTo: "mmol/L" }, "umol/dL"), []);
    assert.deepEqual(codes({ comparableTo: "mmol/L" }, { value: 1, system: ucum, code: "s" }), ["ucum.comparable"]);
  });

  it("is the author's fault where it compares to nothing", () => {
    const verdict = check({ comparableTo: "nonsense" }, "mg");
    assert.equal(verdict.outcome, "errored");
    assert.match(verdict.findings[0]?.message ?? "", /nonsense/);
    assert.equal(check({ comparable: "mg" }, "mg").outcome, "errored");
  });
});
