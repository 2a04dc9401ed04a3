import assert from "node:assert/strict";
import { contributedPacks } from "../../../src/editor/contributedPacks";

describe("packs that an extension's manifest names", () => {
  it("are found", () => {
    assert.deepEqual(contributedPacks({ contributes: { healthItKatas: [{ pack: "./katas" }, { pack: "more/katas" }] } }), ["./katas", "more/katas"]);
  });

  it("are none where the manifest says something else", () => {
    for (const manifest of [undefined, null, "x", {}, { contributes: null }, { contributes: { healthItKatas: {} } }, { contributes: { healthItKatas: [null, 1, {}, { pack: 3 }] } }]) {
      assert.deepEqual(contributedPacks(manifest), [], JSON.stringify(manifest));
    }
  });
});
