// @ts-check
// Draws media/icon.png, which the marketplace wants as a picture of dots, from media/icon.svg: `node scripts/icon.mjs`.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findBrowser, launchBrowser } from "./lib/browser.mjs";
import { root } from "./lib/paths.mjs";

const size = 256;
const browser = await launchBrowser(await findBrowser(console.log));
try {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = await readFile(join(root, "media", "icon.svg"), "utf8");
  await page.setContent(`<style>html, body { margin: 0; background: transparent } svg { display: block }</style>${svg}`);
  await writeFile(join(root, "media", "icon.png"), await page.screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}
