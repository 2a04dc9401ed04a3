import { randomUUID } from "node:crypto";
import { copyFile, lstat, mkdir, open, readFile, readdir, rename, stat, unlink } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { HumanError, toError } from "../core/humanError";
import type { Logger } from "../core/logger";
import type { ProgressAccess } from "../core/progress/progressAccess";
import type { ProgressData } from "../core/progress/progressData";
import { emptyProgress } from "../core/progress/progressData";
import type { ProgressReading } from "../core/progress/progressReader";
import { progressText, readProgressText } from "../core/progress/progressReader";
import type { HeldLock, LockOptions } from "./processLock";
import { acquireLock, LockBusyError } from "./processLock";

/** Folder in the workspace, and file in it, that hold the record. */
export const progressFolderName = ".health-it-katas";
const fileName = "progress.json";
const lockName = "progress.lock";

/** Normal holders are done in milliseconds. */
const lockOptions: LockOptions = { patienceMs: 15_000, unaskableMs: 4_000 };

/** Age in ms from which temporary files of others count as left behind by a killed process. */
const leftBehindMs = 600_000;

export interface ProgressFileOptions {
  /** The learner's workspace folder, absolute. */
  readonly workspaceFolder: string;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly lock?: LockOptions;
}

/**
 * The record in `<workspace>/.health-it-katas/progress.json`. A change takes the lock, reads the file again, writes what came of it to a file beside, forces
 * that to the disk and renames it into place: at any moment the file is either the one before or the one after, and nobody's change is lost.
 */
export class ProgressFile implements ProgressAccess {
  readonly path: string;
  private readonly folder: string;

  constructor(private readonly options: ProgressFileOptions) {
    this.folder = `${options.workspaceFolder.replace(/\/$/, "")}/${progressFolderName}`;
    this.path = `${this.folder}/${fileName}`;
  }

  async read(): Promise<ProgressData> {
    const reading = await this.reading();
    switch (reading.kind) {
      case "sound":
        return reading.data;
      case "newer":
        throw this.newer(reading.format);
      case "damaged":
        try {
          return await this.update((current) => current);
        } catch (error) {
          // It cannot be put right here and now; what is left of it is still worth having.
          this.options.logger.warn(toError(error).message);
          return reading.data;
        }
    }
  }

  async update(change: (current: ProgressData) => ProgressData): Promise<ProgressData> {
    try {
      await mkdir(this.folder, { recursive: true });
      const lock = await acquireLock(`${this.folder}/${lockName}`, this.options.lock ?? lockOptions);
      try {
        return await this.updateLocked(change, lock);
      } finally {
        await lock.release();
      }
    } catch (error) {
      throw this.explained(error);
    }
  }

  private async updateLocked(change: (current: ProgressData) => ProgressData, lock: HeldLock): Promise<ProgressData> {
    const reading = await this.reading();
    if (reading.kind === "newer") {
      throw this.newer(reading.format);
    }
    if (reading.kind === "damaged") {
      await this.putAside(reading.reason);
    }
    const changed = change(reading.data);
    if (changed !== reading.data || reading.kind === "damaged") {
      await this.clearLeftBehind();
      await this.replaceBy(progressText(changed), lock);
    }
    return changed;
  }

  private async reading(): Promise<ProgressReading> {
    try {
      return readProgressText(await readFile(this.path, "utf8"));
    } catch (error) {
      if (hasCode(error, "ENOENT")) {
        return { kind: "sound", data: emptyProgress };
      }
      throw this.explained(error);
    }
  }

  /** Copies a damaged file; the file itself stays until it is replaced, so that a kill in between loses nothing. */
  private async putAside(reason: string): Promise<void> {
    const time = this.options.now().toISOString().replaceAll(":", "-");
    const aside = `${this.folder}/progress.corrupt-${time}.json`;
    await copyFile(this.path, aside);
    this.options.logger.warn(`${this.path} is damaged (${reason}). It is kept as ${aside}; what was sound in it, and what the editor remembers, is in the file written in its place.`);
  }

  private async replaceBy(text: string, lock: HeldLock): Promise<void> {
    const temporary = `${this.path}.${randomUUID()}.tmp`;
    try {
      const handle = await open(temporary, "wx");
      try {
        await handle.writeFile(text);
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (!(await lock.isHeld())) {
        throw new HumanError("progress.lockLost", `Your progress was not saved: this program stood still for so long that another one went on with ${this.path}. It is kept in the editor and written with the next check.`, { path: this.path });
      }
      await renameOver(temporary, await this.target());
      await syncFolder(this.folder);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
  }

  /** A link is refused: the rename would replace it, and what it points to may not be meant for us. */
  private async target(): Promise<string> {
    try {
      if ((await lstat(this.path)).isSymbolicLink()) {
        throw new HumanError("progress.link", `Your progress cannot be saved, because ${this.path} is a link. Put a file in its place, or remove the link.`, { path: this.path });
      }
    } catch (error) {
      if (!hasCode(error, "ENOENT")) {
        throw error;
      }
    }
    return this.path;
  }

  /** Temporary files of record and lock that killed processes left. Those of the record are written under the lock, which we hold: none belongs to anyone alive. */
  private async clearLeftBehind(): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const path = `${this.folder}/${name}`;
      const ofRecord = name.startsWith(`${fileName}.`) && name.endsWith(".tmp");
      if (ofRecord || (name.startsWith(`${lockName}.`) && (await this.isOld(path)))) {
        await unlink(path).catch(() => undefined);
      }
    }
  }

  private async isOld(path: string): Promise<boolean> {
    try {
      return Date.now() - (await stat(path)).mtimeMs > leftBehindMs;
    } catch {
      return false;
    }
  }

  private newer(format: number): HumanError {
    return new HumanError(
      "progress.newer",
      `${this.path} was written by a newer version of Health IT Katas (format ${String(format)}), so it is left as it is. Update the extension; until then your attempts are kept in the editor.`,
      { path: this.path, format },
    );
  }

  private explained(error: unknown): HumanError {
    if (error instanceof HumanError) {
      return error;
    }
    if (error instanceof LockBusyError) {
      return new HumanError(
        "progress.busy",
        `Your progress could not be saved to ${this.path}: ${error.holder} has been writing there for a long time. It is kept in the editor and written with the next check; if this goes on, end that process.`,
        { path: this.path, holder: error.holder },
        { cause: error },
      );
    }
    if (hasCode(error, "EACCES", "EPERM", "EROFS")) {
      return new HumanError(
        "progress.readOnly",
        `Your progress could not be saved: ${this.folder} cannot be written to. Make the folder writable, or open one that is; until then your attempts are kept in the editor.`,
        { path: this.folder },
        { cause: error },
      );
    }
    if (hasCode(error, "ENOSPC", "EDQUOT")) {
      return new HumanError("progress.full", `Your progress could not be saved to ${this.path}: the disk is full. Free some space; it is kept in the editor and written with the next check.`, { path: this.path }, { cause: error });
    }
    const reason = toError(error).message;
    return new HumanError(
      "progress.failed",
      `Your progress could not be saved to ${this.path} (${reason}). It is kept in the editor and written with the next check; see that ${this.folder} is a folder you may write to.`,
      { path: this.path, reason },
      { cause: error },
    );
  }
}

/** On Windows another program that just reads the file holds up the rename; it is tried again for about a second. */
async function renameOver(from: string, to: string): Promise<void> {
  for (const pause of process.platform === "win32" ? [10, 20, 50, 100, 200, 400] : []) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!hasCode(error, "EPERM", "EACCES", "EBUSY")) {
        throw error;
      }
      await delay(pause);
    }
  }
  await rename(from, to);
}

/** Makes a rename outlive a loss of power. Windows cannot sync folders, and some network folders refuse to; the rename itself is done either way. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") {
    return;
  }
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!hasCode(error, "EINVAL", "ENOTSUP", "EPERM", "EACCES", "EISDIR")) {
      throw error;
    }
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && codes.includes(error.code);
}
