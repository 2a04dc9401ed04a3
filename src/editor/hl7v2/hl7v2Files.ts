import * as vscode from "vscode";
import type { SentenceArgs, Translate } from "../../core/checks/translate";
import { LanguageModel } from "../../core/hl7v2/language/languageModel";
import type { LanguageSnapshot } from "../../core/hl7v2/language/languageSnapshot";
import type { Span } from "../../core/hl7v2/segment";
import type { DictionaryFor } from "../../core/hl7v2/validation/standard";
import { languages } from "../../ids";

/** Files that are read as HL7 v2. */
export const hl7v2Selector: vscode.DocumentSelector = { language: languages.hl7v2 };

/** Gives core's English texts in the editor's language. */
export const translate: Translate = (english: string, args?: SentenceArgs) => vscode.l10n.t(english, args ?? {});

/** The language in which dates are written. */
export function locale(): string {
  return vscode.env.language === "qps-ploc" ? "en" : vscode.env.language;
}

interface Kept {
  readonly model: LanguageModel;
  version: number;
  snapshot: LanguageSnapshot;
}

/** What was read of the open files: once for each version, for everyone who asks, and with what is the same as in the version before. */
export class Hl7v2Files {
  private readonly kept = new WeakMap<vscode.TextDocument, Kept>();

  constructor(readonly dictionaryFor: DictionaryFor) {}

  of(document: vscode.TextDocument): LanguageSnapshot {
    const { version } = document;
    const kept = this.kept.get(document);
    if (kept === undefined) {
      const model = new LanguageModel(this.dictionaryFor);
      const snapshot = model.update(document.getText());
      this.kept.set(document, { model, version, snapshot });
      return snapshot;
    }
    if (kept.version !== version) {
      kept.snapshot = kept.model.update(document.getText());
      kept.version = version;
    }
    return kept.snapshot;
  }

  /** The active editor, when it shows HL7 v2 that is the person's own. */
  active(): vscode.TextEditor | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor !== undefined && isHl7v2(editor.document) ? editor : undefined;
  }
}

export function isHl7v2(document: vscode.TextDocument): boolean {
  return document.languageId === languages.hl7v2;
}

/** Offsets of a snapshot as a range of the editor. Both count CR, LF and CRLF as line ends. */
export function rangeOf({ lines }: LanguageSnapshot, { from, to }: Span): vscode.Range {
  const { start, end } = lines.rangeOf(from, to);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function offsetOf({ lines }: LanguageSnapshot, { line, character }: vscode.Position): number {
  return lines.offsetAt({ line, character });
}
