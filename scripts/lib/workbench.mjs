// @ts-check
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { URLSearchParams } from "node:url";
import { screenshotFolder } from "./paths.mjs";

/**
 * What the workbench is told in its address.
 * @typedef {object} WorkbenchOptions
 * @property {string | undefined} [folder] the folder, or the workspace file, to open; none if not given
 * @property {string} [extension] folder of an extension under development
 * @property {string} [tests] a module whose `run()` is awaited in the extension host
 * @property {{ width: number, height: number }} [viewport]
 * @property {(level: string, text: string) => void} [onLog] lines of the extension host, while tests run
 */

/**
 * An open workbench. `exit` resolves with the code the editor gave when the test module was done; it never does without tests.
 * @typedef {{ page: import("playwright-core").Page, exit: Promise<number>, close: () => Promise<void> }} Workbench
 */

/**
 * Opens the workbench of a server in a page of its own, with its own cookies and storage.
 * @param {import("playwright-core").Browser} browser
 * @param {import("./codeServer.mjs").CodeServer} server
 * @param {WorkbenchOptions} options
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench(browser, server, options) {
  const context = await browser.newContext({ viewport: options.viewport ?? { width: 1400, height: 900 } });
  const page = await context.newPage();
  /** @type {(code: number) => void} */
  let exited = () => undefined;
  /** @type {Promise<number>} */
  const exit = new Promise((resolve) => (exited = resolve));
  await page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => exited(code));
  await page.exposeFunction("codeAutomationLog", (/** @type {string} */ level, /** @type {unknown[]} */ args) => {
    options.onLog?.(level, args.map(String).join(" "));
  });
  await page.goto(workbenchAddress(server, options), { waitUntil: "domcontentloaded" });
  return { page, exit, close: () => context.close() };
}

/**
 * @param {import("./codeServer.mjs").CodeServer} server
 * @param {WorkbenchOptions} options
 * @returns {string} an address that shows the workbench in any browser
 */
export function workbenchAddress(server, options) {
  const remote = (/** @type {string} */ path) => `vscode-remote://${server.authority}${path}`;
  const payload = [
    ...(options.extension === undefined ? [] : [["extensionDevelopmentPath", remote(options.extension)]]),
    ...(options.tests === undefined ? [] : [["extensionTestsPath", remote(options.tests)]]),
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
  const query = new URLSearchParams();
  if (options.folder === undefined) query.set("ew", "true");
  else query.set(options.folder.endsWith(".code-workspace") ? "workspace" : "folder", options.folder);
  query.set("payload", JSON.stringify(payload));
  return `${server.url}/?${query.toString()}`;
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} name without ending
 * @returns {Promise<string>} where the picture is
 */
export async function takeScreenshot(page, name) {
  await mkdir(screenshotFolder, { recursive: true });
  const path = join(screenshotFolder, `${name.replace(/[^\w.-]+/g, "-")}.png`);
  await page.screenshot({ path });
  return path;
}
