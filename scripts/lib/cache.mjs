// @ts-check
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import lockfile from "proper-lockfile";
import { cacheFolder } from "./paths.mjs";
import { SaidError } from "./saidError.mjs";

const oneDay = 24 * 60 * 60 * 1000;

/**
 * Gives a folder that is made once and kept. Two processes that want it at the same time wait for each other; the folder
 * appears under its name only when it is complete, so a run that was cut off leaves nothing half made behind.
 * @param {string} name the folder's name in the cache; put every version that matters into it
 * @param {(folder: string) => Promise<void>} make fills an empty folder; tried twice before its error is passed on
 * @param {string} [base] the cache, `.vscode-test/` of this repository if not given
 * @returns {Promise<string>} the folder's absolute path
 * @throws {SaidError} when the lock cannot be had within ten minutes, and whatever `make` throws the second time
 */
export async function cached(name, make, base = cacheFolder) {
  const folder = join(base, name);
  if (existsSync(folder)) return folder;
  await mkdir(base, { recursive: true });
  const release = await lock(folder, name);
  try {
    if (!existsSync(folder)) {
      await removeLeftovers(base);
      await makeTwice(folder, make);
    }
  } finally {
    await release();
  }
  return folder;
}

/**
 * @param {string} folder
 * @param {string} name
 */
async function lock(folder, name) {
  try {
    return await lockfile.lock(folder, {
      realpath: false,
      lockfilePath: `${folder}.lock`,
      stale: 30_000,
      retries: { retries: 600, factor: 1, minTimeout: 1000 },
    });
  } catch (error) {
    throw new SaidError(
      `Another process has been making ${name} for ten minutes. If none is running, delete ${folder}.lock and run the command again.`,
      { cause: error },
    );
  }
}

/**
 * @param {string} folder
 * @param {(folder: string) => Promise<void>} make
 */
async function makeTwice(folder, make) {
  try {
    await makeOnce(folder, make);
  } catch {
    await makeOnce(folder, make);
  }
}

/**
 * @param {string} folder
 * @param {(folder: string) => Promise<void>} make
 */
async function makeOnce(folder, make) {
  const partial = `${folder}.partial-${randomBytes(4).toString("hex")}`;
  try {
    await mkdir(partial, { recursive: true });
    await make(partial);
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Removes what killed runs left half made. A day old, so that no other process can still be filling it.
 * @param {string} base
 */
async function removeLeftovers(base) {
  for (const entry of await readdir(base)) {
    if (!entry.includes(".partial-")) continue;
    const path = join(base, entry);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > oneDay) await rm(path, { recursive: true, force: true });
  }
}
