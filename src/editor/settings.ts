import * as vscode from "vscode";
import { type SettingId, settings } from "../ids";

/** In which files a person wants the help of a language. */
export type WantedIn = "always" | "kataFiles" | "off";

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
  hl7v2Diagnostics: (scope?: vscode.Uri): WantedIn => wantedIn(settings.hl7v2Diagnostics, scope),
  isHl7v2Diagnostics: (change: vscode.ConfigurationChangeEvent): boolean => change.affectsConfiguration(settings.hl7v2Diagnostics),
  /** Which JSON files that hold a FHIR resource the editor helps with. */
  fhirEditing: (scope?: vscode.Uri): WantedIn => wantedIn(settings.fhirEditing, scope),
  isFhirEditing: (change: vscode.ConfigurationChangeEvent): boolean => change.affectsConfiguration(settings.fhirEditing),
  /** Whether the editor's own AI features are switched off for everyone who uses this profile. */
  aiOff: (): boolean => vscode.workspace.getConfiguration("chat").get<unknown>("disableAIFeatures") === true,
};

function wantedIn(setting: SettingId, scope: vscode.Uri | undefined): WantedIn {
  const set = vscode.workspace.getConfiguration(undefined, scope).get<unknown>(setting);
  return set === "kataFiles" || set === "off" ? set : "always";
}
