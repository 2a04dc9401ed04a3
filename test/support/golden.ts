import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(__dirname, "../fixtures/golden");

/** Compares a text with the one kept under `test/fixtures/golden`; `UPDATE_GOLDEN=1` keeps the one given instead. */
export function assertGolden(name: string, text: string): void {
  const path = join(folder, name);
  if (process.env["UPDATE_GOLDEN"] === "1") {
    writeFileSync(path, text);
  }
  assert.ok(existsSync(path), `${path} is not there; look at the text and keep it with UPDATE_GOLDEN=1:\n${text}`);
  assert.equal(text, readFileSync(path, "utf8"));
}

/** Times and paths that differ from run to run and machine to machine, made the same. */
export function withoutChance(text: string, folders: Readonly<Record<string, string>> = {}): string {
  let plain = text.replace(/\d+ ms/g, "N ms");
  for (const [name, path] of Object.entries(folders)) {
    plain = plain.replaceAll(path, `<${name}>`);
  }
  return plain;
}
