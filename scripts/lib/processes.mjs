// @ts-check
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const supervisor = fileURLToPath(new URL("supervisor.mjs", import.meta.url));

/**
 * A program and everything it starts.
 * @typedef {{ pid: number, output: () => string, ended: Promise<void>, stop: () => Promise<void> }} ProcessGroup
 */

/**
 * Starts a program in a process group of its own. The group ends with `stop()`, and by itself when this process ends,
 * whether by exit, Ctrl-C, a crash or SIGKILL.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: Record<string, string | undefined>, onOutput?: (text: string) => void }} options
 * @returns {ProcessGroup}
 */
export function startGroup(command, args, { cwd, env, onOutput }) {
  const child = spawn(process.execPath, [supervisor, command, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  let output = "";
  const collect = (/** @type {string} */ text) => {
    output = (output + text).slice(-200_000);
    onOutput?.(text);
  };
  child.stdout.setEncoding("utf8").on("data", collect);
  child.stderr.setEncoding("utf8").on("data", collect);
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", (error) => {
      collect(error.message);
      resolve();
    });
  });
  const { pid } = child;
  return {
    pid: pid ?? 0,
    output: () => output,
    ended,
    async stop() {
      if (pid === undefined) return;
      signal(pid, "SIGTERM");
      if (!(await gone(pid, 2000))) signal(pid, "SIGKILL");
      await gone(pid, 5000);
    },
  };
}

/**
 * @param {number} pid the group's leader
 * @param {number} milliseconds
 */
async function gone(pid, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline) {
    if (!signal(pid, 0)) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return false;
}

/**
 * @param {number} pid the group's leader
 * @param {NodeJS.Signals | 0} name 0 only asks
 * @returns {boolean} whether the group has any process left
 */
function signal(pid, name) {
  try {
    process.kill(-pid, name);
    return true;
  } catch {
    return false;
  }
}
