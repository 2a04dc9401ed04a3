export type FileKind = "file" | "directory" | "link" | "other";

export interface FileEntry {
  readonly name: string;
  readonly kind: FileKind;
}

export interface FileStat {
  readonly kind: FileKind;
  /** Bytes. */
  readonly size: number;
  readonly modifiedMs: number;
}

/** The files core may see. Paths are absolute and use `/`. Links are reported, never followed, by `stat` and `list`. */
export interface FileSystem {
  /** Throws when the file is not there or cannot be read. */
  readFile(path: string): Promise<Uint8Array>;
  /** Entries in the order of their names (code unit order); throws when the folder is not there. */
  list(folder: string): Promise<readonly FileEntry[]>;
  /** `undefined` when nothing is there. */
  stat(path: string): Promise<FileStat | undefined>;
}

/** Files core may change. A write is whole or not at all: into a temporary file beside, then renamed into place. Folders on the way are made. */
export interface WritableFileSystem extends FileSystem {
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  makeFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file, or a folder with all that is in it; nothing there is no error. */
  remove(path: string): Promise<void>;
}
