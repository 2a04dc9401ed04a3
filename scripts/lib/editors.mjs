// @ts-check
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { cached } from "./cache.mjs";
import { installDependencies, unpackPackage } from "./registry.mjs";
import { SaidError } from "./saidError.mjs";
import { editorVersions, nodePackages, ripgrep } from "./versions.mjs";

/**
 * An editor that is ready to be started.
 * @typedef {{ label: import("./versions.mjs").EditorLabel, vscode: string, folder: string, serverMain: string, node: string }} Editor
 */

/**
 * Gives VS Code's own server of a version, and a Node that runs it; fetches what is missing.
 * @param {import("./versions.mjs").EditorLabel} label
 * @param {(line: string) => void} [say] told what is being fetched, since that takes a while
 * @returns {Promise<Editor>}
 * @throws {SaidError} on Windows, and when something cannot be fetched
 */
export async function fetchEditor(label, say = () => undefined) {
  if (process.platform === "win32") {
    throw new SaidError("VS Code's server from npm (code-server) does not run on Windows. Use the desktop VS Code there, or WSL.");
  }
  const version = editorVersions[label];
  const { server } = version;
  const [folder, node] = await Promise.all([
    cached(`${server.name}-${server.version}`, async (target) => {
      say(`Fetching VS Code ${version.vscode} (${server.name} ${server.version} from npm), once.`);
      await unpackPackage(server, target);
      const vscode = join(target, "lib", "vscode");
      await installDependencies(vscode, `${server.name} ${server.version}`);
      // TypeScript for the built-in language features.
      await installDependencies(join(vscode, "extensions"), `${server.name} ${server.version}`);
      await addRipgrep(vscode);
    }),
    fetchNode(version, say),
  ]);
  const vscode = join(folder, "lib", "vscode");
  return { label, vscode: version.vscode, folder: vscode, serverMain: join(vscode, "out", "server-main.js"), node };
}

/**
 * @param {string} vscode the server's folder
 */
async function addRipgrep(vscode) {
  const bin = join(vscode, "node_modules", "@vscode", "ripgrep", "bin");
  const newer = join(vscode, "node_modules", ripgrep.name);
  if (existsSync(newer) || existsSync(join(bin, "rg"))) return;
  const fetched = join(vscode, ".ripgrep");
  await unpackPackage(ripgrep, fetched);
  await mkdir(bin, { recursive: true });
  await copyFile(join(fetched, "bin", platform(), "rg"), join(bin, "rg"));
  await chmod(join(bin, "rg"), 0o755);
  await rm(fetched, { recursive: true });
}

/**
 * @param {import("./versions.mjs").EditorVersion} version
 * @param {(line: string) => void} say
 * @returns {Promise<string>} the path of a Node program
 */
async function fetchNode(version, say) {
  const running = Number(process.versions.node.split(".")[0]);
  if (version.node.includes(running)) return process.execPath;
  /** @type {Partial<Record<string, import("./versions.mjs").PinnedPackage>>} */
  const packages = nodePackages[version.fallbackNode];
  const pinned = packages[platform()];
  if (pinned === undefined) {
    throw new SaidError(
      `VS Code ${version.vscode} needs Node ${version.node.join(" or ")}, and npm has no Node program for ${platform()}. ` +
        `Run the command with that Node instead of ${process.version}.`,
    );
  }
  const folder = await cached(`node-${pinned.version}-${platform()}`, async (target) => {
    say(`Fetching Node ${pinned.version} for VS Code ${version.vscode} from npm, once.`);
    await unpackPackage(pinned, target);
    await chmod(join(target, "bin", "node"), 0o755);
  });
  return join(folder, "bin", "node");
}

function platform() {
  return `${process.platform}-${process.arch}`;
}
