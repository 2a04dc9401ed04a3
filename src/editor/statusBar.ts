import * as vscode from "vscode";
import type { Attempt } from "../core/checks/attempt";
import { commands, statusBarItemId } from "../ids";
import type { Look, Looks } from "./checking/looks";
import type { OpenKata } from "./openKata";
import { durationWord, verdictWord, verdictWords } from "./words";

/** One item while a kata is open: its verdict and how long the check took. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(statusBarItemId, vscode.StatusBarAlignment.Left, 10);
  private readonly watching: readonly { dispose(): void }[];

  constructor(
    private readonly open: OpenKata,
    private readonly looks: Looks,
  ) {
    this.item.name = vscode.l10n.t("Kata Verdict");
    this.watching = [open.onDidChange(() => this.show()), looks.onDidChange(() => this.show())];
  }

  dispose(): void {
    vscode.Disposable.from(this.item, ...this.watching).dispose();
  }

  private show(): void {
    const started = this.open.get();
    if (started === undefined) {
      this.item.hide();
      return;
    }
    const { icon, text, tooltip, command } = wordsFor(this.looks.of(started.folder));
    const { title } = started.kata.manifest;
    this.item.text = `$(${icon}) ${text}`;
    this.item.tooltip = `${title}\n${tooltip}`;
    this.item.command = command;
    this.item.accessibilityInformation = { label: vscode.l10n.t("Kata {0}: {1}", title, text), role: "button" };
    this.item.show();
  }
}

interface Words {
  readonly icon: string;
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
}

function wordsFor({ phase, attempt, problem, stale }: Look): Words {
  if (phase === "running") {
    return { icon: "loading~spin", text: vscode.l10n.t("Checking"), tooltip: vscode.l10n.t("Checking your solution."), command: commands.openBrief };
  }
  if (phase === "broken") {
    return { icon: "warning", text: vscode.l10n.t("Not checked"), tooltip: problem ?? "", command: commands.openBrief };
  }
  if (attempt === undefined) {
    return { icon: "beaker", text: vscode.l10n.t("Check Kata"), tooltip: vscode.l10n.t("Not checked yet. Click to check."), command: commands.checkKata };
  }
  const time = durationWord(attempt.durationMs);
  if (stale) {
    return {
      icon: "beaker",
      text: vscode.l10n.t("Check Kata"),
      tooltip: vscode.l10n.t("Changed since the last check ({0}). Click to check.", verdictWords(attempt)),
      command: commands.checkKata,
    };
  }
  return {
    icon: iconOf(attempt),
    text: vscode.l10n.t("{0} · {1}", verdictWord(attempt), time),
    tooltip: vscode.l10n.t("{0} ({1}). Click to see the results.", verdictWords(attempt), time),
    command: commands.openBrief,
  };
}

function iconOf({ outcome }: Attempt): string {
  switch (outcome) {
    case "passed":
      return "pass";
    case "failed":
      return "error";
    case "errored":
      return "warning";
    case "blocked":
      return "circle-slash";
    case "timedOut":
      return "watch";
  }
}
