import * as vscode from "vscode";
import type { KataSummary } from "../core/packs/kata";
import type { KataState } from "../core/progress/kataState";
import type { Choice, Dialogs } from "./dialogs";
import type { FilterState, KataFilter, Level } from "./katasView/kataFilter";
import { filterStates, levels } from "./katasView/kataFilter";
import { buildTree } from "./katasView/kataTree";
import { levelWord, minutesWord, stateWord, trackWord } from "./words";

/** Lets the person choose a kata by its title, track, level, competencies or id. */
export function pickKata(dialogs: Dialogs, summaries: readonly KataSummary[], stateOf: (uuid: string) => KataState): Promise<KataSummary | undefined> {
  const choices = buildTree(summaries, stateOf, { states: [], levels: [] }).flatMap(({ track, katas }) =>
    katas.map(({ summary }): Choice<KataSummary> => ({
      label: summary.title,
      description: [levelWord(summary.level), minutesWord(summary.minutes), stateWord(stateOf(summary.uuid))].join(" · "),
      detail: [summary.id, ...summary.competencies].join(", "),
      icon: iconNames[stateOf(summary.uuid)],
      group: trackWord(track),
      value: summary,
    })),
  );
  return dialogs.choose(vscode.l10n.t("Katas"), vscode.l10n.t("Search by title, track, level or topic"), choices);
}

const iconNames: Readonly<Record<KataState, string>> = { notStarted: "circle-large-outline", started: "edit", failed: "error", passed: "pass-filled" };

/** Lets the person narrow the list of katas; `undefined` when nothing was decided. */
export async function pickFilter(dialogs: Dialogs, current: KataFilter): Promise<KataFilter | undefined> {
  const chosen = await dialogs.chooseSome<{ readonly state?: FilterState; readonly level?: Level }>(vscode.l10n.t("Filter Katas"), vscode.l10n.t("Show only what is ticked; nothing ticked shows all"), [
    ...filterStates.map((state) => ({
      label: capital(stateWord(state)),
      group: vscode.l10n.t("State"),
      picked: current.states.includes(state),
      value: { state },
    })),
    ...levels.map((level) => ({ label: levelWord(level), group: vscode.l10n.t("Level"), picked: current.levels.includes(level), value: { level } })),
  ]);
  return chosen === undefined
    ? undefined
    : {
        states: chosen.flatMap(({ state }) => (state === undefined ? [] : [state])),
        levels: chosen.flatMap(({ level }) => (level === undefined ? [] : [level])),
      };
}

function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase(vscode.env.language) + word.slice(1);
}
