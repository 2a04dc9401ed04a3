import assert from "node:assert/strict";
import { nearestWord } from "../../../../src/core/text/nearestWord";

describe("nearestWord", () => {
  it("finds the word with one letter changed, added, left out or swapped with its neighbour", () => {
    for (const slip of ["levle", "levl", "levell", "lexel", "Level"]) {
      assert.equal(nearestWord(slip, ["title", "level", "kind"]), "level", slip);
    }
  });

  it("takes the nearest of several", () => {
    assert.equal(nearestWord("v2-escape", ["v2-read-adt", "v2-escapes", "v2-shapes"]), "v2-escapes");
  });

  it("guesses nothing from a word that is like none", () => {
    assert.equal(nearestWord("minutes", ["title", "level"]), undefined);
    assert.equal(nearestWord("", ["title"]), undefined);
    assert.equal(nearestWord("x", []), undefined);
  });
});
