// @ts-check
// Gathers every text the extension shows, from its sources: `node scripts/l10n.mjs` writes l10n/bundle.l10n.json and the pseudo-locale
// (qps-ploc) of it and of package.nls.json. With `--check` it writes nothing and says what is not up to date, or not translated at all.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./lib/paths.mjs";
import { collectTexts, pseudo } from "./lib/l10nTexts.mjs";

const check = process.argv.includes("--check");
const { editor, core, unresolved, untranslated } = await collectTexts(root);

const all = [...new Set([...editor, ...[...core.values()].flatMap((texts) => [...texts])])].sort();
const nls = /** @type {Record<string, string>} */ (JSON.parse(await readFile(join(root, "package.nls.json"), "utf8")));

const files = {
  "l10n/bundle.l10n.json": json(Object.fromEntries(all.map((text) => [text, text]))),
  "l10n/bundle.l10n.qps-ploc.json": json(Object.fromEntries(all.map((text) => [text, pseudo(text)]))),
  "package.nls.qps-ploc.json": json(Object.fromEntries(Object.entries(nls).map(([key, text]) => [key, pseudo(text)]))),
};

const stale = [];
for (const [name, content] of Object.entries(files)) {
  const path = join(root, name);
  const present = await readFile(path, "utf8").catch(() => "");
  if (present !== content) {
    if (check) stale.push(name);
    else await writeFile(path, content);
  }
}
for (const name of stale) console.error(`${name} is not up to date. Run node scripts/l10n.mjs and commit what it writes.`);
for (const place of untranslated) console.error(`${place} is shown without vscode.l10n.t.`);
console.log(`${String(all.length)} texts; ${String(unresolved.length)} codes keep their English sentence: ${unresolved.join(", ")}`);
process.exitCode = stale.length + untranslated.length > 0 ? 1 : 0;

/** @param {unknown} value */
function json(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
