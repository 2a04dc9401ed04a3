import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { toError } from "../core/humanError";
import type { Logger } from "../core/logger";
import { minimalEnvironment } from "./nodeExecutable";
import type { NodeExecutable } from "./nodeExecutable";

/** What to give to Node to start the runner, and what it must be able to read for that. */
export interface RunnerEntry {
  readonly args: readonly string[];
  readonly reads: readonly string[];
}

const patienceMs = 60_000;

/** The folder in which systems expect what programs may lose at any time, for this person alone. */
export function ownCodeFolder(platform: NodeJS.Platform = process.platform): string {
  const caches =
    platform === "win32"
      ? (process.env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"))
      : platform === "darwin"
        ? join(homedir(), "Library", "Caches")
        : (process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"));
  return join(caches, "health-it-katas");
}

/**
 * The runner's program, with the code that V8 made of it kept in a folder of the person's own, because compiling it takes half of the time a child
 * needs to start. There is one file for each Node; V8 itself refuses what does not fit, and then compiles as usual.
 */
export class CompiledRunner {
  private readonly start: string;
  private readonly asked = new Map<string, Promise<void>>();

  /**
   * @param runner path of `runner.js`; `runnerStart.js` lies beside it
   * @param folder where compiled code is kept; nobody but this person may be able to write there. `undefined`: none is kept
   */
  constructor(
    private readonly runner: string,
    private readonly folder: string | undefined,
    private readonly logger: Logger,
  ) {
    this.start = join(dirname(runner), "runnerStart.js");
  }

  /** How to start the runner just now. */
  entry(node: NodeExecutable, flags: readonly string[]): RunnerEntry {
    const code = this.codeFile(node, flags);
    const files = code !== undefined && existsSync(code) ? [this.start, this.runner, code] : [this.runner];
    // Node's permission model allows the paths that it is given, and Node loads a program from where its links lead: an extension may well lie behind a link.
    const real = files.map((file) => realpathSync(file));
    return { args: real, reads: real };
  }

  /**
   * Makes the compiled code for this Node if it is not there. Never rejects: without it everything works, only slower.
   *
   * @param flags those of V8's that children are started with; other flags need other code
   */
  async prepare(node: NodeExecutable, flags: readonly string[]): Promise<void> {
    const code = this.codeFile(node, flags);
    if (code === undefined || existsSync(code)) {
      return;
    }
    const known = this.asked.get(code) ?? this.make(node, flags, code);
    this.asked.set(code, known);
    await known;
  }

  private async make(node: NodeExecutable, flags: readonly string[], code: string): Promise<void> {
    try {
      mkdirSync(join(code, ".."), { recursive: true, mode: 0o700 });
      await new Promise<void>((resolve, reject) => {
        const args = [...flags, "--no-warnings", this.start, this.runner, code, "rehearse"];
        execFile(node.path, args, { env: minimalEnvironment(node.electron), timeout: patienceMs, windowsHide: true }, (error) => {
          if (error === null) {
            resolve();
          } else {
            reject(toError(error));
          }
        });
      });
      await this.removeOthers(code);
    } catch (error) {
      this.logger.debug(`The compiled code of the runner could not be kept in ${code}: ${String(error)}`);
    }
  }

  /** Code for runners that are no more; what other Nodes need stays for a while. */
  private async removeOthers(code: string): Promise<void> {
    const folder = join(code, "..");
    const monthAgo = Date.now() - 30 * 24 * 60 * 60 * 1000;
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      if (path !== code && name.startsWith("runner-") && statSync(path).mtimeMs < monthAgo) {
        await rm(path, { force: true });
      }
    }
  }

  private codeFile(node: NodeExecutable, flags: readonly string[]): string | undefined {
    if (this.folder === undefined) {
      return undefined;
    }
    const { size, mtimeMs } = statSync(this.runner);
    const about = [this.runner, size, mtimeMs, node.path, node.version, process.arch, ...flags].join("\n");
    return join(this.folder, `runner-${createHash("sha256").update(about).digest("hex").slice(0, 24)}.code`);
  }
}
