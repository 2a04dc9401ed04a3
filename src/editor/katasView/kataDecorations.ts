import * as vscode from "vscode";
import { schemes } from "../../ids";
import type { LearnerProgress } from "../progress";

/** Marks katas in the list by a sign of their state, as the editor marks changed files. */
export class KataDecorations implements vscode.FileDecorationProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeFileDecorations = this.changed.event;
  private readonly disposable: vscode.Disposable;

  constructor(private readonly progress: LearnerProgress) {
    this.disposable = vscode.Disposable.from(
      this.changed,
      vscode.window.registerFileDecorationProvider(this),
      progress.onDidChange(() => this.changed.fire(undefined)),
    );
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (uri.scheme !== schemes.item) {
      return undefined;
    }
    switch (this.progress.stateOf(uri.path.slice(1))) {
      case "notStarted":
        return undefined;
      case "started":
        return { badge: "…", tooltip: vscode.l10n.t("Started") };
      case "failed":
        return { badge: "✗", tooltip: vscode.l10n.t("Not yet right") };
      case "passed":
        return { badge: "✓", tooltip: vscode.l10n.t("Passed") };
    }
  }

  dispose(): void {
    this.disposable.dispose();
  }
}
