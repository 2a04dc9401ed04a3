// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SaidError } from "./saidError.mjs";

/** The root of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** What is fetched once and kept between runs; git-ignored. */
export const cacheFolder = join(root, ".vscode-test");

/** Where pictures of the editor go: those of failed runs, and those UI tests take. */
export const screenshotFolder = join(cacheFolder, "screenshots");

/** @throws {SaidError} when the extension has not been built, which an editor would only say in its log */
export function requireBuild() {
  if (!existsSync(join(root, "dist", "extension.js"))) throw new SaidError("The extension has not been built. Run npm run build, then this again.");
}
