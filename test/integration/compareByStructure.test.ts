import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import type { TestHooks } from "../../src/editor/testHooks";
import { commands, schemes } from "../../src/ids";
import { extensionUnderTest } from "./support/katas";
import { closeAllEditors, eventually, workspaceFolder } from "./support/workspace";

const message = "MSH|^~\\&|LAB|A|EHR|B|20240301||ORU^R01|1|P|2.5.1\rPID|1||7||DOE^JOHN\rOBX|1|NM|a||7.0\r";

describe("comparing two files by structure", () => {
  let hooks: TestHooks;
  before(async () => ({ hooks } = await extensionUnderTest()));
  afterEach(async () => {
    hooks.dialogs.answers.length = 0;
    await closeAllEditors();
  });

  const put = async (name: string, text: string): Promise<vscode.Uri> => {
    const path = join(workspaceFolder(), name);
    await writeFile(path, text);
    return vscode.Uri.file(path);
  };
  const shown = (side: "expected" | "actual"): vscode.TextEditor | undefined =>
    vscode.window.visibleTextEditors.find(({ document: { uri } }) => uri.scheme === schemes.report && uri.path.includes(`/${side}/`));

  it("shows both in their normal form, lists what differs, and goes to what was chosen", async () => {
    const [expected, actual] = [await put("expected.hl7", message), await put("actual.hl7", message.replace("JOHN", "JANE").replace("7.0", "7.00"))];
    hooks.dialogs.answers.push(["Precision", "Escapes", "Empty Ends"], "PID-5[1].2 is \"JANE\"; \"JOHN\" is expected.");
    await vscode.commands.executeCommand(commands.compareByStructure, expected, [expected, actual]);
    const list = hooks.dialogs.asked.at(-1);
    assert.equal(list?.title, "One difference");
    assert.deepEqual(list.labels, ["PID-5[1].2 is \"JANE\"; \"JOHN\" is expected.", "Show All as Text"]);
    await eventually("the diff", () => shown("actual") !== undefined && shown("expected") !== undefined);
    const right = shown("actual");
    await eventually("the place", () => right?.document.lineAt(right.selection.active.line).text === "PID-5.2       JANE");
    assert.ok(shown("expected")?.document.getText().includes("PID-5.2       JOHN\n"));
  });

  it("asks for the other file, and says when nothing differs", async () => {
    const other = await put("other.json", "{ \"a\": [1.0, 2] }");
    await vscode.workspace.openTextDocument(other);
    await vscode.window.showTextDocument(await put("mine.json", "{\"a\":[1.00,2]}"));
    hooks.dialogs.answers.push("other.json", ["Precision"]);
    const before = hooks.dialogs.said.length;
    await vscode.commands.executeCommand(commands.compareByStructure);
    assert.deepEqual(hooks.dialogs.said.slice(before).map(({ message: said }) => said), ["other.json and mine.json say the same."]);
  });

  it("compares with the clipboard, and shows all differences as a text", async () => {
    await vscode.window.showTextDocument(await put("mine.json", "{\"a\":1,\"c\":3}"));
    await vscode.env.clipboard.writeText("{\"a\":2,\"b\":2}");
    hooks.dialogs.answers.push("The Clipboard", [], "Show All as Text");
    await vscode.commands.executeCommand(commands.compareByStructure);
    await eventually("the report", () => vscode.window.visibleTextEditors.some(({ document }) => document.getText().includes("1. Changed: a is 1; 2 is expected. (expected line 1, actual line 1)")));
  });
});
