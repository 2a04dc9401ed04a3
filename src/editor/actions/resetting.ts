import * as vscode from "vscode";
import { HumanError } from "../../core/humanError";
import { resetKata } from "../../core/learner/startKata";
import { Snapshots } from "../../core/learner/snapshots";
import type { Snapshot } from "../../core/learner/snapshots";
import { relativeTo } from "../../core/path";
import { commands, contextKeys } from "../../ids";
import type { ContextKeys } from "../contextKeys";
import type { Dialogs } from "../dialogs";
import { pathOf } from "../paths";
import type { LoadServices } from "../services";
import type { StartedKata } from "../startedKata";

export interface ResetterSurroundings {
  readonly services: LoadServices;
  readonly dialogs: Dialogs;
  readonly keys: ContextKeys;
  /** Resolves when what an editor saved is on the disk as it is to stay. */
  readonly settled: (uri: vscode.Uri) => Promise<void>;
  /** Told when a kata's files were replaced. */
  readonly onReplaced: (started: StartedKata) => void;
}

/** Puts the starter files back, and takes that back. What was there is always kept first. */
export class Resetter {
  constructor(private readonly around: ResetterSurroundings) {}

  /** @throws HumanError when the files cannot be kept or written; then nothing is changed */
  async reset(started: StartedKata): Promise<void> {
    const { services, dialogs } = this.around;
    const { files } = await services();
    await this.save(started);
    const snapshot = await resetKata(files, await this.snapshots(started), started);
    await this.replaced(started);
    const undo = { label: vscode.l10n.t("Undo Reset"), accept: () => vscode.commands.executeCommand(commands.undoReset) };
    dialogs.inform("info", vscode.l10n.t("{0} has its starter files again.", started.kata.manifest.title), ...(snapshot === undefined ? [] : [undo]));
  }

  /** @throws HumanError when there was no reset, or its files cannot be put back */
  async undo(started: StartedKata): Promise<void> {
    const snapshot = await this.lastReset(started);
    if (snapshot === undefined) {
      const { title } = started.kata.manifest;
      throw new HumanError("editor.noReset", `${title} was not reset since you last put files back, so there is nothing to undo.`, { title });
    }
    await this.save(started);
    await (await this.snapshots(started)).restore(snapshot, started.folder);
    await this.replaced(started);
  }

  /** Whether the last thing that replaced the kata's files was a reset. */
  async canUndo(started: StartedKata): Promise<boolean> {
    return (await this.lastReset(started)) !== undefined;
  }

  /** Tells menus whether the open kata's reset can be undone. */
  async review(started: StartedKata | undefined): Promise<void> {
    this.around.keys.set(contextKeys.canUndoReset, started !== undefined && (await this.canUndo(started)));
  }

  private async lastReset(started: StartedKata): Promise<Snapshot | undefined> {
    const [last] = await (await this.snapshots(started)).list(started.kata.manifest.uuid);
    return last?.reason === "reset" ? last : undefined;
  }

  private async snapshots({ workspace }: StartedKata): Promise<Snapshots> {
    return new Snapshots((await this.around.services()).files, workspace, () => new Date());
  }

  /** What is typed and not saved is part of what is kept. */
  private async save({ folder }: StartedKata): Promise<void> {
    for (const document of vscode.workspace.textDocuments) {
      const path = pathOf(document.uri);
      if (path !== undefined && relativeTo(folder, path) !== undefined) {
        if (document.isDirty) {
          await document.save();
        }
        await this.around.settled(document.uri);
      }
    }
  }

  private async replaced(started: StartedKata): Promise<void> {
    this.around.onReplaced(started);
    await this.review(started);
  }
}
