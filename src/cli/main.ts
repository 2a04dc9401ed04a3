import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { fromNativePath } from "../env/nodeFileSystem";
import { openPackStore } from "../env/openPackStore";
import { run } from "./run";
import { stderrLogger } from "./stderrLogger";
import { styleFor } from "./style";
import { version } from "../../package.json";

const interrupted = new AbortController();
let signals = 0;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    signals++;
    if (signals > 1) {
      // Asked twice: whoever insists is not kept waiting.
      process.exit(130);
    }
    interrupted.abort(new Error(`ended by ${signal}`));
  });
}

/** Waits until what was written is with whoever reads it: on pipes, exiting cuts off what is not. */
async function flushed(stream: NodeJS.WriteStream): Promise<void> {
  await new Promise<void>((resolve) => {
    stream.write("", () => resolve());
  });
}

/** Asks on stderr, so that stdout carries results alone. */
async function askAt(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(question, { signal: interrupted.signal })).trim();
  } finally {
    terminal.close();
  }
}

async function main(): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader such as `head` that has seen enough is no error.
    process.exit(error.code === "EPIPE" ? 0 : 2);
  });
  const code = await run(process.argv.slice(2), {
    cwd: fromNativePath(process.cwd()),
    version,
    outStyle: styleFor(process.stdout.isTTY, process.env),
    signal: interrupted.signal,
    now: () => new Date(),
    write: (text) => void process.stdout.write(text),
    drained: async () => {
      if (process.stdout.writableNeedDrain) {
        await once(process.stdout, "drain");
      }
    },
    stdin: () => process.stdin,
    say: (line) => void process.stderr.write(`${line}\n`),
    environment: process.env,
    ask: process.stdin.isTTY && process.stderr.isTTY ? async (question) => await askAt(question) : undefined,
    services: async (packs, dataFolder) => {
      const { createServices } = await import("../env/services");
      return createServices({ distFolder: fromNativePath(__dirname), sources: [{ id: "--packs", bundled: false, folders: () => Promise.resolve(packs) }, openPackStore(dataFolder)], logger: stderrLogger(process.env["HEALTH_IT_KATAS_LOG"]) });
    },
  });
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  process.exit(interrupted.signal.aborted && code !== 0 ? 130 : code);
}

void main();
