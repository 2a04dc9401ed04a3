import { randomBytes } from "node:crypto";
import { lstat, mkdir, open, readFile, readdir, realpath, rename, rm, unlink } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import type { FileEntry, FileKind, FileStat, WritableFileSystem } from "../core/fileSystem";
import { parentOf } from "../core/path";

interface Kinds {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function kindOf(kinds: Kinds): FileKind {
  if (kinds.isSymbolicLink()) {
    return "link";
  }
  if (kinds.isFile()) {
    return "file";
  }
  return kinds.isDirectory() ? "directory" : "other";
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && codes.includes(error.code);
}

/** How often, and how many ms apart, a rename is tried again that another program (a virus scanner, a sync client) holds up on Windows. */
const renamePauses: readonly number[] = [10, 20, 50, 100, 200, 400];

/**
 * The files of this machine. Paths are absolute with `/` on every system (`C:/Users/…` on Windows).
 * Errors are those of Node, with their `code`.
 */
export class NodeFileSystem implements WritableFileSystem {
  async readFile(path: string): Promise<Uint8Array> {
    return await readFile(path);
  }

  async list(folder: string): Promise<readonly FileEntry[]> {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }

  async stat(path: string): Promise<FileStat | undefined> {
    try {
      const found = await lstat(path);
      return { kind: kindOf(found), size: found.size, modifiedMs: found.mtimeMs };
    } catch (error) {
      if (hasCode(error, "ENOENT", "ENOTDIR")) {
        return undefined;
      }
      throw error;
    }
  }

  /** A link is written through, so that a file kept elsewhere stays where it is; permissions of a file that is replaced are kept. */
  async writeFile(path: string, bytes: Uint8Array): Promise<void> {
    await mkdir(parentOf(path), { recursive: true });
    const target = await this.throughLink(path);
    const mode = await this.modeOf(target);
    const temporary = `${target}.${randomBytes(6).toString("hex")}.tmp`;
    try {
      const handle = await open(temporary, "wx");
      try {
        if (mode !== undefined) {
          await handle.chmod(mode);
        }
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await this.rename(temporary, target);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
  }

  async makeFolder(path: string): Promise<void> {
    await mkdir(path, { recursive: true });
  }

  async rename(from: string, to: string): Promise<void> {
    for (const pause of renamePauses) {
      try {
        await rename(from, to);
        return;
      } catch (error) {
        if (process.platform !== "win32" || !hasCode(error, "EPERM", "EACCES", "EBUSY")) {
          throw error;
        }
        await delay(pause);
      }
    }
    await rename(from, to);
  }

  async remove(path: string): Promise<void> {
    await rm(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
  }

  private async throughLink(path: string): Promise<string> {
    try {
      return (await lstat(path)).isSymbolicLink() ? await realpath(path) : path;
    } catch (error) {
      if (hasCode(error, "ENOENT")) {
        return path;
      }
      throw error;
    }
  }

  private async modeOf(path: string): Promise<number | undefined> {
    try {
      return (await lstat(path)).mode & 0o777;
    } catch (error) {
      if (hasCode(error, "ENOENT")) {
        return undefined;
      }
      throw error;
    }
  }
}

/** A path of this system in the notation of core: `/` between the parts. */
export function fromNativePath(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}
