import * as vscode from "vscode";
import { HumanError } from "../core/humanError";
import type { Logger } from "../core/logger";
import { convertLineEnds, detectLineEnds, restoreLineEnds, type LineEnd } from "../core/text/lineEnds";
import type { InPlaceFile } from "../env/inPlaceFile";

export interface LineEndsDeps {
  readonly file: InPlaceFile;
  readonly logger: Logger;
}

/** Language of the files whose line ends are kept. */
const languageId = "hl7";

/**
 * Keeps the line ends a `.hl7` file came with where the editor cannot: it knows no lone CR and no mixture, and saves LF or CRLF instead.
 * A file that has only LF or only CRLF is the editor's own affair; the byte-order mark is, too.
 *
 * After the editor has saved, the bytes are put right in place and the file's time is put back, so that the editor takes the file for
 * the one it wrote: no reload, no conflict on the next save.
 */
export class LineEndKeeper implements vscode.Disposable {
  /** Bytes of the open files that need this, as they were on disk last, by path. */
  private readonly remembered = new Map<string, Uint8Array>();
  /** The same for files between the editor's question before a save and its word that they are saved. */
  private readonly saving = new Map<string, Uint8Array>();
  /** Files whose line ends somebody has just chosen. */
  private readonly converting = new Set<string>();
  private readonly restoring = new Map<string, Promise<void>>();
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(private readonly deps: LineEndsDeps) {
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => void this.remember(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Either a reload from disk or the first keystroke, of which the editor says only afterwards that it made the document dirty.
        if (!document.isDirty && contentChanges.length > 0) {
          void this.remember(document);
        }
      }),
      vscode.workspace.onWillSaveTextDocument((event) => {
        if (isKept(event.document)) {
          event.waitUntil(this.prepare(event.document));
        }
      }),
      vscode.workspace.onDidSaveTextDocument((document) => this.startRestoring(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.remembered.delete(uri.fsPath);
        this.saving.delete(uri.fsPath);
      }),
    ];
    for (const document of vscode.workspace.textDocuments) {
      void this.remember(document);
    }
  }

  /** Resolves when the file on disk has its own line ends again. Whoever reads a file's bytes after a save awaits this first. */
  async settled(uri: vscode.Uri): Promise<void> {
    await this.restoring.get(uri.fsPath);
  }

  /**
   * Saves a document and gives its file one line end throughout, which it keeps from then on.
   * @throws HumanError when the editor cannot save it; what the file system throws when the file cannot be written
   */
  async convert(document: vscode.TextDocument, end: LineEnd): Promise<void> {
    const path = document.uri.fsPath;
    await this.settled(document.uri);
    this.converting.add(path);
    try {
      // The editor's own line end has to be the same, or it would write the old one with the next save.
      const own = end === "crlf" ? vscode.EndOfLine.CRLF : vscode.EndOfLine.LF;
      if (document.eol !== own) {
        const edit = new vscode.WorkspaceEdit();
        edit.set(document.uri, [vscode.TextEdit.setEndOfLine(own)]);
        await vscode.workspace.applyEdit(edit);
      }
      if (document.isDirty && !(await document.save())) {
        throw new HumanError("editor.lineEndsNotSaved", `${path} could not be saved, so its line ends are as they were. Save it and run the command again.`, {
          path,
        });
      }
      await this.deps.file.change(path, (bytes) => convertLineEnds(bytes, end));
    } finally {
      this.converting.delete(path);
    }
    await this.remember(document);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
    this.remembered.clear();
  }

  private async prepare(document: vscode.TextDocument): Promise<vscode.TextEdit[]> {
    const before = await this.remember(document);
    if (before === undefined || this.converting.has(document.uri.fsPath)) {
      return [];
    }
    this.saving.set(document.uri.fsPath, before);
    // LF is as long as CR: the file keeps its size, by which (with its time) the editor tells whether it changed. And no line end is
    // shorter: a file is never shortened after a save, see `InPlaceFile`.
    return document.eol === vscode.EndOfLine.LF ? [] : [vscode.TextEdit.setEndOfLine(vscode.EndOfLine.LF)];
  }

  /** Looks at the file on disk, which knows its line ends best: it may have been replaced since it was opened. */
  private async remember(document: vscode.TextDocument): Promise<Uint8Array | undefined> {
    if (!isKept(document)) {
      return undefined;
    }
    const path = document.uri.fsPath;
    try {
      await this.settled(document.uri);
      const bytes = await this.deps.file.read(path);
      const ends = detectLineEnds(bytes);
      if (ends === "cr" || ends === "mixed") {
        this.remembered.set(path, bytes);
        return bytes;
      }
      this.remembered.delete(path);
      return undefined;
    } catch {
      // Not there any more; should the editor write it again, what is remembered still holds.
      return this.remembered.get(path);
    }
  }

  private startRestoring(document: vscode.TextDocument): void {
    const path = document.uri.fsPath;
    // Saved without a question before: by "Save without Formatting", or too late for the editor's patience.
    const before = this.saving.get(path) ?? this.remembered.get(path);
    this.saving.delete(path);
    if (before === undefined || this.converting.has(path) || !isKept(document)) {
      return;
    }
    const restoring = this.restore(path, before).finally(() => {
      if (this.restoring.get(path) === restoring) {
        this.restoring.delete(path);
      }
    });
    this.restoring.set(path, restoring);
  }

  private async restore(path: string, before: Uint8Array): Promise<void> {
    try {
      let restored = before;
      await this.deps.file.change(path, (saved) => (restored = restoreLineEnds(before, saved)));
      this.remembered.set(path, restored);
    } catch (error) {
      this.deps.logger.error(`The line ends of ${path} could not be restored. Save it again when it can be written.`, error);
    }
  }
}

/** Keeps the line ends of `.hl7` files from here on. */
export function registerLineEnds(deps: LineEndsDeps): LineEndKeeper {
  return new LineEndKeeper(deps);
}

function isKept(document: vscode.TextDocument): boolean {
  return document.languageId === languageId && document.uri.scheme === "file";
}
