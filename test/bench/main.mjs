// npm run bench [-- --rounds n] [--corpus <folder>] [--only <part>]… [--json] [--no-build]
// Builds what ships, bundles the measuring program as the product itself is bundled, and runs it. Prints, never asserts: exit code 1 only when something could not be measured.
// @ts-check
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
const out = join(root, "out", "bench");
const args = process.argv.slice(2);

if (!args.includes("--no-build")) {
  const built = spawnSync(process.execPath, ["esbuild.js", "--production"], { cwd: root, stdio: ["ignore", 2, 2] });
  if (built.status !== 0) {
    process.exit(built.status ?? 1);
  }
}
mkdirSync(out, { recursive: true });
await build({
  entryPoints: ["main.ts", "activationChild.ts", "peerTesting.ts", "spawnCounter.ts"].map((name) => join(here, name)),
  outdir: out,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  mainFields: ["module", "main"],
  minify: true,
  logLevel: "warning",
});
const measured = spawnSync(process.execPath, [join(out, "main.js"), root, ...args.filter((arg) => arg !== "--no-build")], { stdio: "inherit" });
process.exit(measured.status ?? 1);
