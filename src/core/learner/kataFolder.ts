import type { FileSystem } from "../fileSystem";
import { HumanError, toError } from "../humanError";
import type { Kata } from "../packs/kata";
import { joinPath, parentOf, relativePathFault } from "../path";

/** File in each folder that a kata was started in; says which kata it is. */
export const markerName = ".kata.json";
/** Where kata folders are made unless the setting says otherwise. */
export const defaultKatasFolder = "health-it-katas";

/** What `.kata.json` says. `version` and `digest` are those of the kata that the starter files came from. */
export interface KataMarker {
  readonly uuid: string;
  readonly id: string;
  readonly pack: string;
  readonly version: string;
  readonly digest: string;
  /** Seed of every attempt in this folder; without one, each attempt gets its own. */
  readonly seed?: number;
}

/** A folder that a kata was started in. */
export interface KataFolder {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly marker: KataMarker;
}

/**
 * Where a kata belongs in a workspace: `<workspace>/<setting>/<pack's last name part>/<kata>`.
 *
 * @param setting folder relative to the workspace; "" or "." is the workspace itself
 * @throws HumanError when the setting leads out of the workspace
 */
export function learnerFolderOf(workspaceFolder: string, setting: string, kata: Pick<Kata, "id"> & { readonly pack: { readonly name: string } }): string {
  const tidy = setting.trim().replaceAll("\\", "/").replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  const parts = tidy === "" || tidy === "." ? [] : [tidy];
  const fault = parts.length === 0 ? undefined : relativePathFault(tidy);
  if (fault !== undefined) {
    throw new HumanError(
      "learner.badFolderSetting",
      `The setting healthItKatas.folder is ${JSON.stringify(setting)}, which ${fault}. Give a folder inside the workspace, such as ${JSON.stringify(defaultKatasFolder)}.`,
      { setting },
    );
  }
  const packName = kata.pack.name.split("/").at(-1) ?? kata.pack.name;
  return joinPath(workspaceFolder, ...parts, packName, kata.id);
}

/**
 * The kata folder that a file or folder lies in: the nearest one upwards with a `.kata.json`; undefined when there is none.
 * @throws HumanError when that `.kata.json` cannot be made sense of
 */
export async function findKataFolder(fs: FileSystem, path: string): Promise<KataFolder | undefined> {
  const start = (await fs.stat(path))?.kind === "directory" ? path : parentOf(path);
  for (let folder = start; ; folder = parentOf(folder)) {
    const marker = await readMarker(fs, folder);
    if (marker !== undefined) {
      return { path: folder, marker };
    }
    if (parentOf(folder) === folder || folder === ".") {
      return undefined;
    }
  }
}

/**
 * Reads `.kata.json` of a folder; undefined when there is none.
 * @throws HumanError when it is there and cannot be made sense of
 */
export async function readMarker(fs: FileSystem, folder: string): Promise<KataMarker | undefined> {
  const path = joinPath(folder, markerName);
  const found = await fs.stat(path);
  if (found === undefined) {
    return undefined;
  }
  const broken = (reason: string, cause?: unknown): HumanError =>
    new HumanError(
      "learner.brokenMarker",
      `${path} ${reason}, so it is not known which kata this folder belongs to. Start the kata again: your files are kept, and ${markerName} is written anew.`,
      { path, reason },
      { cause },
    );
  if (found.kind !== "file") {
    throw broken("is not a file");
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(await fs.readFile(path)));
  } catch (error) {
    throw broken(`cannot be read (${toError(error).message})`, error);
  }
  const marker = parseMarker(value);
  if (marker === undefined) {
    throw broken("lacks one of uuid, id, pack, version and digest");
  }
  return marker;
}

/** Text of a `.kata.json`. */
export function markerText(marker: KataMarker): string {
  return `${JSON.stringify(marker, undefined, 2)}\n`;
}

function parseMarker(value: unknown): KataMarker | undefined {
  if (typeof value !== "object" || value === null) {
    return undefined;
  }
  const { uuid, id, pack, version, digest, seed } = value as Partial<Record<keyof KataMarker, unknown>>;
  if (typeof uuid !== "string" || typeof id !== "string" || typeof pack !== "string" || typeof version !== "string" || typeof digest !== "string" || uuid === "") {
    return undefined;
  }
  return { uuid, id, pack, version, digest, ...(typeof seed === "number" && Number.isSafeInteger(seed) ? { seed } : {}) };
}
