import * as vscode from "vscode";
import type { Finding } from "../../core/checks/finding";
import { HumanError } from "../../core/humanError";
import { readHints } from "../../core/learner/brief";
import { solutionForComparison } from "../../core/learner/solution";
import { schemes } from "../../ids";
import type { BriefPanel } from "../brief/briefPanel";
import type { Dialogs } from "../dialogs";
import { uriOf } from "../paths";
import type { LearnerProgress } from "../progress";
import type { LoadServices } from "../services";
import type { StartedKata } from "../startedKata";
import type { ReadOnlyTexts } from "../readOnlyTexts";

export interface HelpSurroundings {
  readonly services: LoadServices;
  readonly progress: LearnerProgress;
  readonly brief: BriefPanel;
  readonly dialogs: Dialogs;
  readonly texts: ReadOnlyTexts;
}

/** Hints and solutions, each counted when it is taken. */
export class Help {
  constructor(private readonly around: HelpSurroundings) {}

  /** Shows the next hint in the brief; when all are shown, leads to them. */
  async hint(started: StartedKata): Promise<void> {
    const { services, progress, brief, dialogs } = this.around;
    const { kata } = started;
    const total = (await readHints((await services()).files, kata, vscode.env.language)).length;
    const shown = progress.of(started).standingOf(kata.manifest.uuid).hintsUsed;
    if (total === 0) {
      throw new HumanError("editor.noHints", `The kata ${kata.manifest.title} has no hints. Read its brief again, and what its checks say.`, { title: kata.manifest.title });
    }
    if (shown < total) {
      progress.tellOf(await progress.of(started).hintUsed(kata.manifest.uuid, shown + 1));
    } else {
      dialogs.inform("info", vscode.l10n.t("All {0} hints are shown already. You may compare with a solution.", total));
    }
    await brief.show({ kata, started }, { focus: false });
    brief.send();
  }

  /** Shows the reference beside the learner's files: after passing, or when asked for the second time. */
  async compare(started: StartedKata): Promise<void> {
    const { progress, dialogs, brief } = this.around;
    const { uuid } = started.kata.manifest;
    const store = progress.of(started);
    const asked = await store.solutionAsked(uuid);
    progress.tellOf(asked);
    if (!asked.allowed) {
      const again = { label: vscode.l10n.t("Show It"), accept: () => this.compare(started) };
      dialogs.inform("info", vscode.l10n.t("You have not passed this kata yet. Ask once more and a solution is shown; your progress will say so."), again);
      brief.send();
      return;
    }
    progress.tellOf(await store.solutionShown(uuid));
    await this.showSolution(started);
  }

  /** Shows expected and actual of a finding side by side. */
  async showDiff({ expected = "", actual = "", file }: Finding): Promise<void> {
    const { texts } = this.around;
    const name = file?.split("/").at(-1) ?? "value.txt";
    await vscode.commands.executeCommand(
      "vscode.diff",
      texts.add(schemes.report, `expected/${name}`, expected),
      texts.add(schemes.report, `yours/${name}`, actual),
      vscode.l10n.t("Expected ↔ Yours"),
      { preview: true },
    );
  }

  private async showSolution(started: StartedKata): Promise<void> {
    const { services, texts } = this.around;
    const { files } = await services();
    const { kata, folder } = started;
    const solution = (await solutionForComparison(files, kata)).filter(({ path }) => kata.manifest.files.includes(path));
    for (const { path, bytes } of [...solution].reverse()) {
      const left = texts.add(schemes.solution, `${kata.pack.name}/${kata.id}/${path}`, new TextDecoder().decode(bytes));
      const name = path.split("/").at(-1) ?? path;
      await vscode.commands.executeCommand("vscode.diff", left, uriOf(`${folder}/${path}`), vscode.l10n.t("{0}: a solution ↔ yours", name), {
        preview: false,
        viewColumn: vscode.ViewColumn.One,
      });
    }
  }
}
