import * as vscode from "vscode";
import { loadFhirModel } from "../../env/fhirModelFile";
import { FhirPathWorker } from "../../env/fhirPathWorker";
import { WorkerFhirChecker } from "../../env/workerFhirChecker";
import { commands, contextKeys } from "../../ids";
import { inBackground } from "../commands";
import type { RegisterLanguage } from "../languages/languageFeatures";
import { LiveDiagnostics } from "../languages/liveDiagnostics";
import { pathOf } from "../paths";
import { ActiveFile } from "./activeFile";
import { registerAssistance } from "./assistance";
import { FhirExaminer } from "./diagnostics";
import { Evaluation } from "./evaluation";
import { FhirFiles } from "./fhirFiles";
import { KataRulesReader } from "./kataRulesReader";
import { registerNavigation } from "./navigation";
import { registerOutline } from "./outlineProvider";
import { registerQuickFixes } from "./quickFixProvider";
import { ResultMarks } from "./resultMarks";

/** What the editor knows of FHIR. This file is the entry of a bundle of its own, loaded with the first resource. */
export const registerFhir: RegisterLanguage = (around) => {
  const dist = pathOf(vscode.Uri.joinPath(around.extension, "dist")) ?? "";
  const model = loadFhirModel(dist);
  // Whoever asks for a feature is told; until then it is only said in the log.
  inBackground(around.log, "Loading the FHIR definitions", model);
  const files = new FhirFiles(around.folders, () => model, around.log);
  const worker = new FhirPathWorker(`${dist}/fhirPathWorker.js`, around.log);
  const checker = new WorkerFhirChecker(`${dist}/fhirWorker.js`, around.log);
  const diagnostics = new LiveDiagnostics(new FhirExaminer(files, checker, new KataRulesReader(around.folders, around.log), around), around);
  const marks = new ResultMarks((areMarked) => around.keys.set(contextKeys.fhirPathResults, areMarked));
  const evaluation = new Evaluation(files, worker, around, marks);
  const disposable = vscode.Disposable.from(
    registerAssistance(files), registerOutline(files), registerNavigation(files), registerQuickFixes(files, diagnostics),
    new ActiveFile(files, around), diagnostics, files.onDidChangeSetting(() => diagnostics.lookAtAll()), marks, files,
    { dispose: () => inBackground(around.log, "Ending the workers", Promise.all([worker.dispose(), checker.dispose()])) },
  );
  return {
    commands: {
      [commands.evaluateFhirPath]: async (expression) => evaluation.evaluate(expression),
      [commands.copyFhirPath]: async () => evaluation.copyPath(),
      [commands.clearFhirPathResults]: () => marks.clear(),
    },
    dispose: () => void disposable.dispose(),
  };
};
