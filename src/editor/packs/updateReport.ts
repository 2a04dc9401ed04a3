import * as vscode from "vscode";
import type { KataChange } from "../../core/packs/update/packChanges";
import type { TriedChecks } from "../../core/packs/update/tryChecks";

/** One folder in which a kata that changes was started. */
export interface StartedReport {
  /** Absolute. */
  readonly folder: string;
  /** The version it was started on. */
  readonly version: string;
  readonly tried?: TriedChecks;
}

/** What a newer version of a pack makes of one kata. */
export type ChangedKata = KataChange & { readonly started: readonly StartedReport[] };

/** One line for a kata: `Escapes: adds 2 checks, you pass 1`. */
export function kataLine(kata: ChangedKata): string {
  const tried = kata.started.flatMap((each) => each.tried ?? [])[0];
  const passes = tried === undefined ? [] : [tried.passed === tried.of ? vscode.l10n.t("you pass all of them") : vscode.l10n.t("you pass {0} of {1}", tried.passed, tried.of)];
  return vscode.l10n.t("{0}: {1}", kata.title, [...changeWords(kata), ...passes].join(", "));
}

/** What changed, kata by kata and check by check, as plain text; katas that were started come first. */
export function updatePage(title: string, katas: readonly ChangedKata[]): string {
  const sorted = [...katas].sort((a, b) => Number(b.started.length > 0) - Number(a.started.length > 0));
  const lines = sorted.flatMap((kata) => [
    "",
    kataLine(kata),
    ...kata.addedChecks.map((check) => `  + ${check.title}`),
    ...kata.changedChecks.map((check) => `  ~ ${check.title}`),
    ...kata.removedChecks.map((check) => `  - ${check.title}`),
    ...kata.starter.map((path) => `    ${path}`),
    ...kata.started.map(({ folder, version }) => `  ${vscode.l10n.t("You started it on version {0} in {1}", version, folder)}`),
  ]);
  return [title, ...(katas.length === 0 ? ["", vscode.l10n.t("No check and no starter is different.")] : lines), ""].join("\n");
}

function changeWords({ addedChecks, removedChecks, changedChecks, starter, state, deprecatedBy }: KataChange): readonly string[] {
  switch (state) {
    case "added":
      return [vscode.l10n.t("is new")];
    case "removed":
      return [vscode.l10n.t("is no longer in the pack; what you have stays readable")];
    case "changed":
    case "same":
      return [
        ...counted(addedChecks, vscode.l10n.t("adds one check"), (count) => vscode.l10n.t("adds {0} checks", count)),
        ...counted(changedChecks, vscode.l10n.t("changes one check"), (count) => vscode.l10n.t("changes {0} checks", count)),
        ...counted(removedChecks, vscode.l10n.t("takes one check away"), (count) => vscode.l10n.t("takes {0} checks away", count)),
        ...counted(starter, vscode.l10n.t("changes one starter file"), (count) => vscode.l10n.t("changes {0} starter files", count)),
        ...(deprecatedBy === undefined ? [] : [vscode.l10n.t("has a successor")]),
      ];
  }
}

function counted({ length }: readonly unknown[], one: string, several: (count: number) => string): readonly string[] {
  return length === 0 ? [] : [length === 1 ? one : several(length)];
}
