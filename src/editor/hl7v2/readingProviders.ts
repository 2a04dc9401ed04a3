import * as vscode from "vscode";
import { foldsOf } from "../../core/hl7v2/language/folding";
import { hoverAt } from "../../core/hl7v2/language/hover";
import { type OutlineNode, outlineOf } from "../../core/hl7v2/language/outline";
import type { LanguageSnapshot } from "../../core/hl7v2/language/languageSnapshot";
import { selectionsAt } from "../../core/hl7v2/language/selection";
import { commands } from "../../ids";
import { type Hl7v2Files, hl7v2Selector, locale, offsetOf, rangeOf, translate } from "./hl7v2Files";

/** What helps to read a message: words on every part, outline, folds, and selections that grow from part to part. */
export function registerReading(files: Hl7v2Files): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(hl7v2Selector, {
      provideHover: (document, position) => {
        const snapshot = files.of(document);
        return hoverOf(snapshot, offsetOf(snapshot, position));
      },
    }),
    vscode.languages.registerDocumentSymbolProvider(
      hl7v2Selector,
      {
        provideDocumentSymbols: (document) => {
          const snapshot = files.of(document);
          return outlineOf(snapshot, locale(), translate).map((node) => symbolOf(snapshot, node));
        },
      },
      { label: "HL7 v2" },
    ),
    vscode.languages.registerFoldingRangeProvider(hl7v2Selector, {
      provideFoldingRanges: (document) => foldsOf(files.of(document)).map(({ start, end }) => new vscode.FoldingRange(start, end, vscode.FoldingRangeKind.Region)),
    }),
    vscode.languages.registerSelectionRangeProvider(hl7v2Selector, {
      provideSelectionRanges: (document, positions) => {
        const snapshot = files.of(document);
        return positions.map((position) => nested(snapshot, position));
      },
    }),
  );
}

/** Words on the part at an offset, with a way to copy its path; nothing else in it can run a command. */
export function hoverOf(snapshot: LanguageSnapshot, offset: number): vscode.Hover | undefined {
  const hover = hoverAt(snapshot, offset, locale(), translate);
  if (hover === undefined) {
    return undefined;
  }
  const text = new vscode.MarkdownString(hover.markdown);
  text.supportHtml = false;
  text.isTrusted = false;
  const copy = new vscode.MarkdownString(`[${vscode.l10n.t("Copy Path")}](command:${commands.copyHl7v2Path}?${encodeURIComponent(JSON.stringify([hover.path]))})`);
  copy.isTrusted = { enabledCommands: [commands.copyHl7v2Path] };
  return new vscode.Hover([text, copy], rangeOf(snapshot, hover));
}

function symbolOf(snapshot: LanguageSnapshot, node: OutlineNode): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(node.name, node.detail, kindOf(node), rangeOf(snapshot, node), rangeOf(snapshot, node.named));
  symbol.children = node.children.map((child) => symbolOf(snapshot, child));
  return symbol;
}

function kindOf({ kind }: OutlineNode): vscode.SymbolKind {
  switch (kind) {
    case "file":
      return vscode.SymbolKind.File;
    case "batch":
      return vscode.SymbolKind.Package;
    case "message":
      return vscode.SymbolKind.Module;
    case "group":
      return vscode.SymbolKind.Namespace;
    case "segment":
      return vscode.SymbolKind.Struct;
  }
}

function nested(snapshot: LanguageSnapshot, position: vscode.Position): vscode.SelectionRange {
  const spans = selectionsAt(snapshot, offsetOf(snapshot, position));
  const around = [...spans].reverse().reduce<vscode.SelectionRange | undefined>((parent, span) => new vscode.SelectionRange(rangeOf(snapshot, span), parent), undefined);
  return around ?? new vscode.SelectionRange(new vscode.Range(position, position));
}
