import { Console } from "node:console";
import type { Writable } from "node:stream";

/** Where everything goes that is printed by way of `console`, `process.stdout` and `process.stderr`. */
export interface PrintSink {
  print(text: string): void;
}

/**
 * Loading this module puts the sink in the place of the standard streams. It has to be loaded before the modules that look at
 * `process.stderr` when they are loaded themselves, or Node opens the real ones.
 */
export const printSink: PrintSink = { print: () => undefined };

const print = (text: string): void => printSink.print(text);

for (const [name, fd] of [["stdout", 1], ["stderr", 2]] as const) {
  const light = { fd, isTTY: false, write: lightWrite, once: () => undefined, removeListener: () => undefined, listenerCount: () => 0 };
  Object.defineProperty(process, name, { value: light, configurable: true, enumerable: true, writable: true });
}

// The console asks of a stream no more than this.
const redirected = new Console({ stdout: process.stdout, stderr: process.stderr });
Object.defineProperty(globalThis, "console", { value: redirected, configurable: true, enumerable: false, writable: true });

/**
 * Puts whole streams in the place of the light ones, each made when it is first looked at: few look at them, and making one loads much of Node.
 * Called when everything of the runner's own is loaded.
 */
export function completeStandardStreams(): void {
  for (const [name, fd] of [["stdout", 1], ["stderr", 2]] as const) {
    let made: Writable | undefined;
    Object.defineProperty(process, name, { get: () => (made ??= standardStream(fd)), set: () => undefined, configurable: true, enumerable: true });
  }
}

function standardStream(fd: number): Writable {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded where a getter needs it at once
  const streams = require("node:stream") as { readonly Writable: typeof Writable };
  const stream = new streams.Writable({
    decodeStrings: false,
    write(chunk: unknown, encoding, done) {
      print(textOf(chunk, encoding));
      done();
    },
  });
  return Object.assign(stream, { fd, isTTY: false, write });
}

/** `write` as streams have it, straight through: a loop that prints for ever must not fill the stream's own bookkeeping. */
function write(chunk: unknown, encoding?: unknown, done?: unknown): boolean {
  print(textOf(chunk, typeof encoding === "string" ? encoding : "utf8"));
  const then = typeof encoding === "function" ? encoding : done;
  if (typeof then === "function") {
    process.nextTick(then, null);
  }
  return true;
}

/** For the console, which wants to hear of errors only: there are none. */
function lightWrite(chunk: unknown): boolean {
  print(textOf(chunk, "utf8"));
  return true;
}

function textOf(chunk: unknown, encoding: string): string {
  if (typeof chunk === "string") {
    return encoding === "utf8" || encoding === "utf-8" || !Buffer.isEncoding(encoding) ? chunk : Buffer.from(chunk, encoding).toString("utf8");
  }
  if (chunk instanceof Uint8Array) {
    return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString("utf8");
  }
  throw new TypeError("Only a text or bytes can be written.");
}
