import * as vscode from "vscode";
import { evaluationReport, problemSentence } from "../../core/fhir/language/evaluationReport";
import { fhirPathAt, withoutPositions } from "../../core/fhir/language/fhirPathAt";
import type { FhirPathResult } from "../../core/fhir/fhirPathEvaluation";
import type { FhirPathWorker } from "../../env/fhirPathWorker";
import { schemes } from "../../ids";
import { toRange } from "../problems";
import type { LanguageSurroundings } from "../languages/languageFeatures";
import { askExpression } from "./expressionBox";
import type { FhirFile, FhirFiles } from "./fhirFiles";
import { offsetOf, translate } from "./places";
import type { ResultMarks } from "./resultMarks";

/** Expressions that are offered again, the last one first. */
const keptExpressions = 20;

/** The commands about FHIRPath. */
export class Evaluation {
  private readonly history: string[] = [];

  constructor(
    private readonly files: FhirFiles,
    private readonly worker: FhirPathWorker,
    private readonly around: Pick<LanguageSurroundings, "texts" | "dialogs">,
    private readonly marks: ResultMarks,
  ) {}

  /**
   * Asks for an expression, unless one is given, works it out for the resource in the active editor, shows the results beside it and marks them in it.
   */
  async evaluate(given?: unknown): Promise<void> {
    const active = await this.active();
    if (active === undefined) {
      return;
    }
    const { editor, file } = active;
    const expression = typeof given === "string" ? given : await this.ask(editor, file);
    if (expression === undefined || expression.trim() === "") {
      return;
    }
    this.remember(expression);
    const { document } = editor;
    const { version } = document;
    const answer = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Evaluating FHIRPath") },
      async () => await this.worker.evaluate(expression, document.getText(), new AbortController().signal),
    );
    switch (answer.kind) {
      case "results":
        await this.show(editor, file, expression, answer.results, answer.durationMs, document.version === version);
        return;
      case "problem":
        this.warn(vscode.l10n.t("This is no FHIRPath: {0}", problemSentence(answer.problem, translate)));
        return;
      case "failed":
        this.warn(vscode.l10n.t("The expression cannot be worked out for this resource: {0}", answer.reason));
        return;
      case "late":
        this.warn(vscode.l10n.t("The expression took longer than {0} s and was ended. Try one that looks at fewer elements.", answer.seconds));
        return;
    }
  }

  /** Puts the path of the element at the cursor on the clipboard. */
  async copyPath(): Promise<void> {
    const active = await this.active();
    if (active === undefined) {
      return;
    }
    const { editor, file } = active;
    const path = pathAtCursor(editor, file);
    if (path === undefined) {
      this.warn(vscode.l10n.t("The cursor is in no element. Put it on a property or a value first."));
      return;
    }
    await vscode.env.clipboard.writeText(path);
    vscode.window.setStatusBarMessage(vscode.l10n.t("Copied {0}", path), 3000);
  }

  /** The active editor, when it shows a resource; the person is told when it does not. */
  private async active(): Promise<{ readonly editor: vscode.TextEditor; readonly file: FhirFile } | undefined> {
    const editor = vscode.window.activeTextEditor;
    const file = editor === undefined ? undefined : await this.files.of(editor.document);
    if (editor === undefined || file === undefined) {
      this.warn(vscode.l10n.t("Open a JSON file with a FHIR resource first: one whose outermost object says its \"resourceType\"."));
      return undefined;
    }
    return { editor, file };
  }

  private warn(message: string): void {
    this.around.dialogs.inform("warning", message);
  }

  private async ask(editor: vscode.TextEditor, file: FhirFile): Promise<string | undefined> {
    this.worker.warm();
    const path = pathAtCursor(editor, file);
    return await askExpression({
      suggested: path === undefined ? "" : withoutPositions(path),
      history: this.history,
      problemOf: async (expression) => {
        const answer = await this.worker.parse(expression, new AbortController().signal);
        return answer.kind === "problem" ? problemSentence(answer.problem, translate) : undefined;
      },
    });
  }

  private remember(expression: string): void {
    const at = this.history.indexOf(expression);
    if (at >= 0) {
      this.history.splice(at, 1);
    }
    this.history.unshift(expression);
    this.history.splice(keptExpressions);
  }

  private async show(editor: vscode.TextEditor, file: FhirFile, expression: string, results: readonly FhirPathResult[], durationMs: number, isSame: boolean): Promise<void> {
    const name = editor.document.uri.path.split("/").at(-1) ?? "";
    const report = evaluationReport(expression, name, results, durationMs, file.text, translate);
    const ranges = results.flatMap(({ pointer }) => (pointer === undefined ? [] : (file.text.document.rangeOf(pointer) ?? [])));
    const uri = this.around.texts.add(schemes.report, vscode.l10n.t("{0} · FHIRPath", name), report);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { viewColumn: vscode.ViewColumn.Beside, preview: true, preserveFocus: true });
    if (isSame) {
      this.marks.show(editor.document, ranges.map(toRange));
    }
  }
}

/** The path of the element at the cursor. */
export function pathAtCursor({ selection }: vscode.TextEditor, { model, text }: FhirFile): string | undefined {
  return fhirPathAt(model, text, offsetOf(text.lines, selection.active));
}
