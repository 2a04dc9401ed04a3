// @ts-check
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { findBrowser, launchBrowser } from "../../../scripts/lib/browser.mjs";
import { startCodeServer } from "../../../scripts/lib/codeServer.mjs";
import { fetchEditor } from "../../../scripts/lib/editors.mjs";
import { root } from "../../../scripts/lib/paths.mjs";
import { makeScratch, removeScratch } from "../../../scripts/lib/scratch.mjs";
import { openWorkbench, takeScreenshot } from "../../../scripts/lib/workbench.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Locator} Locator */

/**
 * @typedef {object} EditorOptions
 * @property {"light" | "dark" | "highContrast"} [theme] light if not given
 * @property {string} [folder] a folder of the repository whose copy is opened; an empty one if not given
 * @property {boolean} [noFolder] whether the editor opens without any folder
 * @property {boolean} [workspaceTrust] whether the editor asks for trust
 * @property {Record<string, unknown>} [settings] user settings
 * @property {{ width: number, height: number }} [viewport]
 */

/** Names that settings of the oldest and of the newest editor both know, and what the workbench's class says once they are applied. */
const themes = {
  light: { name: "Default Light Modern", file: "light_modern" },
  dark: { name: "Default Dark Modern", file: "dark_modern" },
  highContrast: { name: "Default High Contrast", file: "hc_black" },
};

/** VS Code with our extension, in a browser, as a person sees it. */
export class Editor {
  /**
   * @param {Page} page
   * @param {string} folder the folder that is open
   * @param {import("../../../scripts/lib/codeServer.mjs").CodeServer} server
   * @param {() => Promise<void>} close
   */
  constructor(page, folder, server, close) {
    this.page = page;
    this.folder = folder;
    this.server = server;
    /** Ends the editor and removes its folders. */
    this.close = close;
  }

  /**
   * Runs a command from the palette, by its title with the category: "Health IT Katas: Check Kata".
   * @param {string} title
   */
  async runCommand(title) {
    const row = this.page.locator(".quick-input-widget").getByRole("option").filter({ hasText: title }).first();
    // A palette that was opened before the commands of extensions are known does not learn of them any more.
    for (let attempt = 0; attempt < 5; attempt++) {
      const input = await this.openQuickInput("F1");
      await input.fill(`>${title}`);
      const offered = await row.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
      if (offered) {
        await input.press("Enter");
        return;
      }
      await this.page.keyboard.press("Escape");
    }
    throw new Error(`The palette does not offer "${title}"`);
  }

  /**
   * Opens a file of the folder that is open, by its name or a part of its path.
   * @param {string} path
   */
  async openFile(path) {
    const input = await this.openQuickInput("Control+p");
    await input.fill(path);
    const name = path.split("/").at(-1) ?? path;
    await this.page.locator(".quick-input-widget").getByRole("option").filter({ hasText: name }).first().waitFor();
    await input.press("Enter");
    await this.page.getByRole("tab", { name: new RegExp(`^${escapePattern(name)}`) }).first().waitFor();
  }

  /**
   * Chooses an entry of the list that is open, by its text.
   * @param {string | RegExp} text
   */
  async choose(text) {
    await this.page.locator(".quick-input-widget").getByRole("option").filter({ hasText: text }).first().click();
  }

  /**
   * Opens the side bar of an activity, by its name: "Health IT Katas", "Testing", "Explorer".
   * @param {string} name
   */
  async openView(name) {
    const tab = this.page.getByRole("tab", { name: new RegExp(`^${escapePattern(name)}`) }).first();
    await tab.waitFor();
    // A click on the icon of a view that has just come up by itself closes it again.
    for (let attempt = 0; attempt < 5 && (await tab.getAttribute("aria-selected")) !== "true"; attempt++) {
      await tab.click();
      await this.page.waitForTimeout(500);
    }
  }

  /**
   * A row of a tree in the side bar, by its text.
   * @param {string | RegExp} name
   * @returns {Locator}
   */
  treeItem(name) {
    return this.page.getByRole("treeitem", { name });
  }

  /**
   * The page inside a webview.
   * @param {number} [index] which of them, if several are visible
   */
  webview(index = 0) {
    return this.page.frameLocator("iframe.webview.ready").nth(index).frameLocator("#active-frame");
  }

  /**
   * A notification that is shown, by its text.
   * @param {string | RegExp} text
   * @returns {Locator}
   */
  notification(text) {
    return this.page.locator(".notification-toast").filter({ hasText: text });
  }

  /** Saves the file in the active editor. */
  async save() {
    await this.page.keyboard.press("Control+s");
  }

  /**
   * @param {string} name
   * @returns {Promise<string>} where the picture is
   */
  screenshot(name) {
    return takeScreenshot(this.page, name);
  }

  /**
   * @param {string} key
   * @returns {Promise<Locator>}
   */
  async openQuickInput(key) {
    const input = this.page.locator(".quick-input-widget input").first();
    // A key that is pressed while the workbench is still busy starting is lost.
    for (let attempt = 0; attempt < 5; attempt++) {
      await this.page.keyboard.press(key);
      const shown = await input.waitFor({ state: "visible", timeout: 3000 }).then(
        () => true,
        () => false,
      );
      if (shown) return input;
    }
    throw new Error(`${key} opened no input in the editor`);
  }
}

/**
 * Opens VS Code with our extension. `UI_EDITOR` in the environment says which: `newest` (if not given) or `oldest`.
 * @param {EditorOptions} [options]
 * @returns {Promise<Editor>}
 */
export async function openEditor(options = {}) {
  const editor = await fetchEditor(process.env["UI_EDITOR"] === "oldest" ? "oldest" : "newest");
  const theme = themes[options.theme ?? "light"];
  const folder = await makeScratch("hik-learner-");
  if (options.folder !== undefined) await cp(join(root, options.folder), folder, { recursive: true });
  const server = await startCodeServer({
    editor,
    settings: { "window.autoDetectColorScheme": false, "workbench.colorTheme": theme.name, ...options.settings },
    // Installed, as learners have it. An editor that develops an extension also takes every theme below its folder for one of the
    // extension, and the editors themselves are cached below ours.
    install: { id: "health-it-katas.health-it-katas", folder: process.env["UI_EXTENSION"] ?? root },
    workspaceTrust: options.workspaceTrust === true,
  });
  const browser = await launchBrowser(await findBrowser());
  const workbench = await openWorkbench(browser, server, {
    folder: options.noFolder === true ? undefined : folder,
    ...(options.viewport === undefined ? {} : { viewport: options.viewport }),
  });
  workbench.page.setDefaultTimeout(20_000);
  await workbench.page.locator(".monaco-workbench .activitybar").waitFor({ timeout: 60_000 });
  // Until its theme is loaded, the editor shows another one.
  await workbench.page.locator(`.monaco-workbench[class*="${theme.file}"]`).waitFor({ timeout: 60_000 });
  return new Editor(workbench.page, folder, server, async () => {
    await browser.close();
    await server.stop();
    await removeScratch(folder);
  });
}

/**
 * Opens one editor for the tests of the surrounding `describe`, ends it after them, and takes a picture whenever a test fails.
 * @param {EditorOptions} [options]
 * @returns {() => Editor} gives the editor inside tests and hooks
 */
export function withEditor(options) {
  /** @type {Editor | undefined} */
  let editor;
  before(async function () {
    this.timeout(120_000);
    editor = await openEditor(options);
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state !== "failed" || editor === undefined) return;
    const picture = await editor.screenshot(`failed ${test.fullTitle()}`).catch(() => "no picture");
    console.log(`    The editor looked like ${picture}`);
  });
  after(async function () {
    this.timeout(30_000);
    await editor?.close();
  });
  return () => {
    if (editor === undefined) throw new Error("the editor is there only inside tests and hooks");
    return editor;
  };
}

/** @param {string} text */
function escapePattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
