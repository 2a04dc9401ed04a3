import assert from "node:assert/strict";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import { closeAllEditors, eventually, workspaceFolder } from "./support/workspace";

const header = (characterSet: string): string => `MSH|^~\\&|A|B|C|D|20240101||ADT^A01|1|P|2.5.1|||||DEU|${characterSet}\r`;

let counter = 0;

async function opened(bytes: Buffer): Promise<{ path: string; editor: vscode.TextEditor }> {
  const path = join(workspaceFolder(), `encoded-${String(++counter)}.hl7`);
  await writeFile(path, bytes);
  return { path, editor: await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(vscode.Uri.file(path))) };
}

async function appendAndSave(editor: vscode.TextEditor, text: string): Promise<void> {
  await eventually("the edit", () => editor.edit((edit) => edit.insert(editor.document.lineAt(1).range.end, text)));
  await editor.document.save();
  await eventually("the save", () => !editor.document.isDirty);
}

describe("the character set of .hl7 files", () => {
  afterEach(closeAllEditors);

  const cases: readonly (readonly [string, string, Buffer, string, Buffer])[] = [
    ["declared as 8859/1", "8859/1", Buffer.from([0x4d, 0xfc, 0x6c]), "iso88591", Buffer.from([0xdf])],
    ["not declared", "", Buffer.from([0x4d, 0xfc, 0x80, 0x81, 0xff]), "iso88591", Buffer.from([0xdf])],
    ["declared as 8859/2", "8859/2", Buffer.from([0xb1, 0xea]), "iso88592", Buffer.from([0xdf])],
    ["declared as GB 18030", "GB 18030-2000", Buffer.from([0xc0, 0xee]), "gb18030", Buffer.from([0xa8, 0xa8])],
  ];
  for (const [title, characterSet, name, encoding, added] of cases) {
    it(`is kept when it is ${title}`, async () => {
      const start = Buffer.concat([Buffer.from(`${header(characterSet)}PID|1||`), name]);
      const { path, editor } = await opened(Buffer.concat([start, Buffer.from("\r")]));
      await eventually("the text", () => editor.document.encoding === encoding && !editor.document.getText().includes("\ufffd"));
      await appendAndSave(editor, encoding === "gb18030" ? "\u00e8" : "ß");
      const expected = Buffer.concat([start, added, Buffer.from("\r")]);
      await eventually("the bytes", async () => (await readFile(path)).equals(expected), 2000).catch(async () => {
        assert.equal((await readFile(path)).toString("latin1"), expected.toString("latin1"));
      });
    });
  }

  it("is UTF-8 again when another program replaces the file by one that is", async () => {
    const { path, editor } = await opened(Buffer.from(`${header("")}PID|1||M\u00fcller\r`, "latin1"));
    await eventually("the encoding", () => editor.document.encoding === "iso88591");
    await writeFile(`${path}.part`, `${header("UNICODE UTF-8")}PID|1||Löwe\r`);
    await rename(`${path}.part`, path);
    await eventually("UTF-8", () => editor.document.encoding === "utf8" && editor.document.getText().includes("Löwe"));
  });

  it("is what the user chose, if the user chose", async () => {
    const { path, editor } = await opened(Buffer.from(`${header("")}PID|1||Müller\r`));
    await vscode.workspace.openTextDocument(vscode.Uri.file(path), { encoding: "windows1252" });
    await appendAndSave(editor, "|2");
    assert.equal(editor.document.encoding, "windows1252");
    assert.equal(editor.document.lineAt(1).text, "PID|1||MÃ¼ller|2");
  });
});
