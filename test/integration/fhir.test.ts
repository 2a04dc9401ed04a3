import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import { commands, settings } from "../../src/ids";
import { extensionUnderTest } from "./support/katas";
import { closeAllEditors, eventually, pause, workspaceFolder } from "./support/workspace";

const bundle = {
  resourceType: "Bundle",
  type: "collection",
  entry: [
    { fullUrl: "urn:uuid:0b1f2a44-8d0e-4f0e-9a57-3c9f0f3b1a01", resource: { resourceType: "Patient", name: [{ given: ["Ada"], family: "Okafor" }], gender: "female", birthDate: "1962-03-14" } },
    {
      fullUrl: "urn:uuid:0b1f2a44-8d0e-4f0e-9a57-3c9f0f3b1a02",
      resource: {
        resourceType: "Observation", status: "final", code: { text: "Heart rate" }, subject: { reference: "urn:uuid:0b1f2a44-8d0e-4f0e-9a57-3c9f0f3b1a01" },
        valueQuantity: { value: 72, unit: "/min", system: "http://unitsofmeasure.org", code: "/min" },
      },
    },
  ],
};

let counter = 0;

async function opened(text: string, name = `resource-${String(++counter)}.json`): Promise<vscode.TextEditor> {
  const path = join(workspaceFolder(), name);
  await writeFile(path, text);
  return await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(vscode.Uri.file(path)));
}

function written(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The position in the middle of a text, the first time it stands there or after another. */
function at({ document }: vscode.TextEditor, text: string, after = ""): vscode.Position {
  const all = document.getText();
  const offset = all.indexOf(text, all.indexOf(after));
  assert.ok(offset >= 0, `${text} is not there`);
  return document.positionAt(offset + Math.floor(text.length / 2));
}

const fhirProblems = (uri: vscode.Uri): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "FHIR");
const errors = (uri: vscode.Uri): vscode.Diagnostic[] => fhirProblems(uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);

async function suggestions({ document }: vscode.TextEditor, position: vscode.Position): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, position);
  return list.items;
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === "string" ? label : label.label;
}

async function hovers({ document }: vscode.TextEditor, position: vscode.Position): Promise<string> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, position);
  return found.flatMap(({ contents }) => contents.map((each) => (typeof each === "string" ? each : each.value))).join("\n");
}

async function typed(editor: vscode.TextEditor, position: vscode.Position, text: string): Promise<void> {
  await eventually("the edit", () => editor.edit((edit) => edit.insert(position, text)));
}

function isLoaded(): boolean {
  return Object.keys(require.cache).some((path) => path.endsWith("fhirLanguage.js"));
}

describe("FHIR JSON in the editor", () => {
  before(async () => {
    await extensionUnderTest();
  });
  afterEach(closeAllEditors);

  it("costs a plain JSON file nothing", async () => {
    const before = isLoaded();
    const editor = await opened('{ "name": "x", "resources": [] }\n');
    await pause(300);
    assert.equal(isLoaded(), before);
    assert.equal(await hovers(editor, at(editor, "resources")), "");
    assert.deepEqual(fhirProblems(editor.document.uri), []);
  });

  it("explains elements and values", async () => {
    const editor = await opened(written(bundle));
    await eventually("the hover", async () => (await hovers(editor, at(editor, "birthDate"))).includes("Patient.birthDate"));
    assert.match(await hovers(editor, at(editor, '"female"')), /Female/);
    assert.match(await hovers(editor, at(editor, "a01", "subject")), /Patient · Ada Okafor/);
  });

  it("suggests elements and codes while the text is not right", async () => {
    const editor = await opened('{\n  "resourceType": "Patient",\n  "gender": ""\n}\n');
    const code = new vscode.Position(2, 13);
    await eventually("the codes", async () => (await suggestions(editor, code)).map(labelOf).includes("female"));
    await typed(editor, new vscode.Position(2, 14), ',\n  "na');
    const names = await suggestions(editor, new vscode.Position(3, 5));
    assert.ok(names.map(labelOf).includes("name") && names.map(labelOf).includes("birthDate"));
    assert.ok(!names.map(labelOf).includes("gender"));
  });

  it("has an outline that says what each entry is", async () => {
    const { document } = await opened(written(bundle));
    let names: readonly string[] = [];
    await eventually("the outline", async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
      names = (symbols as vscode.DocumentSymbol[] | undefined ?? []).map(({ name }) => name);
      return names.includes("Observation · Heart rate · 72 /min");
    });
    assert.ok(names.includes("Patient · Ada Okafor · 1962-03-14"));
  });

  it("leads from a reference to the entry, and back", async () => {
    const editor = await opened(written(bundle));
    const { uri } = editor.document;
    let lines: number[] = [];
    await eventually("the definition", async () => {
      const links = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>("vscode.executeDefinitionProvider", uri, at(editor, "a01", "subject"));
      lines = links.map((link) => (link instanceof vscode.Location ? link.range : (link.targetSelectionRange ?? link.targetRange)).start.line);
      return lines.length > 0;
    });
    assert.deepEqual(lines, [at(editor, '"Patient"').line]);
    const uses = await vscode.commands.executeCommand<vscode.Location[]>("vscode.executeReferenceProvider", uri, at(editor, "Okafor"));
    assert.ok(uses.some(({ range }) => range.start.line === at(editor, "a01", "subject").line));
  });

  it("says while one types what is wrong, at its place, and takes it back", async () => {
    const editor = await opened(written({ resourceType: "Patient", gender: "female" }));
    const { uri } = editor.document;
    await typed(editor, at(editor, "female"), "x");
    await eventually("the problem", () => errors(uri).length === 1);
    const [problem] = errors(uri);
    assert.equal(editor.document.getText(problem?.range), '"femxale"');
    assert.ok(typeof problem?.code === "object" && problem.code.target.toString().startsWith("https://hl7.org/fhir/R4/"));
    await vscode.commands.executeCommand("undo");
    await eventually("no problem", () => errors(uri).length === 0);
    await typed(editor, at(editor, "female"), "x");
    await eventually("the problem again", () => errors(uri).length === 1);
    await closeAllEditors();
    await eventually("nothing of a closed file", () => fhirProblems(uri).length === 0);
  });

  it("offers to mend what is plainly meant", async () => {
    const editor = await opened(written({ resourceType: "Patient", brithDate: "1962-03-14" }));
    const { uri } = editor.document;
    await eventually("the problem", () => errors(uri).length === 1);
    const range = errors(uri)[0]?.range ?? new vscode.Range(0, 0, 0, 0);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", uri, range, vscode.CodeActionKind.QuickFix.value);
    const action = actions.find(({ title }) => title.includes("birthDate"));
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.match(editor.document.getText(), /"birthDate": "1962-03-14"/);
    await eventually("no problem", () => errors(uri).length === 0);
  });

  it("evaluates FHIRPath into a document of its own, and copies the path at the cursor", async () => {
    const editor = await opened(written(bundle));
    await vscode.commands.executeCommand(commands.evaluateFhirPath, "Bundle.entry.resource.ofType(Patient).name.given");
    const report = (): vscode.TextDocument | undefined => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "health-it-katas-report" && uri.path.includes("FHIRPath"));
    await eventually("the report", () => report()?.getText().includes("Ada") === true);
    assert.match(report()?.getText() ?? "", /1 {2}FHIR\.string {2}line 12 {2}entry\[0\]\.resource\.name\[0\]\.given\[0\]\n {3}Ada/);
    await vscode.commands.executeCommand(commands.evaluateFhirPath, "Bundle.entry.count()");
    await eventually("the other report", () => report()?.getText().includes("System.Integer") === true);
    const again = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    again.selection = new vscode.Selection(at(again, "Okafor"), at(again, "Okafor"));
    await vscode.commands.executeCommand(commands.copyFhirPath);
    assert.equal(await vscode.env.clipboard.readText(), "Bundle.entry[0].resource.name[0].family");
  });

  it("tells what an expression lacks, and that a file is none", async () => {
    const { hooks } = await extensionUnderTest();
    await opened(written(bundle));
    hooks.dialogs.said.length = 0;
    await vscode.commands.executeCommand(commands.evaluateFhirPath, "Bundle.");
    assert.match(hooks.dialogs.said[0]?.message ?? "", /no FHIRPath: Something is still missing/);
    await opened("{}\n");
    await vscode.commands.executeCommand(commands.copyFhirPath);
    assert.match(hooks.dialogs.said[1]?.message ?? "", /Open a JSON file with a FHIR resource/);
  });

  it("leaves files alone when it is set to", async () => {
    const editor = await opened(written({ resourceType: "Patient", nonsense: 1 }));
    const { uri } = editor.document;
    await eventually("the problem", () => errors(uri).length === 1);
    const configuration = vscode.workspace.getConfiguration();
    try {
      for (const value of ["kataFiles", "off"]) {
        await configuration.update(settings.fhirEditing, value, vscode.ConfigurationTarget.Workspace);
        await eventually(`nothing with ${value}`, () => fhirProblems(uri).length === 0);
        assert.doesNotMatch(await hovers(editor, at(editor, "Patient")), /FHIR R4/);
      }
    } finally {
      await configuration.update(settings.fhirEditing, undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually("the problem again", () => errors(uri).length === 1);
  });
});
