import assert from "node:assert/strict";
import { join } from "node:path";
import * as vscode from "vscode";
import { attemptAfter, check, escapes, extensionUnderTest, folderOf, problemsOf, readAdt, reference, start, typeAndSave } from "../support/katas";
import { closeAllEditors, workspaceFolder } from "../support/workspace";

describe("a learner's kata in a folder that is not trusted", () => {
  afterEach(closeAllEditors);

  before(() => assert.equal(vscode.workspace.isTrusted, false));

  it("is started, checked and passed where no code has to run", async () => {
    const { hooks, root } = await extensionUnderTest();
    const folder = folderOf(workspaceFolder(), readAdt);
    await start(readAdt);
    const failed = await attemptAfter(hooks, folder, check);
    assert.equal(failed.outcome, "failed");
    assert.equal(problemsOf(join(folder, "paths.json")).length, 12);
    const file = join(folder, "paths.json");
    const passed = await attemptAfter(hooks, folder, async () => typeAndSave(file, await reference(root, readAdt, "paths.json")));
    assert.equal(passed.outcome, "passed");
  });

  it("waits with checks that run code, says why and what to do, and never passes without them", async () => {
    const { hooks, root } = await extensionUnderTest();
    const folder = folderOf(workspaceFolder(), escapes);
    await start(escapes);
    await typeAndSave(join(folder, "oru.hl7"), await reference(root, escapes, "oru.hl7"));
    await typeAndSave(join(folder, "escapes.ts"), await reference(root, escapes, "escapes.ts"));
    const attempt = await attemptAfter(hooks, folder, check);
    assert.equal(attempt.outcome, "blocked");
    const decode = attempt.results.find((result) => result.check === "decode");
    assert.equal(decode?.outcome, "blocked");
    assert.match(decode?.findings[0]?.message ?? "", /until you trust this folder.*Manage Workspace Trust/);
    assert.deepEqual(
      attempt.results.filter(({ outcome }) => outcome !== "blocked").map(({ outcome }) => outcome).filter((outcome) => outcome !== "passed"),
      [],
    );
  });
});
