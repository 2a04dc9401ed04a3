import * as vscode from "vscode";
import { learnerFolderOf, readMarker } from "../../core/learner/kataFolder";
import { Snapshots } from "../../core/learner/snapshots";
import { startKata } from "../../core/learner/startKata";
import { writeTypeSupport } from "../../core/learner/typeSupport";
import type { Logger } from "../../core/logger";
import type { Kata } from "../../core/packs/kata";
import { isTestCheck } from "../../core/packs/kataManifest";
import { parentOf } from "../../core/path";
import type { BriefPanel } from "../brief/briefPanel";
import { inBackground } from "../commands";
import type { KataFolders } from "../kataFolders";
import type { Library } from "../library";
import type { OpenKata } from "../openKata";
import { localFolders, uriOf } from "../paths";
import type { LearnerProgress } from "../progress";
import type { LoadServices } from "../services";
import { readSettings } from "../settings";
import type { StartedKata } from "../startedKata";
import type { WorkFolder } from "./workFolder";

export interface StarterSurroundings {
  readonly services: LoadServices;
  readonly library: Library;
  readonly folders: KataFolders;
  readonly open: OpenKata;
  readonly brief: BriefPanel;
  readonly progress: LearnerProgress;
  readonly workFolder: WorkFolder;
  readonly newSeed: () => number;
  readonly log: Logger;
  /** The type files that ship with the extension: absolute path with `/`, and the version by which a learner's copy is renewed. */
  readonly types: { readonly folder: string; readonly version: string };
  /** Tells views that a kata was started. */
  readonly onStarted: (started: StartedKata) => void;
}

/** Brings a kata into the learner's folder and onto the screen. */
export class Starter {
  constructor(private readonly around: StarterSurroundings) {}

  /**
   * Writes the starter files, without touching any that are there, and opens the kata. With no folder open, one is offered.
   * @returns `undefined` when no folder was chosen, or the window is about to open the chosen one
   * @throws HumanError when the kata cannot be used or its files cannot be written
   */
  async start(uuid: string): Promise<StartedKata | undefined> {
    const { library, workFolder, folders } = this.around;
    const kata = await library.open(uuid);
    if ((vscode.workspace.workspaceFolders ?? []).length === 0) {
      const chosen = await workFolder.offered();
      if (chosen !== undefined) {
        await this.write(kata, chosen);
        await workFolder.openWith(chosen, uuid);
      }
      return undefined;
    }
    const already = await this.startedBefore(kata);
    const workspace = already ?? (await workFolder.inWorkspace());
    if (workspace === undefined) {
      return undefined;
    }
    const folder = await this.write(kata, workspace);
    folders.forget(folder);
    const started = await folders.at(uriOf(folder));
    if (started === undefined) {
      throw new Error(`${folder} was written and is not found.`);
    }
    const { progress, onStarted } = this.around;
    progress.tellOf(await progress.of(started).started(uuid));
    onStarted(started);
    if (kata.manifest.files.some((file) => /\.[cm]?ts$/.test(file))) {
      inBackground(this.around.log, "Writing type files", this.writeTypes(started));
    }
    await this.show(started);
    return started;
  }

  /** Opens the first file of a started kata, and its brief beside it. */
  async show(started: StartedKata): Promise<void> {
    const { open, brief, services } = this.around;
    await this.openFile(started, started.kata.manifest.files[0] ?? "", vscode.ViewColumn.One);
    open.set(started);
    await brief.show({ kata: started.kata, started }, { focus: false });
    if (started.kata.manifest.checks.some(isTestCheck)) {
      (await services()).testRunner.warm();
    }
  }

  /** Opens a file of a started kata for editing; one that is not there yet as a file to be. */
  async openFile(started: StartedKata, file: string, column?: vscode.ViewColumn): Promise<vscode.TextEditor> {
    const { services } = this.around;
    const uri = uriOf(`${started.folder}/${file}`);
    const isThere = (await (await services()).files.stat(`${started.folder}/${file}`)) !== undefined;
    const document = await vscode.workspace.openTextDocument(isThere ? uri : uri.with({ scheme: "untitled" }));
    return await vscode.window.showTextDocument(document, { preview: false, viewColumn: column ?? this.columnOf(uri) });
  }

  /** Opens what was chosen before this window opened its folder. */
  async resume(): Promise<void> {
    const pending = await this.around.workFolder.takePending();
    if (pending !== undefined) {
      await this.start(pending.uuid);
    }
  }

  /** Where a file is open already; else where it does not cover the brief. */
  private columnOf(uri: vscode.Uri): vscode.ViewColumn {
    const group = vscode.window.tabGroups.all.find(({ tabs }) =>
      tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
    );
    return group?.viewColumn ?? vscode.ViewColumn.One;
  }

  private async write(kata: Kata, workspace: string): Promise<string> {
    const { services, newSeed } = this.around;
    const { files } = await services();
    const folder = learnerFolderOf(workspace, readSettings.folder(uriOf(workspace)), kata);
    const seed = await this.seedOf(folder);
    const snapshots = new Snapshots(files, workspace, () => new Date());
    await startKata(files, snapshots, { kata, folder, existing: "keep", seed: seed ?? newSeed() });
    return folder;
  }

  /** Lets the editor's TypeScript know Node's globals, so that a starter file shows no error that no check would find. */
  private async writeTypes({ workspace, folder }: StartedKata): Promise<void> {
    const { services, types } = this.around;
    const request = { workspaceFolder: workspace, katasFolder: parentOf(parentOf(folder)), types: types.folder, version: types.version };
    await writeTypeSupport((await services()).files, request);
  }

  /** A kata keeps its seed when it is started again, so that what failed fails again. */
  private async seedOf(folder: string): Promise<number | undefined> {
    try {
      return (await readMarker((await this.around.services()).files, folder))?.seed;
    } catch {
      // A marker that cannot be read is written anew.
      return undefined;
    }
  }

  /** The workspace folder in which the kata lies where it would be started. */
  private async startedBefore(kata: Kata): Promise<string | undefined> {
    const { files } = await this.around.services();
    for (const { path, uri } of localFolders()) {
      const folder = learnerFolderOf(path, readSettings.folder(uri), kata);
      if ((await files.stat(`${folder}/.kata.json`)) !== undefined) {
        return path;
      }
    }
    return undefined;
  }
}
