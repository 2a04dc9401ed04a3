import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import * as vscode from "vscode";
import { commands } from "../../../src/ids";
import { check, extensionUnderTest, readAdt, start, tabs } from "../support/katas";
import { eventually } from "../support/workspace";

describe("a learner without a folder", () => {
  it("sees the katas and reads a brief", async () => {
    const { hooks } = await extensionUnderTest();
    assert.equal(vscode.workspace.workspaceFolders, undefined);
    hooks.dialogs.answers.push("Read an ADT^A01 by hand");
    await vscode.commands.executeCommand(commands.searchKatas);
    assert.ok((hooks.dialogs.asked.at(-1)?.labels.length ?? 0) >= 3);
    await eventually("the brief", () => tabs().flat().includes("Read an ADT^A01 by hand"));
  });

  it("is offered a folder by starting a kata, and nothing is written when none is chosen", async () => {
    const { hooks } = await extensionUnderTest();
    const said = hooks.dialogs.said.length;
    await start(readAdt);
    const [home, other] = hooks.dialogs.asked.at(-1)?.labels ?? [];
    assert.match(home ?? "", /^Use .*katas$/);
    assert.equal(other, "Choose a Folder…");
    assert.equal(hooks.dialogs.said.length, said);
    assert.equal(hooks.openKata(), undefined);
  });

  it("is told what to do by a command that needs a kata", async () => {
    const { hooks } = await extensionUnderTest();
    const said = hooks.dialogs.said.length;
    await check();
    assert.match(hooks.dialogs.said[said]?.message ?? "", /No kata is open/);
  });

  it("gets a report of what works, and one to file an issue with, that names no folder of the person's", async () => {
    const { hooks } = await extensionUnderTest();
    await vscode.commands.executeCommand(commands.reportIssue);
    const text = vscode.window.activeTextEditor?.document.getText() ?? "";
    assert.match(text, /- Health IT Katas: \d+\.\d+\.\d+/);
    assert.match(text, /None in this window/);
    assert.ok(!text.includes(tmpdir()) && !text.includes(process.env["HOME"] ?? "\u0000"));
    assert.match(hooks.dialogs.said.at(-1)?.message ?? "", /nothing has been sent/);
  });
});
