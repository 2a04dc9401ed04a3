import * as vscode from "vscode";
import type { Logger } from "../../core/logger";
import type { KataSummary } from "../../core/packs/kata";
import type { KataState } from "../../core/progress/kataState";
import { commands, contextKeys, schemes, storedKeys, views } from "../../ids";
import { inBackground } from "../commands";
import type { ContextKeys } from "../contextKeys";
import type { Library } from "../library";
import type { LearnerProgress } from "../progress";
import type { StoredState, StoredValue } from "../storedState";
import { levelWord, minutesWord, shortLevelWord, stateWord, trackWord } from "../words";
import { isNarrowing, noFilter, parseFilter } from "./kataFilter";
import type { KataFilter } from "./kataFilter";
import { buildTree } from "./kataTree";
import type { KataNode, NewerPackNode, TrackNode, TreeNode } from "./kataTree";

const storedFilter: StoredValue<KataFilter> = { key: storedKeys.filter, version: 1, parse: parseFilter, empty: noFilter };

export interface KatasViewSurroundings {
  readonly library: Library;
  readonly progress: LearnerProgress;
  readonly stored: StoredState;
  readonly keys: ContextKeys;
  readonly log: Logger;
}

/** The Katas view: tracks, and in them the katas with level, minutes and where one stands with them. */
export class KatasView implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<TreeNode>;
  private readonly disposables: vscode.Disposable[];
  private tracks: readonly TrackNode[] = [];

  constructor(private readonly around: KatasViewSurroundings) {
    const { library, progress, keys } = around;
    keys.set(contextKeys.viewState, "loading");
    keys.set(contextKeys.filtered, isNarrowing(this.filter));
    this.view = vscode.window.createTreeView(views.katas, { treeDataProvider: this, showCollapseAll: true });
    this.disposables = [
      this.view,
      this.changed,
      library.onDidChange(() => this.refresh()),
      progress.onDidChange(() => this.refresh()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.refresh()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.refresh()),
    ];
  }

  get filter(): KataFilter {
    return this.around.stored.read(storedFilter);
  }

  /** Narrows what is shown, and remembers that. */
  async setFilter(filter: KataFilter): Promise<void> {
    await this.around.stored.write(storedFilter, filter);
    this.around.keys.set(contextKeys.filtered, isNarrowing(filter));
    this.refresh();
  }

  refresh(): void {
    this.changed.fire(undefined);
  }

  /** Brings a kata into sight, if the view can be seen and shows it. */
  reveal(uuid: string): void {
    const node = this.tracks.flatMap(({ katas }) => katas).find(({ summary }) => summary.uuid === uuid);
    if (node !== undefined && this.view.visible) {
      inBackground(this.around.log, "Showing a kata in the list", this.view.reveal(node, { select: true, focus: false }));
    }
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node !== undefined) {
      return node.kind === "track" ? [...node.katas] : [];
    }
    const { library, progress, keys } = this.around;
    try {
      const summaries = await library.summaries();
      this.tracks = buildTree(summaries, (uuid) => progress.stateOf(uuid), this.filter);
      keys.set(contextKeys.viewState, this.tracks.length + library.newer.length > 0 ? "full" : summaries.length > 0 ? "noMatch" : "noKatas");
      keys.set(contextKeys.everPassed, summaries.some(({ uuid }) => progress.stateOf(uuid) === "passed"));
      keys.set(contextKeys.everChecked, summaries.some(({ uuid }) => progress.standingOf(uuid).attempts > 0));
      this.describe(this.tracks.length > 0);
      return [...this.tracks, ...library.newer.map(({ name, title }): NewerPackNode => ({ kind: "newer", name, title }))];
    } catch (error) {
      this.around.log.error("The katas could not be listed.", error);
      keys.set(contextKeys.viewState, "failed");
      this.describe(false);
      return [];
    }
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === "kata" ? this.tracks.find(({ track }) => track === node.summary.track) : undefined;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    switch (node.kind) {
      case "track":
        return trackItem(node);
      case "kata":
        return kataItem(node, this.around.progress.stateOf(node.summary.uuid));
      case "newer":
        return newerPackItem(node);
    }
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    if (node.kind === "kata") {
      item.tooltip = tooltipOf(node.summary, this.around.progress);
    }
    return item;
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** One line above the list: what one cannot see from the list itself. */
  private describe(full: boolean): void {
    const notes = [
      ...((vscode.workspace.workspaceFolders ?? []).length === 0 ? [vscode.l10n.t("No folder is open. Starting a kata asks where its files go.")] : []),
      ...(vscode.workspace.isTrusted ? [] : [vscode.l10n.t("Restricted mode: checks that run code wait until you trust this folder.")]),
      ...(isNarrowing(this.filter) ? [vscode.l10n.t("Showing only: {0}", filterWords(this.filter))] : []),
    ];
    // A message would take the place of the welcome text of an empty list.
    this.view.message = full && notes.length > 0 ? notes.join("\n") : "";
  }
}

/** What a filter asks for, in words. */
export function filterWords({ states, levels }: KataFilter): string {
  return [...states.map(stateWord), ...levels.map(levelWord)].join(", ");
}

function trackItem({ track, passed, total }: TrackNode): vscode.TreeItem {
  const title = trackWord(track);
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `track/${track}`;
  item.contextValue = "track";
  item.description = vscode.l10n.t("{0} of {1}", passed, total);
  item.tooltip = vscode.l10n.t("{0}: {1} of {2} katas passed", title, passed, total);
  item.accessibilityInformation = { label: item.tooltip };
  return item;
}

function kataItem({ summary }: KataNode, state: KataState): vscode.TreeItem {
  const item = new vscode.TreeItem(summary.title, vscode.TreeItemCollapsibleState.None);
  const level = levelWord(summary.level);
  const minutes = minutesWord(summary.minutes);
  item.id = `kata/${summary.uuid}`;
  item.contextValue = `kata ${state}`;
  item.description = `${shortLevelWord(summary.level)} · ${minutes}`;
  item.iconPath = iconOf(state);
  item.resourceUri = itemUri(summary);
  item.accessibilityInformation = { label: vscode.l10n.t("{0}, {1}, {2}, {3}", summary.title, level, minutes, stateWord(state)) };
  item.command = {
    command: state === "notStarted" ? commands.openBrief : commands.openKata,
    title: state === "notStarted" ? vscode.l10n.t("Show Brief") : vscode.l10n.t("Open Kata"),
    arguments: [{ kind: "kata", summary }],
  };
  return item;
}

function newerPackItem({ name, title }: NewerPackNode): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.None);
  item.id = `newer/${name}`;
  item.contextValue = "newer";
  item.iconPath = new vscode.ThemeIcon("extensions");
  item.description = vscode.l10n.t("needs a newer extension");
  item.tooltip = vscode.l10n.t("The pack {0} is of a later format than this version of Health IT Katas can read. Update the extension.", name);
  item.accessibilityInformation = { label: vscode.l10n.t("{0}, needs a newer extension", title) };
  return item;
}

/** The icon of a state. Forms differ as well as colours. */
export function iconOf(state: KataState): vscode.ThemeIcon {
  switch (state) {
    case "notStarted":
      return new vscode.ThemeIcon("circle-large-outline");
    case "started":
      return new vscode.ThemeIcon("edit", new vscode.ThemeColor("charts.blue"));
    case "failed":
      return new vscode.ThemeIcon("error", new vscode.ThemeColor("testing.iconFailed"));
    case "passed":
      return new vscode.ThemeIcon("pass-filled", new vscode.ThemeColor("testing.iconPassed"));
  }
}

/** The address by which a kata in the list is decorated. */
export function itemUri({ uuid }: Pick<KataSummary, "uuid">): vscode.Uri {
  return vscode.Uri.from({ scheme: schemes.item, path: `/${uuid}` });
}

function tooltipOf(summary: KataSummary, progress: LearnerProgress): vscode.MarkdownString {
  const standing = progress.standingOf(summary.uuid);
  const tooltip = new vscode.MarkdownString(undefined, true);
  tooltip.appendText(summary.title);
  tooltip.appendMarkdown("\n\n");
  tooltip.appendText([trackWord(summary.track), levelWord(summary.level), minutesWord(summary.minutes), stateWord(standing.state)].join(" · "));
  if (standing.attempts > 0) {
    tooltip.appendMarkdown("\n\n");
    tooltip.appendText(vscode.l10n.t("Checks so far: {0}. Hints seen: {1}.", standing.attempts, standing.hintsUsed));
  }
  if (standing.firstPassedAt !== undefined) {
    tooltip.appendMarkdown("\n\n");
    const day = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: "long" }).format(new Date(standing.firstPassedAt));
    tooltip.appendText(vscode.l10n.t("First passed on {0}.", day));
  }
  return tooltip;
}
