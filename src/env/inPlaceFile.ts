import { open, readFile } from "node:fs/promises";

/** Reads a file and puts other bytes into it without anybody who watches its time noticing. */
export interface InPlaceFile {
  /** Throws when the file is not there or cannot be read. */
  read(path: string): Promise<Uint8Array>;
  /**
   * Changes the bytes of a file that is there: same file, same permissions, same time of last change (to the millisecond).
   * @param change gets the bytes, gives those to write; the same object when nothing is to be written
   * @returns whether anything was written
   */
  change(path: string, change: (bytes: Uint8Array) => Uint8Array): Promise<boolean>;
}

/** `InPlaceFile` over the file system of this machine. */
export const inPlaceFile: InPlaceFile = {
  read: (path) => readFile(path),

  async change(path, change) {
    const file = await open(path, "r+");
    try {
      const { mtime, atime } = await file.stat();
      const bytes = await file.readFile();
      const changed = change(bytes);
      if (changed === bytes) {
        return false;
      }
      // In place and longest first: at no moment is the file shorter than both of its versions.
      let written = 0;
      while (written < changed.length) {
        written += (await file.write(changed, written, changed.length - written, written)).bytesWritten;
      }
      await file.truncate(changed.length);
      // A quarter of a millisecond on top: the fraction that is lost between a double, the kernel and `stat` would else make it one earlier.
      await file.utimes(atime, (mtime.getTime() + 0.25) / 1000);
      return true;
    } finally {
      await file.close();
    }
  },
};
