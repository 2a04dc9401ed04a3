import * as vscode from "vscode";
import type { ShownDifference } from "../../core/diff/compareTexts";
import type { DifferenceKind } from "../../core/diff/difference";
import { differenceSentences } from "../../core/diff/differenceSentences";
import type { Choice } from "../dialogs";

/** More than these are read in the report rather than in a list. */
const mostListed = 500;

const icons: Readonly<Record<DifferenceKind, string>> = { added: "diff-added", removed: "diff-removed", changed: "diff-modified", moved: "arrow-swap" };

/** The differences to choose from; the last choice shows all of them as a text. */
export function differenceList(differences: readonly ShownDifference[]): readonly Choice<ShownDifference | "report">[] {
  return [
    ...differences.slice(0, mostListed).map((difference): Choice<ShownDifference> => ({
      label: sentenceOf(difference), description: kindWord(difference.kind), value: difference, icon: icons[difference.kind], group: vscode.l10n.t("Differences"),
    })),
    { label: vscode.l10n.t("Show All as Text"), value: "report", icon: "list-flat", group: vscode.l10n.t("All") },
  ];
}

/** The differences as a text to read: one line each, with its place in both files. */
export function differenceReport(expected: string, actual: string, differences: readonly ShownDifference[]): string {
  return [
    `# ${vscode.l10n.t("Differences by structure")}`,
    "",
    vscode.l10n.t("Expected: {0}. Actual: {1}.", expected, actual),
    "",
    ...differences.map((difference, index) => {
      const { ranges } = difference;
      const place = vscode.l10n.t("expected line {0}, actual line {1}", ranges.expected.start.line + 1, ranges.actual.start.line + 1);
      return `${String(index + 1)}. ${kindWord(difference.kind)}: ${sentenceOf(difference)} (${place})`;
    }),
    "",
  ].join("\n");
}

/** The sentence in the editor's language. */
function sentenceOf({ code, args, message }: ShownDifference): string {
  return differenceSentences[code]?.(args, (english, values) => vscode.l10n.t(english, values ?? {})) ?? message;
}

function kindWord(kind: DifferenceKind): string {
  switch (kind) {
    case "added":
      return vscode.l10n.t("Added");
    case "removed":
      return vscode.l10n.t("Removed");
    case "changed":
      return vscode.l10n.t("Changed");
    case "moved":
      return vscode.l10n.t("Moved");
  }
}
