import { sameBytes } from "../bytes";
import type { FileSystem, WritableFileSystem } from "../fileSystem";
import { HumanError } from "../humanError";
import type { Kata } from "../packs/kata";
import { joinPath, parentOf } from "../path";
import { markerName, markerText, readMarker } from "./kataFolder";
import type { FolderFile } from "./safeFiles";
import { readFolder, sizeInside } from "./safeFiles";
import type { Snapshot, Snapshots } from "./snapshots";

export interface StartRequest {
  readonly kata: Kata;
  /** Absolute path of the folder to write into, such as `learnerFolderOf` gives. */
  readonly folder: string;
  /**
   * What to do with files that are there already and differ: `keep` them, `refuse` to start, or `replace` them after a snapshot.
   * Files that are the same, or that do not belong to the kata, are never touched.
   */
  readonly existing: "keep" | "refuse" | "replace";
  /** Written into `.kata.json`. */
  readonly seed?: number;
}

export interface Started {
  readonly folder: string;
  /** Paths relative to `folder`: written, and there already and left as they were. */
  readonly written: readonly string[];
  readonly kept: readonly string[];
  /** Absolute path of the file to open: the first that the kata names. It may not be there, when the learner is to create it. */
  readonly firstFile: string;
  /** What `replace` replaced. */
  readonly snapshot?: Snapshot;
}

/**
 * Writes a kata's starter files, byte for byte, and then `.kata.json`. Interrupted, it can be done again.
 * @throws HumanError when the folder is a kata's source or another kata's folder, when a name or a link is not sound, or when files are in the way
 */
export async function startKata(fs: WritableFileSystem, snapshots: Snapshots, request: StartRequest): Promise<Started> {
  const { kata, folder, existing } = request;
  await checkNoSource(fs, folder);
  await checkNoOtherKata(fs, folder, kata);
  const { same, different, missing } = await compare(fs, folder, await starterFiles(fs, kata));
  const first = different[0];
  if (existing === "refuse" && first !== undefined) {
    throw new HumanError(
      "learner.exists",
      `${joinPath(folder, first.path)} is there already and is not the starter file. Choose another folder, or start with --force: your files are kept as a snapshot first.`,
      { path: joinPath(folder, first.path) },
    );
  }
  const replaced = existing === "replace" ? different : [];
  const snapshot =
    replaced.length === 0
      ? undefined
      : await snapshots.take(kata.manifest.uuid, folder, [...kata.manifest.files, ...replaced.map(({ path }) => path)], "force");
  const write = [...missing, ...replaced];
  for (const { path, bytes } of write) {
    await fs.writeFile(joinPath(folder, path), bytes);
  }
  await writeMarker(fs, request, replaced.length > 0);
  return {
    folder,
    written: write.map(({ path }) => path).sort(),
    kept: [...same, ...(existing === "replace" ? [] : different)].map(({ path }) => path).sort(),
    firstFile: joinPath(folder, kata.manifest.files[0] ?? markerName),
    ...(snapshot === undefined ? {} : { snapshot }),
  };
}

/**
 * Gives a kata folder its starter files again, after keeping what is there. Files that the learner added stay. To undo, restore the snapshot.
 * @returns the snapshot; undefined when there was nothing to keep
 * @throws HumanError as `startKata`, and when the snapshot cannot be kept (then nothing was changed)
 */
export async function resetKata(fs: WritableFileSystem, snapshots: Snapshots, request: { readonly kata: Kata; readonly folder: string }): Promise<Snapshot | undefined> {
  const { kata, folder } = request;
  await checkNoSource(fs, folder);
  await checkNoOtherKata(fs, folder, kata);
  const starter = await starterFiles(fs, kata);
  await compare(fs, folder, starter);
  const starterPaths = starter.map(({ path }) => path);
  const snapshot = await snapshots.take(kata.manifest.uuid, folder, [...kata.manifest.files, ...starterPaths], "reset");
  for (const { path, bytes } of starter) {
    await fs.writeFile(joinPath(folder, path), bytes);
  }
  // A file of the kata that has no starter is one that the learner is to create.
  for (const path of kata.manifest.files.filter((each) => !starterPaths.includes(each))) {
    await fs.remove(joinPath(folder, path));
  }
  await writeMarker(fs, request, true);
  return snapshot;
}

/** What the learner gets: every file under the kata's `starter/`. */
export function starterFiles(fs: FileSystem, kata: Kata): Promise<readonly FolderFile[]> {
  return readFolder(fs, joinPath(kata.folder, "starter"));
}

async function compare(fs: FileSystem, folder: string, files: readonly FolderFile[]): Promise<Record<"same" | "different" | "missing", readonly FolderFile[]>> {
  const found: Record<"same" | "different" | "missing", FolderFile[]> = { same: [], different: [], missing: [] };
  for (const file of files) {
    const size = await sizeInside(fs, folder, file.path);
    if (size === undefined) {
      found.missing.push(file);
    } else if (size === file.bytes.length && sameBytes(await fs.readFile(joinPath(folder, file.path)), file.bytes)) {
      found.same.push(file);
    } else {
      found.different.push(file);
    }
  }
  return found;
}

/** The learner's work must never land among an author's files. */
async function checkNoSource(fs: FileSystem, folder: string): Promise<void> {
  for (let each = folder; ; each = parentOf(each)) {
    if ((await fs.stat(joinPath(each, "kata.json"))) !== undefined) {
      throw new HumanError(
        "learner.insideSource",
        `${folder} lies in ${each}, which is the source of a kata (it has a kata.json). Choose a folder outside of it, so that the source stays as it is.`,
        { folder, source: each },
      );
    }
    if (parentOf(each) === each || each === ".") {
      return;
    }
  }
}

async function checkNoOtherKata(fs: FileSystem, folder: string, kata: Kata): Promise<void> {
  let marker;
  try {
    marker = await readMarker(fs, folder);
  } catch {
    // A marker that cannot be read is written anew.
    return;
  }
  if (marker !== undefined && marker.uuid !== kata.manifest.uuid) {
    throw new HumanError(
      "learner.otherKata",
      `${folder} belongs to another kata (${marker.pack}/${marker.id}). Choose another folder for ${kata.pack.name}/${kata.id}.`,
      { folder, other: `${marker.pack}/${marker.id}` },
    );
  }
}

async function writeMarker(fs: WritableFileSystem, request: Pick<StartRequest, "kata" | "folder" | "seed">, anew: boolean): Promise<void> {
  const { kata, folder, seed } = request;
  let present;
  try {
    present = await readMarker(fs, folder);
  } catch {
    present = undefined;
  }
  // A folder that was started on an earlier version says so until it gets that version's starter files.
  if (present !== undefined && !anew && (seed === undefined || seed === present.seed)) {
    return;
  }
  const kept = seed ?? present?.seed;
  const text = markerText({
    ...(present !== undefined && !anew
      ? present
      : { uuid: kata.manifest.uuid, id: kata.id, pack: kata.pack.name, version: kata.pack.version, digest: kata.digest }),
    ...(kept === undefined ? {} : { seed: kept }),
  });
  const path = joinPath(folder, markerName);
  if (((await fs.stat(path))?.kind ?? "file") !== "file") {
    // A link would be written through, to a place that is none of ours.
    await fs.remove(path);
  }
  await fs.writeFile(path, new TextEncoder().encode(text));
}
