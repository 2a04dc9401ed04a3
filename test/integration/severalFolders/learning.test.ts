import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import { attemptAfter, check, escapes, extensionUnderTest, folderOf, readAdt, start } from "../support/katas";

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

describe("a learner with several folders open", () => {
  const folders = (): readonly string[] => (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);

  it("is asked once in which one the katas are to be, and can still change the mind", async () => {
    const { hooks } = await extensionUnderTest();
    const [one = "", two = ""] = folders();
    await start(readAdt);
    assert.deepEqual(hooks.dialogs.asked.at(-1)?.labels, ["one", "two"]);
    assert.equal((await exists(folderOf(one, readAdt))) || (await exists(folderOf(two, readAdt))), false);

    hooks.dialogs.answers.push("two");
    await start(readAdt);
    assert.equal(await exists(folderOf(one, readAdt)), false);
    assert.equal(await exists(join(folderOf(two, readAdt), "paths.json")), true);
  });

  it("is not asked again", async () => {
    const { hooks } = await extensionUnderTest();
    const [, two = ""] = folders();
    const asked = hooks.dialogs.asked.length;
    await start(escapes);
    assert.equal(hooks.dialogs.asked.length, asked);
    assert.equal(await exists(join(folderOf(two, escapes), "escapes.ts")), true);
  });

  it("has the progress kept in the folder of the kata", async () => {
    const { hooks } = await extensionUnderTest();
    const [one = "", two = ""] = folders();
    await start(readAdt);
    await attemptAfter(hooks, folderOf(two, readAdt), check);
    await hooks.settled();
    assert.equal(await exists(join(two, ".health-it-katas", "progress.json")), true);
    assert.equal(await exists(join(one, ".health-it-katas", "progress.json")), false);
  });
});
