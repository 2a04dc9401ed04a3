// @ts-check
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { listFiles, PackageManager } from "@vscode/vsce";
import { requireBuild, root } from "./paths.mjs";
import { makeScratch } from "./scratch.mjs";

/**
 * Copies the built extension into a temporary folder: exactly the files that a package of it would have, so that tests fail when
 * one is missing there, and so that a build that begins meanwhile does not pull the extension from under them.
 * @returns {Promise<string>} the folder, which goes when this process ends
 */
export async function copyExtension() {
  requireBuild();
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const folder = await makeScratch("hik-ext-");
  for (const file of files) {
    const target = join(folder, file);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(root, file), target);
  }
  return folder;
}
