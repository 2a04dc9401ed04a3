import * as vscode from "vscode";
import { FhirText, textOf } from "../../core/fhir/language/fhirText";
import { References } from "../../core/fhir/language/references";
import type { FhirModel } from "../../core/fhir/model/definitions";
import type { Logger } from "../../core/logger";
import type { KataFolders } from "../kataFolders";
import { isWantedAt, looksLikeFhir } from "../languages/wantedFiles";
import { readSettings } from "../settings";

/** Files that may hold a resource. */
export const fhirSelector: vscode.DocumentSelector = [{ language: "json" }, { language: "jsonc" }];

/** One version of a file with a resource. */
export interface FhirFile {
  readonly model: FhirModel;
  readonly text: FhirText;
  /** Made when they are first asked for. */
  readonly references: () => References;
}

interface Kept {
  readonly version: number;
  readonly text: FhirText;
  references: References | undefined;
}

/** Says which files are FHIR and gives what was read of them: once for each version, for everyone who asks. */
export class FhirFiles implements vscode.Disposable {
  private readonly kept = new WeakMap<vscode.TextDocument, Kept>();
  private readonly changed = new vscode.EventEmitter<void>();
  /** Told when other files than before may be FHIR. */
  readonly onDidChangeSetting = this.changed.event;
  private readonly watching = vscode.workspace.onDidChangeConfiguration((change) => {
    if (readSettings.isFhirEditing(change)) {
      this.changed.fire();
    }
  });

  constructor(
    private readonly folders: Pick<KataFolders, "at" | "knownAt">,
    private readonly loadModel: () => Promise<FhirModel>,
    private readonly log: Logger,
  ) {}

  /** What a file is, when it is JSON whose outermost value names a resource type, and the person wants it looked at. */
  async of(document: vscode.TextDocument): Promise<FhirFile | undefined> {
    const isWanted = looksLikeFhir(document) && (await isWantedAt(document.uri, readSettings.fhirEditing(document.uri), this.folders, this.log));
    return isWanted ? this.read(document, await this.loadModel()) : undefined;
  }

  dispose(): void {
    vscode.Disposable.from(this.watching, this.changed).dispose();
  }

  private read(document: vscode.TextDocument, model: FhirModel): FhirFile | undefined {
    let kept = this.kept.get(document);
    if (kept?.version !== document.version) {
      kept = { version: document.version, text: new FhirText(document.getText()), references: undefined };
      this.kept.set(document, kept);
    }
    const { text } = kept;
    if (textOf(text.root, "resourceType") === undefined) {
      return undefined;
    }
    const now = kept;
    return { model, text, references: () => (now.references ??= new References(text)) };
  }
}
