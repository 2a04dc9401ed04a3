import { spawn } from "node:child_process";

/** How a child process ended. */
export interface Ended {
  readonly ms: number;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a child needs of the environment to start at all, and nothing that would make it do more. */
export const minimalEnvironment: NodeJS.ProcessEnv = process.platform === "win32" ? { SystemRoot: process.env["SystemRoot"] } : { PATH: "/usr/bin:/bin" };

/** Runs Node to its end with a minimal environment; the time is from before the start to the exit. */
export async function runNode(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = minimalEnvironment): Promise<Ended> {
  return await new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let ms = 0;
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.once("error", reject);
    child.once("exit", () => (ms = performance.now() - from));
    child.once("close", (code) => {
      resolve({ ms, code, stdout, stderr });
    });
  });
}

/** The same, for children that must end well. */
export async function runNodeWell(args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv): Promise<Ended> {
  const ended = await runNode(args, cwd, env);
  if (ended.code !== 0) {
    throw new Error(`node ${args.join(" ")} ended with ${String(ended.code)}:\n${ended.stdout.slice(-1500)}\n${ended.stderr.slice(-1500)}`);
  }
  return ended;
}

/** `node -e 0`: what starting Node costs on this machine. */
export async function bareNode(cwd: string): Promise<number> {
  return (await runNodeWell(["-e", "0"], cwd)).ms;
}
