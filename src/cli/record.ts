import { randomUUID } from "node:crypto";
import type { FileSystem } from "../core/fileSystem";
import { defaultKatasFolder } from "../core/learner/kataFolder";
import type { Recorded } from "../core/progress/progressAccess";
import { ProgressStore } from "../core/progress/progressStore";
import { joinPath, nameOf, parentOf } from "../core/path";
import { ProgressFile, progressFolderName } from "../env/progressFile";
import type { CliContext } from "./context";

/**
 * The workspace whose record a kata folder belongs to: the nearest folder upwards that has a record, else the one above
 * `health-it-katas/<pack>/<kata>`, else the kata folder itself.
 */
export async function workspaceOf(files: FileSystem, kataFolder: string): Promise<string> {
  for (let at = kataFolder; ; at = parentOf(at)) {
    if ((await files.stat(joinPath(at, progressFolderName)))?.kind === "directory") {
      return at;
    }
    if (parentOf(at) === at) {
      break;
    }
  }
  const katas = parentOf(parentOf(kataFolder));
  return nameOf(katas) === defaultKatasFolder ? parentOf(katas) : kataFolder;
}

/** The record of a workspace, read. Outside of the editor there is no state beside the file. */
export async function recordOf(context: CliContext, workspaceFolder: string): Promise<ProgressStore> {
  const { logger } = context.services;
  const state = new Map<string, unknown>();
  const store = new ProgressStore({
    file: new ProgressFile({ workspaceFolder, now: context.now, logger }),
    state: { get: (key) => state.get(key), update: async (key, value) => void state.set(key, value) },
    now: context.now,
    newId: randomUUID,
    logger,
  });
  await store.load();
  return store;
}

/** Says on stderr why something could not be recorded. */
export function reportUnsaved(context: CliContext, { problem }: Recorded): void {
  if (problem !== undefined) {
    context.say(problem.message);
  }
}
