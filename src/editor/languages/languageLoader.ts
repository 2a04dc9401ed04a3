import * as vscode from "vscode";
import { languages } from "../../ids";
import { inBackground } from "../commands";
import { looksLikeFhir } from "./wantedFiles";
import type { LanguageFeatures, LanguageSurroundings, RegisterLanguage } from "./languageFeatures";

/** The languages that the editor is taught. */
export type TaughtLanguage = "hl7v2" | "fhir";

const bundles: Readonly<Record<TaughtLanguage, () => Promise<RegisterLanguage>>> = {
  hl7v2: async () => {
    const [{ registerHl7v2With }, { dictionaryFor }] = await Promise.all([import("../hl7v2/main"), import("../../env/hl7v2DictionaryMain")]);
    return registerHl7v2With(dictionaryFor);
  },
  fhir: async () => (await import("../fhir/main")).registerFhir,
};

/** Loads what the editor knows of a language when the first file of it is open, and not before. */
export class LanguageLoader implements vscode.Disposable {
  private readonly loaded = new Map<TaughtLanguage, Promise<LanguageFeatures>>();
  private readonly watching: vscode.Disposable;
  private disposed = false;

  constructor(private readonly around: LanguageSurroundings) {
    this.watching = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.lookAt(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.lookAt(document)),
    );
  }

  /** Looks at the files that are open already. */
  begin(): void {
    vscode.workspace.textDocuments.forEach((document) => this.lookAt(document));
  }

  /** The features of a language, loaded if they are not yet. */
  async get(language: TaughtLanguage): Promise<LanguageFeatures> {
    const known = this.loaded.get(language);
    if (known !== undefined) {
      return await known;
    }
    const from = performance.now();
    const loading = bundles[language]().then((register) => {
      const features = register(this.around);
      this.around.log.debug(`What is known of ${language} was loaded in ${(performance.now() - from).toFixed(0)} ms.`);
      if (this.disposed) {
        features.dispose();
      }
      return features;
    });
    this.loaded.set(language, loading);
    return await loading;
  }

  dispose(): void {
    this.disposed = true;
    this.watching.dispose();
    for (const loading of this.loaded.values()) {
      inBackground(this.around.log, "Unloading a language", loading.then((features) => void features.dispose()));
    }
  }

  private lookAt(document: vscode.TextDocument): void {
    const language = languageOf(document);
    if (language !== undefined && !this.loaded.has(language)) {
      inBackground(this.around.log, `Loading what is known of ${language}`, this.get(language));
    }
  }
}

/** A JSON text that names a resource type near its beginning is taken for FHIR; whether its features are wanted is for them to decide. */
function languageOf(document: vscode.TextDocument): TaughtLanguage | undefined {
  if (document.languageId === languages.hl7v2) {
    return "hl7v2";
  }
  return looksLikeFhir(document) ? "fhir" : undefined;
}
