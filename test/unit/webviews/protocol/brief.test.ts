import assert from "node:assert/strict";
import fc from "fast-check";
import { restorable, toHost, toPage } from "../../../../src/webviews/protocol/brief";
import { either, list, object, optional, text, word } from "../../../../src/webviews/protocol/shape";

describe("shapes", () => {
  const shape = object({ kind: word(["a", "b"]), names: optional(list(text)) });

  it("match what they describe and nothing else", () => {
    assert.equal(shape.matches({ kind: "a" }), true);
    assert.equal(shape.matches({ kind: "b", names: ["x"] }), true);
    assert.equal(either(shape, text).matches("x"), true);
    for (const value of [undefined, null, "a", [], {}, { kind: "c" }, { kind: "a", names: [1] }, { kind: "a", more: 1 }, { kind: "a", toString: 1 }]) {
      assert.equal(shape.matches(value), false, JSON.stringify(value));
    }
  });
});

describe("messages between the brief and its host", () => {
  it("are told from anything else", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        assert.equal(toPage.matches(value), false);
        assert.equal(restorable.matches({ ...(typeof value === "object" ? value : {}), uuid: 1 }), false);
      }),
    );
  });

  it("are believed from the page only when every part of them is right", () => {
    assert.equal(toHost.matches({ type: "act", action: "check" }), true);
    assert.equal(toHost.matches({ type: "goTo", check: "shape", finding: 0 }), true);
    for (const message of [
      { type: "act", action: "workbench.action.quit" },
      { type: "goTo", check: "shape", finding: -1 },
      { type: "goTo", check: "shape", finding: 0.5 },
      { type: "openFile", file: ["../../etc/passwd"] },
      { type: "ready", more: true },
    ]) {
      assert.equal(toHost.matches(message), false, JSON.stringify(message));
    }
  });
});
