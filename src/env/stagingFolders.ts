import { mkdirSync, mkdtempSync, realpathSync } from "node:fs";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { StagedFile } from "../core/checks/testRunner";
import { HumanError } from "../core/humanError";
import { isAlive } from "./alive";

const prefix = "health-it-katas-";
/** A folder whose owner seems to live is left alone for this long, in ms: its process id may have been given to another program. */
const longestRun = 24 * 60 * 60 * 1000;

/** A folder of one run's own, in which copies of its files lie. */
export interface StagingFolder {
  /** Absolute, with no link on the way. */
  readonly path: string;
  /**
   * Writes the files, as regular files.
   *
   * @throws HumanError when a path leads out of the folder or cannot be written on every system
   */
  write(files: readonly StagedFile[]): Promise<void>;
  /** Removes the folder with all that is in it. */
  remove(): Promise<void>;
}

/** Makes staging folders in the system's folder for temporary files, and removes those that killed programs left there. */
export class StagingFolders {
  private readonly base: string;

  constructor(
    base: string = tmpdir(),
    private readonly owner: number = process.pid,
  ) {
    mkdirSync(base, { recursive: true });
    this.base = realpathSync(base);
  }

  create(): StagingFolder {
    const path = mkdtempSync(join(this.base, `${prefix}${String(this.owner)}-`));
    return {
      path,
      write: (files) => writeAll(path, files),
      remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }),
    };
  }

  /** Removes folders whose owner is gone. Never throws: what cannot be removed is left for the next time. */
  async sweep(): Promise<void> {
    const names = await readdir(this.base).catch(() => []);
    for (const name of names) {
      const owner = /^health-it-katas-(\d+)-[^/]+$/.exec(name)?.[1];
      if (owner !== undefined && Number(owner) !== this.owner) {
        const path = join(this.base, name);
        if (!isAlive(Number(owner)) || (await ageOf(path)) > longestRun) {
          await rm(path, { recursive: true, force: true }).catch(() => undefined);
        }
      }
    }
  }
}

async function writeAll(folder: string, files: readonly StagedFile[]): Promise<void> {
  const folders = new Set<string>();
  for (const { path } of files) {
    if (!isSafe(path)) {
      throw new HumanError("runner.path", `A file of the kata has a name that cannot be used on every system: ${path}. Rename it.`, { path });
    }
    folders.add(dirname(join(folder, path)));
  }
  for (const parent of folders) {
    if (parent !== folder) {
      await mkdir(parent, { recursive: true });
    }
  }
  // `wx`: two names for one file, as on systems that do not tell upper from lower case, are an error and not a file that hides another.
  await Promise.all(files.map(({ path, bytes }) => writeFile(join(folder, path), bytes, { flag: "wx" })));
}

/** Relative, below the folder, with `/`, and free of what one of the systems would read as something else. */
function isSafe(path: string): boolean {
  const parts = path.split("/");
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return parts.every((part) => part !== "" && part !== "." && part !== ".." && !/[\\:*?"<>|\u0000-\u001f]/.test(part) && !/[ .]$/.test(part));
}

async function ageOf(path: string): Promise<number> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
}
