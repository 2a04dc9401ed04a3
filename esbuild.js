// Builds everything that ships, prints each bundle's size and fails when one outgrows its cap.
//   node esbuild.js                development build, with source maps
//   node esbuild.js --production   minified, as packaged
//   node esbuild.js --watch        rebuilds on change
"use strict";

const { cpSync, existsSync, mkdirSync, readdirSync, copyFileSync, rmSync, writeFileSync, chmodSync } = require("node:fs");
const { join, resolve, basename } = require("node:path");
const esbuild = require("esbuild");
const { fhirModelFolder, modelFiles } = require("./scripts/lib/fhirModel.js");

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");
const dist = join(__dirname, "dist");

/** Oldest Node that any bundle meets: the extension host of the oldest editor in `engines.vscode`. */
const nodeTarget = "node20";

/**
 * Modules that become bundles of their own and are loaded on first use. A dynamic `import()` or a `require()` of one of them stays a `require` of its bundle;
 * a static import pulls the whole into the importing bundle.
 */
const lazyModules = new Map([
  [resolve(__dirname, "src/core/checks/sentences.ts"), "./sentences.js"],
  [resolve(__dirname, "src/editor/onFirstUse.ts"), "./services.js"],
  [resolve(__dirname, "src/env/fhirpathMain.ts"), "./fhirpath.js"],
  [resolve(__dirname, "src/env/hl7v2DictionaryMain.ts"), "./hl7v2Dictionary.js"],
  [resolve(__dirname, "src/runner/script.ts"), "./script.js"],
  [resolve(__dirname, "src/env/distribution/main.ts"), "./distribution.js"],
  [resolve(__dirname, "src/editor/hl7v2/main.ts"), "./hl7v2Language.js"],
  [resolve(__dirname, "src/editor/fhir/main.ts"), "./fhirLanguage.js"],
  [resolve(__dirname, "src/editor/compare/main.ts"), "./compare.js"],
  [resolve(__dirname, "src/editor/packs/main.ts"), "./packManagement.js"],
  [resolve(__dirname, "src/editor/lead/main.ts"), "./lead.js"],
]);

const lazyPlugin = {
  name: "lazy-bundles",
  setup(build) {
    const entries = new Set(Object.values(build.initialOptions.entryPoints).map((entry) => resolve(__dirname, entry)));
    build.onResolve({ filter: /^\.{1,2}\// }, (args) => {
      const path = resolve(args.resolveDir, args.path);
      const bundle = lazyModules.get(`${path}.ts`) ?? lazyModules.get(path);
      if (bundle === undefined || args.kind === "entry-point" || entries.has(`${path}.ts`)) {
        return undefined;
      }
      if (args.kind === "dynamic-import" || args.kind === "require-call") {
        return { path: bundle, external: true };
      }
      return undefined;
    });
  },
};

const node = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: nodeTarget,
  supported: { "dynamic-import": false },
  mainFields: ["module", "main"],
  legalComments: "none",
  minify: production,
  sourcemap: production ? false : "linked",
  metafile: true,
  logLevel: "warning",
  outdir: dist,
  plugins: [lazyPlugin],
};

const browser = {
  bundle: true,
  platform: "browser",
  format: "iife",
  target: "es2022",
  legalComments: "none",
  minify: production,
  sourcemap: production ? false : "linked",
  metafile: true,
  logLevel: "warning",
  outdir: join(dist, "webviews"),
};

/** Entries of one webview each: `src/webviews/<name>/main.ts`, with the style sheet beside it. */
function webviewEntries() {
  const folder = join(__dirname, "src/webviews");
  const entries = {};
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    for (const file of ["main.ts", "style.css"]) {
      if (existsSync(join(folder, name, file))) {
        entries[name + (file.endsWith(".css") ? ".style" : "")] = `src/webviews/${name}/${file}`;
      }
    }
  }
  return entries;
}

/** Its other build asks for the address of its own module, which a bundle of CommonJS has not. */
const tinyglobby = resolve(__dirname, "node_modules/tinyglobby/dist/index.cjs");

/** fhirpath.js brings a copy of ucum-lhc, of an older version, within its module build: with its CommonJS build both use ours, which saves 270 kB. */
const oneUcum = {
  fhirpath: require.resolve("fhirpath"),
  "fhirpath/fhir-context/r4": require.resolve("fhirpath/fhir-context/r4"),
  "@lhncbc/ucum-lhc": require.resolve("@lhncbc/ucum-lhc"),
};

/** The command line never lists `vscode` as external, so an import of it below `src/core`, `src/env` or `src/cli` breaks the build. */
const targets = [
  { options: { ...node, entryPoints: { extension: "src/extension.ts" }, external: ["vscode"] } },
  { options: { ...node, entryPoints: { services: "src/editor/onFirstUse.ts" } } },
  { options: { ...node, entryPoints: { hl7v2Language: "src/editor/hl7v2/main.ts" }, external: ["vscode"] } },
  { options: { ...node, entryPoints: { fhirLanguage: "src/editor/fhir/main.ts" }, external: ["vscode"] } },
  { options: { ...node, entryPoints: { cli: "src/cli/main.ts" }, banner: { js: "#!/usr/bin/env node" }, alias: { tinyglobby } } },
  { options: { ...node, entryPoints: { runner: "src/runner/main.ts" }, alias: { debug: resolve(__dirname, "src/runner/quietDebug.ts") } } },
  { options: { ...node, entryPoints: { runnerStart: "src/runner/start.ts" } } },
  { options: { ...node, entryPoints: { compare: "src/editor/compare/main.ts" }, external: ["vscode"] } },
  { options: { ...node, entryPoints: { packManagement: "src/editor/packs/main.ts" }, external: ["vscode"] } },
  { options: { ...node, entryPoints: { lead: "src/editor/lead/main.ts" }, external: ["vscode"] } },
  { options: { ...node, entryPoints: { diffWorker: "src/env/diffWorkerMain.ts" } } },
  { options: { ...node, entryPoints: { schemaWorker: "src/env/schemaWorkerMain.ts" } } },
  { options: { ...node, entryPoints: { fhirWorker: "src/env/fhirWorkerMain.ts" } } },
  { options: { ...node, entryPoints: { hl7v2Dictionary: "src/env/hl7v2DictionaryMain.ts" } } },
  { options: { ...node, entryPoints: { fhirPathWorker: "src/env/fhirPathWorkerMain.ts" } } },
  { options: { ...node, entryPoints: { fhirpath: "src/env/fhirpathMain.ts" }, alias: oneUcum } },
  { options: { ...node, entryPoints: { sentences: "src/core/checks/sentences.ts" } } },
  { options: { ...node, entryPoints: { distribution: "src/env/distribution/main.ts" } } },
  { options: { ...node, entryPoints: { script: "src/runner/script.ts" } } },
  { options: { ...browser, entryPoints: webviewEntries() } },
];

/** Caps in kB (1,000 bytes) of the production bundles. A cap that is reached is a question to the author of the change, not a nuisance. */
const caps = {
  "extension.js": 150,
  "services.js": 510,
  "hl7v2Dictionary.js": 400,
  "hl7v2Language.js": 250,
  "fhirLanguage.js": 300,
  "cli.js": 700,
  "runner.js": 1400,
  "schemaWorker.js": 500,
  "compare.js": 60,
  "packManagement.js": 230,
  "lead.js": 80,
  "diffWorker.js": 120,
  "fhirWorker.js": 250,
  "sentences.js": 100,
  "script.js": 320,
  "distribution.js": 400,
  "fhirpath.js": 1500,
  "fhirPathWorker.js": 40,
  "webviews/brief.js": 60,
};

function copySchemas() {
  const out = join(dist, "schemas");
  mkdirSync(out, { recursive: true });
  for (const folder of ["src/core/packs", "src/core/checks"]) {
    for (const file of readdirSync(join(__dirname, folder)).filter((name) => name.endsWith(".schema.json"))) {
      copyFileSync(join(__dirname, folder, file), join(out, file));
    }
  }
}

/** What the product knows of FHIR R4, beside the bundles that read it. */
function copyFhirModel() {
  const folder = fhirModelFolder();
  for (const name of Object.values(modelFiles)) {
    copyFileSync(join(folder, name), join(dist, name));
  }
}

/** Types of Node's globals for learners' `.ts` files; the folders for older compilers stay out. */
function copyTypes() {
  const out = join(dist, "types");
  for (const [from, to] of [["@types/node", "@types/node"], ["undici-types", "undici-types"]]) {
    cpSync(join(__dirname, "node_modules", from), join(out, to), {
      recursive: true,
      filter: (source) => !/[\\/](ts5\.\d|README\.md)$/.test(source),
    });
  }
}

function reportSizes(results) {
  const tooBig = [];
  for (const { metafile } of results) {
    for (const [path, output] of Object.entries(metafile.outputs)) {
      if (path.endsWith(".map")) {
        continue;
      }
      const name = path.replace(/^dist\//, "");
      const size = output.bytes / 1000;
      const cap = caps[name];
      console.log(`${size.toFixed(1).padStart(9)} kB  ${name}${cap === undefined ? "" : `  (cap ${cap} kB)`}`);
      if (production && cap !== undefined && size > cap) {
        tooBig.push(`${name} is ${size.toFixed(1)} kB, its cap is ${cap} kB.`);
      }
    }
  }
  if (tooBig.length > 0) {
    console.error(`${tooBig.join("\n")}\nWhat each bundle is made of stands in dist/meta-*.json after a development build; esbuild's "Bundle Size Analyzer" page draws it.`);
    process.exitCode = 1;
  }
}

async function main() {
  if (production) {
    rmSync(dist, { recursive: true, force: true });
  }
  mkdirSync(dist, { recursive: true });
  const present = targets.filter(({ options }) => Object.keys(options.entryPoints).length > 0);
  if (watch) {
    for (const { options } of present) {
      await (await esbuild.context(options)).watch();
    }
    copySchemas();
    copyTypes();
    copyFhirModel();
    console.log("Watching src for changes.");
    return;
  }
  const results = await Promise.all(present.map(({ options }) => esbuild.build(options)));
  copySchemas();
  copyTypes();
  copyFhirModel();
  if (existsSync(join(dist, "cli.js"))) {
    chmodSync(join(dist, "cli.js"), 0o755);
  }
  results.forEach((result, index) => {
    const name = basename(Object.keys(present[index].options.entryPoints)[0]);
    if (!production) {
      writeFileSync(join(dist, `meta-${name}.json`), JSON.stringify(result.metafile));
    }
  });
  reportSizes(results);
}

main().catch((error) => {
  console.error(error.message ?? error);
  process.exitCode = 1;
});
