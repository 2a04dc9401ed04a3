import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const dist = join(root, "dist");
const bundles = ["cli.js", "distribution.js", "runner.js", "schemaWorker.js", "fhirpath.js"];
/** Parts of the source that are in none of these bundles. */
const elsewhere = new Set(["editor", "webviews"]);

let building: Promise<void> | undefined;

/** Path of the command line, built anew when its source is newer. */
export async function builtCli(): Promise<string> {
  building ??= upToDate() ? Promise.resolve() : build();
  await building;
  return join(dist, "cli.js");
}

/** Folder of the packs that tests use. */
export const fixturePacks = join(root, "test/fixtures/packs");

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stdoutBytes: Buffer;
  readonly stderr: string;
}

/** Starts the command line, with a folder of its own for installed packs. */
export function startCli(cli: string, args: readonly string[], cwd: string, environment: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [cli, ...args], { cwd, env: { PATH: process.env["PATH"], TMPDIR: process.env["TMPDIR"], HEALTH_IT_KATAS_DATA: join(cwd, "data"), HOME: cwd, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
}

/** Runs the command line to its end. */
export async function runCli(args: readonly string[], cwd: string, environment: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  const child = startCli(await builtCli(), args, cwd, environment);
  const out: Buffer[] = [];
  let stderr = "";
  child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.on("close", done));
  const stdoutBytes = Buffer.concat(out);
  return { code, stdout: stdoutBytes.toString(), stdoutBytes, stderr };
}

function upToDate(): boolean {
  const built = bundles.map((name) => join(dist, name));
  return built.every((path) => existsSync(path)) && newest(join(root, "src")) < Math.min(...built.map((path) => statSync(path).mtimeMs));
}

function newest(folder: string): number {
  return Math.max(0, ...readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !elsewhere.has(name)).map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
  }));
}

async function build(): Promise<void> {
  const child = spawn(process.execPath, [join(root, "esbuild.js")], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await new Promise((done) => child.on("close", done));
  if (!upToDate()) {
    throw new Error(`The command line could not be built:\n${said}`);
  }
}
