import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commands } from "../../../src/ids";
import { extensionUnderTest } from "../support/katas";

describe("verifying a pack in a workspace that is not trusted", () => {
  it("runs nothing, and says what to do first", async () => {
    const { hooks } = await extensionUnderTest();
    const before = hooks.dialogs.said.length;
    await vscode.commands.executeCommand(commands.verifyPack);
    assert.deepEqual(hooks.dialogs.said.slice(before).map(({ kind, message }) => [kind, message]), [
      ["error", "Verify runs the code of the pack, and this workspace is not trusted. Trust it first with \"Workspaces: Manage Workspace Trust\"."],
    ]);
  });
});
