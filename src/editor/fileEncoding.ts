import * as vscode from "vscode";
import type { Logger } from "../core/logger";
import { encodingOf, type EditorEncoding } from "../core/text/encodings";
import { toError } from "../core/humanError";
import type { InPlaceFile } from "../env/inPlaceFile";

export interface FileEncodingsDeps {
  readonly file: Pick<InPlaceFile, "read">;
  readonly logger: Logger;
}

/**
 * Opens `.hl7` files in the character set they are in. The editor takes every file for UTF-8, shows a replacement character for each
 * byte that is not, and saves those: the names of patients would be lost. An encoding that the user has chosen is left alone.
 */
export class FileEncodings implements vscode.Disposable {
  /** What was asked for, by path: it tells our encodings from the user's, and asks no question twice. */
  private readonly asked = new Map<string, EditorEncoding>();
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(private readonly deps: FileEncodingsDeps) {
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => void this.look(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Another program may have replaced the file; the editor then reloads it in the encoding it had.
        if (!document.isDirty && contentChanges.length > 0) {
          void this.look(document);
        }
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.asked.delete(uri.fsPath)),
    ];
    for (const document of vscode.workspace.textDocuments) {
      void this.look(document);
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
    this.asked.clear();
  }

  private async look(document: vscode.TextDocument): Promise<void> {
    const path = document.uri.fsPath;
    if (document.languageId !== "hl7" || document.uri.scheme !== "file") {
      return;
    }
    const ours = this.asked.get(path);
    if (document.encoding !== "utf8" && document.encoding !== ours) {
      return;
    }
    try {
      const encoding = encodingOf(await this.deps.file.read(path));
      if (encoding === undefined || encoding === document.encoding || encoding === ours || document.isDirty || document.isClosed) {
        return;
      }
      this.asked.set(path, encoding);
      await vscode.workspace.openTextDocument(document.uri, { encoding });
    } catch (error) {
      this.deps.logger.warn(`${path} stays open as ${document.encoding}, which may not be its encoding: ${toError(error).message}`);
    }
  }
}

/** Opens `.hl7` files in their own character set from here on. */
export function registerFileEncodings(deps: FileEncodingsDeps): vscode.Disposable {
  return new FileEncodings(deps);
}
