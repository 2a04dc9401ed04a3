import type { FileEntry, FileStat, FileSystem } from "../../fileSystem";
import type { PackFiles } from "./archive";

/** The files of an archive as a file system, so that a pack is read and judged before any of it lies on a disk. */
export class PackFilesSystem implements FileSystem {
  private readonly byPath: ReadonlyMap<string, Uint8Array>;
  private readonly folders = new Map<string, Map<string, FileEntry>>();

  /** @param root absolute path under which the pack appears */
  constructor(files: PackFiles, readonly root = "/pack") {
    this.byPath = new Map([...files].map(([path, bytes]) => [`${root}/${path}`, bytes]));
    this.folders.set(root, new Map());
    for (const path of files.keys()) {
      const parts = path.split("/");
      for (const [index, name] of parts.entries()) {
        const folder = [root, ...parts.slice(0, index)].join("/");
        const entries = this.folders.get(folder) ?? new Map<string, FileEntry>();
        this.folders.set(folder, entries);
        entries.set(name, { name, kind: index === parts.length - 1 ? "file" : "directory" });
      }
    }
  }

  async readFile(path: string): Promise<Uint8Array> {
    const bytes = this.byPath.get(path);
    if (bytes === undefined) {
      throw new Error(`There is no file ${path} in the archive.`);
    }
    return bytes;
  }

  async list(folder: string): Promise<readonly FileEntry[]> {
    const entries = this.folders.get(folder);
    if (entries === undefined) {
      throw new Error(`There is no folder ${folder} in the archive.`);
    }
    return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async stat(path: string): Promise<FileStat | undefined> {
    const bytes = this.byPath.get(path);
    if (bytes !== undefined) {
      return { kind: "file", size: bytes.length, modifiedMs: 0 };
    }
    return this.folders.has(path) ? { kind: "directory", size: 0, modifiedMs: 0 } : undefined;
  }
}
