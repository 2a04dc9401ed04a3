// @ts-check
import { existsSync } from "node:fs";
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { startGroup } from "./processes.mjs";
import { SaidError } from "./saidError.mjs";
import { makeScratch, removeScratch } from "./scratch.mjs";

/**
 * A running VS Code server.
 * @typedef {{ url: string, authority: string, editor: import("./editors.mjs").Editor, output: () => string, ended: Promise<void>, stop: () => Promise<void> }} CodeServer
 */

/**
 * @typedef {object} CodeServerOptions
 * @property {import("./editors.mjs").Editor} editor
 * @property {Record<string, unknown>} [settings] user settings on top of the quiet ones below
 * @property {Record<string, string>} [env] reaches the extension host too
 * @property {boolean} [workspaceTrust] whether the editor asks for trust; off if not given
 * @property {{ id: string, folder: string }} [install] an extension that is installed, as if from its package
 * @property {PersonalOptions} [personal] for an editor that a person works in, not a test
 */

/**
 * An editor that a person works in keeps its settings and state, has the whole environment, and lets nobody in without its token:
 * any web page could else talk to it.
 * @typedef {{ data: string, port: number | undefined, token: string }} PersonalOptions
 */

/** Settings under which the editor neither asks nor fetches anything. */
const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.openRepositoryInParentFolders": "never",
  "security.workspace.trust.banner": "never",
  "telemetry.telemetryLevel": "off",
  "typescript.disableAutomaticTypeAcquisition": true,
  "update.mode": "none",
  "update.showReleaseNotes": false,
  "window.autoDetectColorScheme": true,
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
};

/**
 * Starts VS Code's own server on this machine only and waits until it answers. It ends with `stop()`, and by itself with this process.
 * @param {CodeServerOptions} options
 * @returns {Promise<CodeServer>}
 * @throws {SaidError} when it does not answer within a minute
 */
export async function startCodeServer(options) {
  const { editor, personal } = options;
  const data = personal?.data ?? (await makeScratch("hik-"));
  const userData = join(data, "user");
  const extensions = join(data, "extensions");
  await mkdir(join(userData, "User"), { recursive: true });
  await mkdir(extensions, { recursive: true });
  await writeSettings(join(userData, "User", "settings.json"), { ...quietSettings, ...options.settings });
  if (options.install !== undefined) await installExtension(extensions, options.install);

  const port = personal?.port ?? (await freePort());
  const group = startGroup(
    editor.node,
    [
      editor.serverMain,
      ...["--host", "127.0.0.1", "--port", String(port)],
      ...(personal === undefined ? ["--without-connection-token"] : ["--connection-token", personal.token]),
      ...["--accept-server-license-terms", "--telemetry-level", "off"],
      ...(options.workspaceTrust === true ? [] : ["--disable-workspace-trust"]),
      // Without this flag servers since about 1.133 ignore what the page says about extensions under development.
      ...(personal === undefined ? ["--enable-smoke-test-driver"] : []),
      ...["--user-data-dir", userData, "--extensions-dir", extensions, "--server-data-dir", join(data, "server")],
    ],
    { cwd: data, env: { ...(personal === undefined ? smallEnvironment(data) : wholeEnvironment()), ...options.env } },
  );
  const authority = `127.0.0.1:${String(port)}`;
  const url = `http://${authority}`;
  const stop = async () => {
    await group.stop();
    if (personal === undefined) await removeScratch(data);
  };
  try {
    await answers(`${url}/version`, group);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, authority, editor, output: group.output, ended: group.ended, stop };
}

/**
 * Written once: a person's own changes stay.
 * @param {string} path
 * @param {Record<string, unknown>} settings
 */
async function writeSettings(path, settings) {
  if (!existsSync(path)) await writeFile(path, `${JSON.stringify(settings, undefined, 2)}\n`);
}

/**
 * Installs an extension by a link, so that a new build is there after a reload of the window.
 * @param {string} extensions
 * @param {{ id: string, folder: string }} extension
 */
async function installExtension(extensions, extension) {
  const link = join(extensions, extension.id);
  await rm(link, { recursive: true, force: true });
  // The editor makes its list of installed extensions from the folder only when it has none.
  await rm(join(extensions, "extensions.json"), { force: true });
  await symlink(extension.folder, link, "dir");
}

/**
 * @param {string} url
 * @param {import("./processes.mjs").ProcessGroup} group
 */
async function answers(url, group) {
  let ended = false;
  void group.ended.then(() => (ended = true));
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && !ended) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
      if (response.ok) return;
    } catch {
      // Not up yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new SaidError(
    `VS Code's server ${ended ? "ended at once" : "did not answer within a minute"} (asked at ${url}). Its last words:\n${group.output().slice(-2000)}`,
  );
}

/**
 * A small environment, so that a run does not depend on the shell it is started from.
 * @param {string} data
 * @returns {Record<string, string | undefined>}
 */
function smallEnvironment(data) {
  const { PATH, TZ, TMPDIR, USER } = process.env;
  return { PATH, TZ, TMPDIR, USER, LANG: "C.UTF-8", SHELL: "/bin/sh", HOME: data };
}

/** @returns {Record<string, string | undefined>} what a terminal in the editor should have, without what npm adds */
function wholeEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_OPTIONS$|^INIT_CWD$/.test(name)));
}

/** @returns {Promise<number>} a port that nobody listens on */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
