import * as vscode from "vscode";
import { nextField } from "../../core/hl7v2/language/fieldStops";
import { type OutlineNode, outlineOf } from "../../core/hl7v2/language/outline";
import { namedPartAt } from "../../core/hl7v2/language/partPath";
import { parsePath } from "../../core/hl7v2/path";
import { commands, hl7v2PathItemId } from "../../ids";
import type { Choice, Dialogs } from "../dialogs";
import { type Hl7v2Files, locale, offsetOf, rangeOf, translate } from "./hl7v2Files";

/** Milliseconds that the cursor rests before its path is looked for. */
const restMs = 40;

/** The path at the cursor, in the status bar, and the commands that copy it and that move from part to part. */
export class Cursor implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(hl7v2PathItemId, vscode.StatusBarAlignment.Right, 101);
  private timer: NodeJS.Timeout | undefined;
  private readonly watching: vscode.Disposable;

  constructor(private readonly files: Hl7v2Files, private readonly dialogs: Dialogs) {
    this.item.name = vscode.l10n.t("HL7 v2 Path at the Cursor");
    this.item.command = commands.copyHl7v2Path;
    this.watching = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor === vscode.window.activeTextEditor && this.soon()),
      vscode.workspace.onDidOpenTextDocument(() => this.soon()),
    );
    this.show();
  }

  /** Copies the path at the cursor, or one that is given. */
  async copyPath(given: unknown): Promise<void> {
    const path = typeof given === "string" && (/^[A-Za-z0-9_]{1,8}(?:\[\d+\])?$/.test(given) || parsePath(given).ok) ? given : this.pathAtCursor()?.path;
    if (path === undefined) {
      this.dialogs.inform("info", vscode.l10n.t("There is no part of a message at the cursor."));
      return;
    }
    await vscode.env.clipboard.writeText(path);
    vscode.window.setStatusBarMessage(vscode.l10n.t("Copied {0}", path), 3000);
  }

  /** Selects the next or the previous field. */
  moveTo(direction: "next" | "previous"): void {
    const editor = this.files.active();
    if (editor === undefined) {
      return;
    }
    const snapshot = this.files.of(editor.document);
    const span = nextField(snapshot, offsetOf(snapshot, editor.selection.start), direction);
    if (span !== undefined) {
      select(editor, rangeOf(snapshot, span));
    }
  }

  /** Lets the person choose a segment of the file. */
  async goToSegment(): Promise<void> {
    const editor = this.files.active();
    if (editor === undefined) {
      this.dialogs.inform("info", vscode.l10n.t("Open an HL7 v2 file to go to one of its segments."));
      return;
    }
    const snapshot = this.files.of(editor.document);
    const choices = segmentsIn(outlineOf(snapshot, locale(), translate));
    const chosen = await this.dialogs.choose(vscode.l10n.t("Go to Segment"), vscode.l10n.t("Name of a segment, or something it holds"), choices);
    if (chosen !== undefined) {
      select(await vscode.window.showTextDocument(editor.document, editor.viewColumn), rangeOf(snapshot, chosen.named));
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(this.item, this.watching).dispose();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), restMs);
  }

  private show(): void {
    const part = this.pathAtCursor();
    if (part === undefined) {
      this.item.hide();
      return;
    }
    const { path, meaning } = part;
    const names = [meaning.field?.name ?? meaning.segment?.name, meaning.component?.name, meaning.subcomponent?.name].flatMap((name) => (name === undefined ? [] : [name])).join(" › ");
    this.item.text = path;
    this.item.tooltip = names === "" ? vscode.l10n.t("{0}\nClick to copy.", path) : vscode.l10n.t("{0} · {1}\nClick to copy.", path, names);
    this.item.accessibilityInformation = { label: vscode.l10n.t("HL7 v2 path at the cursor: {0} {1}", path, names), role: "button" };
    this.item.show();
  }

  private pathAtCursor(): ReturnType<typeof namedPartAt> {
    const editor = this.files.active();
    if (editor === undefined) {
      return undefined;
    }
    const snapshot = this.files.of(editor.document);
    return namedPartAt(snapshot, offsetOf(snapshot, editor.selection.active));
  }
}

function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The segments of an outline, under the message or group in which they stand. */
function segmentsIn(nodes: readonly OutlineNode[], around: readonly string[] = []): readonly Choice<OutlineNode>[] {
  return nodes.flatMap((node): readonly Choice<OutlineNode>[] => {
    if (node.kind === "segment") {
      return [{ label: node.name, value: node, description: node.detail, ...(around.length === 0 ? {} : { group: around.join(" › ") }) }];
    }
    return segmentsIn(node.children, [...around, node.kind === "message" && node.detail !== "" ? `${node.name} · ${node.detail}` : node.name]);
  });
}
