import type { FileSystem, WritableFileSystem } from "../../fileSystem";
import schema from "../lock.schema.json";
import { lockFileName } from "./lockFileName";
import { RecordSchema } from "../recordSchema";

/** One pack in the lock file. */
export interface LockedPack {
  readonly version: string;
  /** As `formatSource` writes it; paths are relative to the lock file's folder. */
  readonly source: string;
  readonly integrity: string;
  /** Id of the key that signed the catalogue it came from. */
  readonly key?: string;
}

/** Packs by name. */
export type LockedPacks = Readonly<Record<string, LockedPack>>;

const records = new RecordSchema<{ readonly lockVersion: 1; readonly packs: LockedPacks }>(
  schema, lockFileName, "lock.broken", "Mend it, take it back from version control, or remove it and install again.",
);

/**
 * Reads a lock file; undefined when there is none.
 * @throws HumanError `lock.broken`
 */
export async function readLock(files: FileSystem, path: string): Promise<LockedPacks | undefined> {
  if ((await files.stat(path)) === undefined) {
    return undefined;
  }
  return records.parse(new TextDecoder().decode(await files.readFile(path)), path).packs;
}

/** Writes a lock file: sorted, so that the same packs give the same bytes. Returns whether anything changed. */
export async function writeLock(files: WritableFileSystem, path: string, packs: LockedPacks): Promise<boolean> {
  const sorted = Object.entries(packs).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { version, source, integrity, key }]) => [name, { version, source, integrity, ...(key === undefined ? {} : { key }) }]);
  const text = `${JSON.stringify({ lockVersion: 1, packs: Object.fromEntries(sorted) as LockedPacks }, null, 2)}\n`;
  const before = (await files.stat(path))?.kind === "file" ? new TextDecoder().decode(await files.readFile(path)) : undefined;
  if (before === text) {
    return false;
  }
  await files.writeFile(path, new TextEncoder().encode(text));
  return true;
}
