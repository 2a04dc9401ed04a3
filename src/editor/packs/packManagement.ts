import type * as vscode from "vscode";
import type { Logger } from "../../core/logger";
import type { Dialogs } from "../dialogs";
import type { ReadOnlyTexts } from "../readOnlyTexts";
import type { LoadServices } from "../services";

/** What the management of packs is given. */
export interface PackSurroundings {
  readonly services: LoadServices;
  readonly dialogs: Dialogs;
  readonly texts: ReadOnlyTexts;
  readonly secrets: Pick<vscode.SecretStorage, "get" | "store" | "delete">;
  /** Absolute, with `/`: where packs are installed. */
  readonly dataFolder: string;
  readonly log: Logger;
  /** Saves what is open below a folder (absolute), and waits until it lies on the disk as it is to stay. */
  readonly settle: (folder: string) => Promise<void>;
  /** Called when other packs, or other versions of them, are in use. */
  readonly onChanged: () => Promise<void>;
}

/** What commands do with packs. Each throws a `HumanError` for what keeps it from being done. */
export interface PackManagement {
  /** @param source as `parseSource` reads it, or `katas.lock.json` for what the lock files of the workspace pin; asked for when there is none */
  install(source: string | undefined): Promise<void>;
  /** What lock files of the workspace pin and is not in use: names and versions. */
  missing(): Promise<readonly string[]>;
  update(): Promise<void>;
  rollBack(): Promise<void>;
  uninstall(): Promise<void>;
  setToken(): Promise<void>;
  forgetToken(): Promise<void>;
}
