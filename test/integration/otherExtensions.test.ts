import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { commands } from "../../src/ids";
import { extensionUnderTest } from "./support/katas";

describe("the API for other extensions", () => {
  let folder: string;

  before(async () => {
    const { root } = await extensionUnderTest();
    folder = await mkdtemp(join(tmpdir(), "hik-pack-"));
    await cp(join(root, "katas", "fhir"), folder, { recursive: true });
    await rm(join(folder, "catalogue.json"), { force: true });
    await change(join(folder, "package.json"), { name: "@somebody/katas" });
    await change(join(folder, "fhir-first-patient", "kata.json"), { uuid: "3f0e5f7e-7d60-4a64-9c1f-0b2f7f6a9d11", title: "A kata of another extension" });
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it("adds a source of katas, and takes it away again", async () => {
    const { api } = await extensionUnderTest();
    assert.equal(api.version, 1);
    const source = api.registerKataSource({ id: "somebody.katas", folders: () => [folder] });
    assert.equal((await listed()).includes("A kata of another extension"), true);
    source.dispose();
    assert.equal((await listed()).includes("A kata of another extension"), false);
  });

  it("says what is wrong with a source that is none, or whose id is taken", async () => {
    const { api } = await extensionUnderTest();
    assert.throws(() => api.registerKataSource({} as never), TypeError);
    const source = api.registerKataSource({ id: "somebody.katas", folders: () => [] });
    assert.throws(() => api.registerKataSource({ id: "somebody.katas", folders: () => [] }), /registered already/);
    source.dispose();
  });

  it("keeps a source that fails from hiding the others", async () => {
    const { api } = await extensionUnderTest();
    const source = api.registerKataSource({ id: "somebody.katas", folders: () => Promise.reject(new Error("offline")) });
    assert.equal((await listed()).includes("Read an ADT^A01 by hand"), true);
    source.dispose();
  });
});

/** Titles of all katas, as the search lists them. */
async function listed(): Promise<readonly string[]> {
  const { hooks } = await extensionUnderTest();
  await vscode.commands.executeCommand(commands.searchKatas);
  return hooks.dialogs.asked.at(-1)?.labels ?? [];
}

async function change(path: string, values: object): Promise<void> {
  const before = JSON.parse(await readFile(path, "utf8")) as object;
  await writeFile(path, JSON.stringify({ ...before, ...values }));
}
