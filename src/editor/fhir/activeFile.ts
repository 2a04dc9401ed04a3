import * as vscode from "vscode";
import { commands, contextKeys, fhirPathItemId } from "../../ids";
import { inBackground } from "../commands";
import type { LanguageSurroundings } from "../languages/languageFeatures";
import { pathAtCursor } from "./evaluation";
import type { FhirFiles } from "./fhirFiles";

/** Milliseconds that the cursor rests before its path is looked for. */
const restMs = 60;

/** Follows the active editor: whether it shows a resource, for menus, and the path of the element at the cursor, in the status bar. */
export class ActiveFile implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(fhirPathItemId, vscode.StatusBarAlignment.Right, 101);
  private readonly watching: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;
  private latest = 0;

  constructor(
    private readonly files: FhirFiles,
    private readonly around: Pick<LanguageSurroundings, "keys" | "log">,
  ) {
    this.item.name = vscode.l10n.t("FHIRPath at the Cursor");
    this.item.command = commands.copyFhirPath;
    this.watching = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.look(0)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor === vscode.window.activeTextEditor && this.look(restMs)),
      files.onDidChangeSetting(() => this.look(0)),
    );
    this.look(0);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.around.keys.set(contextKeys.fhirFile, false);
    vscode.Disposable.from(this.item, this.watching).dispose();
  }

  private look(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => inBackground(this.around.log, "Looking at the cursor", this.show()), ms);
  }

  private async show(): Promise<void> {
    const now = ++this.latest;
    const editor = vscode.window.activeTextEditor;
    const file = editor === undefined ? undefined : await this.files.of(editor.document);
    if (now !== this.latest) {
      return;
    }
    this.around.keys.set(contextKeys.fhirFile, file !== undefined);
    const path = editor === undefined || file === undefined ? undefined : pathAtCursor(editor, file);
    if (path === undefined) {
      this.item.hide();
      return;
    }
    this.item.text = path;
    this.item.tooltip = vscode.l10n.t("{0}\nClick to copy.", path);
    this.item.accessibilityInformation = { label: vscode.l10n.t("FHIRPath at the cursor: {0}", path), role: "button" };
    this.item.show();
  }
}
