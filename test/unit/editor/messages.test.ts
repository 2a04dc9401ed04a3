import { stub } from "../../support/editor/vscodeStub";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sentenceFor } from "../../../src/core/checks/sentences";
import { HumanError } from "../../../src/core/humanError";
import { findingMessage, translateError } from "../../../src/editor/messages";

describe("sentences of core in the editor's language", () => {
  beforeEach(() => {
    stub.bundle = JSON.parse(readFileSync(join(__dirname, "../../../l10n/bundle.l10n.json"), "utf8")) as Record<string, string>;
    stub.translate = (text) => text.replaceAll(/[a-z](?![a-zA-Z]*\})/g, (letter) => letter.toUpperCase());
  });

  afterEach(() => {
    stub.translate = (text) => text;
    stub.bundle = undefined;
  });

  it("are translated by code and values", () => {
    const args = { name: "paths", property: "mrn" };
    const message = sentenceFor("schema.required", args) ?? "";
    assert.equal(message, '"mrn" is missing in paths.');
    assert.equal(findingMessage({ code: "schema.required", args, message }), '"mrn" IS MISSING IN paths.');
  });

  it("stay as an author wrote them for a kata", () => {
    const message = "`mrn` is missing; every question wants a path.";
    assert.equal(findingMessage({ code: "schema.required", args: { name: "paths", property: "mrn" }, message }), message);
  });

  it("are those of errors, too", () => {
    const args = { folder: "/s", path: "a" };
    const error = new HumanError("learner.snapshotDamaged", "The snapshot /s lacks a, so nothing was changed. Choose another snapshot.", args);
    assert.equal(translateError(error), "THE SNAPSHOT /s LACKS a, SO NOTHING WAS CHANGED. CHOOSE ANOTHER SNAPSHOT.");
    stub.bundle = undefined;
    assert.equal(translateError(error), error.message);
  });

  it("stay English where values do not make up the sentence", () => {
    assert.equal(translateError(new HumanError("learner.snapshotDamaged", "Something else.", {})), "Something else.");
    assert.equal(translateError(new HumanError("of.nobody", "Nobody knows this.", {})), "Nobody knows this.");
  });
});
