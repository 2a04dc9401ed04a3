// @ts-check
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** What is fetched once and kept between runs; git-ignored. */
export const cacheFolder = join(root, ".vscode-test");

/** Where pictures of the editor go: those of failed runs, and those UI tests take. */
export const screenshotFolder = join(cacheFolder, "screenshots");
