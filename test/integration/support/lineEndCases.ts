import assert from "node:assert/strict";
import { readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import { closeAllEditors, eventually, pause, workspaceFolder } from "./workspace";

const segments = ["MSH|^~\\&|LAB|NORTH|EHR|SOUTH|20240101||ADT^A01|1|P|2.5.1", "PID|1||4711^^^NORTH||Müller^Jörg  ", "PV1|1|I"];
const lf = `${segments.join("\n")}\n`;
const inserted = "|X";

/** Files as they come from a sending system, and what is to be on disk after two characters went in at the end of the first line. */
const files: Readonly<Record<string, Buffer>> = {
  "CR": Buffer.from(lf.replaceAll("\n", "\r")),
  "CR without a last one": Buffer.from(segments.join("\r")),
  "CR and a byte-order mark": Buffer.from(`\ufeff${lf.replaceAll("\n", "\r")}`),
  "CR in UTF-16": Buffer.from(`\ufeff${lf.replaceAll("\n", "\r")}`, "utf16le"),
  "LF": Buffer.from(lf),
  "LF without a last one": Buffer.from(segments.join("\n")),
  "LF and a byte-order mark": Buffer.from(`\ufeff${lf}`),
  "LF and empty lines at the end": Buffer.from(`${lf}\n\n`),
  "CRLF": Buffer.from(lf.replaceAll("\n", "\r\n")),
  "CRLF and a byte-order mark": Buffer.from(`\ufeff${lf.replaceAll("\n", "\r\n")}`),
  "a mixture": Buffer.from(`${segments[0] ?? ""}\r\n${segments[1] ?? ""}\n${segments[2] ?? ""}\rZZZ\r\n`),
  "CR and one stray LF": Buffer.from(`${segments[0] ?? ""}\r${segments[1] ?? ""}\r${segments[2] ?? ""}\nZZZ\r`),
  "LF and a line separator": Buffer.from(lf.replace("4711", "47\u202811")),
};

/** The bytes with some text put in at the end of the first line. */
function afterFirstLine(bytes: Buffer, text: string): Buffer {
  const utf16 = bytes[0] === 0xff;
  const marker = utf16 ? Buffer.from("2.5.1", "utf16le") : Buffer.from("2.5.1");
  const at = bytes.indexOf(marker) + marker.length;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(text, utf16 ? "utf16le" : "utf8"), bytes.subarray(at)]);
}

let counter = 0;

async function opened(bytes: Buffer): Promise<{ path: string; editor: vscode.TextEditor }> {
  const path = join(workspaceFolder(), `message-${String(++counter)}.hl7`);
  await writeFile(path, bytes);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
  return { path, editor: await vscode.window.showTextDocument(document) };
}

async function type(editor: vscode.TextEditor, text: string): Promise<void> {
  // The editor refuses an edit made for a version it has just left; somebody who types would not notice.
  await eventually("the edit", () => editor.edit((edit) => edit.insert(editor.document.lineAt(0).range.end, text)));
}

async function saved(document: vscode.TextDocument): Promise<void> {
  // Its answer says nothing while the editor saves by itself, too. After a conflict the document stays dirty.
  await document.save();
  await eventually("the save", () => !document.isDirty);
}

async function onDisk(path: string, expected: Buffer): Promise<void> {
  const same = async () => (await readFile(path)).equals(expected);
  await eventually("the bytes on disk", same, 2000).catch(async () => {
    assert.equal(show(await readFile(path)), show(expected));
  });
}

function show(bytes: Buffer): string {
  return JSON.stringify(bytes.toString("latin1"));
}

/** The tests of line ends in a real editor, comparing bytes on disk. */
export function describeLineEnds(title: string): void {
  describe(title, () => {
    afterEach(closeAllEditors);

    for (const [name, bytes] of Object.entries(files)) {
      it(`are kept in a file with ${name}`, async () => {
        const { path, editor } = await opened(bytes);
        await type(editor, inserted);
        await saved(editor.document);
        await onDisk(path, afterFirstLine(bytes, inserted));
      });
    }

    for (const name of ["CR", "CR and a byte-order mark", "CRLF", "a mixture", "CR and one stray LF"]) {
      it(`are kept in a file with ${name} through several saves in a row`, async () => {
        const bytes = files[name] ?? Buffer.alloc(0);
        const { path, editor } = await opened(bytes);
        const typed: string[] = [];
        for (let round = 0; round < 6; round++) {
          typed.push(String(round));
          await type(editor, String(round));
          await saved(editor.document);
          // From not at all to longer than the editor takes to notice a change on disk.
          await pause(round * round * 20);
        }
        await onDisk(path, afterFirstLine(bytes, typed.join("")));
        assert.equal(editor.document.lineAt(0).text.endsWith("2.5.1012345"), true);
      });
    }

    it("leave no trace by which the editor would think the file changed", async () => {
      const { path, editor } = await opened(Buffer.from(lf.replaceAll("\n", "\r")));
      await type(editor, inserted);
      const changes: number[] = [];
      await saved(editor.document);
      const listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === editor.document) {
          changes.push(contentChanges.length);
        }
      });
      await pause(1000);
      listener.dispose();
      assert.deepEqual(changes, []);
      assert.equal(editor.document.isDirty, false);
      assert.equal((await stat(path)).size, Buffer.byteLength(lf) + inserted.length);
      await vscode.commands.executeCommand("undo");
      await vscode.commands.executeCommand("undo");
      assert.equal(editor.document.lineAt(0).text, segments[0]);
    });

    it("are kept when the editor saves without formatting, which asks no extension", async () => {
      const bytes = Buffer.from(lf.replaceAll("\n", "\r"));
      const { path, editor } = await opened(bytes);
      await type(editor, inserted);
      await vscode.commands.executeCommand("workbench.action.files.saveWithoutFormatting");
      await eventually("the save", () => !editor.document.isDirty);
      await onDisk(path, afterFirstLine(bytes, inserted));
      await type(editor, "Y");
      await saved(editor.document);
      await onDisk(path, afterFirstLine(bytes, `${inserted}Y`));
    });

    it("follow the file when another program replaces it", async () => {
      const { path, editor } = await opened(Buffer.from(lf.replaceAll("\n", "\r")));
      const replaced = Buffer.from(lf.replace("LAB", "RAD"));
      await writeFile(`${path}.part`, replaced);
      await rename(`${path}.part`, path);
      await eventually("the editor's reload", () => editor.document.getText().includes("RAD"));
      await type(editor, inserted);
      await saved(editor.document);
      const crlf = Buffer.from(afterFirstLine(replaced, inserted).toString().replaceAll("\n", "\r\n"));
      const now = await readFile(path);
      assert.ok(now.equals(afterFirstLine(replaced, inserted)) || now.equals(crlf), show(now));
    });

    it("of new lines are those of the others", async () => {
      const { path, editor } = await opened(Buffer.from(lf.replaceAll("\n", "\r")));
      assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), "EVN|A01\nZZZ\r\n")));
      await saved(editor.document);
      await onDisk(path, Buffer.from([segments[0], "EVN|A01", "ZZZ", segments[1], segments[2], ""].join("\r")));
    });
  });
}
