import { stub } from "../../support/editor/vscodeStub";
import assert from "node:assert/strict";
import { sentenceFor } from "../../../src/core/checks/sentences";
import { HumanError } from "../../../src/core/humanError";
import { findingMessage, translateError } from "../../../src/editor/messages";
import { coreMessages } from "../../../src/editor/coreMessages";

describe("sentences of core in the editor's language", () => {
  beforeEach(() => {
    stub.translate = (text) => text.replaceAll(/[a-z](?![a-zA-Z]*\})/g, (letter) => letter.toUpperCase());
  });

  afterEach(() => {
    stub.translate = (text) => text;
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
    const [text = ""] = coreMessages["learner.snapshotDamaged"] ?? [];
    const error = new HumanError("learner.snapshotDamaged", text.replace("{folder}", "/s").replace("{path}", "a"), { folder: "/s", path: "a" });
    assert.equal(translateError(error), "THE SNAPSHOT /s LACKS a, SO NOTHING WAS CHANGED. CHOOSE ANOTHER SNAPSHOT.");
  });

  it("stay English where values do not make up the sentence", () => {
    assert.equal(translateError(new HumanError("learner.snapshotDamaged", "Something else.", {})), "Something else.");
    assert.equal(translateError(new HumanError("of.nobody", "Nobody knows this.", {})), "Nobody knows this.");
  });
});
