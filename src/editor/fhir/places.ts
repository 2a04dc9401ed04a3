import * as vscode from "vscode";
import type { SentenceArgs, Translate } from "../../core/checks/translate";
import type { LineIndex } from "../../core/text/lineIndex";

/** Gives core's English texts in the editor's language. */
export const translate: Translate = (english: string, args?: SentenceArgs) => vscode.l10n.t(english, args ?? {});

/** Offsets of core as a range of the editor. */
export function rangeOf(lines: LineIndex, from: number, to: number): vscode.Range {
  const { start, end } = lines.rangeOf(from, to);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** A position of the editor as an offset of core. Both count CR, LF and CRLF as line ends. */
export function offsetOf(lines: LineIndex, { line, character }: vscode.Position): number {
  return lines.offsetAt({ line, character });
}

/** Markdown in which no command can be run and no HTML stands. */
export function markdown(text: string): vscode.MarkdownString {
  const made = new vscode.MarkdownString(text);
  made.isTrusted = false;
  made.supportHtml = false;
  return made;
}
