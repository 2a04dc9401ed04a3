// @ts-check
// Builds the extension and opens a real VS Code with it and a learner's folder: `npm start`.
//   npm start -- --server      VS Code's own server in the browser, even where `code` is on the PATH
//   npm start -- --port 8300   at a port of your choice; the same one as last time if not given
//   npm start -- --editor oldest
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { freePort, startCodeServer } from "./lib/codeServer.mjs";
import { fetchEditor } from "./lib/editors.mjs";
import { cacheFolder, root } from "./lib/paths.mjs";
import { describeError, SaidError } from "./lib/saidError.mjs";

const learner = join(cacheFolder, "learner");

/** @param {string} line */
const print = (line) => console.log(line);

async function main() {
  const { values } = parseArgs({
    options: {
      server: { type: "boolean", default: false },
      port: { type: "string" },
      editor: { type: "string", default: "newest" },
    },
  });
  if (values.editor !== "newest" && values.editor !== "oldest") throw new SaidError(`--editor is ${values.editor}. Say oldest or newest.`);
  await run(process.execPath, [join(root, "esbuild.js")], "The extension could not be built; see above.");
  await mkdir(learner, { recursive: true });
  const desktop = values.server ? undefined : desktopEditor();
  if (desktop !== undefined) {
    print(`Opening ${learner} in ${desktop}. (npm start -- --server opens it in a browser instead.)`);
    await run(desktop, ["--new-window", `--extensionDevelopmentPath=${root}`, learner], `${desktop} could not be started. Try: npm start -- --server`);
    return;
  }
  await serve(values.editor, values.port);
}

/** @returns {string | undefined} */
function desktopEditor() {
  const names = process.platform === "win32" ? ["code.cmd"] : ["code"];
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/**
 * @param {import("./lib/versions.mjs").EditorLabel} label
 * @param {string | undefined} askedPort
 */
async function serve(label, askedPort) {
  const data = join(cacheFolder, `start-${label}`);
  await mkdir(data, { recursive: true });
  const { port, token } = await place(join(data, "place.json"), askedPort);
  const server = await startCodeServer({
    editor: await fetchEditor(label, print),
    install: { id: "health-it-katas.health-it-katas", folder: root },
    personal: { data, port, token },
  });
  print(`\nVS Code ${server.editor.vscode} with Health IT Katas is ready. Open\n\n  ${server.url}/?tkn=${token}&folder=${encodeURIComponent(learner)}\n`);
  print("Ctrl-C ends it.");
  const stop = () => void server.stop().then(() => process.exit(0));
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.once(signal, stop);
  await server.ended;
  print(server.output().slice(-2000));
  throw new SaidError("VS Code's server has ended; its last words are above.");
}

/**
 * The same port and token as last time, so that an open tab finds its editor again and keeps what the browser stores for it.
 * @param {string} path
 * @param {string | undefined} askedPort
 * @returns {Promise<{ port: number, token: string }>}
 */
async function place(path, askedPort) {
  /** @type {{ port?: number, token?: string }} */
  const last = existsSync(path) ? JSON.parse(await readFile(path, "utf8")) : {};
  const token = last.token ?? randomBytes(16).toString("hex");
  let port = last.port;
  if (askedPort !== undefined) {
    port = Number(askedPort);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new SaidError(`--port is ${askedPort}. Say a number from 1 to 65535.`);
    if (!(await isFree(port))) throw new SaidError(`Port ${askedPort} is taken. Name another one, or leave --port out.`);
  } else if (port === undefined || !(await isFree(port))) {
    port = await freePort();
  }
  await writeFile(path, JSON.stringify({ port, token }), { mode: 0o600 });
  return { port, token };
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} sentence
 * @returns {Promise<void>}
 */
function run(command, args, sentence) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", shell: command.endsWith(".cmd") });
    child.once("error", (error) => reject(new SaidError(sentence, { cause: error })));
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new SaidError(sentence))));
  });
}

main().catch((error) => {
  console.error(describeError(error));
  process.exit(1);
});
