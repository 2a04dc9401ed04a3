// `npm test`: builds, then unit tests, the gate over the bundled packs, integration tests in real editors and UI tests in a real browser.
// Every stage runs even when an earlier one failed; the last line counts them all: "N passed, N failed".
import { spawn } from "node:child_process";
import { join, dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");


/** Runs a program in the repository's root, its output shown as it comes unless `quiet`; resolves with exit code and output. */
function run(args, quiet) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      if (!quiet) {
        process.stdout.write(chunk);
      }
    });
    child.on("close", (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
}

/** Counts from the plain line "N passed, N failed". */
function countsOfPlainLine(output) {
  const line = output.trimEnd().split("\n").findLast((text) => /^\d+ passed, \d+ failed/.test(text.trim()));
  const match = line?.trim().match(/^(\d+) passed, (\d+) failed/);
  return match ? { passed: Number(match[1]), failed: Number(match[2]) } : undefined;
}

/** Counts from mocha's closing lines. */
function countsOfMocha(output) {
  const passing = output.match(/^\s+(\d+) passing/m);
  const failing = output.match(/^\s+(\d+) failing/m);
  return passing || failing ? { passed: Number(passing?.[1] ?? 0), failed: Number(failing?.[1] ?? 0) } : undefined;
}

/** Counts from the JSON of `verify`, a kata being one, and says in a line each what became of them. */
function countsOfVerify(output) {
  const { katas, packs } = JSON.parse(output);
  for (const { id, name, ok, problems } of [...katas, ...packs]) {
    console.log(`${ok ? "sound " : "closed"}  ${id ?? name}`);
    for (const { file, message } of problems) {
      console.log(`        ${file}: ${message}`);
    }
  }
  return { passed: katas.filter((kata) => kata.ok).length, failed: katas.filter((kata) => !kata.ok).length };
}

const stages = [
  { name: "build", args: ["esbuild.js"], counts: () => ({ passed: 0, failed: 0 }) },
  { name: "third-party notices", args: ["scripts/notices.mjs", "--check"], counts: (output) => (output.includes("is up to date") ? { passed: 1, failed: 0 } : undefined) },
  { name: "unit tests", args: ["node_modules/mocha/bin/mocha.js", "--reporter", "dot", "test/unit/**/*.test.ts"], counts: countsOfMocha },
  { name: "gate over the bundled packs", quiet: true, args: ["dist/cli.js", "verify", "--json", "katas"], counts: countsOfVerify },
  { name: "integration tests", args: ["scripts/integration.mjs", "--editor", "all"], counts: countsOfPlainLine },
  { name: "UI tests", args: ["scripts/ui.mjs"], counts: countsOfPlainLine },
];

let passed = 0;
let failed = 0;
const lines = [];
for (const stage of stages) {
  console.log(`\n== ${stage.name}`);
  const started = Date.now();
  const result = await run(stage.args, stage.quiet === true);
  let counts;
  try {
    counts = stage.counts(result.output);
  } catch {
    counts = undefined;
  }
  counts ??= { passed: 0, failed: 1 };
  if (result.code !== 0 && counts.failed === 0) {
    counts = { ...counts, failed: 1 };
  }
  passed += counts.passed;
  failed += counts.failed;
  lines.push(`${stage.name}: ${counts.passed} passed, ${counts.failed} failed (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  if (stage.name === "build" && result.code !== 0) {
    break;
  }
}
console.log(`\n${lines.join("\n")}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
