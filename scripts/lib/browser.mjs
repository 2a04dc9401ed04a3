// @ts-check
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { chromium } from "playwright-core";
import { cached } from "./cache.mjs";
import { SaidError } from "./saidError.mjs";

/**
 * A Chrome or Chromium that can be started. `env` is what it needs on top of the environment of this process.
 * @typedef {{ executablePath: string, env: Record<string, string>, source: "system" | "package" }} BrowserProgram
 */

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];

const fixedPlaces = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/**
 * Finds a browser: the one `CHROME_PATH` names, the system's, or the one of the package `@sparticuz/chromium` (Linux x64).
 * @param {(line: string) => void} [say]
 * @returns {Promise<BrowserProgram>}
 * @throws {SaidError} where there is none
 */
export async function findBrowser(say = () => undefined) {
  const executablePath = systemBrowser();
  if (executablePath !== undefined) return { executablePath, env: {}, source: "system" };
  if (process.platform === "linux" && process.arch === "x64") return packagedBrowser(say);
  throw new SaidError("No Chrome or Chromium was found. Install one, or set CHROME_PATH to its program, and run the command again.");
}

/**
 * Starts the browser without a window. It ends with this process, also when this process is killed.
 * @param {BrowserProgram} program
 * @returns {Promise<import("playwright-core").Browser>}
 */
export function launchBrowser(program) {
  return chromium.launch({
    executablePath: program.executablePath,
    headless: true,
    env: { ...process.env, ...program.env },
    args: [
      // Containers and CI machines run as root, where Chromium's own sandbox refuses to start; the only page opened is ours.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

function systemBrowser() {
  const asked = process.env["CHROME_PATH"];
  if (asked !== undefined && asked !== "") {
    if (existsSync(asked)) return asked;
    throw new SaidError(`CHROME_PATH names ${asked}, which does not exist. Correct it, or unset it to let the system be searched.`);
  }
  const platform = process.platform;
  if (platform === "darwin" || platform === "win32") return fixedPlaces[platform].find((path) => existsSync(path));
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/**
 * Unpacks the browser that npm carries. Its own loader is not used: that one unpacks into the shared temporary folder and
 * looks for Amazon's Linux, not for what this machine lacks.
 * @param {(line: string) => void} say
 * @returns {Promise<BrowserProgram>}
 */
async function packagedBrowser(say) {
  const require = createRequire(import.meta.url);
  let packed;
  try {
    packed = join(dirname(require.resolve("@sparticuz/chromium")), "..", "..", "bin");
  } catch (error) {
    throw new SaidError("No Chrome or Chromium was found, nor the package @sparticuz/chromium. Run npm ci, or install Chrome.", { cause: error });
  }
  const { version } = /** @type {{ version: string }} */ (
    JSON.parse(await readFile(join(packed, "..", "package.json"), "utf8"))
  );
  const folder = await cached(`chromium-${version}`, async (target) => {
    say(`Unpacking Chromium ${version} from @sparticuz/chromium, once.`);
    const program = join(target, "chromium");
    await writeFile(program, await unbrotli(join(packed, "chromium.br")));
    await chmod(program, 0o755);
    for (const archive of ["swiftshader", "fonts", "al2023"]) await untar(join(packed, `${archive}.tar.br`), target);
  });
  const executablePath = join(folder, "chromium");
  /** @type {Record<string, string>} */
  const env = {};
  const libraries = join(folder, "lib");
  const missing = await missingLibraries(executablePath);
  if (missing.length > 0) {
    env["LD_LIBRARY_PATH"] = [libraries, process.env["LD_LIBRARY_PATH"] ?? ""].filter((path) => path !== "").join(":");
    const stillMissing = await missingLibraries(executablePath, env);
    if (stillMissing.length > 0) {
      throw new SaidError(`Chromium from npm lacks ${stillMissing.join(", ")} on this machine. Install Chrome or Chromium, or these libraries.`);
    }
  }
  if (!hasFonts()) env["FONTCONFIG_PATH"] = await writeFontConfig(folder);
  return { executablePath, env, source: "package" };
}

/** @param {string} path */
async function unbrotli(path) {
  return promisify(brotliDecompress)(await readFile(path));
}

/**
 * @param {string} archive
 * @param {string} target
 */
async function untar(archive, target) {
  const plain = join(target, ".archive.tar");
  await writeFile(plain, await unbrotli(archive));
  await promisify(execFile)("tar", ["-xf", plain, "-C", target, "--no-same-owner"]);
  await rm(plain);
}

/**
 * @param {string} program
 * @param {Record<string, string>} [env]
 * @returns {Promise<string[]>} the shared libraries a program asks for and the system does not have
 */
async function missingLibraries(program, env = {}) {
  try {
    const { stdout } = await promisify(execFile)("ldd", [program], { env: { ...process.env, ...env, LC_ALL: "C" } });
    return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name ?? "");
  } catch {
    // No ldd: the libraries that come with the browser do no harm where the system has its own.
    return "LD_LIBRARY_PATH" in env ? [] : ["libnss3.so"];
  }
}

function hasFonts() {
  return ["/usr/share/fonts", "/usr/local/share/fonts"].some((folder) => existsSync(folder)) && existsSync("/etc/fonts/fonts.conf");
}

/**
 * @param {string} folder where the fonts were unpacked
 * @returns {Promise<string>} the folder of a font configuration that names only them
 */
async function writeFontConfig(folder) {
  const config = join(folder, "fontconfig");
  await mkdir(config, { recursive: true });
  const xml = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(folder, "fonts")}</dir><cachedir>${join(config, "cache")}</cachedir></fontconfig>`;
  await writeFile(join(config, "fonts.conf"), xml);
  return config;
}
