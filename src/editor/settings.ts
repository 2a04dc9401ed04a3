import * as vscode from "vscode";
import { settings } from "../ids";

export type FhirEditing = "always" | "kataFiles" | "off";

export type Hl7v2DiagnosticsFor = "always" | "kataFiles" | "off";

/** What a person set, read at the moment it is needed; `scope` is the file or folder meant. */
export const readSettings = {
  /** Folder below the workspace's in which started katas lie: relative, with `/`. */
  folder: (scope?: vscode.Uri): string => {
    const set = vscode.workspace.getConfiguration(undefined, scope).get<unknown>(settings.folder);
    return typeof set === "string" && set.trim() !== "" ? set.trim().replaceAll("\\", "/").replace(/\/+$/, "") : "health-it-katas";
  },
  checkOnSave: (scope?: vscode.Uri): boolean => vscode.workspace.getConfiguration(undefined, scope).get<unknown>(settings.checkOnSave) !== false,
  /** The Node that runs tests; empty for the one that is found. */
  nodePath: (): string => {
    const set = vscode.workspace.getConfiguration().get<unknown>(settings.nodePath);
    return typeof set === "string" ? set.trim() : "";
  },
  /** In which HL7 v2 files the editor says what is wrong while one types. */
  hl7v2Diagnostics: (scope?: vscode.Uri): Hl7v2DiagnosticsFor => {
    const set = vscode.workspace.getConfiguration(undefined, scope).get<unknown>(settings.hl7v2Diagnostics);
    return set === "kataFiles" || set === "off" ? set : "always";
  },
  isHl7v2Diagnostics: (change: vscode.ConfigurationChangeEvent): boolean => change.affectsConfiguration(settings.hl7v2Diagnostics),
  /** Which JSON files that hold a FHIR resource the editor helps with. */
  fhirEditing: (scope?: vscode.Uri): FhirEditing => {
    const set = vscode.workspace.getConfiguration(undefined, scope).get<unknown>(settings.fhirEditing);
    return set === "kataFiles" || set === "off" ? set : "always";
  },
  isFhirEditing: (change: vscode.ConfigurationChangeEvent): boolean => change.affectsConfiguration(settings.fhirEditing),
  /** Whether the editor's own AI features are switched off for everyone who uses this profile. */
  aiOff: (): boolean => vscode.workspace.getConfiguration("chat").get<unknown>("disableAIFeatures") === true,
};
