import assert from "node:assert/strict";
import type { Outcome } from "../../../src/core/checks/outcome";
import { outcomeText, plainStyle, styleFor } from "../../../src/cli/style";

// eslint-disable-next-line no-control-regex -- the escape character of terminals is what is looked for
const sequences = /\u001b\[\d+m/g;
const outcomes: readonly Outcome[] = ["passed", "failed", "errored", "timedOut", "blocked"];

describe("the style of human text", () => {
  it("has colours on a terminal only, and not where they are unwanted or cannot be shown", () => {
    assert.match(styleFor(true, { TERM: "xterm" }).bad("x"), sequences);
    assert.match(styleFor(true, { NO_COLOR: "" }).bad("x"), sequences);
    for (const plain of [styleFor(false, {}), styleFor(true, { NO_COLOR: "1" }), styleFor(true, { TERM: "dumb" })]) {
      assert.equal(plain.bad("x"), "x");
    }
  });

  it("says each outcome by a mark and a word of its own, so that colours tell nothing alone", () => {
    const coloured = styleFor(true, {});
    assert.equal(new Set(outcomes.map((outcome) => outcomeText(outcome, plainStyle))).size, outcomes.length);
    for (const outcome of outcomes) {
      assert.equal(outcomeText(outcome, coloured).replace(sequences, ""), outcomeText(outcome, plainStyle));
    }
  });
});
