import * as vscode from "vscode";
import { outlineOf } from "../../core/fhir/language/outline";
import type { OutlineSymbol, SymbolShape } from "../../core/fhir/language/outline";
import type { LineIndex } from "../../core/text/lineIndex";
import type { FhirFiles } from "./fhirFiles";
import { fhirSelector } from "./fhirFiles";
import { rangeOf } from "./places";

const kinds: Readonly<Record<SymbolShape, vscode.SymbolKind>> = {
  resource: vscode.SymbolKind.Class,
  group: vscode.SymbolKind.Object,
  list: vscode.SymbolKind.Array,
  text: vscode.SymbolKind.String,
  number: vscode.SymbolKind.Number,
  boolean: vscode.SymbolKind.Boolean,
  nothing: vscode.SymbolKind.Null,
};

/** Outline and breadcrumbs that say what an entry is. */
export function registerOutline(files: FhirFiles): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    fhirSelector,
    {
      provideDocumentSymbols: async (document) => {
        const file = await files.of(document);
        return file === undefined ? undefined : outlineOf(file.model, file.text, file.references()).map((symbol) => toSymbol(file.text.lines, symbol));
      },
    },
    { label: "FHIR" },
  );
}

function toSymbol(lines: LineIndex, { name, detail, shape, from, to, nameFrom, nameTo, children }: OutlineSymbol): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(name, detail, kinds[shape], rangeOf(lines, from, to), rangeOf(lines, nameFrom, nameTo));
  symbol.children = children.map((child) => toSymbol(lines, child));
  return symbol;
}
