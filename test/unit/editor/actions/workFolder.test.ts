import { stub, vscodeStub } from "../../../support/editor/vscodeStub";
import assert from "node:assert/strict";
import { HumanError } from "../../../../src/core/humanError";
import { WorkFolder } from "../../../../src/editor/actions/workFolder";
import { StoredState } from "../../../../src/editor/storedState";
import { ScriptedDialogs } from "../../../../src/editor/testHooks";
import { silentLogger } from "../../../support/editor/silentLogger";

function state(): StoredState {
  const memory = new Map<string, unknown>();
  return new StoredState({ get: (key) => memory.get(key), update: async (key, value) => void memory.set(key, value) }, silentLogger);
}

function workFolder(): { folders: WorkFolder; dialogs: ScriptedDialogs; again: () => WorkFolder } {
  const dialogs = new ScriptedDialogs();
  const around = { dialogs, log: silentLogger, stored: state(), storedForAll: state(), home: async () => "/home/ada" };
  return { folders: new WorkFolder(around), dialogs, again: () => new WorkFolder(around) };
}

function open(...paths: readonly string[]): void {
  stub.folders = paths.map((path) => ({ name: path.split("/").at(-1) ?? "", uri: vscodeStub.Uri.file(path) }));
}

describe("WorkFolder", () => {
  afterEach(() => {
    stub.folders = undefined;
  });

  it("takes the only folder without a question", async () => {
    open("/w/one");
    const { folders, dialogs } = workFolder();
    assert.equal(await folders.inWorkspace(), "/w/one");
    assert.deepEqual(dialogs.asked, []);
  });

  it("asks once which of several, and asks again when that one is closed", async () => {
    open("/w/one", "/w/two");
    const { dialogs, again } = workFolder();
    dialogs.answers.push("two");
    assert.equal(await again().inWorkspace(), "/w/two");
    assert.equal(await again().inWorkspace(), "/w/two");
    assert.equal(dialogs.asked.length, 1);
    open("/w/one", "/w/three");
    assert.equal(await again().inWorkspace(), undefined);
    assert.equal(dialogs.asked.length, 2);
  });

  it("says what to do when no open folder is on a disk", async () => {
    stub.folders = [];
    await assert.rejects(workFolder().folders.inWorkspace(), HumanError);
  });

  it("offers a folder of the person's, or another, while none is open", async () => {
    const { folders, dialogs } = workFolder();
    dialogs.answers.push("Use /home/ada/katas");
    assert.equal(await folders.offered(), "/home/ada/katas");
    dialogs.answers.push("Choose a Folder…", "/elsewhere");
    assert.equal(await folders.offered(), "/elsewhere");
    assert.equal(await folders.offered(), undefined);
  });

  it("gives out what waits for a folder once, in the window that has it open", async () => {
    const { folders } = workFolder();
    await folders.openWith("/home/ada/katas", "uuid");
    assert.equal(stub.executed.at(-1)?.[0], "vscode.openFolder");
    assert.equal(await folders.takePending(), undefined);
    open("/home/ada/katas");
    assert.deepEqual(await folders.takePending(), { workspace: "/home/ada/katas", uuid: "uuid" });
    assert.equal(await folders.takePending(), undefined);
  });
});
