import * as vscode from "vscode";
import type { DocumentFormat } from "../../core/documents/document";
import { formatOfFileName } from "../../core/documents/readers";
import { HumanError } from "../../core/humanError";
import { nameOf } from "../../core/path";
import { languages } from "../../ids";

/** A text to be compared. */
export interface ComparedText {
  readonly name: string;
  readonly format: DocumentFormat;
  readonly text: string;
  /** Undefined for a text that is in no file. */
  readonly uri: vscode.Uri | undefined;
}

/** The format of a document, by its language or its name; `undefined` for one that cannot be compared. */
export function formatOf(document: Pick<vscode.TextDocument, "languageId" | "uri">): DocumentFormat | undefined {
  if (document.languageId === languages.hl7v2) {
    return "hl7v2";
  }
  return document.languageId === "json" || document.languageId === "jsonc" ? "json" : formatOfFileName(document.uri.path);
}

/**
 * A file as it stands in its editor, saved or not.
 *
 * @throws HumanError when it is neither HL7 v2 nor JSON
 */
export async function textOf(uri: vscode.Uri): Promise<ComparedText> {
  const document = await vscode.workspace.openTextDocument(uri);
  const format = formatOf(document);
  const name = nameOf(uri.path);
  if (format === undefined) {
    throw new HumanError("diff.unknownFormat", `${name} cannot be compared by structure: that is for HL7 v2 (.hl7) and JSON (.json).`, { name });
  }
  return { name, format, text: document.getText(), uri };
}
