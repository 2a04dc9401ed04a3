import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../../..");
const read = (name: string): Record<string, string> => JSON.parse(readFileSync(join(root, name), "utf8")) as Record<string, string>;
const manifestText = readFileSync(join(root, "package.json"), "utf8");
const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}|\]\(command:[^)]*\)|`[^`]*`/g)].map(([whole]) => whole).sort();

describe("localisation", () => {
  it("shows nothing in the editor that is not translated, and has every text in its bundles", () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/l10n.mjs"), "--check"], { encoding: "utf8" });
    assert.equal(stderr, "");
    assert.equal(status, 0);
  });

  it("has every key of the manifest in package.nls.json and none beside", () => {
    const used = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? "");
    assert.deepEqual([...new Set(used)].sort(), Object.keys(read("package.nls.json")).sort());
  });

  it("writes no word of the manifest's contributions outside of package.nls.json", () => {
    const { contributes, capabilities } = JSON.parse(manifestText) as { contributes: unknown; capabilities: unknown };
    const shown = new Set(["title", "description", "markdownDescription", "name", "contents", "altText", "category", "contextualTitle", "patternErrorMessage"]);
    const plain: string[] = [];
    JSON.stringify([contributes, capabilities], (key, value: unknown) => {
      if (shown.has(key) && typeof value === "string" && !/^%[^%]+%$/.test(value)) {
        plain.push(`${key}: ${value}`);
      }
      return value;
    });
    assert.deepEqual(plain, []);
  });

  for (const [name, original] of [["l10n/bundle.l10n.qps-ploc.json", "l10n/bundle.l10n.json"], ["package.nls.qps-ploc.json", "package.nls.json"]] as const) {
    it(`keeps in ${name} every key, placeholder and command, and no plain word`, () => {
      const pseudo = read(name);
      const english = read(original);
      assert.deepEqual(Object.keys(pseudo), Object.keys(english));
      for (const [key, text] of Object.entries(english)) {
        const other = pseudo[key] ?? "";
        assert.deepEqual(placeholders(other), placeholders(text), key);
        const words = other.replace(/\{\w+\}|\]\(command:[^)]*\)|`[^`]*`|\$\([^)]*\)/g, "");
        assert.doesNotMatch(words, /[A-Za-z]/, key);
      }
    });
  }
});
