import * as vscode from "vscode";
import type { HealthItKatasApi, KataSourceProvider } from "../api";
import { toError } from "../core/humanError";
import type { Logger } from "../core/logger";
import type { KataSource } from "../core/packs/catalogue";
import { joinPath, relativePathFault } from "../core/path";
import { contributedPacks } from "./contributedPacks";
import { pathOf, uriOf } from "./paths";
import { isRecord } from "../core/record";

/**
 * Packs that other extensions bring, by their manifest or through the exported API. Such a pack is trusted as its extension is,
 * which runs code of its own anyway.
 */
export class KataSources implements vscode.Disposable {
  private readonly registered = new Map<string, KataSourceProvider>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly disposable: vscode.Disposable;

  constructor(private readonly log: Logger) {
    this.disposable = vscode.Disposable.from(this.changed, vscode.extensions.onDidChange(() => this.changed.fire()));
  }

  /** One source for the catalogue, which asks it each time it reads. */
  readonly source: KataSource = { id: "extensions", bundled: false, folders: () => this.folders() };

  readonly api: HealthItKatasApi = {
    version: 1,
    registerKataSource: (source) => {
      if (!isProvider(source)) {
        throw new TypeError("registerKataSource wants { id: string, folders(): string[] | Promise<string[]> }.");
      }
      if (this.registered.has(source.id)) {
        throw new TypeError(`A source with the id ${source.id} is registered already. Dispose of it first.`);
      }
      this.registered.set(source.id, source);
      this.changed.fire();
      return {
        dispose: () => {
          if (this.registered.get(source.id) === source) {
            this.registered.delete(source.id);
            this.changed.fire();
          }
        },
      };
    },
  };

  dispose(): void {
    this.disposable.dispose();
  }

  private async folders(): Promise<readonly string[]> {
    const given = await Promise.all([...this.registered.values()].map((source) => this.foldersOf(source)));
    return [...given.flat(), ...vscode.extensions.all.flatMap((extension) => this.contributedBy(extension))];
  }

  private async foldersOf(source: KataSourceProvider): Promise<readonly string[]> {
    try {
      const folders: unknown = await source.folders();
      return Array.isArray(folders) ? folders.filter((folder): folder is string => typeof folder === "string").map((folder) => pathOf(uriOf(folder)) ?? folder) : [];
    } catch (error) {
      this.log.warn(`The kata source ${source.id} gave no folders: ${toError(error).message}`);
      return [];
    }
  }

  private contributedBy({ id, extensionUri, packageJSON }: vscode.Extension<unknown>): readonly string[] {
    const folder = pathOf(extensionUri);
    return contributedPacks(packageJSON).flatMap((pack) => {
      const relative = pack.replace(/^\.\//, "");
      const fault = relativePathFault(relative);
      if (folder === undefined || fault !== undefined) {
        this.log.warn(`The extension ${id} names the pack ${JSON.stringify(pack)}, which ${fault ?? "is not on this machine"}.`);
        return [];
      }
      return [joinPath(folder, relative)];
    });
  }
}

function isProvider(source: unknown): source is KataSourceProvider {
  return isRecord(source) && typeof source["id"] === "string" && source["id"] !== "" && typeof source["folders"] === "function";
}
