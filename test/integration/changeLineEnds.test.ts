import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import type { TestHooks } from "../../src/editor/testHooks";
import { commands } from "../../src/ids";
import { extensionUnderTest } from "./support/katas";
import { closeAllEditors, eventually, workspaceFolder } from "./support/workspace";

describe("changing the line ends of a .hl7 file by command", () => {
  let hooks: TestHooks;
  before(async () => ({ hooks } = await extensionUnderTest()));
  afterEach(closeAllEditors);

  const turns: readonly (readonly [string, string, string])[] = [
    ["CR", "MSH|^~\\&|A\nPID|1\n", "MSH|^~\\&|A|X\rPID|1\r"],
    ["LF", "MSH|^~\\&|A\rPID|1\r", "MSH|^~\\&|A|X\nPID|1\n"],
    ["CRLF", "MSH|^~\\&|A\rPID|1\nPV1", "MSH|^~\\&|A|X\r\nPID|1\r\nPV1"],
  ];
  for (const [chosen, before, after] of turns) {
    it(`gives the file ${chosen}, which it keeps`, async () => {
      const path = join(workspaceFolder(), `turned-to-${chosen}.hl7`);
      await writeFile(path, before);
      const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(vscode.Uri.file(path)));
      hooks.dialogs.answers.push(chosen);
      await vscode.commands.executeCommand(commands.changeLineEnds);
      assert.equal(await readFile(path, "latin1"), after.replace("|X", ""));

      await eventually("the edit", () => editor.edit((edit) => edit.insert(editor.document.lineAt(0).range.end, "|X")));
      await editor.document.save();
      await eventually("the save", () => !editor.document.isDirty);
      await eventually("the bytes", async () => (await readFile(path, "latin1")) === after, 2000).catch(async () => {
        assert.equal(JSON.stringify(await readFile(path, "latin1")), JSON.stringify(after));
      });
    });
  }
});
