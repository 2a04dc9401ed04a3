import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import { attemptAfter, escapes, extensionUnderTest, folderOf, readAdt, start } from "../support/katas";
import { closeAllEditors, eventually, pause, workspaceFolder } from "../support/workspace";

describe("a learner's kata where the editor saves and formats by itself", function () {
  this.timeout(60_000);

  after(closeAllEditors);

  it("is checked for what was typed, and far fewer times than it was saved", async () => {
    const { hooks } = await extensionUnderTest();
    const folder = folderOf(workspaceFolder(), readAdt);
    await start(readAdt);
    const seen = new Set<string>();
    const document = await vscode.workspace.openTextDocument(join(folder, "paths.json"));
    const editor = await vscode.window.showTextDocument(document);
    let saves = 0;
    const counting = vscode.workspace.onDidSaveTextDocument(() => void saves++);
    const last = await attemptAfter(hooks, folder, async () => {
      for (let index = 0; index < 15; index++) {
        await eventually("a key", () => editor.edit((edit) => edit.insert(new vscode.Position(document.lineCount - 1, 0), " ")));
        seen.add(hooks.lastAttempt(folder)?.id ?? "");
        await pause(40);
      }
      await eventually("everything saved", () => !document.isDirty);
      await pause(500);
    }, 40_000);
    counting.dispose();
    assert.equal(last.outcome, "failed");
    assert.ok(seen.size <= saves + 1, `${String(seen.size)} checks for ${String(saves)} saves`);
    await eventually("a verdict on the last state", () => hooks.lookOf(folder).phase === "ended" && !hooks.lookOf(folder).stale);
  });

  it("keeps an HL7 file of a kata byte by byte", async () => {
    const { root } = await extensionUnderTest();
    const folder = folderOf(workspaceFolder(), escapes);
    await start(escapes);
    const path = join(folder, "oru.hl7");
    const starter = await readFile(join(root, "katas", escapes.path, "starter", "oru.hl7"));
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(path));
    await eventually("a key", () => editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "X")));
    await eventually("the save", async () => (await readFile(path)).length === starter.length + 1);
    await eventually("a key", () => editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 0, 1))));
    await eventually("the starter's bytes again", async () => (await readFile(path)).equals(starter));
  });
});
