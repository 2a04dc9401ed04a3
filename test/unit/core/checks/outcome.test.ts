import assert from "node:assert/strict";
import fc from "fast-check";
import { worstOutcome, type Outcome } from "../../../../src/core/checks/outcome";

const bySeverity: readonly Outcome[] = ["errored", "timedOut", "failed", "blocked", "passed"];

describe("worstOutcome", () => {
  it("is errored for nothing at all", () => {
    assert.equal(worstOutcome([]), "errored");
  });

  it("is the first of errored, timedOut, failed, blocked, passed that is there, in any order", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...bySeverity), { minLength: 1 }), fc.array(fc.constantFrom(...bySeverity)), (some, more) => {
      const worst = worstOutcome(some);
      assert.ok(some.includes(worst));
      assert.ok(some.every((outcome) => bySeverity.indexOf(outcome) >= bySeverity.indexOf(worst)));
      assert.equal(worstOutcome([...some].reverse()), worst);
      assert.ok(bySeverity.indexOf(worstOutcome([...some, ...more])) <= bySeverity.indexOf(worst));
    }));
  });
});
