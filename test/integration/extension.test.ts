import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("the extension in the editor", () => {
  it("is there under the name by which others ask for it", async () => {
    const extension = vscode.extensions.getExtension("health-it-katas.health-it-katas");
    assert.ok(extension, "the editor does not know health-it-katas.health-it-katas");
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it("knows .hl7 files and keeps the editor's hands off their bytes", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "hl7", content: "MSH|^~\\&|\n" });
    assert.equal(document.languageId, "hl7");
    const value = (name: string): unknown => vscode.workspace.getConfiguration(undefined, document).get(name);
    assert.deepEqual(
      ["files.insertFinalNewline", "files.trimFinalNewlines", "files.trimTrailingWhitespace", "editor.formatOnSave", "editor.unusualLineTerminators"].map(value),
      [false, false, false, false, "off"],
    );
  });
});
