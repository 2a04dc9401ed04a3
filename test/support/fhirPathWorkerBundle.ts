import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { lazyBundles, type WorkerBundle } from "./schemaWorkerBundle";

const root = resolve(__dirname, "../..");

/** Bundles `fhirPathWorker.js` and `fhirpath.js` as they ship, into a folder of their own. */
export async function bundleFhirPathWorker(): Promise<WorkerBundle> {
  const folder = await mkdtemp(join(tmpdir(), "hik-fhirpath-worker-"));
  await build({
    entryPoints: { fhirPathWorker: join(root, "src/env/fhirPathWorkerMain.ts"), fhirpath: join(root, "src/env/fhirpathMain.ts") },
    bundle: true, platform: "node", format: "cjs", target: "node20", supported: { "dynamic-import": false }, mainFields: ["module", "main"], minify: true,
    outdir: folder, plugins: [lazyBundles], logLevel: "silent",
  });
  return { path: join(folder, "fhirPathWorker.js"), remove: () => rm(folder, { recursive: true, force: true }) };
}
