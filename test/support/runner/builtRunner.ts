import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const root = resolve(__dirname, "../../..");
let built: Promise<string> | undefined;

/** Path of the child's program, bundled as esbuild.js bundles it, in a folder that holds nothing else. Built once for each process. */
export function builtRunner(): Promise<string> {
  return (built ??= buildRunner());
}

async function buildRunner(): Promise<string> {
  const folder = join(root, "out", `test-runner-${String(process.pid)}`);
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: { runner: join(root, "src/runner/main.ts"), runnerStart: join(root, "src/runner/start.ts") },
    alias: { debug: join(root, "src/runner/quietDebug.ts") },
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    supported: { "dynamic-import": false },
    mainFields: ["module", "main"],
    legalComments: "none",
    outdir: folder,
    logLevel: "error",
  });
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "runner.js");
}
