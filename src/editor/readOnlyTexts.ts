import * as vscode from "vscode";
import { schemes } from "../ids";

/** Texts that are shown and not kept: solutions, reports. The editor opens them read-only. */
export class ReadOnlyTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly disposable: vscode.Disposable;

  constructor() {
    this.disposable = vscode.Disposable.from(
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(schemes.solution, this),
      vscode.workspace.registerTextDocumentContentProvider(schemes.report, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())),
    );
  }

  /** Gives a text an address; another text under the same path takes its place where it is shown. */
  add(scheme: typeof schemes.solution | typeof schemes.report, path: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path: `/${path}` });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    return uri;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? vscode.l10n.t("This text was not kept. Ask for it again.");
  }

  dispose(): void {
    this.disposable.dispose();
  }
}
