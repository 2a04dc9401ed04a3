import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { Finding } from "../../core/checks/finding";
import type { Logger } from "../../core/logger";
import type { Kata } from "../../core/packs/kata";
import { panels } from "../../ids";
import { restorable, toHost } from "../../webviews/protocol/brief";
import type { BriefAction, ToHost, ToPage } from "../../webviews/protocol/brief";
import { inBackground } from "../commands";
import type { Looks } from "../checking/looks";
import { uriOf } from "../paths";
import type { LearnerProgress } from "../progress";
import type { LoadServices } from "../services";
import type { StartedKata } from "../startedKata";
import { readBriefContent } from "./briefContent";
import type { BriefContent } from "./briefContent";
import { briefHtml } from "./briefHtml";
import { briefState } from "./briefState";

/** What the page shows: a kata, and where it was started if it was. */
export interface BriefSubject {
  readonly kata: Kata;
  readonly started?: StartedKata;
}

/** What the page can ask for. */
export interface BriefHandlers {
  act(action: BriefAction, subject: BriefSubject): void;
  openFile(file: string, subject: BriefSubject): void;
  goTo(finding: Finding, started: StartedKata): void;
  showDiff(finding: Finding): void;
  /** Finds what a panel of an earlier window showed. */
  find(uuid: string, folder: string | undefined): Promise<BriefSubject>;
  canUndoReset(started: StartedKata): Promise<boolean>;
  /** Told when the brief was closed. */
  closed(): void;
}

export interface BriefSurroundings {
  readonly extension: vscode.Uri;
  readonly services: LoadServices;
  readonly progress: LearnerProgress;
  readonly looks: Looks;
  readonly log: Logger;
  readonly handlers: BriefHandlers;
}

interface Shown {
  readonly subject: BriefSubject;
  readonly content: BriefContent;
}

/** The brief of a kata beside the learner's files. There is one panel; another kata takes the place of the one before. */
export class BriefPanel implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private shown: Shown | undefined;
  private readonly disposables: readonly { dispose(): void }[];

  constructor(private readonly around: BriefSurroundings) {
    this.disposables = [
      vscode.window.registerWebviewPanelSerializer(panels.brief, this),
      around.looks.onDidChange((folder) => {
        if (folder === this.shown?.subject.started?.folder) {
          this.send();
        }
      }),
      around.progress.onDidChange(() => this.send()),
    ];
  }

  /** Whether the brief of a kata that was started in a folder is open. */
  isOpenFor(folder: string): boolean {
    return this.shown?.subject.started?.folder === folder;
  }

  get subject(): BriefSubject | undefined {
    return this.shown?.subject;
  }

  /**
   * Shows a kata's brief: beside the files where they are open, else where one works.
   * @throws HumanError when it cannot be read
   */
  async show(subject: BriefSubject, { focus }: { readonly focus: boolean }): Promise<void> {
    const beside = vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText));
    // In the column of the files the brief would cover them; moved elsewhere, the editor would show it as a preview, which the next file replaces.
    if (beside && this.panel?.viewColumn === vscode.ViewColumn.One) {
      this.panel.dispose();
    }
    const panel = this.panel ?? this.createPanel(beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active, focus);
    if (focus || !panel.visible) {
      panel.reveal(undefined, !focus);
    }
    await this.fill(panel, subject);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.adopt(panel);
    try {
      if (!restorable.matches(state)) {
        throw new Error("The page kept nothing by which to restore it.");
      }
      await this.fill(panel, await this.around.handlers.find(state.uuid, state.folder));
    } catch (error) {
      this.around.log.warn(`The brief of an earlier window was closed. ${error instanceof Error ? error.message : String(error)}`);
      panel.dispose();
    }
  }

  /** Sends the page its state again. */
  send(): void {
    if (this.panel?.visible === true && this.shown !== undefined) {
      inBackground(this.around.log, "Showing the brief", this.post(this.panel, this.shown));
    }
  }

  dispose(): void {
    this.panel?.dispose();
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private createPanel(viewColumn: vscode.ViewColumn, focus: boolean): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(panels.brief, vscode.l10n.t("Kata Brief"), { viewColumn, preserveFocus: !focus }, {});
    this.adopt(panel);
    return panel;
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    panel.iconPath = {
      light: vscode.Uri.joinPath(this.around.extension, "media", "brief-light.svg"),
      dark: vscode.Uri.joinPath(this.around.extension, "media", "brief-dark.svg"),
    };
    panel.onDidDispose(() => {
      if (this.panel === panel) {
        this.panel = undefined;
        this.shown = undefined;
        this.around.handlers.closed();
      }
    });
    // What was sent to a hidden page is lost, and a page that comes back loads anew and says `ready`.
    panel.onDidChangeViewState(() => this.send());
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (toHost.matches(message)) {
        this.receive(message);
      } else {
        this.around.log.warn("The brief's page sent something that is no message.");
      }
    });
  }

  private async fill(panel: vscode.WebviewPanel, subject: BriefSubject): Promise<void> {
    const { extension, services } = this.around;
    const { webview } = panel;
    const own = vscode.Uri.joinPath(extension, "dist", "webviews");
    const same = this.shown !== undefined && identityOf(this.shown.subject) === identityOf(subject);
    const content = await readBriefContent(services, subject.kata, (uri) => webview.asWebviewUri(uri));
    const { title, uuid } = subject.kata.manifest;
    panel.title = title;
    this.shown = { subject, content };
    if (same) {
      this.send();
      return;
    }
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [own, uriOf(subject.kata.folder)] };
    webview.html = briefHtml({
      title,
      language: vscode.env.language,
      script: webview.asWebviewUri(vscode.Uri.joinPath(own, "brief.js")).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(own, "brief.style.css")).toString(),
      ownSource: webview.cspSource,
      nonce: randomBytes(16).toString("base64url"),
      uuid,
      ...(subject.started === undefined ? {} : { folder: subject.started.folder }),
    });
  }

  private async post(panel: vscode.WebviewPanel, { subject, content }: Shown): Promise<void> {
    const { progress, looks, handlers } = this.around;
    const { kata, started } = subject;
    const look = looks.of(started?.folder ?? "");
    const { hintsUsed, state, solutionAsked } = progress.standingOf(kata.manifest.uuid);
    const explanation = look.attempt?.known?.explanation;
    const message: ToPage = {
      type: "show",
      state: briefState({
        kata,
        started: started !== undefined,
        look,
        briefHtml: content.briefHtml,
        hintsHtml: content.hints.slice(0, hintsUsed).map((hint) => content.hintHtml(hint)),
        hintsTotal: content.hints.length,
        ...(explanation === undefined ? {} : { knownHtml: content.explanationHtml(explanation) }),
        canUndoReset: started !== undefined && (await handlers.canUndoReset(started)),
        mayCompare: state === "passed" || solutionAsked >= 1,
        passedBefore: state === "passed",
      }),
    };
    await panel.webview.postMessage(message);
  }

  private receive(message: ToHost): void {
    const { shown, around } = this;
    if (shown === undefined) {
      return;
    }
    const { handlers } = around;
    const { subject } = shown;
    switch (message.type) {
      case "ready":
        this.send();
        break;
      case "act":
        handlers.act(message.action, subject);
        break;
      case "openFile":
        handlers.openFile(message.file, subject);
        break;
      case "goTo":
      case "diff": {
        const finding = around.looks.of(subject.started?.folder ?? "").attempt?.results.find(({ check }) => check === message.check)?.findings[message.finding];
        if (finding !== undefined && subject.started !== undefined && message.type === "goTo") {
          handlers.goTo(finding, subject.started);
        } else if (finding !== undefined) {
          handlers.showDiff(finding);
        }
        break;
      }
    }
  }
}

function identityOf({ kata, started }: BriefSubject): string {
  return JSON.stringify([kata.folder, kata.digest, started?.folder]);
}
