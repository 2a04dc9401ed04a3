import * as vscode from "vscode";
import type { Attempt } from "../../core/checks/attempt";
import type { Protections } from "../../core/checks/testRunner";
import type { Dialogs } from "../dialogs";
import type { Versions } from "./versions";

/** Where issues are filed. */
const issuePage = "https://github.com/health-it-katas/health-it-katas/issues/new";

/**
 * The text of an issue: versions and what the last check came to. Nothing of the person's is in it: no path, no name, no text of a
 * solution, no value that was found in one.
 */
export function issueText(versions: Versions, attempt: Attempt | undefined, protections: Protections | undefined): string {
  const facts = versions.lines().map(([name, value]) => `- ${name}: ${value}`);
  const tests = protections === undefined ? [] : ["", "Test process:", "", ...Object.entries(protections).map(([name, value]) => `- ${name}: ${String(value)}`)];
  return [
    "## What happened, and what you expected",
    "",
    "<!-- Please write here. Use invented patients only. -->",
    "",
    "## Versions",
    "",
    ...facts,
    ...tests,
    "",
    "## The last check",
    "",
    ...(attempt === undefined ? ["None in this window."] : attemptLines(attempt)),
    "",
  ].join("\n");
}

function attemptLines({ kata, outcome, partial, durationMs, results, seed, known }: Attempt): readonly string[] {
  return [
    `- kata: ${kata.pack}/${kata.id} ${kata.version} (${kata.digest.slice(0, 12)})`,
    `- outcome: ${outcome}${partial ? ", partial" : ""}, ${durationMs.toFixed(0)} ms, seed ${String(seed)}`,
    ...(known === undefined ? [] : [`- known wrong answer: ${known.id}`]),
    ...results.map(({ check, outcome: of, durationMs: ms, findings }) => {
      const codes = [...new Set(findings.map(({ code }) => code))].join(", ");
      return `- check ${check}: ${of}, ${ms.toFixed(0)} ms${codes === "" ? "" : ` (${codes})`}`;
    }),
  ];
}

/** Opens the text of an issue to be completed, and offers the page on which it is filed. */
export async function openIssueReport(text: string, dialogs: Dialogs): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content: text });
  await vscode.window.showTextDocument(document);
  dialogs.inform("info", vscode.l10n.t("Complete this text; nothing has been sent."), {
    label: vscode.l10n.t("Copy and Open Issue Page"),
    accept: async () => {
      await vscode.env.clipboard.writeText(document.getText());
      await vscode.env.openExternal(vscode.Uri.parse(issuePage));
    },
  });
}
