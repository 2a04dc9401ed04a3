// @ts-check
// Compiles test/integration to out/test/integration, each test file a bundle of its own: `node scripts/buildTests.mjs`.
import { readdir, rm } from "node:fs/promises";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { root } from "./lib/paths.mjs";
import { describeError } from "./lib/saidError.mjs";

const from = join(root, "test", "integration");

/** Where the compiled tests are. */
export const compiledTests = join(root, "out", "test", "integration");

/** Compiles the tests that run inside the editor, and the module that runs them. */
export async function buildTests() {
  const files = await readdir(from, { recursive: true });
  const tests = files.filter((file) => file.endsWith(".test.ts")).map((file) => file.split(sep).join("/"));
  await rm(compiledTests, { recursive: true, force: true });
  await build({
    entryPoints: [join(from, "index.ts"), ...tests.map((file) => join(from, file))],
    outbase: from,
    outdir: compiledTests,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    sourcemap: "inline",
    external: ["vscode", "mocha"],
    logLevel: "warning",
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  buildTests().catch((error) => {
    console.error(describeError(error));
    process.exitCode = 1;
  });
}
