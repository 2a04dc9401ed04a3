// @ts-check
// Runs the UI tests: a browser drives a real VS Code, as a person would. `node scripts/ui.mjs [--editor newest|oldest] [--grep text]`.
// Pictures go to .vscode-test/screenshots/.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Mocha from "mocha";
import { findBrowser } from "./lib/browser.mjs";
import { fetchEditor } from "./lib/editors.mjs";
import { copyExtension } from "./lib/extensionCopy.mjs";
import { root } from "./lib/paths.mjs";
import { describeError, SaidError } from "./lib/saidError.mjs";

async function main() {
  const { values } = parseArgs({ options: { editor: { type: "string", default: "newest" }, grep: { type: "string", default: "" } } });
  if (values.editor !== "newest" && values.editor !== "oldest") throw new SaidError(`--editor is ${values.editor}. Say oldest or newest.`);
  process.env["UI_EDITOR"] = values.editor;
  process.env["UI_EXTENSION"] = await copyExtension();
  // Fetched here, where it may take its time, and not inside a test.
  await Promise.all([fetchEditor(values.editor, console.log), findBrowser(console.log)]);

  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, slow: 10_000, retries: 1, ...(values.grep === "" ? {} : { fgrep: values.grep }) });
  const folder = join(root, "test", "ui");
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".test.mjs")).sort();
  for (const file of files) mocha.addFile(join(folder, file));
  await mocha.loadFilesAsync();
  const { passed, failed } = await new Promise((resolve) => {
    let count = 0;
    mocha
      .run((failures) => resolve({ passed: count, failed: failures }))
      .on("pass", () => count++)
      // A machine that is busy loses a key or a click now and then. It is said, so that nobody takes a weak test for a strong one.
      .on("retry", (test, error) => console.log(`    tried once more: ${test.fullTitle()} (${String(error.message).split("\n")[0]})`));
  });
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

main().catch((error) => {
  console.error(describeError(error));
  process.exitCode = 1;
});
