// @ts-check
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runTests, downloadAndUnzipVSCode } from "@vscode/test-electron";
import { cacheFolder } from "./paths.mjs";
import { SaidError } from "./saidError.mjs";
import { makeScratch, removeScratch } from "./scratch.mjs";

const updateService = "https://update.code.visualstudio.com";

/**
 * Whether a desktop VS Code could be downloaded and shown here.
 * @returns {Promise<string | undefined>} why not, in a sentence; `undefined` if it can
 */
export async function whyNoDesktop() {
  if (process.platform === "linux" && (process.env["DISPLAY"] ?? "") === "" && (process.env["WAYLAND_DISPLAY"] ?? "") === "") {
    return "No desktop VS Code: there is no display (run under xvfb-run -a to have one).";
  }
  try {
    const response = await fetch(`${updateService}/api/releases/stable`, { signal: AbortSignal.timeout(4000) });
    return response.ok ? undefined : `No desktop VS Code: ${updateService} answered ${String(response.status)}.`;
  } catch {
    return `No desktop VS Code: ${updateService} cannot be reached.`;
  }
}

/**
 * Runs the test module in a desktop VS Code of a version.
 * @param {string} version
 * @param {{ extension: string, tests: string, folder: string | undefined, env: Record<string, string>, workspace: import("../../test/integration/workspaces.mjs").WorkspaceFixture }} run
 * @returns {Promise<string | undefined>} what went wrong apart from tests
 * @throws {SaidError} when the editor cannot be downloaded
 */
export async function runInDesktop(version, run) {
  const data = await makeScratch("hik-");
  try {
    await mkdir(join(data, "User"), { recursive: true });
    await writeFile(join(data, "User", "settings.json"), JSON.stringify(run.workspace.settings ?? {}));
    let vscodeExecutablePath;
    try {
      vscodeExecutablePath = await downloadAndUnzipVSCode({ version, cachePath: cacheFolder });
    } catch (error) {
      throw new SaidError(`VS Code ${version} could not be downloaded: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: run.extension,
      extensionTestsPath: run.tests,
      extensionTestsEnv: run.env,
      launchArgs: [
        ...(run.folder === undefined ? [] : [run.folder]),
        "--disable-extensions",
        `--user-data-dir=${data}`,
        ...(run.workspace.untrusted === true ? [] : ["--disable-workspace-trust"]),
        // Containers and CI machines run as root, which Electron refuses without this.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    });
    return undefined;
  } catch (error) {
    if (error instanceof SaidError) throw error;
    // Failed tests end the editor with code 1, and are in the report.
    return undefined;
  } finally {
    await removeScratch(data);
  }
}
