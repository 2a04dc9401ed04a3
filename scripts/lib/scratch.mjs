// @ts-check
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @type {Set<string>} */
const open = new Set();

/**
 * Makes a temporary folder. It goes with `removeScratch`, and at the latest when this process ends, also by Ctrl-C.
 * @param {string} prefix short: the editor puts sockets below it, whose paths may have about a hundred characters
 * @returns {Promise<string>}
 */
export async function makeScratch(prefix) {
  if (open.size === 0) cleanUpAtTheEnd();
  const folder = await mkdtemp(join(tmpdir(), prefix));
  open.add(folder);
  return folder;
}

/** @param {string} folder */
export async function removeScratch(folder) {
  open.delete(folder);
  // Processes that are just ending may still write into it.
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

let watching = false;

function cleanUpAtTheEnd() {
  if (watching) return;
  watching = true;
  process.once("exit", () => {
    for (const folder of open) rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
  });
  for (const [signal, number] of /** @type {const} */ ([["SIGINT", 2], ["SIGTERM", 15], ["SIGHUP", 1]])) {
    process.once(signal, () => process.exit(128 + number));
  }
}
