import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import type { Activated } from "../../../src/activate";
import type { Attempt } from "../../../src/core/checks/attempt";
import type { TestHooks } from "../../../src/editor/testHooks";
import { commands } from "../../../src/ids";
import { eventually } from "./workspace";

/** A kata that needs no trust, and one with tests. */
export const readAdt = { uuid: "9b6054ff-b926-49da-93b9-7051806c2125", path: "hl7v2/v2-read-adt" };
export const escapes = { uuid: "ecb0ed37-9533-4b00-bf1a-2374740ced98", path: "hl7v2/v2-escapes" };

/** What the extension hands out to tests. */
export async function extensionUnderTest(): Promise<{ api: Activated["api"]; hooks: TestHooks; root: string }> {
  const extension = vscode.extensions.getExtension<Activated["api"]>("health-it-katas.health-it-katas");
  assert.ok(extension, "the editor does not know the extension");
  const api = await extension.activate();
  const hooks = api.testing;
  assert.ok(hooks, "the extension hands out nothing for tests");
  return { api, hooks, root: extension.extensionUri.fsPath };
}

/** Where a kata lies in a workspace folder. */
export function folderOf(workspace: string, kata: { readonly path: string }): string {
  return join(workspace, "health-it-katas", ...kata.path.split("/"));
}

/** Writes a file of a kata through the editor, as a person would, and saves it. */
export async function typeAndSave(path: string, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.equal(await vscode.workspace.applyEdit(edit), true, "the edit was refused");
  await document.save();
  await eventually(`${path} to be saved`, () => !document.isDirty);
}

/** Does something that makes a check, and gives the attempt that was begun after it. */
export async function attemptAfter(hooks: TestHooks, folder: string, work: () => PromiseLike<unknown>, withinMs = 15_000): Promise<Attempt> {
  const from = new Date().toISOString();
  await work();
  const last = (): Attempt | undefined => (hooks.lookOf(folder).phase === "ended" ? hooks.lastAttempt(folder) : undefined);
  await eventually("another attempt", () => (last()?.startedAt ?? "") >= from, withinMs);
  const attempt = last();
  assert.ok(attempt);
  return attempt;
}

/** The right answer to a kata. */
export async function reference(root: string, kata: { readonly path: string }, file: string): Promise<string> {
  return readFile(join(root, "katas", kata.path, "solutions", "reference", file), "utf8");
}

export async function start(kata: { readonly uuid: string }): Promise<void> {
  await vscode.commands.executeCommand(commands.startKata, kata.uuid);
}

export function check(): Thenable<unknown> {
  return vscode.commands.executeCommand(commands.checkKata);
}

/** What Problems says of a file. */
export function problemsOf(path: string): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(vscode.Uri.file(path)).filter(({ source }) => source === "health-it-katas");
}

/** Brings a workspace back to an empty one, without removing the folder that is open. */
export async function removeKatas(workspace: string): Promise<void> {
  await rm(join(workspace, "health-it-katas"), { recursive: true, force: true });
  await rm(join(workspace, ".health-it-katas"), { recursive: true, force: true });
}

/** Titles of all tabs, group by group. */
export function tabs(): readonly (readonly string[])[] {
  return vscode.window.tabGroups.all.map((group) => group.tabs.map(({ label }) => label));
}
