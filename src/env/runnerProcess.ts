import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import type { RunOrder } from "../core/checks/testProtocol";
import type { CompiledRunner } from "./compiledRunner";
import { FrameReader } from "./frameReader";
import { minimalEnvironment } from "./nodeExecutable";
import type { NodeExecutable } from "./nodeExecutable";
import type { StagingFolder } from "./stagingFolders";

/** What the kernel and V8 are to keep a child within. */
export interface ChildLimits {
  /** CPU seconds after which the kernel ends it, even with its parent gone. */
  readonly cpuSeconds: number;
  /** MB (2^20) of V8's old generation. */
  readonly heapMegabytes: number;
}

/** How a child ended. */
export interface ChildEnd {
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  /** The last of what Node itself wrote to stderr, such as that memory ran out. */
  readonly complaint: string;
  /** Set when the program could not be started at all. */
  readonly error?: Error;
}

const eventFd = 3;
const orderFd = 4;
const shell = "/bin/sh";
/** Sets the limit, tells the child that it is set, and becomes the program: the process id stays. */
const limitedStart = 'ulimit -t "$0" 2>/dev/null && export HEALTH_IT_KATAS_CPU_SECONDS="$0"; exec "$@"';
const longestComplaint = 8 * 1024;

/** One child process with its staging folder, from start to removal. */
export class RunnerProcess {
  /** Settles once the process is gone and all it wrote was read. Never rejects. */
  readonly ended: Promise<ChildEnd>;
  private readonly child: ChildProcess;
  private readonly nonce = randomBytes(16).toString("hex");
  private readonly complaint: Buffer[] = [];
  private complaintLength = 0;
  private gone = false;

  /**
   * @param program the child's
   * @param mode whether it gets everything ready before it waits for its order
   */
  constructor(
    node: NodeExecutable,
    program: CompiledRunner,
    mode: "warm" | "cold",
    readonly staging: StagingFolder,
    readonly limits: ChildLimits,
  ) {
    const ofV8 = flagsOfV8(limits);
    const entry = program.entry(node, ofV8);
    const args = [...ofV8, ...flagsOfNode(node, [staging.path, ...entry.reads]), ...entry.args, mode];
    const limited = process.platform !== "win32" && existsSync(shell);
    this.child = spawn(limited ? shell : node.path, limited ? ["-c", limitedStart, String(limits.cpuSeconds), node.path, ...args] : args, {
      cwd: staging.path,
      env: { ...minimalEnvironment(node.electron) },
      // A process group of its own, so that whatever it starts ends with it.
      detached: process.platform !== "win32",
      windowsHide: true,
      stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
    });
    this.ended = this.watchEnd();
    // What reaches the real standard output went past the runner and cannot be told from any test: it is read so that nobody waits, and dropped.
    this.child.stdout?.resume();
    this.child.stderr?.on("data", (chunk: Buffer) => this.keepComplaint(chunk));
    for (const stream of this.child.stdio) {
      stream?.on("error", () => undefined); // A pipe that breaks shows in the end of the process.
    }
    this.holdParent(false);
  }

  /** Whether it is there and can be given an order. */
  get alive(): boolean {
    return !this.gone && this.child.pid !== undefined;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /**
   * Gives the child its one order.
   *
   * @param take is given each message, as JSON text
   */
  order(order: Omit<RunOrder, "nonce" | "solutionFolder" | "checksFolder" | "debug">, take: (json: string) => void): void {
    this.holdParent(true);
    const reader = new FrameReader(this.nonce, take);
    this.events?.on("data", (chunk: Buffer) => reader.read(chunk));
    const whole: RunOrder = { ...order, nonce: this.nonce, solutionFolder: this.staging.path, checksFolder: this.staging.path, debug: false };
    this.orders?.end(`${JSON.stringify(whole)}\n`);
  }

  /** Ends the process and all that it started, at once. */
  kill(): void {
    const { pid } = this.child;
    if (pid === undefined) {
      return;
    }
    try {
      if (process.platform === "win32") {
        this.child.kill("SIGKILL");
      } else {
        process.kill(-pid, "SIGKILL");
      }
    } catch {
      // It is gone already, with its whole group.
    }
  }

  /** Ends the process if it lives, waits until it is gone, and removes its folder. */
  async discard(): Promise<void> {
    this.holdParent(true);
    this.kill();
    await this.ended;
    await this.staging.remove().catch(() => undefined);
  }

  private get events(): Readable | undefined {
    return this.child.stdio[eventFd] as Readable | undefined;
  }

  private get orders(): Writable | undefined {
    return this.child.stdio[orderFd] as Writable | undefined;
  }

  /** A child that waits must not keep the program alive that may need it. */
  private holdParent(hold: boolean): void {
    const holders: readonly unknown[] = [this.child, ...this.child.stdio];
    for (const holder of holders) {
      (holder as { ref?(): void; unref?(): void } | null)?.[hold ? "ref" : "unref"]?.();
    }
  }

  private watchEnd(): Promise<ChildEnd> {
    return new Promise((resolve) => {
      const settle = (exitCode: number | null, signal: NodeJS.Signals | null, error?: Error): void => {
        this.gone = true;
        // Whatever it may have started goes with it.
        this.kill();
        resolve({
          exitCode: exitCode ?? undefined,
          signal: signal ?? undefined,
          complaint: Buffer.concat(this.complaint).toString("utf8"),
          ...(error && { error }),
        });
      };
      this.child.once("error", (error) => settle(null, null, error));
      this.child.once("exit", (exitCode, signal) => {
        this.gone = true;
        // Something that it started may hold the pipes open: what was written before the end is there within a moment.
        const patience = setTimeout(() => settle(exitCode, signal), 500);
        this.child.once("close", () => {
          clearTimeout(patience);
          settle(exitCode, signal);
        });
      });
    });
  }

  private keepComplaint(chunk: Buffer): void {
    if (this.complaintLength < longestComplaint) {
      this.complaint.push(chunk.subarray(0, longestComplaint - this.complaintLength));
      this.complaintLength += chunk.length;
    }
  }
}

/** Flags that V8 has to know of when it compiles. */
export function flagsOfV8(limits: Pick<ChildLimits, "heapMegabytes">): readonly string[] {
  return [`--max-old-space-size=${String(limits.heapMegabytes)}`];
}

/** Flags that take from the child what it does not need. What they really do is for the child to find out. */
function flagsOfNode(node: NodeExecutable, reads: readonly string[]): readonly string[] {
  return [
    "--no-warnings",
    ...(node.permissionFlag === undefined ? [] : [node.permissionFlag, ...reads.map((path) => `--allow-fs-read=${path}`)]),
    // SQLite writes files past the permission model.
    ...(node.hasSqliteFlag ? ["--no-experimental-sqlite"] : []),
  ];
}
