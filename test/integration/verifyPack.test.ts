import assert from "node:assert/strict";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import type { TestHooks } from "../../src/editor/testHooks";
import { commands } from "../../src/ids";
import { extensionUnderTest, problemsOf } from "./support/katas";
import { closeAllEditors, workspaceFolder } from "./support/workspace";

interface Manifest {
  readonly wrong: readonly { readonly id: string; readonly message: string }[];
}

describe("verifying a pack that is open as a folder", () => {
  let hooks: TestHooks;
  let root: string;
  const pack = (): string => join(workspaceFolder(), "course");
  const manifestPath = (): string => join(pack(), "v2-read-adt", "kata.json");

  before(async () => ({ hooks, root } = await extensionUnderTest()));
  beforeEach(async () => {
    await mkdir(pack(), { recursive: true });
    await cp(join(root, "katas", "hl7v2", "v2-read-adt"), join(pack(), "v2-read-adt"), { recursive: true });
    const manifest = { name: "@course/first", version: "1.0.0", license: "CC-BY-4.0", keywords: ["health-it-katas"], kataPack: { format: 1, title: "First", katas: ["v2-read-adt"] } };
    await writeFile(join(pack(), "package.json"), JSON.stringify(manifest, null, 2));
  });
  afterEach(async () => {
    await closeAllEditors();
    await rm(pack(), { recursive: true, force: true });
  });

  const said = async (place?: vscode.Uri): Promise<string | undefined> => {
    const before = hooks.dialogs.said.length;
    await vscode.commands.executeCommand(commands.verifyPack, place);
    return hooks.dialogs.said.slice(before).map(({ message }) => message).at(-1);
  };

  it("says that a sound kata is sound", async function () {
    this.timeout(60_000);
    assert.equal(await said(vscode.Uri.file(manifestPath())), "v2-read-adt: the gate is open. Sound katas: 1.");
    assert.deepEqual(problemsOf(manifestPath()), []);
  });

  it("marks a wrong answer that is not refused as declared at its line, until it is", async function () {
    this.timeout(90_000);
    const sound = await readFile(manifestPath(), "utf8");
    const { wrong: [first] } = JSON.parse(sound) as Manifest;
    assert.ok(first);
    await writeFile(manifestPath(), sound.replace(JSON.stringify(first.message), "\"no check says this\""));
    assert.match((await said(vscode.Uri.file(manifestPath()))) ?? "", /^v2-read-adt: the gate is closed\. Sound katas: 0 of 1; problems: 1\.$/);
    const [problem] = problemsOf(manifestPath());
    const line = sound.split("\n").findIndex((text) => text.includes(`"id": ${JSON.stringify(first.id)}`));
    assert.deepEqual([problem?.code, problem?.range.start.line], ["verify.wrongAnswerNotRefused", line]);
    await writeFile(manifestPath(), sound);
    await said(vscode.Uri.file(manifestPath()));
    assert.deepEqual(problemsOf(manifestPath()), []);
  });

  it("finds the only pack of the workspace, and tells at package.json what concerns all of it", async function () {
    this.timeout(60_000);
    assert.match((await said()) ?? "", /^@course\/first: the gate is closed\. Sound katas: 1 of 1; problems: 2\.$/);
    assert.deepEqual(problemsOf(join(pack(), "package.json")).map(({ code }) => code), ["pack.signaturesStale", "pack.catalogueStale"]);
  });
});
