import assert from "node:assert/strict";
import fc from "fast-check";
import type { CheckResult } from "../../../../src/core/checks/checkResult";
import type { Finding } from "../../../../src/core/checks/finding";
import type { Outcome } from "../../../../src/core/checks/outcome";
import { signatureOf } from "../../../../src/core/checks/signature";

function finding(rest: Partial<Finding>): Finding {
  return { code: "schema.type", message: "m", args: { actual: "generated" }, ...rest };
}

function result(check: string, outcome: Outcome, findings: readonly Finding[] = [], rest: Partial<CheckResult> = {}): CheckResult {
  return { check, outcome, durationMs: 1, findings, ...rest };
}

describe("signatureOf", () => {
  it("has keyword and pointer of schema findings, with array indexes as *", () => {
    const findings = [finding({ keyword: "required(b)", pointer: "/a/12/x~1y/0" }), finding({ keyword: "type", pointer: "" })];
    assert.deepEqual(signatureOf([result("s", "failed", findings)]), ["s|required(b)|/a/*/x~1y/*", "s|type|"]);
  });

  it("has the code where no keyword failed", () => {
    assert.deepEqual(signatureOf([result("s", "failed", [finding({ code: "document.json.commaMissing" })])]), ["s|document.json.commaMissing|"]);
  });

  it("has the titles of tests that did not pass, whether or not they have findings", () => {
    const row = (title: string, outcome: Outcome): NonNullable<CheckResult["tests"]>[number] => ({ title, outcome, durationMs: 1, output: "" });
    const tests = [row("a › one", "failed"), row("a › two", "passed"), row("a › three", "timedOut"), row("a › four", "blocked")];
    assert.deepEqual(signatureOf([result("t", "failed", [finding({ code: "test.failed", test: "a › one", pointer: "/x" })], { tests })]), ["t|a › one", "t|a › three"]);
  });

  it("says errored for a check that could not be checked and found nothing", () => {
    assert.deepEqual(signatureOf([result("a", "errored"), result("b", "timedOut"), result("c", "failed")]), ["a|errored", "b|errored", "c|failed"]);
  });

  it("has nothing of checks that passed or were blocked", () => {
    assert.deepEqual(signatureOf([result("a", "passed", [finding({})]), result("b", "blocked", [finding({ code: "check.blocked" })])]), []);
  });

  const anyFinding = fc.record({ keyword: fc.constantFrom("type", "required(a)", "hl7v2(PID-3:min)"), path: fc.array(fc.oneof(fc.nat(20), fc.constantFrom("a", "b/c", "d~e", "é")), { maxLength: 4 }) });
  const pointer = (path: readonly (string | number)[]): string => path.map((token) => `/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

  it("is the same in any order and at any position in arrays, sorted and without repetition", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom("s", "t"), anyFinding)), fc.nat(), (entries, shift) => {
      const results = (list: typeof entries, by: number): readonly CheckResult[] => list.map(([check, { keyword, path }]) =>
        result(check, "failed", [finding({ keyword, pointer: pointer(path.map((token) => (typeof token === "number" ? token + by : token))) })]));
      const signature = signatureOf(results(entries, 0));
      assert.deepEqual(signatureOf(results([...entries].reverse(), shift)), signature);
      assert.deepEqual(signature, [...new Set(signature)].sort());
    }));
  });

  it("has no generated value in it", () => {
    assert.deepEqual(signatureOf([result("s", "failed", [finding({ keyword: "enum", pointer: "/a", actual: "4711", args: { actual: "4711" } })])]), ["s|enum|/a"]);
  });
});
