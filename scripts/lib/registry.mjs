// @ts-check
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { SaidError } from "./saidError.mjs";

/**
 * Puts the files of a package into a folder, after comparing them with the digest that is pinned. Nothing of the package runs.
 * @param {import("./versions.mjs").PinnedPackage} pinned
 * @param {string} folder made if needed; gets the content of the package's `package/` folder
 * @throws {SaidError} when the registry cannot be reached, has no such version, or sends other bytes than those that are pinned
 */
export async function unpackPackage(pinned, folder) {
  const spec = `${pinned.name}@${pinned.version}`;
  const download = join(folder, ".download");
  await mkdir(download, { recursive: true });
  await npm(["pack", spec, "--ignore-scripts", "--pack-destination", download], folder, spec);
  const [archive] = (await readdir(download)).filter((file) => file.endsWith(".tgz"));
  if (archive === undefined) throw new SaidError(`npm pack ${spec} left no archive in ${download}. Run it by hand to see what it says.`);
  const path = join(download, archive);
  const digest = `sha512-${createHash("sha512").update(await readFile(path)).digest("base64")}`;
  if (digest !== pinned.integrity) {
    throw new SaidError(
      `${spec} is not the package that scripts/lib/versions.mjs pins: its digest is ${digest}, pinned is ${pinned.integrity}. ` +
        "Check which registry npm uses (npm config get registry).",
    );
  }
  await run("tar", ["-xzf", path, "-C", folder, "--strip-components=1"], folder, (detail) => `Could not unpack ${path}: ${detail}`);
  await rm(download, { recursive: true });
}

/**
 * Installs the dependencies a folder's package.json and npm-shrinkwrap.json name. No install script runs.
 * @param {string} folder
 * @param {string} what for the error message: what the folder belongs to
 * @throws {SaidError} when the registry cannot be reached
 */
export async function installDependencies(folder, what) {
  await npm(["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"], folder, `the dependencies of ${what}`);
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {string} what
 */
async function npm(args, cwd, what) {
  // npm is a batch file on Windows, which Node starts through a shell only.
  const windows = process.platform === "win32";
  await run(
    windows ? "npm.cmd" : "npm",
    [...args, "--loglevel=error"],
    cwd,
    (detail) =>
      `Could not fetch ${what} from the npm registry: ${detail} ` +
      "Check the network and `npm config get registry`, then run the command again; what has been fetched already is kept.",
    windows,
  );
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {(detail: string) => string} sentence
 * @param {boolean} [shell]
 * @returns {Promise<void>}
 */
function run(command, args, cwd, sentence, shell = false) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, shell, env: npmEnvironment(), stdio: ["ignore", "ignore", "pipe"] });
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (/** @type {string} */ chunk) => (errors += chunk));
    child.once("error", (error) => reject(new SaidError(sentence(error.message), { cause: error })));
    child.once("close", (code) => (code === 0 ? resolve() : reject(new SaidError(sentence(lastWords(errors, command, code))))));
  });
}

/**
 * The lines that say why, of everything npm prints when it fails.
 * @param {string} errors
 * @param {string} command
 * @param {number | null} code
 */
function lastWords(errors, command, code) {
  const lines = errors
    .split("\n")
    .filter((line) => !/npm warn|complete log of this run|^npm error\s*$/i.test(line))
    .map((line) => line.replace(/^npm error\s*/, "").trim().replace(/\.$/, ""))
    .filter((line) => line !== "");
  return lines.length > 0 ? `${lines.slice(0, 4).join(" / ")}.` : `${command} ended with code ${String(code)}.`;
}

/** The environment without what an outer `npm test` adds: an inner npm would take its folders for its own. */
function npmEnvironment() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^npm_(lifecycle|package|command|config_(local|global)_prefix)/.test(name) || name === "INIT_CWD") delete env[name];
  }
  return env;
}
