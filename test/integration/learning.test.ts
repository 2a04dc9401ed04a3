import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import type { TestHooks } from "../../src/editor/testHooks";
import { commands } from "../../src/ids";
import { attemptAfter, check, escapes, extensionUnderTest, folderOf, problemsOf, readAdt, reference, start, tabs, typeAndSave } from "./support/katas";
import { closeAllEditors, eventually, pause, workspaceFolder } from "./support/workspace";

describe("a learner's kata in the editor", () => {
  let hooks: TestHooks;
  let root: string;
  let workspace: string;
  let folder: string;
  let file: string;
  let right: Record<string, string>;

  before(async () => {
    ({ hooks, root } = await extensionUnderTest());
    workspace = workspaceFolder();
    folder = folderOf(workspace, readAdt);
    file = join(folder, "paths.json");
    right = JSON.parse(await reference(root, readAdt, "paths.json")) as Record<string, string>;
  });

  after(closeAllEditors);

  it("starts: the starter files are written, the first is open, and the brief beside it", async () => {
    await start(readAdt);
    assert.deepEqual(await readFile(file), await readFile(join(root, "katas", readAdt.path, "starter", "paths.json")));
    const marker = JSON.parse(await readFile(join(folder, ".kata.json"), "utf8")) as { uuid: string };
    assert.equal(marker.uuid, readAdt.uuid);
    assert.equal(hooks.openKata()?.folder, folder.replaceAll("\\", "/"));
    await eventually("the tabs", () => JSON.stringify(tabs()) === JSON.stringify([["paths.json"], ["Read an ADT^A01 by hand"]]));
  });

  it("keeps what is there when it is started again", async () => {
    await attemptAfter(hooks, folder, () => typeAndSave(file, "{}\n"));
    await start(readAdt);
    assert.equal(await readFile(file, "utf8"), "{}\n");
  });

  it("marks a wrong answer at its own place, with the sentence, the reason and where to read on", async () => {
    const text = `${JSON.stringify({ ...right, bed: "PV1-3.2" }, undefined, 2)}\n`;
    const attempt = await attemptAfter(hooks, folder, () => typeAndSave(file, text));
    assert.equal(attempt.outcome, "failed");
    const [problem, ...others] = problemsOf(file);
    assert.equal(others.length, 0);
    assert.ok(problem);
    const line = text.split("\n").findIndex((each) => each.includes('"bed"'));
    assert.equal(problem.range.start.line, line);
    assert.equal(text.split("\n")[line]?.slice(problem.range.start.character, problem.range.end.character), '"PV1-3.2"');
    assert.match(problem.message, /does not lead to the bed/);
    assert.match(problem.message, /\n.*two people/);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(typeof problem.code === "object" && problem.code.target.scheme === "https");
  });

  it("passes once it is right, takes the marks away and keeps the progress in the folder", async () => {
    const attempt = await attemptAfter(hooks, folder, () => typeAndSave(file, `${JSON.stringify(right, undefined, 2)}\n`));
    assert.equal(attempt.outcome, "passed");
    assert.match(attempt.editor, /^vscode \d+\.\d+/);
    assert.equal(problemsOf(file).length, 0);
    await hooks.settled();
    const progress = JSON.parse(await readFile(join(workspace, ".health-it-katas", "progress.json"), "utf8")) as { katas: Record<string, { attempts: { outcome: string }[] }> };
    assert.deepEqual(progress.katas[readAdt.uuid]?.attempts.map(({ outcome }) => outcome).at(-1), "passed");
  });

  it("saves before it checks on command", async () => {
    const document = await vscode.workspace.openTextDocument(file);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 1), " ");
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.isDirty, true);
    const attempt = await attemptAfter(hooks, folder, check);
    assert.equal(document.isDirty, false);
    assert.equal(attempt.outcome, "passed");
    await pause(600);
    assert.equal(hooks.lastAttempt(folder)?.id, attempt.id, "the save that the check made was checked again");
  });

  it("knows that a verdict is of before as soon as the text changes", async () => {
    const document = await vscode.workspace.openTextDocument(file);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 1), " ");
    await vscode.workspace.applyEdit(edit);
    await eventually("the mark", () => hooks.lookOf(folder).stale);
    await attemptAfter(hooks, folder, () => document.save());
    assert.equal(hooks.lookOf(folder).stale, false);
  });

  it("resets, and takes the reset back", async () => {
    const mine = await readFile(file, "utf8");
    await vscode.commands.executeCommand(commands.resetKata);
    assert.deepEqual(await readFile(file), await readFile(join(root, "katas", readAdt.path, "starter", "paths.json")));
    const said = hooks.dialogs.said.at(-1);
    assert.deepEqual(said?.offers.map(({ label }) => label), ["Undo Reset"]);
    await said?.offers[0]?.accept();
    assert.equal(await readFile(file, "utf8"), mine);
    const count = hooks.dialogs.said.length;
    await vscode.commands.executeCommand(commands.undoReset);
    assert.match(hooks.dialogs.said[count]?.message ?? "", /nothing to undo/);
  });

  it("shows a solution beside one's own after passing", async () => {
    await vscode.commands.executeCommand(commands.compareWithSolution);
    const input = vscode.window.tabGroups.all[0]?.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.equal(input.original.scheme, "health-it-katas-solution");
    assert.equal(input.modified.fsPath, file);
    const shown = await vscode.workspace.openTextDocument(input.original);
    assert.deepEqual(JSON.parse(shown.getText()), right);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });

  it("forgets its problems when the file is closed", async () => {
    await attemptAfter(hooks, folder, () => typeAndSave(file, "{}\n"));
    assert.ok(problemsOf(file).length > 0);
    await closeAllEditors();
    await eventually("no problems", () => problemsOf(file).length === 0);
    await eventually("no open kata", () => hooks.openKata() === undefined);
  });

  it("says what to do when a command needs a kata and none is open", async () => {
    const count = hooks.dialogs.said.length;
    await check();
    assert.match(hooks.dialogs.said[count]?.message ?? "", /No kata is open\. Start one/);
  });
});

describe("a kata with tests", function () {
  this.timeout(60_000);

  let hooks: TestHooks;
  let root: string;
  let folder: string;

  before(async () => {
    ({ hooks, root } = await extensionUnderTest());
    folder = folderOf(workspaceFolder(), escapes);
    await start(escapes);
  });

  after(closeAllEditors);

  it("shows hints one at a time and counts them, and a solution when asked twice, and says so in the next attempt", async () => {
    await vscode.commands.executeCommand(commands.showHint);
    await vscode.commands.executeCommand(commands.showHint);
    const count = hooks.dialogs.said.length;
    await vscode.commands.executeCommand(commands.compareWithSolution);
    assert.match(hooks.dialogs.said[count]?.message ?? "", /Ask once more/);
    const isSolution = (): boolean => vscode.window.tabGroups.all.some(({ activeTab }) => activeTab?.input instanceof vscode.TabInputTextDiff);
    assert.equal(isSolution(), false);
    await vscode.commands.executeCommand(commands.compareWithSolution);
    await eventually("the solution", isSolution);
    const attempt = await attemptAfter(hooks, folder, check);
    assert.equal(attempt.outcome, "failed");
    assert.equal(attempt.hintsUsed, 2);
    assert.equal(attempt.solutionShown, true);
  });

  it("runs its tests and passes with the reference", async () => {
    await typeAndSave(join(folder, "oru.hl7"), await reference(root, escapes, "oru.hl7"));
    await typeAndSave(join(folder, "escapes.ts"), await reference(root, escapes, "escapes.ts"));
    const attempt = await attemptAfter(hooks, folder, check, 20_000);
    assert.equal(attempt.outcome, "passed");
    const tests = attempt.results.find((result) => result.check === "decode")?.tests ?? [];
    assert.ok(tests.length > 3 && tests.every(({ outcome }) => outcome === "passed"));
  });

  it("runs from the Test Explorer", async () => {
    const from = new Date().toISOString();
    await eventually(
      "a run",
      async () => {
        await vscode.commands.executeCommand("testing.runAll");
        return (hooks.lastAttempt(folder)?.startedAt ?? "") > from;
      },
      20_000,
    );
    assert.equal(hooks.lastAttempt(folder)?.outcome, "passed");
  });

  it("is checked on save only where that is on, in the settings or as a continuous run", async () => {
    const file = join(folder, "oru.hl7");
    const settings = vscode.workspace.getConfiguration("healthItKatas");
    const text = await reference(root, escapes, "oru.hl7");
    const isChecked = async (withinMs: number): Promise<boolean> => {
      const before = hooks.lastAttempt(folder)?.id;
      await typeAndSave(file, `${text}ZZZ|1\r`);
      await typeAndSave(file, text);
      return eventually("a check", () => hooks.lastAttempt(folder)?.id !== before, withinMs).then(() => true, () => false);
    };
    await settings.update("checkOnSave", false, vscode.ConfigurationTarget.Workspace);
    try {
      assert.equal(await isChecked(2500), false);
      await vscode.commands.executeCommand("testing.startContinuousRun");
      assert.equal(await isChecked(15_000), true);
      await vscode.commands.executeCommand("testing.stopContinuousRun");
      await eventually("the end of the run", () => hooks.lookOf(folder).phase === "ended");
      assert.equal(await isChecked(2500), false);
    } finally {
      await settings.update("checkOnSave", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it("stops a debugger at a breakpoint in the learner's own file", async () => {
    const file = join(folder, "escapes.ts");
    const document = await vscode.workspace.openTextDocument(file);
    const line = document.getText().split("\n").findIndex((each) => each.startsWith("export function decode")) + 1;
    const breakpoint = new vscode.SourceBreakpoint(new vscode.Location(document.uri, new vscode.Position(line, 4)));
    vscode.debug.addBreakpoints([breakpoint]);
    let ended = false;
    const ending = vscode.debug.onDidTerminateDebugSession(({ parentSession }) => (ended ||= parentSession === undefined));
    try {
      void vscode.commands.executeCommand("testing.debugAll");
      await eventually("a stop", () => vscode.debug.activeStackItem instanceof vscode.DebugStackFrame, 40_000);
      await eventually("the learner's line", () => {
        const { document: shown, selection } = vscode.window.activeTextEditor ?? {};
        return shown?.uri.fsPath === file && (selection?.active.line ?? -1) >= line;
      });
      vscode.debug.removeBreakpoints([breakpoint]);
      // The debugger hears of the removal a moment later, and the learner's function is called many times.
      await eventually("the end", async () => {
        if (!ended && vscode.debug.activeStackItem instanceof vscode.DebugStackFrame) {
          await vscode.commands.executeCommand("workbench.action.debug.continue");
        }
        return ended;
      }, 40_000);
    } finally {
      vscode.debug.removeBreakpoints([breakpoint]);
      await vscode.debug.stopDebugging();
      ending.dispose();
    }
  });

  it("gets the types of Node's globals beside it", async () => {
    const types = join(workspaceFolder(), ".health-it-katas", "types", "version.txt");
    await eventually("the types", () => stat(types).then(() => true, () => false), 15_000);
  });
});
