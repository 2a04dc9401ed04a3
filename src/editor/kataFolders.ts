import * as vscode from "vscode";
import type { Logger } from "../core/logger";
import { findKataFolder, readMarker } from "../core/learner/kataFolder";
import type { KataFolder, KataMarker } from "../core/learner/kataFolder";
import type { Kata } from "../core/packs/kata";
import { joinPath, relativeTo } from "../core/path";
import type { Library } from "./library";
import { localFolders, pathOf } from "./paths";
import type { LoadServices } from "./services";
import { readSettings } from "./settings";
import type { StartedKata } from "./startedKata";

/** Finds the katas that were started in the folders of the workspace. */
export class KataFolders {
  private readonly opened = new Map<string, StartedKata>();
  /** Katas of which it was said that their pack gave them up. */
  private readonly said = new Set<string>();

  constructor(
    private readonly services: LoadServices,
    private readonly library: Library,
    private readonly log: Logger,
    /** Tells the person something that nothing has to be done about. */
    private readonly tell: (message: string) => void,
  ) {}

  /**
   * The started kata that a file or folder belongs to; `undefined` when it belongs to none.
   * @throws HumanError when it belongs to one that cannot be used
   */
  async at(uri: vscode.Uri): Promise<StartedKata | undefined> {
    const path = pathOf(uri);
    const workspace = path === undefined ? undefined : workspaceOf(path);
    if (path === undefined || workspace === undefined) {
      return undefined;
    }
    const known = [...this.opened.values()].find(({ folder }) => relativeTo(folder, path) !== undefined || folder === path);
    if (known !== undefined) {
      return known;
    }
    const found = await findKataFolder((await this.services()).files, path);
    // A `.kata.json` above the workspace's folder is none of this window's.
    return found === undefined || workspaceOf(found.path) === undefined ? undefined : await this.open(found, workspace);
  }

  /** The same without waiting, of the katas that were asked for before. */
  knownAt(uri: vscode.Uri): StartedKata | undefined {
    const path = pathOf(uri);
    return path === undefined ? undefined : [...this.opened.values()].find(({ folder }) => relativeTo(folder, path) !== undefined);
  }

  /** Every started kata of the workspace, in the order of the folders; one that cannot be used is logged and left out. */
  async all(): Promise<readonly StartedKata[]> {
    const { files } = await this.services();
    const all: StartedKata[] = [];
    for (const { path: workspace, uri } of localFolders()) {
      const root = joinPath(workspace, ...readSettings.folder(uri).split("/").filter((part) => part !== "" && part !== "."));
      for (const pack of await this.foldersIn(root)) {
        for (const path of await this.foldersIn(pack)) {
          try {
            const marker = await readMarker(files, path);
            if (marker !== undefined) {
              all.push(await this.open({ path, marker }, workspace));
            }
          } catch (error) {
            this.log.warn(error instanceof Error ? error.message : String(error));
          }
        }
      }
    }
    return all;
  }

  /** The first folder of the workspace in which a kata was started. */
  async of(uuid: string): Promise<StartedKata | undefined> {
    return (await this.all()).find(({ kata }) => kata.manifest.uuid === uuid);
  }

  /** Forgets what was read of a folder, or of all of them. */
  forget(folder?: string): void {
    if (folder === undefined) {
      this.opened.clear();
    } else {
      this.opened.delete(folder);
    }
  }

  private async open({ path, marker }: KataFolder, workspace: string): Promise<StartedKata> {
    const known = this.opened.get(path);
    if (known?.kata.manifest.uuid === marker.uuid) {
      return known;
    }
    const kata = await this.kataOf(marker);
    const started: StartedKata = { kata, folder: path, workspace, ...(marker.seed === undefined ? {} : { seed: marker.seed }) };
    this.opened.set(path, started);
    return started;
  }

  /** Of the version in use, or of an earlier one where that is without it: what was started stays readable, and it is said once. */
  private async kataOf(marker: KataMarker): Promise<Kata> {
    const services = await this.services();
    const entries = await services.catalogue.entries();
    const listed = entries.find(({ summary }) => summary.uuid === marker.uuid);
    const earlier = listed === undefined ? await services.earlierKata(marker) : undefined;
    const kata = earlier?.kata ?? (await this.library.open(marker.uuid));
    if (earlier !== undefined) {
      this.sayOnce(marker.uuid, vscode.l10n.t("{0} {1} no longer has the kata {2}. What you wrote stays, and it is checked as version {3} does.", marker.pack, earlier.without, kata.manifest.title, kata.pack.version));
    } else if (kata.manifest.deprecated !== undefined) {
      const { by } = kata.manifest.deprecated;
      const successor = entries.find(({ summary }) => summary.uuid === by)?.summary.title;
      this.sayOnce(marker.uuid, successor === undefined
        ? vscode.l10n.t("The kata {0} is no longer kept up. You may go on with it all the same.", kata.manifest.title)
        : vscode.l10n.t("The kata {0} is no longer kept up; {1} takes its place. You may go on with it all the same.", kata.manifest.title, successor));
    }
    return kata;
  }

  private sayOnce(uuid: string, message: string): void {
    if (!this.said.has(uuid)) {
      this.said.add(uuid);
      this.tell(message);
    }
  }

  private async foldersIn(folder: string): Promise<readonly string[]> {
    const { files } = await this.services();
    if ((await files.stat(folder))?.kind !== "directory") {
      return [];
    }
    return (await files.list(folder)).filter(({ kind, name }) => kind === "directory" && !name.startsWith(".")).map(({ name }) => joinPath(folder, name));
  }
}

/** The innermost workspace folder that a path lies in. */
export function workspaceOf(path: string): string | undefined {
  return localFolders()
    .map((folder) => folder.path)
    .filter((folder) => folder === path || relativeTo(folder, path) !== undefined)
    .sort((a, b) => b.length - a.length)[0];
}
