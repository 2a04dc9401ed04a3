import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build, type Plugin } from "esbuild";

/** The worker's bundles, built into a folder of their own. */
export interface WorkerBundle {
  readonly path: string;
  remove(): Promise<void>;
}

const root = resolve(__dirname, "../..");

/** What esbuild.js does for `import("./fhirpathMain")`: the bundle beside it is required on first use. */
export const lazyBundles: Plugin = {
  name: "lazy",
  setup(builder) {
    builder.onResolve({ filter: /\/fhirpathMain$/ }, ({ kind }) => (kind === "dynamic-import" ? { path: "./fhirpath.js", external: true } : undefined));
  },
};

/** Bundles `schemaWorker.js` and `fhirpath.js` as they ship. */
export async function bundleSchemaWorker(): Promise<WorkerBundle> {
  const folder = await mkdtemp(join(tmpdir(), "hik-schema-worker-"));
  await build({
    entryPoints: { schemaWorker: join(root, "src/env/schemaWorkerMain.ts"), fhirpath: join(root, "src/env/fhirpathMain.ts") },
    bundle: true, platform: "node", format: "cjs", target: "node20", supported: { "dynamic-import": false }, mainFields: ["module", "main"], minify: true,
    outdir: folder, plugins: [lazyBundles], logLevel: "silent",
  });
  return { path: join(folder, "schemaWorker.js"), remove: () => rm(folder, { recursive: true, force: true }) };
}
