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

/** The bundles that the worker loads on first use, by the name of their source. */
const lazy: Readonly<Record<string, string>> = { fhirpathMain: "./fhirpath.js", hl7v2DictionaryMain: "./hl7v2Dictionary.js" };

/** What esbuild.js does for `import("./fhirpathMain")` and the like: the bundle beside it is required on first use. */
export const lazyBundles: Plugin = {
  name: "lazy",
  setup(builder) {
    builder.onResolve({ filter: /\/(?:fhirpathMain|hl7v2DictionaryMain)$/ }, ({ kind, path }) => (kind === "dynamic-import" ? { path: lazy[path.slice(path.lastIndexOf("/") + 1)] ?? path, external: true } : undefined));
  },
};

/** Bundles `schemaWorker.js`, `fhirpath.js` and `hl7v2Dictionary.js` as they ship. */
export async function bundleSchemaWorker(): Promise<WorkerBundle> {
  const folder = await mkdtemp(join(tmpdir(), "hik-schema-worker-"));
  await build({
    entryPoints: { schemaWorker: join(root, "src/env/schemaWorkerMain.ts"), fhirpath: join(root, "src/env/fhirpathMain.ts"), hl7v2Dictionary: join(root, "src/env/hl7v2DictionaryMain.ts") },
    bundle: true, platform: "node", format: "cjs", target: "node20", supported: { "dynamic-import": false }, mainFields: ["module", "main"], minify: true,
    outdir: folder, plugins: [lazyBundles], logLevel: "silent",
  });
  return { path: join(folder, "schemaWorker.js"), remove: () => rm(folder, { recursive: true, force: true }) };
}
