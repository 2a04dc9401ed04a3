import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import type { TestHooks } from "../../src/editor/testHooks";
import { commands, settings } from "../../src/ids";
import { extensionUnderTest } from "./support/katas";
import { closeAllEditors, eventually, workspaceFolder } from "./support/workspace";

const message = [
  "MSH|^~\\&|LAB|HOSP|EHR|HOSP|20240729143000-0500||ORU^R01^ORU_R01|42|P|2.5.1",
  "PID|1||12345^^^HOSP^MR~999^^^SSA^SS||Everywoman^Eve||19620314|F",
  "ORC|RE|1",
  "OBR|1|1|F99|718-7^Hemoglobin^LN|||20240229",
  "OBX|1|NM|718-7^Hemoglobin^LN||13.2|g/dL|12-16|H|||F",
  "OBX|2|ST|x^Comment^L||fine||||||F",
  "",
].join("\n");

/** Opens a file of this text in the workspace. */
async function open(name: string, text: string): Promise<vscode.TextEditor> {
  const path = join(workspaceFolder(), name);
  await writeFile(path, text);
  return await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(vscode.Uri.file(path)));
}

function positionOf(document: vscode.TextDocument, needle: string, along = 0): vscode.Position {
  const at = document.getText().indexOf(needle);
  assert.ok(at >= 0, needle);
  return document.positionAt(at + along);
}

function own({ uri }: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "HL7 v2");
}

const codeOf = ({ code }: vscode.Diagnostic): string => (typeof code === "object" ? String(code.value) : String(code));

/** The texts of what an editor shows beside the one with the message, once it is there. */
async function columns(): Promise<vscode.TextEditor> {
  const find = (): vscode.TextEditor | undefined => vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.startsWith("/columns/"));
  await eventually("the columns", () => find() !== undefined);
  const editor = find();
  assert.ok(editor !== undefined);
  return editor;
}

describe("HL7 v2 in the editor", () => {
  let hooks: TestHooks;
  before(async () => ({ hooks } = await extensionUnderTest()));
  afterEach(closeAllEditors);

  it("colours what the delimiters of the message part, all of it, what changed of it and what is looked at", async () => {
    const { document } = await open("own.hl7", "MSH$:*!%$A:B*C%D\nPID$|^~");
    const legend = await eventuallyDefined("the legend", () => vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>("vscode.provideDocumentSemanticTokensLegend", document.uri));
    const all = await vscode.commands.executeCommand<vscode.SemanticTokens>("vscode.provideDocumentSemanticTokens", document.uri);
    const operators = [...all.data].filter((_, index) => index % 5 === 3).filter((type) => legend.tokenTypes[type] === "operator").length;
    assert.equal(operators, 4 + 1 + 3 + 1, "MSH-1, three of MSH-2 (the escape character is none), one before A, three in A, one of PID");
    const range = await vscode.commands.executeCommand<vscode.SemanticTokens>("vscode.provideDocumentRangeSemanticTokens", document.uri, new vscode.Range(1, 0, 1, 4));
    assert.equal(range.data.length, 3 * 5);
  });

  it("says on hover what a part is, and runs no command but to copy its path", async () => {
    const { document } = await open("hover.hl7", message);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, positionOf(document, "SS|"));
    const contents = hovers.flatMap(({ contents: all }) => all).map((part) => part as vscode.MarkdownString);
    const text = contents.map(({ value }) => value).join("\n").replaceAll("\\", "");
    assert.match(text, /\*\*PID-3\[2\]\.5\*\* · patient identifiers › identifier type/);
    assert.match(text, /Social Security number/);
    for (const { isTrusted } of contents) {
      assert.ok(isTrusted === false || isTrusted === undefined || (isTrusted !== true && isTrusted.enabledCommands.join() === commands.copyHl7v2Path));
    }
  });

  it("lists the segments in the groups of the message, folds them, and grows a selection", async () => {
    const { document } = await open("outline.hl7", message);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
    const names = (all: readonly vscode.DocumentSymbol[]): string[] => all.flatMap(({ name, detail, children }) => [detail === "" ? name : `${name} · ${detail}`, ...names(children)]);
    assert.deepEqual(names(symbols).filter((name) => name.startsWith("O")), [
      "ORU R01 · observation results · 42", "Order observation", "ORC · RE (Observations/Performed Service to follow) · 1", "OBR · Hemoglobin · 1 · F99", "Observation 1", "OBX[1] · Hemoglobin · 13.2 g/dL · H",
      "Observation 2", "OBX[2] · Comment · fine",
    ]);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", document.uri);
    assert.ok(folds.some(({ start, end }) => start === 0 && end === 5) && folds.some(({ start, end }) => start === 2 && end === 5));
    const [selection] = await vscode.commands.executeCommand<vscode.SelectionRange[]>("vscode.executeSelectionRangeProvider", document.uri, [positionOf(document, "HOSP^MR")]);
    assert.deepEqual([selection, selection?.parent, selection?.parent?.parent].map((range) => (range === undefined ? "" : document.getText(range.range))), [
      "HOSP", "12345^^^HOSP^MR", "12345^^^HOSP^MR~999^^^SSA^SS",
    ]);
  });

  it("offers segments where a line begins and codes where a table has some", async () => {
    const { document } = await open("completion.hl7", `${message}N`);
    const segments = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, document.positionAt(document.getText().length));
    const note = segments.items.find(({ label }) => typeof label === "object" && label.label === "NTE");
    assert.equal(note?.insertText, "NTE|");
    assert.equal(note.detail, "may stand here in ORU_R01");
    const codes = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, positionOf(document, "|F\n", 1), "|");
    assert.deepEqual(codes.items.filter(({ label }) => typeof label === "object" && label.label === "F").map(({ label }) => (typeof label === "object" ? label.description : "")), ["Female"]);
  });

  it("marks what is wrong while one types, mends it, and says nothing of a file that is closed", async () => {
    const editor = await open("wrong.hl7", message.replace("20240229", "20240230").replace("ORC|", "orc|"));
    const { document } = editor;
    await eventually("the wrong date and name", () => ["hl7v2.format.day", "hl7v2.segmentNameCase"].every((code) => own(document).some((each) => codeOf(each) === code)));
    const date = own(document).find((each) => codeOf(each) === "hl7v2.format.day");
    assert.equal(document.getText(date?.range), "20240230");

    const name = own(document).find((each) => codeOf(each) === "hl7v2.segmentNameCase");
    assert.ok(name !== undefined);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, name.range);
    const action = actions.find(({ title }) => title === "Change to ORC");
    assert.ok(action?.edit !== undefined);
    await vscode.workspace.applyEdit(action.edit);
    await eventually("the date put right", () => editor.edit((edit) => edit.replace(new vscode.Range(positionOf(document, "20240230"), positionOf(document, "20240230", 8)), "20240229")));
    await eventually("no such mark", () => own(document).every((each) => !["hl7v2.format.day", "hl7v2.segmentNameCase"].includes(codeOf(each))));

    await eventually("a wrong date again", () => editor.edit((edit) => edit.replace(new vscode.Range(positionOf(document, "19620314"), positionOf(document, "19620314", 8)), "19620332")));
    await eventually("its mark", () => own(document).some((each) => codeOf(each) === "hl7v2.format.day"));
    const { uri } = document;
    await closeAllEditors();
    await eventually("no marks in a closed file", () => vscode.languages.getDiagnostics(uri).length === 0);
  });

  it("marks nothing where the setting says so", async () => {
    const configuration = vscode.workspace.getConfiguration();
    const { document } = await open("setting.hl7", message.replace("20240229", "20240230"));
    await eventually("a mark", () => own(document).length > 0);
    try {
      await configuration.update(settings.hl7v2Diagnostics, "kataFiles", vscode.ConfigurationTarget.Global);
      await eventually("no mark in a file of no kata", () => own(document).length === 0);
    } finally {
      await configuration.update(settings.hl7v2Diagnostics, undefined, vscode.ConfigurationTarget.Global);
    }
    await eventually("the mark again", () => own(document).length > 0);
  });

  it("copies the path at the cursor, goes from field to field and to a segment", async () => {
    const editor = await open("path.hl7", message);
    const { document } = editor;
    const cursorAt = (needle: string): void => {
      const place = positionOf(document, needle);
      editor.selection = new vscode.Selection(place, place);
    };
    cursorAt("SSA");
    await vscode.commands.executeCommand(commands.copyHl7v2Path);
    assert.equal(await vscode.env.clipboard.readText(), "PID-3[2].4.1");
    await vscode.commands.executeCommand(commands.copyHl7v2Path, "OBX[2]-5");
    assert.equal(await vscode.env.clipboard.readText(), "OBX[2]-5");

    await vscode.commands.executeCommand(commands.goToNextField);
    assert.equal(document.getText(editor.selection), "");
    await vscode.commands.executeCommand(commands.goToNextField);
    assert.equal(document.getText(editor.selection), "Everywoman^Eve");
    await vscode.commands.executeCommand(commands.goToPreviousField);
    await vscode.commands.executeCommand(commands.goToPreviousField);
    assert.equal(document.getText(editor.selection), "12345^^^HOSP^MR~999^^^SSA^SS");

    hooks.dialogs.answers.push("OBX[2]");
    await vscode.commands.executeCommand(commands.goToSegment);
    assert.equal(document.getText(editor.selection), "OBX");
    assert.equal(editor.selection.start.line, 5);
  });

  it("shows columns beside the file, which follow its text, and lead back to it", async () => {
    const editor = await open("columns.hl7", message);
    await vscode.commands.executeCommand(commands.showColumns);
    const beside = await columns();
    const { document } = beside;
    assert.notEqual(beside.viewColumn, editor.viewColumn);
    assert.equal(document.languageId, "plaintext");
    const text = (): string => document.getText();
    await eventually("the decoded values", () => text().includes("Everywoman, Eve") && text().includes("F (Female)"));

    await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.One });
    await eventually("the edit", () => editor.edit((edit) => edit.insert(positionOf(editor.document, "^Eve", 4), "lyn")));
    await eventually("the columns of the new text", () => text().includes("Everywoman, Evelyn"));

    const at = document.positionAt(text().indexOf("Evelyn"));
    const links = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>("vscode.executeDefinitionProvider", document.uri, at);
    const [link] = links;
    assert.ok(link !== undefined);
    const [uri, range] = "targetUri" in link ? [link.targetUri, link.targetRange] : [link.uri, link.range];
    assert.equal(uri.toString(), editor.document.uri.toString());
    assert.equal(editor.document.getText(range), "Everywoman^Evelyn");
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, at);
    assert.ok(hovers.some(({ contents }) => contents.some((part) => (part as vscode.MarkdownString).value.includes("patient name"))));

    hooks.dialogs.answers.push("One field on each line");
    await vscode.commands.executeCommand(commands.changeColumns);
    await eventually("one field on each line", () => /^ {2}PID-5 +patient name +Everywoman, Evelyn$/m.test(text()));
    hooks.dialogs.answers.push("Fields that hold something");
    await vscode.commands.executeCommand(commands.changeColumns);
  });

  it("knows a message by its first line, and one whose segments end with a lone carriage return", async () => {
    const { document } = await open("received.oru", message.replaceAll("\n", "\r"));
    assert.equal(document.languageId, "hl7");
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
    assert.equal(symbols[0]?.name, "ORU R01");
  });
});

async function eventuallyDefined<T>(what: string, get: () => PromiseLike<T | undefined>): Promise<T> {
  let found: T | undefined;
  await eventually(what, async () => (found = await get()) !== undefined);
  assert.ok(found !== undefined);
  return found;
}
