import assert from "node:assert/strict";
import fc from "fast-check";
import { HumanError } from "../../../../src/core/humanError";
import { formatSignatures, parseSignatures, wrongAnswerWith } from "../../../../src/core/packs/signatureFile";

describe("signatures.json", () => {
  it("reads back what it writes, and writes the same bytes whatever the order", () => {
    const signatures = fc.dictionary(fc.stringMatching(/^[a-z-]{1,8}$/), fc.dictionary(fc.stringMatching(/^[a-z-]{1,8}$/), fc.uniqueArray(fc.string())));
    fc.assert(fc.property(signatures, (given) => {
      const text = formatSignatures(given);
      assert.equal(formatSignatures(parseSignatures(text)), text);
      const turned = Object.fromEntries(Object.entries(given).reverse().map(([id, kata]) => [id, Object.fromEntries(Object.entries(kata).reverse().map(([wrong, entries]) => [wrong, [...entries].reverse()]))]));
      assert.equal(formatSignatures(turned), text);
    }));
  });

  it("refuses anything else with a sentence", () => {
    for (const text of ["", "[]", "null", '{"a": []}', '{"a": {"b": "c"}}', '{"a": {"b": [1]}}']) {
      assert.throws(() => parseSignatures(text), (error) => error instanceof HumanError && error.message.includes("verify --write"), text);
    }
  });

  it("knows a wrong answer by its exact signature, in any order", () => {
    const known = { one: ["a|x", "b|y"], two: ["a|x"] };
    assert.equal(wrongAnswerWith(["b|y", "a|x"], known), "one");
    assert.equal(wrongAnswerWith(["a|x"], known), "two");
    assert.equal(wrongAnswerWith(["b|y"], known), undefined);
  });

  it("knows no wrong answer by an empty signature, which is that of a pass", () => {
    assert.equal(wrongAnswerWith([], { none: [] }), undefined);
  });
});
