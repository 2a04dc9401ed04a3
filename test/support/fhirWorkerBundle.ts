import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { fhirModelFolder } from "./fhirModel";
import { lazyBundles, type WorkerBundle } from "./schemaWorkerBundle";

const root = resolve(__dirname, "../..");

/** Bundles `fhirWorker.js` with what it loads later as they ship, into a folder of their own. */
export async function bundleFhirWorker(): Promise<WorkerBundle> {
  const folder = await mkdtemp(join(tmpdir(), "hik-fhir-worker-"));
  await build({
    entryPoints: { fhirWorker: join(root, "src/env/fhirWorkerMain.ts"), fhirpath: join(root, "src/env/fhirpathMain.ts") },
    bundle: true, platform: "node", format: "cjs", target: "node20", supported: { "dynamic-import": false }, mainFields: ["module", "main"], minify: true,
    outdir: folder, plugins: [lazyBundles], logLevel: "silent",
  });
  for (const name of ["fhirModel.json", "fhirValueSets.json", "fhirProfiles.json"]) {
    await copyFile(join(fhirModelFolder(), name), join(folder, name));
  }
  return { path: join(folder, "fhirWorker.js"), remove: () => rm(folder, { recursive: true, force: true }) };
}
