import * as vscode from "vscode";
import type { ShownDifference } from "../../core/diff/compareTexts";
import { type ToleranceName, toleranceOf } from "../../core/diff/tolerance";
import { HumanError } from "../../core/humanError";
import { compareInWorker } from "../../env/diffWorker";
import { schemes } from "../../ids";
import { pathOf } from "../paths";
import { type ComparedText, textOf } from "./comparedText";
import type { ComparisonSurroundings, StructureComparison } from "./comparison";
import { chooseOther, chooseTolerance, usualTolerance } from "./choices";
import { differenceList, differenceReport } from "./differenceList";

/** Makes the command "Compare by Structure". This file is the entry of a bundle of its own, loaded at the first comparison. */
export function createComparison(around: ComparisonSurroundings): StructureComparison {
  return new EditorComparison(around);
}

class EditorComparison implements StructureComparison {
  /** What was tolerated last in this window. */
  private tolerated: readonly ToleranceName[] | undefined;
  private count = 0;

  constructor(private readonly around: ComparisonSurroundings) {}

  async compare(...chosen: readonly unknown[]): Promise<void> {
    const { dialogs } = this.around;
    const files = await this.files(chosen);
    if (files === undefined) {
      return;
    }
    const { expected, actual } = files;
    if (expected.format !== actual.format) {
      throw new HumanError("diff.formats", `A ${expected.format} document cannot be compared with a ${actual.format} document; both must be of one format.`, { expected: expected.format, actual: actual.format });
    }
    const { format } = actual;
    const names = await chooseTolerance(dialogs, format, this.tolerated ?? usualTolerance);
    if (names === undefined) {
      return;
    }
    this.tolerated = names;
    const request = { format, texts: { expected: expected.text, actual: actual.text }, tolerance: toleranceOf(names) };
    const comparison = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t("Comparing {0} with {1}", actual.name, expected.name), cancellable: true },
      async (_progress, cancelled) => {
        const stopping = new AbortController();
        cancelled.onCancellationRequested(() => stopping.abort(new vscode.CancellationError()));
        return await compareInWorker(pathOf(vscode.Uri.joinPath(this.around.extension, "dist", "diffWorker.js")) ?? "", request, stopping.signal);
      },
    );
    if (comparison.incomplete.expected || comparison.incomplete.actual) {
      dialogs.inform("warning", vscode.l10n.t("{0} cannot be read whole; it was compared as far as it goes.", comparison.incomplete.actual ? actual.name : expected.name));
    }
    if (comparison.differences.length === 0) {
      dialogs.inform("info", vscode.l10n.t("{0} and {1} say the same.", expected.name, actual.name));
      return;
    }
    await this.show(expected, actual, comparison.normalized, comparison.differences);
  }

  private async files(chosen: readonly unknown[]): Promise<{ readonly expected: ComparedText; readonly actual: ComparedText } | undefined> {
    const [first, selected] = chosen;
    const several = Array.isArray(selected) ? selected.filter((each) => each instanceof vscode.Uri) : [];
    const [one, other] = several;
    if (one !== undefined && other !== undefined) {
      return { expected: await textOf(one), actual: await textOf(other) };
    }
    const uri = first instanceof vscode.Uri ? first : vscode.window.activeTextEditor?.document.uri;
    if (uri === undefined) {
      throw new HumanError("diff.noFile", "There is no file to compare. Open a .hl7 or .json file first.");
    }
    const actual = await textOf(uri);
    const expected = await chooseOther(this.around.dialogs, actual);
    return expected === undefined ? undefined : { expected, actual };
  }

  /** Shows the normal forms side by side, and the list of differences to go through. */
  private async show(expected: ComparedText, actual: ComparedText, normalized: { readonly expected: string; readonly actual: string }, differences: readonly ShownDifference[]): Promise<void> {
    const { texts, dialogs } = this.around;
    const folder = `compare/${String(++this.count)}`;
    const ending = actual.format === "json" ? "json" : "txt";
    const left = texts.add(schemes.report, `${folder}/expected/${expected.name}.${ending}`, normalized.expected);
    const right = texts.add(schemes.report, `${folder}/actual/${actual.name}.${ending}`, normalized.actual);
    await vscode.commands.executeCommand("vscode.diff", left, right, vscode.l10n.t("{0} ↔ {1} (by Structure)", expected.name, actual.name), { preview: false });
    const chosen = await dialogs.choose(
      differences.length === 1 ? vscode.l10n.t("One difference") : vscode.l10n.t("{0} differences", differences.length),
      vscode.l10n.t("Choose one to go to it; Escape stays here"),
      differenceList(differences),
    );
    if (chosen === "report") {
      const report = texts.add(schemes.report, `${folder}/${vscode.l10n.t("Differences")}.md`, differenceReport(expected.name, actual.name, differences));
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(report), { viewColumn: vscode.ViewColumn.Beside, preview: false });
    } else if (chosen !== undefined) {
      reveal(right, chosen.lines.actual);
      reveal(left, chosen.lines.expected);
    }
  }
}

/** Puts the cursor on a line, where the text is shown. */
function reveal(uri: vscode.Uri, line: number): void {
  for (const editor of vscode.window.visibleTextEditors.filter(({ document }) => document.uri.toString() === uri.toString())) {
    const at = new vscode.Position(Math.min(line, Math.max(0, editor.document.lineCount - 1)), 0);
    editor.selection = new vscode.Selection(at, at);
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
  }
}
