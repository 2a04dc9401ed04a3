import assert from "node:assert/strict";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import type { TestHooks } from "../../src/editor/testHooks";
import { TarArchive } from "../../src/env/distribution/tarArchive";
import { commands, schemes } from "../../src/ids";
import { attemptAfter, check, extensionUnderTest, folderOf, removeKatas, start, typeAndSave } from "./support/katas";
import { closeAllEditors, eventually, workspaceFolder } from "./support/workspace";

const kata = { uuid: "7b1f8e0c-5d0e-4c7c-9a53-6b8f0a1d2e31", path: "course/fhir-first-patient" };
const archived = "0d9c6a52-1c1b-4f0e-8f6b-3a5f5d7c9b02";

describe("packs that a person installs", () => {
  let hooks: TestHooks;
  let root: string;
  let scratch: string;
  let workspace: string;

  before(async () => {
    ({ hooks, root } = await extensionUnderTest());
    workspace = workspaceFolder();
    scratch = await mkdtemp(join(tmpdir(), "hik-install-"));
  });

  afterEach(async () => {
    hooks.dialogs.answers.length = 0;
    await closeAllEditors();
  });

  // So that a test that is tried again finds nothing of the first try.
  beforeEach(async () => {
    for (const name of ["@somebody/course", "@somebody/archived"]) {
      hooks.dialogs.answers.push(name, "Uninstall");
      await vscode.commands.executeCommand(commands.uninstallPack);
      hooks.dialogs.answers.length = 0;
    }
    await removeKatas(workspace);
  });

  after(async () => {
    await removeKatas(workspace);
    await rm(scratch, { recursive: true, force: true });
  });

  /** A pack of one kata, as an author's folder. */
  const author = async (name: string, version: string, uuid: string): Promise<string> => {
    const folder = join(scratch, name);
    await rm(folder, { recursive: true, force: true });
    await cp(join(root, "katas", "fhir"), folder, { recursive: true });
    await rm(join(folder, "catalogue.json"), { force: true });
    await change(join(folder, "package.json"), { name: `@somebody/${name}`, version });
    await change(join(folder, "fhir-first-patient", "kata.json"), { uuid, title: `A kata of ${name}` });
    return folder;
  };
  const said = (): readonly string[] => hooks.dialogs.said.map(({ message }) => message);
  const listed = async (): Promise<readonly string[]> => {
    await vscode.commands.executeCommand(commands.searchKatas);
    return hooks.dialogs.asked.at(-1)?.labels ?? [];
  };

  it("write nothing when she does not agree", async () => {
    const folder = await author("course", "1.0.0", kata.uuid);
    hooks.dialogs.answers.push("Folder", folder);
    await vscode.commands.executeCommand(commands.installPack);
    assert.deepEqual(hooks.dialogs.asked.at(-1), { title: "Install @somebody/course 1.0.0?", labels: ["Install"] });
    assert.equal(said().at(-1), "Nothing was installed.");
    assert.equal((await listed()).includes("A kata of course"), false);
  });

  it("come from a folder, are updated after she saw what changes, merged with what she wrote, and rolled back", async () => {
    const folder = await author("course", "1.0.0", kata.uuid);
    hooks.dialogs.answers.push("Folder", folder, "Install");
    await vscode.commands.executeCommand(commands.installPack);
    assert.equal(said().at(-1), "Installed: @somebody/course 1.0.0");
    assert.equal((await listed()).includes("A kata of course"), true);

    await start(kata);
    const mine = join(folderOf(workspace, kata), "patient.json");
    const written = "{\n  \"resourceType\": \"Patient\"\n}\n";
    // The editor refuses an edit made for a version that it has just left, as when a file is read anew that was just written.
    await eventually("the edit", () => typeAndSave(mine, written).then(() => true, () => false));
    const before = await attemptAfter(hooks, folderOf(workspace, kata), check);
    const { checks } = JSON.parse(await readFile(join(folder, "fhir-first-patient", "kata.json"), "utf8")) as { readonly checks: readonly { readonly id: string }[] };
    const ids = checks.map(({ id }) => id);
    assert.deepEqual(before.results.map((result) => result.check), ids);

    await author("course", "1.1.0", kata.uuid);
    const source = join(folder, "fhir-first-patient");
    await change(join(source, "kata.json"), { checks: [...checks, { id: "type", title: "It says that it is a patient", file: "patient.json", as: "json", schema: "checks/type.schema.json" }] });
    await writeFile(join(source, "checks", "type.schema.json"), JSON.stringify({ $schema: "https://json-schema.org/draft/2020-12/schema", type: "object", properties: { resourceType: { const: "Patient" } }, required: ["resourceType"] }));
    await writeFile(join(source, "starter", "patient.json"), "{\n  \"resourceType\": \"\"\n}\n\n");
    hooks.dialogs.answers.push("Use New Version", "Show Side by Side", "Merge");
    await vscode.commands.executeCommand(commands.updatePacks);
    assert.ok(said().includes("@somebody/course is at 1.1.0 now. Your files are as they were."), said().slice(-3).join("\n"));
    const page = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === schemes.report && uri.path.endsWith("changes.txt"));
    assert.match(page?.getText() ?? "", /A kata of course: adds one check, changes one starter file, you pass all of them\n {2}\+ It says that it is a patient\n/);
    assert.match(said().at(-1) ?? "", /^The new starter of A kata of course is in your files/);
    assert.match(await readFile(mine, "utf8"), /"resourceType": "Patient"/);

    const after = await attemptAfter(hooks, folderOf(workspace, kata), check);
    assert.deepEqual(after.results.map((result) => result.check), [...ids, "type"]);
    const progress = JSON.parse(await progressText(hooks, workspace)) as unknown;
    assert.ok(JSON.stringify(progress).includes(before.id), "the attempt from before the update is lost");

    hooks.dialogs.answers.push("@somebody/course");
    await vscode.commands.executeCommand(commands.rollBackPack);
    assert.match(said().at(-1) ?? "", /^@somebody\/course is at 1\.0\.0 again/);
    assert.match(await readFile(mine, "utf8"), /"resourceType": "Patient"/);
    const back = await attemptAfter(hooks, folderOf(workspace, kata), check);
    assert.deepEqual(back.results.map((result) => result.check), ids);
    hooks.dialogs.answers.push("@somebody/course", "Uninstall");
    await vscode.commands.executeCommand(commands.uninstallPack);
    assert.equal((await listed()).includes("A kata of course"), false);
    assert.match(await readFile(mine, "utf8"), /"resourceType": "Patient"/);
  });

  it("come from an archive, and go again", async () => {
    const folder = await author("archived", "2.0.0", archived);
    const files = new Map<string, Uint8Array>();
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile()) {
        files.set(path.slice(folder.length + 1).replaceAll("\\", "/"), await readFile(path));
      }
    }
    const archive = join(scratch, "archived-2.0.0.tgz");
    await writeFile(archive, await new TarArchive().pack(files));
    hooks.dialogs.answers.push("File", archive, "Install");
    await vscode.commands.executeCommand(commands.installPack);
    assert.equal(said().at(-1), "Installed: @somebody/archived 2.0.0");
    assert.equal((await listed()).includes("A kata of archived"), true);
    hooks.dialogs.answers.push("@somebody/archived", "Uninstall");
    await vscode.commands.executeCommand(commands.uninstallPack);
    assert.equal((await listed()).includes("A kata of archived"), false);
  });

  it("are those that a lock file pins, with the very content", async () => {
    const folder = await author("course", "1.0.0", kata.uuid);
    const installed = vscode.Uri.file(folder);
    const lock = join(workspace, "katas.lock.json");
    const pin = (integrity: string) => writeFile(lock, JSON.stringify({ lockVersion: 1, packs: { "@somebody/course": { version: "1.0.0", source: `file:${installed.fsPath}`, integrity } } }));
    try {
      await pin(`sha512-${"A".repeat(86)}==`);
      await vscode.commands.executeCommand(commands.installPack, "katas.lock.json");
      assert.match(said().at(-1) ?? "", /has other content at .* than katas\.lock\.json pins/);
    } finally {
      await rm(lock, { force: true });
    }
  });

  it("are refused with the reason when they are none", async () => {
    const archive = join(scratch, "page.tgz");
    await writeFile(archive, "<html>");
    hooks.dialogs.answers.push("File", archive);
    await vscode.commands.executeCommand(commands.installPack);
    assert.match(said().at(-1) ?? "", /is no gzip file/);
  });
});

async function progressText(hooks: TestHooks, workspace: string): Promise<string> {
  await hooks.settled();
  return await readFile(join(workspace, ".health-it-katas", "progress.json"), "utf8");
}

async function change(path: string, values: object): Promise<void> {
  const before = JSON.parse(await readFile(path, "utf8")) as object;
  await writeFile(path, JSON.stringify({ ...before, ...values }));
}
