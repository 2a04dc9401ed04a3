import * as vscode from "vscode";
import { type ColumnCell, type ColumnsLook, columnsOf, type ColumnsView } from "../../core/hl7v2/language/columns";
import type { LanguageSnapshot } from "../../core/hl7v2/language/languageSnapshot";
import { spanOfPart } from "../../core/hl7v2/segment";
import { schemes } from "../../ids";
import type { LanguageSurroundings } from "../languages/languageFeatures";
import { type Hl7v2Files, isHl7v2, locale, offsetOf, rangeOf, translate } from "./hl7v2Files";
import { hoverOf } from "./readingProviders";

/** Milliseconds without a key before the columns follow a text, and before they follow the cursor. */
const pauses = { text: 200, cursor: 40 };

/** Reports of this kind, among those that are read only. */
const selector: vscode.DocumentSelector = { scheme: schemes.report, pattern: "/columns/**" };

interface Shown {
  readonly source: vscode.TextDocument;
  version: number;
  view: ColumnsView;
}

/**
 * A read-only text beside a file, with one segment on each line under the numbers and names of its fields, values decoded. It follows the text and the cursor of the
 * file; hovering tells the same as in the file, and going to the definition leads there. A text, so that it is read, searched and enlarged like any other.
 */
export class ColumnsPanel implements vscode.Disposable {
  /** By the address of the columns. */
  private readonly shown = new Map<string, Shown>();
  private look: ColumnsLook = "filled";
  private timer: NodeJS.Timeout | undefined;
  private readonly mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor("editor.findMatchHighlightBackground"),
    border: "1px solid",
    borderColor: new vscode.ThemeColor("editorBracketMatch.border"),
  });
  private readonly watching: vscode.Disposable;

  constructor(private readonly files: Hl7v2Files, private readonly around: Pick<LanguageSurroundings, "texts" | "dialogs">) {
    this.watching = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document }) => isHl7v2(document) && this.later(pauses.text)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => isHl7v2(textEditor.document) && this.later(pauses.cursor)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.shown.delete(uri.toString())),
      vscode.languages.registerHoverProvider(selector, {
        provideHover: (document, position) => {
          const part = this.partAt(document, position);
          const hover = part === undefined ? undefined : hoverOf(part.snapshot, part.offset);
          return hover === undefined || part === undefined ? undefined : new vscode.Hover(hover.contents, cellRange(part.cell));
        },
      }),
      vscode.languages.registerDefinitionProvider(selector, {
        provideDefinition: (document, position) => {
          const part = this.partAt(document, position);
          return part === undefined ? undefined : [{
            originSelectionRange: cellRange(part.cell), targetUri: part.source.uri, targetRange: rangeOf(part.snapshot, part.span), targetSelectionRange: rangeOf(part.snapshot, part.span),
          }];
        },
      }),
    );
  }

  /** Shows the columns of the active file beside it. */
  async show(): Promise<void> {
    const editor = this.files.active();
    if (editor === undefined) {
      this.around.dialogs.inform("info", vscode.l10n.t("Open an HL7 v2 file to see its columns."));
      return;
    }
    const uri = this.write(editor.document);
    const document = await vscode.workspace.openTextDocument(uri);
    const beside = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: false });
    this.follow(editor, beside);
  }

  /** Asks which fields are to be shown, and how. */
  async change(): Promise<void> {
    const look = await this.around.dialogs.choose<ColumnsLook>(vscode.l10n.t("Change Columns"), vscode.l10n.t("Which fields are shown, and how"), [
      { label: vscode.l10n.t("Fields that hold something"), description: vscode.l10n.t("one segment on each line"), value: "filled" },
      { label: vscode.l10n.t("All fields that are known"), description: vscode.l10n.t("one segment on each line"), value: "all" },
      { label: vscode.l10n.t("One field on each line"), description: vscode.l10n.t("for narrow windows and screen readers"), value: "list" },
    ]);
    if (look !== undefined) {
      this.look = look;
      this.shown.forEach((shown) => (shown.version = -1));
      this.refresh();
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(this.watching, this.mark).dispose();
  }

  private later(ms: number): void {
    if (this.shown.size > 0) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.refresh(), ms);
    }
  }

  private refresh(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const shown = this.shown.get(editor.document.uri.toString());
      if (shown === undefined || shown.source.isClosed) {
        continue;
      }
      if (shown.version !== shown.source.version) {
        this.write(shown.source);
      }
      const source = vscode.window.visibleTextEditors.find(({ document }) => document === shown.source);
      if (source !== undefined) {
        this.follow(source, editor);
      }
    }
  }

  private write(source: vscode.TextDocument): vscode.Uri {
    const view = columnsOf(this.files.of(source), this.look, locale(), translate);
    const name = source.uri.path.slice(source.uri.path.lastIndexOf("/") + 1);
    // The name ends in a word, so that the editor does not take the columns for a message.
    const uri = this.around.texts.add(schemes.report, `columns/${encodeURIComponent(source.uri.toString())}/${vscode.l10n.t("{0} in columns", name)}`, view.text);
    this.shown.set(uri.toString(), { source, version: source.version, view });
    return uri;
  }

  /** Marks and reveals the field at the cursor of the file. */
  private follow(source: vscode.TextEditor, beside: vscode.TextEditor): void {
    const shown = this.shown.get(beside.document.uri.toString());
    const snapshot = this.files.of(source.document);
    const place = snapshot.at(offsetOf(snapshot, source.selection.active));
    const line = place === undefined ? undefined : shown?.view.lineOf[place.index];
    if (shown === undefined || place === undefined || line === undefined) {
      beside.setDecorations(this.mark, []);
      return;
    }
    const cell = shown.view.cells.find(({ segment, field }) => segment === place.index && field === place.part?.[0]);
    const range = cell === undefined ? new vscode.Range(line, 0, line, 0) : cellRange(cell);
    beside.setDecorations(this.mark, cell === undefined || cell.from === cell.to ? [] : [range]);
    // The beginning is enough: a long value would push the columns before it out of sight.
    beside.revealRange(new vscode.Range(range.start, range.start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private partAt(document: vscode.TextDocument, { line, character }: vscode.Position): PartOfSource | undefined {
    const shown = this.shown.get(document.uri.toString());
    if (shown === undefined || shown.version !== shown.source.version) {
      return undefined;
    }
    const cell = shown.view.cells.find((each) => each.line === line && character >= each.from && character < each.to);
    const snapshot = this.files.of(shown.source);
    const segment = cell === undefined ? undefined : snapshot.segments[cell.segment];
    const span = cell === undefined || segment === undefined ? undefined : spanOfPart(snapshot.text, segment, [cell.field]);
    return cell === undefined || span === undefined ? undefined : { source: shown.source, snapshot, cell, span, offset: span.from };
  }
}

interface PartOfSource {
  readonly source: vscode.TextDocument;
  readonly snapshot: LanguageSnapshot;
  readonly cell: ColumnCell;
  readonly span: { readonly from: number; readonly to: number };
  readonly offset: number;
}

function cellRange({ line, from, to }: ColumnCell): vscode.Range {
  return new vscode.Range(line, from, line, to);
}
