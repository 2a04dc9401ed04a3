import * as vscode from "vscode";
import { HumanError } from "../core/humanError";
import type { Logger } from "../core/logger";
import { relativeTo } from "../core/path";
import { contextKeys } from "../ids";
import { inBackground } from "./commands";
import type { ContextKeys } from "./contextKeys";
import type { KataFolders } from "./kataFolders";
import { pathOf, uriOf } from "./paths";
import type { StartedKata } from "./startedKata";

/** Which started kata is the one being worked on: that of the editor looked at last, for as long as a file of it, or its brief, is open. */
export class OpenKata implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<StartedKata | undefined>();
  readonly onDidChange = this.changed.event;
  private current: StartedKata | undefined;
  private readonly disposables: vscode.Disposable[];

  /** @param briefIsOpen whether the brief of a kata is open, by the kata's folder */
  constructor(
    private readonly folders: KataFolders,
    private readonly keys: ContextKeys,
    private readonly log: Logger,
    private readonly briefIsOpen: (folder: string) => boolean,
  ) {
    this.disposables = [
      this.changed,
      vscode.window.onDidChangeActiveTextEditor((editor) => this.lookAt(editor)),
      vscode.window.tabGroups.onDidChangeTabs(() => this.review()),
    ];
  }

  get(): StartedKata | undefined {
    return this.current;
  }

  set(started: StartedKata | undefined): void {
    const same = this.current?.folder === started?.folder && this.current?.kata.digest === started?.kata.digest;
    this.current = started;
    this.keys.set(contextKeys.kataOpen, started !== undefined);
    this.keys.set(contextKeys.kataFiles, started === undefined ? [] : filesOf(started).map((path) => uriOf(path).fsPath));
    if (!same) {
      this.changed.fire(started);
    }
  }

  /** Looks at an editor that may show a file of a kata. */
  lookAt(editor: vscode.TextEditor | undefined): void {
    if (editor !== undefined) {
      inBackground(this.log, "Looking for the kata of a file", this.follow(editor.document.uri));
    }
  }

  /** Takes the kata of a file as the one being worked on. */
  async follow(uri: vscode.Uri): Promise<StartedKata | undefined> {
    const started = await this.folders.at(uri);
    if (started !== undefined) {
      this.set(started);
    }
    return started;
  }

  /** Lets go of the kata when nothing of it is open any more. */
  review(): void {
    const { current } = this;
    if (current !== undefined && !this.briefIsOpen(current.folder) && !openPaths().some((path) => relativeTo(current.folder, path) !== undefined)) {
      this.set(undefined);
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }
}

/** Absolute paths of the files a learner hands in. */
export function filesOf({ folder, kata }: StartedKata): readonly string[] {
  return kata.manifest.files.map((file) => `${folder}/${file}`);
}

/** What a command says that needs an open kata when there is none. */
export function noKataOpen(): HumanError {
  return new HumanError("editor.noKataOpen", "No kata is open. Start one from the Katas view, or open a file of one that you started.");
}

function openPaths(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.flatMap(({ input }) => {
      const uri = input instanceof vscode.TabInputText ? input.uri : input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
      const path = uri === undefined ? undefined : pathOf(uri);
      return path === undefined ? [] : [path];
    }),
  );
}
