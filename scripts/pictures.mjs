// @ts-check
// Takes the README's pictures from the running product: a real VS Code in a real browser, in the light and the dark theme.
//   node esbuild.js && node scripts/pictures.mjs
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openEditor } from "../test/ui/support/editor.mjs";
import { Learner, literalTyping, readAdt } from "../test/ui/support/learner.mjs";
import { requireBuild, root } from "./lib/paths.mjs";
import { describeError } from "./lib/saidError.mjs";

const folder = join(root, "media", "readme");

/** What makes a picture calm: nothing but the kata. */
const settings = {
  ...literalTyping,
  "editor.minimap.enabled": false,
  "breadcrumbs.enabled": false,
  "window.commandCenter": false,
  "workbench.layoutControl.enabled": false,
  "testing.automaticallyOpenTestResults": "neverOpen",
};

/** @param {"light" | "dark"} theme */
async function takePictures(theme) {
  const editor = await openEditor({ theme, settings, viewport: { width: 1360, height: 850 } });
  try {
    const { page } = editor;
    /** @param {string} name */
    const picture = async (name) => {
      // The cursor out of the way, and what fades in faded in.
      await page.mouse.move(1, 849);
      await page.waitForTimeout(1200);
      await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
    };
    const learner = new Learner(editor, readAdt);
    await learner.start();
    await picture("start");
    await learner.write(await learner.sourceText("wrong/first-identifier-is-mrn/paths.json"));
    await learner.sees(/Not yet/);
    await learner.sees(/another number than the medical record number/);
    await page.locator(".monaco-editor .squiggly-error").first().waitFor();
    await picture("failure");
    await learner.write(await learner.sourceText("solutions/reference/paths.json"));
    await learner.sees(/Passed: 2 of 2 checks/);
    await picture("success");
  } finally {
    await editor.close();
  }
}

/**
 * A message and a bundle with a few faults each, as the editor shows them.
 * @param {"light" | "dark"} theme
 */
async function takeLanguagePictures(theme) {
  const editor = await openEditor({ theme, folder: "test/fixtures/pictures", settings: { ...settings, "breadcrumbs.enabled": true }, viewport: { width: 1360, height: 620 } });
  try {
    const { page } = editor;
    /** @param {string} name */
    const picture = async (name) => {
      await page.waitForTimeout(1500);
      await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
    };
    /** @param {string} place line and column */
    const goTo = async (place) => {
      await page.keyboard.press("Control+g");
      await page.waitForTimeout(500);
      await page.keyboard.type(place);
      await page.keyboard.press("Enter");
    };
    await editor.openFile("result.hl7");
    await page.locator(".monaco-editor .squiggly-error").first().waitFor();
    await page.keyboard.press("Control+Shift+m");
    await page.locator(".markers-panel").getByText(/there is no day 30/).first().waitFor();
    await page.keyboard.press("Control+1");
    await goTo("2:24");
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Control+i");
    await page.locator(".monaco-hover").getByText("PID-3").first().waitFor();
    await picture("hl7v2");
    await page.keyboard.press("Escape");
    await editor.openFile("bundle.json");
    await page.locator(".markers-panel").getByText(/did you mean "\/min"/).first().waitFor();
    await goTo("19:12");
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Control+i");
    await page.locator(".monaco-hover").getByText("birthDate").first().waitFor();
    await picture("fhir");
  } finally {
    await editor.close();
  }
}

try {
  requireBuild();
  await mkdir(folder, { recursive: true });
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    await takePictures(theme);
    await takeLanguagePictures(theme);
  }
  console.log(`The pictures are in ${folder}.`);
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
