// @ts-check
// Runs the integration tests in a real VS Code: `node scripts/integration.mjs [--editor oldest|newest|all] [--grep text] [--workspace text]`.
// VS Code's own server from npm, driven by a browser, is what counts. A desktop VS Code runs the same tests where one can be had
// (`--desktop no` leaves it out, `--desktop only` leaves the server out).
import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { workspaces } from "../test/integration/workspaces.mjs";
import { buildTests, compiledTests } from "./buildTests.mjs";
import { findBrowser, launchBrowser } from "./lib/browser.mjs";
import { startCodeServer } from "./lib/codeServer.mjs";
import { runInDesktop, whyNoDesktop } from "./lib/desktop.mjs";
import { fetchEditor } from "./lib/editors.mjs";
import { copyExtension } from "./lib/extensionCopy.mjs";
import { root } from "./lib/paths.mjs";
import { followReport } from "./lib/report.mjs";
import { describeError, SaidError } from "./lib/saidError.mjs";
import { makeScratch, removeScratch } from "./lib/scratch.mjs";
import { editorVersions } from "./lib/versions.mjs";
import { openWorkbench, takeScreenshot } from "./lib/workbench.mjs";

const oneRunMs = 4 * 60_000;

/** @param {string} line */
const print = (line) => console.log(line);

async function main() {
  const { values } = parseArgs({
    options: {
      editor: { type: "string", default: "all" },
      grep: { type: "string", default: "" },
      workspace: { type: "string", default: "" },
      extension: { type: "string" },
      desktop: { type: "string", default: "auto" },
      verbose: { type: "boolean", default: false },
    },
  });
  const asked = labels(values.editor);
  const noDesktop = values.desktop === "no" ? "Desktop VS Code was not asked for." : await whyNoDesktop();
  if (values.desktop === "only" && noDesktop !== undefined) throw new SaidError(noDesktop);
  const extension = values.extension ?? (await copyExtension());
  await buildTests();

  const wanted = workspaces.filter(({ name, tests }) => `${name} ${tests}`.includes(values.workspace));
  const sum = { passed: 0, failed: 0 };
  const runAll = async (/** @type {string} */ editorName, /** @type {(run: Run) => Promise<string | undefined>} */ runIn) => {
    for (const workspace of wanted) {
      print(`\n${editorName} with ${workspace.name}`);
      const { passed, failed } = await inWorkspace(workspace, { grep: values.grep, extension }, runIn);
      sum.passed += passed;
      sum.failed += failed;
    }
  };

  if (values.desktop !== "only") {
    const program = await findBrowser(print);
    for (const label of asked) {
      const editor = await fetchEditor(label, print);
      const browser = await launchBrowser(program);
      try {
        await runAll(`VS Code ${editor.vscode} (server)`, (run) => runInServer(run, { editor, browser, verbose: values.verbose }));
      } finally {
        await browser.close();
      }
    }
  }
  if (noDesktop === undefined) {
    for (const label of asked) {
      const { desktop } = editorVersions[label];
      await runAll(`VS Code ${desktop} (desktop)`, (run) => runInDesktop(desktop, run));
    }
  } else {
    print(`\n${noDesktop} VS Code's own server is what counts.`);
  }
  print(`\n${String(sum.passed)} passed, ${String(sum.failed)} failed`);
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
}

/**
 * @param {string} asked
 * @returns {readonly import("./lib/versions.mjs").EditorLabel[]}
 */
function labels(asked) {
  switch (asked) {
    case "all":
      return ["oldest", "newest"];
    case "oldest":
    case "newest":
      return [asked];
    default:
      throw new SaidError(`--editor is ${asked}. Say oldest, newest or all.`);
  }
}

/**
 * What an editor is told.
 * @typedef {{ extension: string, tests: string, folder: string | undefined, env: Record<string, string>, workspace: import("../test/integration/workspaces.mjs").WorkspaceFixture }} Run
 */

/**
 * Makes the workspace, runs the tests and prints what they say.
 * @param {import("../test/integration/workspaces.mjs").WorkspaceFixture} workspace
 * @param {{ grep: string, extension: string }} options
 * @param {(run: Run) => Promise<string | undefined>} runIn resolves with what went wrong apart from tests
 * @returns {Promise<{ passed: number, failed: number }>}
 */
async function inWorkspace(workspace, options, runIn) {
  const scratch = await makeScratch("hik-ws-");
  const report = join(scratch, "report.jsonl");
  const folder = join(scratch, "workspace");
  const following = followReport(report, print);
  try {
    await cp(workspace.folder === undefined ? await mkdtemp(join(scratch, "empty-")) : join(root, workspace.folder), folder, { recursive: true });
    const several = workspace.folders === undefined ? undefined : await makeSeveral(folder, workspace.folders);
    const problem = await runIn({
      extension: options.extension,
      tests: join(compiledTests, "index.js"),
      folder: workspace.noFolder === true ? undefined : (several ?? folder),
      env: {
        HEALTH_IT_KATAS_TEST_FOLDER: workspace.tests,
        HEALTH_IT_KATAS_TEST_REPORT: report,
        HEALTH_IT_KATAS_TEST_GREP: options.grep,
      },
      workspace,
    });
    const totals = await following.stop();
    for (const { title, stack } of totals.failures) print(`\n  ${title}\n${stack.replace(/^/gm, "    ")}`);
    if (problem !== undefined || !totals.ended) {
      print(`  ${problem ?? "The editor ended before the tests did."}${totals.running === undefined ? "" : ` It was running: ${totals.running}.`}`);
      return { passed: totals.passed, failed: totals.failed + 1 };
    }
    return totals;
  } finally {
    await following.stop();
    await removeScratch(scratch);
  }
}

/**
 * @param {string} folder
 * @param {readonly string[]} names
 * @returns {Promise<string>} a workspace file that opens these folders, all below `folder`
 */
async function makeSeveral(folder, names) {
  for (const name of names) await mkdir(join(folder, name), { recursive: true });
  const file = join(folder, "several.code-workspace");
  await writeFile(file, JSON.stringify({ folders: names.map((path) => ({ path })) }));
  return file;
}

/**
 * @param {Run} run
 * @param {{ editor: import("./lib/editors.mjs").Editor, browser: import("playwright-core").Browser, verbose: boolean }} means
 * @returns {Promise<string | undefined>} what went wrong apart from tests
 */
async function runInServer(run, { editor, browser, verbose }) {
  const server = await startCodeServer({
    editor,
    env: run.env,
    workspaceTrust: run.workspace.untrusted === true,
    ...(run.workspace.settings === undefined ? {} : { settings: run.workspace.settings }),
  });
  let timer;
  try {
    const workbench = await openWorkbench(browser, server, {
      folder: run.folder,
      extension: run.extension,
      tests: run.tests,
      onLog: (level, text) => {
        if (verbose) print(`    [${level}] ${text}`);
      },
    });
    /** @type {Promise<"late">} */
    const late = new Promise((resolve) => (timer = setTimeout(() => resolve("late"), oneRunMs)));
    const outcome = await Promise.race([workbench.exit, late, server.ended.then(() => /** @type {const} */ ("gone"))]);
    if (outcome === "gone") return `VS Code's server ended. Its last words:\n${server.output().slice(-2000)}`;
    if (outcome === "late") {
      const picture = await takeScreenshot(workbench.page, `late-${editor.label}-${run.workspace.name}`);
      return `The tests did not end within ${String(oneRunMs / 60_000)} minutes. The editor looked like ${picture}.`;
    }
    await workbench.close();
    return undefined;
  } finally {
    clearTimeout(timer);
    await server.stop();
  }
}

main().catch((error) => {
  console.error(describeError(error));
  process.exitCode = 1;
});
