import { diff3Merge } from "node-diff3";
import { sameBytes } from "../../bytes";
import type { WritableFileSystem } from "../../fileSystem";
import { HumanError } from "../../humanError";
import { markerName, markerText, type KataFolder } from "../../learner/kataFolder";
import { readInside } from "../../learner/safeFiles";
import type { Snapshot, Snapshots } from "../../learner/snapshots";
import { starterFiles } from "../../learner/startKata";
import { joinPath } from "../../path";
import type { Kata } from "../kata";

/** What a new starter makes of one file of the learner's. */
export interface FileMerge {
  readonly path: string;
  /**
   * `add`: a new file; `take`: the learner left the old one as it was; `merge`: both changed different lines; `conflict`: both changed the same lines;
   * `keep`: the learner's stays as it is, since it cannot be merged (no text, or too long) or she removed it.
   */
  readonly what: "add" | "take" | "merge" | "conflict" | "keep";
  /** What the file would hold; with marks around what both changed, for a conflict. Undefined when it stays as it is. */
  readonly bytes?: Uint8Array;
  /** How many places both changed. */
  readonly conflicts: number;
}

/** Lines beyond which nothing is merged: no starter comes near it, and comparing takes the square of it. */
const longestText = 5000;

/**
 * What a changed starter would do to a learner's folder, without doing it. Files that the new starter leaves as they were are not named.
 * @param before the version that the folder was started on
 * @throws HumanError when a file of the folder is a link
 */
export async function planMerge(fs: WritableFileSystem, folder: KataFolder, before: Kata, after: Kata): Promise<readonly FileMerge[]> {
  const old = new Map((await starterFiles(fs, before)).map(({ path, bytes }) => [path, bytes]));
  const plan: FileMerge[] = [];
  for (const { path, bytes } of await starterFiles(fs, after)) {
    const mine = await readInside(fs, folder.path, path);
    if (!sameBytes(old.get(path), bytes) && !sameBytes(mine, bytes)) {
      plan.push(mergeFile(path, old.get(path), mine, bytes, after.pack.version));
    }
  }
  return plan;
}

/**
 * Does what was planned: keeps what is there first, then writes, and then, unless a conflict is left, the folder counts as started on the new version. Nothing else of
 * the learner's is touched.
 * @param withConflicts the person agreed to marks in her files where both sides changed the same lines; without it, those files stay as they are
 * @returns what was kept, to be restored; undefined when there was nothing to keep
 * @throws HumanError when it cannot be kept first: then nothing was changed
 */
export async function applyMerge(fs: WritableFileSystem, snapshots: Snapshots, folder: KataFolder, after: Kata, plan: readonly FileMerge[], withConflicts: boolean): Promise<Snapshot | undefined> {
  if (folder.marker.uuid !== after.manifest.uuid) {
    throw new HumanError("update.otherKata", `${folder.path} belongs to ${folder.marker.pack}/${folder.marker.id}, not to ${after.pack.name}/${after.id}.`, { folder: folder.path });
  }
  const writes = plan.filter(({ what }) => withConflicts || what !== "conflict").flatMap(({ path, bytes }) => (bytes === undefined ? [] : [{ path, bytes }]));
  const snapshot = writes.length === 0 ? undefined : await snapshots.take(after.manifest.uuid, folder.path, [...after.manifest.files, ...writes.map(({ path }) => path)], "update");
  for (const { path, bytes } of writes) {
    await fs.writeFile(joinPath(folder.path, path), bytes);
  }
  if (!withConflicts && plan.some(({ what }) => what === "conflict")) {
    // Not yet done: the folder stays at its version, so that the rest can be merged later.
    return snapshot;
  }
  const { seed } = folder.marker;
  const marker = { uuid: after.manifest.uuid, id: after.id, pack: after.pack.name, version: after.pack.version, digest: after.digest, ...(seed === undefined ? {} : { seed }) };
  await fs.writeFile(joinPath(folder.path, markerName), new TextEncoder().encode(markerText(marker)));
  return snapshot;
}

function mergeFile(path: string, old: Uint8Array | undefined, mine: Uint8Array | undefined, theirs: Uint8Array, version: string): FileMerge {
  if (mine === undefined) {
    return old === undefined ? { path, what: "add", bytes: theirs, conflicts: 0 } : { path, what: "keep", conflicts: 0 };
  }
  if (sameBytes(mine, old)) {
    return { path, what: "take", bytes: theirs, conflicts: 0 };
  }
  const texts = [old ?? new Uint8Array(), mine, theirs].map(linesOf);
  const [base, own, other] = texts;
  if (base === undefined || own === undefined || other === undefined || texts.some((lines) => (lines?.length ?? 0) > longestText)) {
    return { path, what: "keep", conflicts: 0 };
  }
  const end = own.find((line) => /[\r\n]$/.test(line))?.match(/\r\n|\r|\n$/)?.[0] ?? "\n";
  let conflicts = 0;
  const merged = diff3Merge(own, base, other, { excludeFalseConflicts: true }).flatMap((region): readonly string[] => {
    if (region.conflict === undefined) {
      return region.ok ?? [];
    }
    conflicts++;
    const closed = (lines: readonly string[]): readonly string[] => lines.map((line) => (/[\r\n]$/.test(line) ? line : `${line}${end}`));
    return [`<<<<<<< yours${end}`, ...closed(region.conflict.a), `=======${end}`, ...closed(region.conflict.b), `>>>>>>> starter of ${version}${end}`];
  });
  return { path, what: conflicts === 0 ? "merge" : "conflict", bytes: new TextEncoder().encode(merged.join("")), conflicts };
}

/** Lines with their ends, whatever these are: HL7 v2 has lone carriage returns. Undefined when the bytes are no UTF-8 text. */
function linesOf(bytes: Uint8Array): string[] | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\u0000") ? undefined : text.split(/(?<=\r\n|\n|\r(?!\n))/);
  } catch {
    return undefined;
  }
}
