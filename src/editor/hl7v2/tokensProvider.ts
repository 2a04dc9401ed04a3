import * as vscode from "vscode";
import { editOfTokens, tokenModifiers, tokenTypes } from "../../core/hl7v2/language/semanticTokens";
import { type Hl7v2Files, hl7v2Selector } from "./hl7v2Files";

const legend = new vscode.SemanticTokensLegend([...tokenTypes], [...tokenModifiers]);

/** Colours that follow the delimiters which the message declares, for a whole file, for what changed in it, and for the lines that are looked at. */
export function registerTokens(files: Hl7v2Files): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSemanticTokensProvider(hl7v2Selector, new WholeFileTokens(files), legend),
    vscode.languages.registerDocumentRangeSemanticTokensProvider(
      hl7v2Selector,
      {
        provideDocumentRangeSemanticTokens: (document, range) => {
          const snapshot = files.of(document);
          const [from, to] = [range.start, range.end].map((place) => snapshot.lastSegmentUpTo(document.offsetAt(place)));
          return new vscode.SemanticTokens(snapshot.encodedTokens(Math.max(0, from ?? 0), (to ?? 0) + 1));
        },
      },
      legend,
    ),
  );
}

class WholeFileTokens implements vscode.DocumentSemanticTokensProvider {
  private readonly given = new Map<string, Uint32Array>();
  private latest = 0;

  constructor(private readonly files: Hl7v2Files) {}

  provideDocumentSemanticTokens(document: vscode.TextDocument): vscode.SemanticTokens {
    const data = this.files.of(document).encodedTokens();
    return new vscode.SemanticTokens(data, this.keep(document, data));
  }

  provideDocumentSemanticTokensEdits(document: vscode.TextDocument, previous: string): vscode.SemanticTokens | vscode.SemanticTokensEdits {
    const data = this.files.of(document).encodedTokens();
    const before = this.given.get(previous);
    const id = this.keep(document, data);
    if (before === undefined) {
      return new vscode.SemanticTokens(data, id);
    }
    const edit = editOfTokens(before, data);
    return new vscode.SemanticTokensEdits(edit === undefined ? [] : [new vscode.SemanticTokensEdit(edit.start, edit.deleteCount, edit.data)], id);
  }

  /** Keeps the last tokens of each file, of which the editor asks for the difference. */
  private keep(document: vscode.TextDocument, data: Uint32Array): string {
    const prefix = `${document.uri.toString()} `;
    const id = prefix + String(++this.latest);
    for (const key of this.given.keys()) {
      if (key.startsWith(prefix) || this.given.size > 20) {
        this.given.delete(key);
      }
    }
    this.given.set(id, data);
    return id;
  }
}
