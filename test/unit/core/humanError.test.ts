import assert from "node:assert/strict";
import { HumanError, toError } from "../../../src/core/humanError";

describe("errors for people", () => {
  it("are known whichever bundle made them, and nothing else is one", () => {
    class FromAnotherBundle extends Error {
      override readonly name = "HumanError";
      readonly code = "a.b";
      readonly args = {};
    }
    assert.ok(new HumanError("a.b", "It failed.") instanceof HumanError);
    assert.ok(new FromAnotherBundle("It failed.") instanceof HumanError);
    for (const other of [new Error("x"), { name: "HumanError", code: "a", args: {} }, undefined, "HumanError"]) {
      assert.equal(other instanceof HumanError, false);
    }
  });

  it("keep what was thrown where it is no error", () => {
    assert.equal(toError("x").cause, "x");
  });
});
