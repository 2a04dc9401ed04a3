import type { WritableFileSystem } from "../fileSystem";
import { HumanError, toError } from "../humanError";
import { joinPath } from "../path";
import type { FolderFile } from "./safeFiles";
import { readFolder, readInside, sizeInside } from "./safeFiles";

/** Why a snapshot was taken. */
export type SnapshotReason = "reset" | "force" | "solution" | "restore" | "update";

const reasons: readonly SnapshotReason[] = ["reset", "force", "solution", "restore", "update"];

/** The learner's files of one kata at one moment. */
export interface Snapshot {
  /** Absolute folder of the snapshot. */
  readonly folder: string;
  readonly uuid: string;
  readonly reason: SnapshotReason;
  /** ISO 8601, UTC. */
  readonly takenAt: string;
  /** The kata folder it was taken of, absolute. */
  readonly of: string;
  /** Paths relative to the kata folder that were there, in order. */
  readonly files: readonly string[];
  /** Paths that were asked for and not there; going back removes them. */
  readonly absent: readonly string[];
}

/** Snapshots that are kept of each kata. */
const kept = 20;
const aboutName = "snapshot.json";
const filesName = "files";

/** Keeps and restores snapshots under `<workspace>/.health-it-katas/snapshots/<kata uuid>/<time>/`. */
export class Snapshots {
  private readonly root: string;

  /** @param workspaceFolder absolute path of the learner's workspace folder */
  constructor(
    private readonly fs: WritableFileSystem,
    workspaceFolder: string,
    private readonly now: () => Date,
  ) {
    this.root = joinPath(workspaceFolder, ".health-it-katas", "snapshots");
  }

  /**
   * Keeps the given files of a kata folder as they are; undefined when none of them is there. The oldest beyond the last 20 are removed.
   * @throws HumanError when it cannot be kept; the caller then changes nothing
   */
  async take(uuid: string, kataFolder: string, paths: readonly string[], reason: SnapshotReason): Promise<Snapshot | undefined> {
    const files: FolderFile[] = [];
    const absent: string[] = [];
    for (const path of [...new Set(paths)].sort()) {
      const bytes = await readInside(this.fs, kataFolder, path);
      if (bytes === undefined) {
        absent.push(path);
      } else {
        files.push({ path, bytes });
      }
    }
    if (files.length === 0) {
      return undefined;
    }
    const takenAt = this.now().toISOString();
    try {
      const folder = await this.freeFolder(uuid, takenAt);
      const about: Omit<Snapshot, "folder"> = { uuid, reason, takenAt, of: kataFolder, files: files.map(({ path }) => path), absent };
      for (const { path, bytes } of files) {
        await this.fs.writeFile(joinPath(folder, filesName, path), bytes);
      }
      // Written last: a snapshot without it was interrupted, and is not offered.
      await this.fs.writeFile(joinPath(folder, aboutName), new TextEncoder().encode(`${JSON.stringify(about, undefined, 2)}\n`));
      await this.prune(uuid);
      return { folder, ...about };
    } catch (error) {
      throw new HumanError(
        "learner.noSnapshot",
        `Your files in ${kataFolder} could not be kept (${toError(error).message}), so nothing was changed. See that ${this.root} can be written to, and try again.`,
        { folder: kataFolder, root: this.root },
        { cause: error },
      );
    }
  }

  /** The whole snapshots of a kata, the latest first. */
  async list(uuid: string): Promise<readonly Snapshot[]> {
    const snapshots: Snapshot[] = [];
    for (const name of await this.names(uuid)) {
      const snapshot = await this.read(joinPath(this.root, uuid, name));
      if (snapshot !== undefined) {
        snapshots.push(snapshot);
      }
    }
    return snapshots.reverse();
  }

  /**
   * Puts the files of a snapshot back, and removes those that were not there when it was taken. What is there now is kept as a snapshot first,
   * which is returned, so that going back can be taken back.
   *
   * @param kataFolder where to; the folder it was taken of unless told (a folder may have been moved since)
   * @throws HumanError when the snapshot is gone or damaged, or the files cannot be written
   */
  async restore(snapshot: Snapshot, kataFolder: string = snapshot.of): Promise<Snapshot | undefined> {
    const files = await readFolder(this.fs, joinPath(snapshot.folder, filesName));
    const lost = snapshot.files.find((path) => !files.some((file) => file.path === path));
    if (lost !== undefined) {
      throw new HumanError("learner.snapshotDamaged", `The snapshot ${snapshot.folder} lacks ${lost}, so nothing was changed. Choose another snapshot.`, { folder: snapshot.folder, path: lost });
    }
    const before = await this.take(snapshot.uuid, kataFolder, [...snapshot.files, ...snapshot.absent], "restore");
    for (const { path, bytes } of files) {
      await this.fs.writeFile(joinPath(kataFolder, path), bytes);
    }
    for (const path of snapshot.absent) {
      if ((await sizeInside(this.fs, kataFolder, path)) !== undefined) {
        await this.fs.remove(joinPath(kataFolder, path));
      }
    }
    return before;
  }

  /** A name later than all others, even when two are taken within a millisecond or the clock was put back: the order of the names is that of the snapshots. */
  private async freeFolder(uuid: string, takenAt: string): Promise<string> {
    const name = takenAt.replaceAll(":", "-");
    const last = (await this.names(uuid)).at(-1);
    if (last === undefined || last < name) {
      return joinPath(this.root, uuid, name);
    }
    const numbered = /^(.*)-(\d{4})$/.exec(last);
    const number = numbered === null ? 2 : Number(numbered[2]) + 1;
    return joinPath(this.root, uuid, `${numbered?.[1] ?? last}-${String(number).padStart(4, "0")}`);
  }

  private async prune(uuid: string): Promise<void> {
    const names = await this.names(uuid);
    for (const name of names.slice(0, Math.max(0, names.length - kept))) {
      await this.fs.remove(joinPath(this.root, uuid, name));
    }
  }

  /** Oldest first. */
  private async names(uuid: string): Promise<readonly string[]> {
    const folder = joinPath(this.root, uuid);
    if ((await this.fs.stat(folder)) === undefined) {
      return [];
    }
    return (await this.fs.list(folder)).filter(({ kind }) => kind === "directory").map(({ name }) => name);
  }

  private async read(folder: string): Promise<Snapshot | undefined> {
    try {
      const value: unknown = JSON.parse(new TextDecoder().decode(await this.fs.readFile(joinPath(folder, aboutName))));
      if (typeof value !== "object" || value === null) {
        return undefined;
      }
      const { uuid, reason, takenAt, of, files, absent } = value as Partial<Record<keyof Snapshot, unknown>>;
      const known = reasons.find((each) => each === reason);
      return typeof uuid === "string" && known !== undefined && typeof takenAt === "string" && typeof of === "string" && isTexts(files) && isTexts(absent)
        ? { folder, uuid, reason: known, takenAt, of, files, absent }
        : undefined;
    } catch {
      // Interrupted or damaged: it is not offered, and pruned with the others.
      return undefined;
    }
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
