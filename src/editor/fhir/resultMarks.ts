import * as vscode from "vscode";

/** Marks what an expression gave in the text it was asked of, until the text changes or something else is asked. */
export class ResultMarks implements vscode.Disposable {
  /** A frame as well as a colour, so that it can be told by those who see no colours. */
  private readonly decoration = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor("editor.findMatchHighlightBackground"),
    border: "1px solid",
    borderColor: new vscode.ThemeColor("editorBracketMatch.border"),
    overviewRulerColor: new vscode.ThemeColor("editorOverviewRuler.findMatchForeground"),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  private marked: { readonly document: vscode.TextDocument; readonly ranges: readonly vscode.Range[] } | undefined;
  private readonly watching = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && document === this.marked?.document && this.clear()),
    vscode.window.onDidChangeVisibleTextEditors((editors) => this.draw(editors)),
  );

  constructor(private readonly onChange: (isMarked: boolean) => void) {}

  show(document: vscode.TextDocument, ranges: readonly vscode.Range[]): void {
    this.marked = { document, ranges };
    this.draw(vscode.window.visibleTextEditors);
    this.onChange(ranges.length > 0);
    const [first] = ranges;
    const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
    if (first !== undefined) {
      editor?.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  clear(): void {
    this.marked = undefined;
    this.draw(vscode.window.visibleTextEditors);
    this.onChange(false);
  }

  /** What is marked in a file now. */
  rangesIn(document: vscode.TextDocument): readonly vscode.Range[] {
    return this.marked?.document === document ? this.marked.ranges : [];
  }

  dispose(): void {
    vscode.Disposable.from(this.watching, this.decoration).dispose();
  }

  private draw(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      editor.setDecorations(this.decoration, [...this.rangesIn(editor.document)]);
    }
  }
}
