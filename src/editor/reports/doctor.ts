import * as vscode from "vscode";
import type { Protections } from "../../core/checks/testRunner";
import { joinPath } from "../../core/path";
import type { DoctorReport, Examination } from "../../env/doctor";
import { schemes } from "../../ids";
import { localFolders } from "../paths";
import type { ReadOnlyTexts } from "../readOnlyTexts";
import type { LoadServices } from "../services";
import { readSettings } from "../settings";
import type { Versions } from "./versions";

export interface DoctorSurroundings {
  readonly services: LoadServices;
  readonly texts: ReadOnlyTexts;
  readonly versions: Versions;
  /** Absolute path of the person's own folder, with `/`. */
  readonly home: string;
}

/** Tries out what katas need and shows what was found, as a read-only page. */
export async function showDoctor({ services, texts, versions, home }: DoctorSurroundings): Promise<DoctorReport> {
  const folder = localFolders()[0];
  const report = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t("Trying out what katas need"), cancellable: true },
    async (_progress, token) => {
      const controller = new AbortController();
      const cancelling = token.onCancellationRequested(() => controller.abort(new vscode.CancellationError()));
      try {
        return await (await services()).examine(folder?.path ?? home, controller.signal);
      } finally {
        cancelling.dispose();
      }
    },
  );
  const target = folder === undefined ? vscode.l10n.t("none is open") : joinPath(folder.path, readSettings.folder(folder.uri));
  const text = doctorText(report, [
    ...versions.lines(),
    [vscode.l10n.t("Folder for katas"), target],
    [vscode.l10n.t("Workspace trusted"), vscode.workspace.isTrusted ? vscode.l10n.t("yes") : vscode.l10n.t("no: checks that run code wait")],
  ]);
  const uri = texts.add(schemes.report, "Health IT Katas Doctor.md", text);
  await showMarkdown(uri);
  return report;
}

/** Opens a Markdown text rendered, or as text where the editor has no preview. */
async function showMarkdown(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand("markdown.showPreview", uri);
  } catch {
    await vscode.window.showTextDocument(uri);
  }
}

function doctorText({ ok, examinations, protections }: DoctorReport, facts: readonly (readonly [string, string])[]): string {
  const limited = examinations.some(({ state }) => state === "limited");
  const verdict = !ok
    ? vscode.l10n.t("Something does not work. See below how to mend it.")
    : limited
      ? vscode.l10n.t("Everything katas need works. Some protections or extras are not there.")
      : vscode.l10n.t("Everything works.");
  return [
    `# ${vscode.l10n.t("Doctor")}`,
    verdict,
    ...examinations.map(section),
    ...(protections === undefined ? [] : [`## ${vscode.l10n.t("Protections, as the child process saw them")}`, list(protectionFacts(protections))]),
    `## ${vscode.l10n.t("This machine")}`,
    list(facts),
    "",
  ].join("\n\n");
}

function section({ id, title, state, says, mend }: Examination): string {
  const heading = `## ${stateWord(state)}: ${titleOf(id, title)}`;
  return mend === undefined || state === "well" ? `${heading}\n\n${says}` : `${heading}\n\n${says}\n\n**${vscode.l10n.t("What to do:")}** ${mend}`;
}

function stateWord(state: Examination["state"]): string {
  switch (state) {
    case "well":
      return vscode.l10n.t("Works");
    case "limited":
      return vscode.l10n.t("Limited");
    case "broken":
      return vscode.l10n.t("Broken");
  }
}

function titleOf(id: Examination["id"], title: string): string {
  switch (id) {
    case "node":
      return "Node.js";
    case "tests":
      return vscode.l10n.t("Test checks");
    case "files":
      return vscode.l10n.t("Files and processes");
    case "network":
      return vscode.l10n.t("Network");
    case "sqlite":
      return vscode.l10n.t("Databases");
    case "cpu":
      return vscode.l10n.t("Runaway code");
    case "schemas":
      return vscode.l10n.t("Schema checks");
    case "fhirpath":
      return "FHIRPath";
    case "folder":
      return vscode.l10n.t("Your folder");
    case "packs":
      return vscode.l10n.t("Packs");
    default:
      return title;
  }
}

function protectionFacts(seen: Protections): readonly (readonly [string, string])[] {
  const yesNo = (value: boolean): string => (value ? vscode.l10n.t("yes") : vscode.l10n.t("no"));
  return [
    ["Node.js", seen.node],
    [vscode.l10n.t("Permission model (files, processes, threads, addons)"), yesNo(seen.permissionModel)],
    [vscode.l10n.t("Network closed"), yesNo(seen.network)],
    [vscode.l10n.t("Databases (node:sqlite) off"), yesNo(seen.sqliteOff)],
    [vscode.l10n.t("Processor time limited by the system"), seen.cpuLimitSeconds === undefined ? vscode.l10n.t("no") : vscode.l10n.t("{0} s", seen.cpuLimitSeconds)],
  ];
}

function list(facts: readonly (readonly [string, string])[]): string {
  return facts.map(([name, value]) => `- ${name}: ${value}`).join("\n");
}
