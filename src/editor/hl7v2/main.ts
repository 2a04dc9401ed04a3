import * as vscode from "vscode";
import type { DictionaryFor } from "../../core/hl7v2/validation/standard";
import { commands } from "../../ids";
import type { RegisterLanguage } from "../languages/languageFeatures";
import { LiveDiagnostics } from "../languages/liveDiagnostics";
import { readSettings } from "../settings";
import { ColumnsPanel } from "./columnsPanel";
import { registerCompletion } from "./completionProvider";
import { Cursor } from "./cursor";
import { Hl7v2Examiner } from "./diagnostics";
import { Hl7v2Files } from "./hl7v2Files";
import { registerQuickFixes } from "./quickFixProvider";
import { registerReading } from "./readingProviders";
import { registerTokens } from "./tokensProvider";

/**
 * What the editor knows of HL7 v2. This file is the entry of a bundle of its own, loaded with the first message.
 * @param dictionaryFor the dictionary, which is a bundle of its own too, since the worker of schema checks reads it as well
 */
export const registerHl7v2With = (dictionaryFor: DictionaryFor): RegisterLanguage => (around) => {
  const files = new Hl7v2Files(dictionaryFor);
  const cursor = new Cursor(files, around.dialogs);
  const columns = new ColumnsPanel(files, around);
  const diagnostics = new LiveDiagnostics(new Hl7v2Examiner(files, around), around);
  const disposable = vscode.Disposable.from(
    registerTokens(files), registerReading(files), registerCompletion(files), registerQuickFixes(files, diagnostics), cursor, columns, diagnostics,
    vscode.workspace.onDidChangeConfiguration((change) => readSettings.isHl7v2Diagnostics(change) && diagnostics.lookAtAll()),
  );
  return {
    commands: {
      [commands.copyHl7v2Path]: async (path) => cursor.copyPath(path),
      [commands.goToSegment]: async () => cursor.goToSegment(),
      [commands.goToNextField]: () => cursor.moveTo("next"),
      [commands.goToPreviousField]: () => cursor.moveTo("previous"),
      [commands.showColumns]: async () => columns.show(),
      [commands.changeColumns]: async () => columns.change(),
    },
    dispose: () => void disposable.dispose(),
  };
};
