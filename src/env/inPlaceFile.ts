import { open, readFile, realpath, stat, utimes } from "node:fs/promises";
import writeFileAtomic from "write-file-atomic";

/** Reads a file and puts other bytes into it without anybody who watches its time noticing. */
export interface InPlaceFile {
  /** Throws when the file is not there or cannot be read. */
  read(path: string): Promise<Uint8Array>;
  /**
   * Changes the bytes of a file that is there: same permissions, same time of last change (to the millisecond).
   * @param change gets the bytes, gives those to write; the same object when nothing is to be written
   * @returns whether anything was written
   */
  change(path: string, change: (bytes: Uint8Array) => Uint8Array): Promise<boolean>;
}

/** `InPlaceFile` over the file system of this machine. */
export const inPlaceFile: InPlaceFile = {
  read: (path) => readFile(path),

  async change(path, change) {
    const target = await realpath(path);
    const { mtime, atime } = await stat(target);
    const bytes = await readFile(target);
    const changed = change(bytes);
    if (changed === bytes) {
      return false;
    }
    if (changed.length < bytes.length) {
      // Never shorten a file that was just saved: the editor copies it into its local history at the same moment, and libuv's
      // copy (uv_fs_copyfile) waits for ever for the bytes that are gone. Whoever has the old file open keeps it whole this way.
      await writeFileAtomic(target, Buffer.from(changed));
    } else {
      await overwrite(target, changed);
    }
    // A quarter of a millisecond on top: the fraction that is lost between a double, the kernel and `stat` would else make it one earlier.
    await utimes(target, atime, (mtime.getTime() + 0.25) / 1000);
    return true;
  },
};

/** Writes into the same file, which at no moment is shorter than it was. */
async function overwrite(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "r+");
  try {
    let written = 0;
    while (written < bytes.length) {
      written += (await file.write(bytes, written, bytes.length - written, written)).bytesWritten;
    }
  } finally {
    await file.close();
  }
}
