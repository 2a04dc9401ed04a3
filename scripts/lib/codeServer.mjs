// @ts-check
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startGroup } from "./processes.mjs";
import { SaidError } from "./saidError.mjs";

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
 * @property {string} [data] a folder that keeps settings and state; a temporary one, removed at the end, if not given
 * @property {readonly string[]} [extensions] folders of built extensions that are installed
 * @property {number} [port] a free one if not given
 * @property {boolean} [wholeEnvironment] passes the environment of this process on, for an editor a person works in
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
  "workbench.enableExperiments": false,
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
  const { editor } = options;
  const data = options.data ?? (await mkdtemp(join(tmpdir(), "hik-")));
  const userData = join(data, "user");
  const extensionsFolder = join(data, "ext");
  await mkdir(join(userData, "User"), { recursive: true });
  await mkdir(extensionsFolder, { recursive: true });
  await writeFile(
    join(userData, "User", "settings.json"),
    JSON.stringify({ ...quietSettings, ...options.settings }, undefined, 2),
  );
  for (const extension of options.extensions ?? []) await cp(extension, extensionsFolder, { recursive: true });

  const port = options.port ?? (await freePort());
  const group = startGroup(
    editor.node,
    [
      editor.serverMain,
      ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"],
      ...["--accept-server-license-terms", "--telemetry-level", "off"],
      ...(options.workspaceTrust === true ? [] : ["--disable-workspace-trust"]),
      // Without this flag servers since about 1.133 ignore what the page says about extensions under development.
      "--enable-smoke-test-driver",
      ...["--user-data-dir", userData, "--extensions-dir", extensionsFolder, "--server-data-dir", join(data, "server")],
    ],
    { cwd: data, env: { ...environment(data, options.wholeEnvironment === true), ...options.env } },
  );
  const authority = `127.0.0.1:${String(port)}`;
  const url = `http://${authority}`;
  const stop = async () => {
    await group.stop();
    if (options.data === undefined) await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
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
 * @param {boolean} whole
 * @returns {Record<string, string | undefined>}
 */
function environment(data, whole) {
  const rest = { ...process.env };
  delete rest["NODE_OPTIONS"];
  if (whole) return rest;
  return { PATH: rest["PATH"], LANG: "C.UTF-8", TZ: rest["TZ"], TMPDIR: rest["TMPDIR"], USER: rest["USER"], SHELL: "/bin/sh", HOME: data };
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
