import * as vscode from "vscode";
import { jsonReader } from "../../core/documents/jsonReader";
import type { FileSystem } from "../../core/fileSystem";
import type { PackProblem } from "../../core/packs/packProblem";
import { joinPath, relativeTo } from "../../core/path";
import { declaredPlace } from "../../core/verify/declaredPlace";
import type { KataReport, PackReport } from "../../core/verify/report";
import { diagnosticsSource } from "../../ids";
import { uriOf } from "../paths";
import { toRange } from "../problems";
import type { VerifyTarget } from "./targets";

/** What the gate says, as problems at the line that declares what is wrong. They stay until the same pack or kata is verified again. */
export class VerifyProblems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection(`${diagnosticsSource}-verify`);

  /** Takes the place of what was shown of this pack, or of this one kata. */
  async show(target: VerifyTarget, { katas, packs }: { readonly katas: readonly KataReport[]; readonly packs: readonly PackReport[] }, files: FileSystem): Promise<void> {
    const shown = new Map<string, vscode.Diagnostic[]>();
    const add = (file: string, range: vscode.Range, problem: PackProblem): void => {
      const diagnostic = new vscode.Diagnostic(range, problem.message, problem.severity === "error" ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning);
      diagnostic.source = diagnosticsSource;
      diagnostic.code = problem.code;
      shown.set(file, [...(shown.get(file) ?? []), diagnostic]);
    };
    for (const { id, problems } of katas) {
      const folder = joinPath(target.folder, id);
      const path = joinPath(folder, "kata.json");
      const manifest = jsonReader.read((await isFile(files, path)) ? new TextDecoder().decode(await files.readFile(path)) : "");
      for (const problem of problems) {
        const { file, range } = declaredPlace(problem, folder, manifest, await isFile(files, problem.file));
        add(file, toRange(range), problem);
      }
    }
    for (const problem of packs.flatMap((pack) => pack.problems)) {
      add((await isFile(files, problem.file)) ? problem.file : joinPath(target.folder, "package.json"), toRange(problem.range), problem);
    }
    this.forget(target.kata === undefined ? target.folder : joinPath(target.folder, target.kata));
    for (const [file, diagnostics] of shown) {
      this.collection.set(uriOf(file), diagnostics);
    }
  }

  dispose(): void {
    this.collection.dispose();
  }

  private forget(folder: string): void {
    this.collection.forEach((uri) => {
      if (relativeTo(uriOf(folder).path, uri.path) !== undefined) {
        this.collection.delete(uri);
      }
    });
  }
}

async function isFile(files: FileSystem, path: string): Promise<boolean> {
  return (await files.stat(path))?.kind === "file";
}
