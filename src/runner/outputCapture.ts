import { Writable } from "node:stream";
import { Console } from "node:console";

/** How much of what is printed is kept, in UTF-16 units. */
export interface OutputLimits {
  readonly perTest: number;
  readonly perRun: number;
}

export const outputLimits: OutputLimits = { perTest: 64 * 1024, perRun: 512 * 1024 };

/** As many writes of a test are passed on at once, one by one; later ones are gathered to pieces of `pieceSize`. */
const promptWrites = 200;
const pieceSize = 2048;

/**
 * Takes what is printed and passes it on, piece by piece, capped for each test and for the whole run. What is over is dropped without
 * being looked at, so printing without end costs nothing but the learner's own time.
 */
export class OutputCapture {
  private leftOfTest: number;
  private leftOfRun: number;
  private writes = 0;
  private gathered = "";

  /** @param pass is given each piece; it knows which test runs */
  constructor(
    private readonly pass: (text: string) => void,
    private readonly limits: OutputLimits,
  ) {
    this.leftOfTest = limits.perTest;
    this.leftOfRun = limits.perRun;
  }

  /** Begins a new measure: called when a test starts and when it has ended. */
  turn(): void {
    this.flush();
    this.leftOfTest = this.limits.perTest;
    this.writes = 0;
  }

  /** Passes on what was gathered. */
  flush(): void {
    if (this.gathered !== "") {
      const text = this.gathered;
      this.gathered = "";
      this.pass(text);
    }
  }

  print(text: string): void {
    if (this.leftOfTest < 0 || this.leftOfRun < 0) {
      return;
    }
    const left = Math.min(this.leftOfTest, this.leftOfRun);
    if (text.length > left) {
      const ofRun = this.leftOfRun <= this.leftOfTest;
      const whose = ofRun ? `the whole run may print ${kilobytes(this.limits.perRun)}` : `one test may print ${kilobytes(this.limits.perTest)}`;
      this.leftOfRun = ofRun ? -1 : this.leftOfRun - left;
      this.leftOfTest = -1;
      this.gathered += `${text.slice(0, left)}\n… what came after this was cut: ${whose}.\n`;
      this.flush();
      return;
    }
    this.leftOfTest -= text.length;
    this.leftOfRun -= text.length;
    this.gathered += text;
    if (++this.writes <= promptWrites || this.gathered.length >= pieceSize) {
      this.flush();
    }
  }
}

function kilobytes(units: number): string {
  return `${String(Math.round(units / 1024))} kB`;
}

/**
 * Puts `print` behind `process.stdout`, `process.stderr` and `console`. It must come before anything touches them, or Node has made
 * streams of the real ones already.
 */
export function redirectStandardStreams(print: (text: string) => void): void {
  for (const [name, fd] of [["stdout", 1], ["stderr", 2]] as const) {
    Object.defineProperty(process, name, { value: standardStream(print, fd), configurable: true, enumerable: true, writable: true });
  }
  const redirected = new Console({ stdout: process.stdout, stderr: process.stderr });
  Object.defineProperty(globalThis, "console", { value: redirected, configurable: true, enumerable: false, writable: true });
}

function standardStream(print: (text: string) => void, fd: number): Writable & { readonly fd: number } {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: unknown, encoding, done) {
      print(textOf(chunk, encoding));
      done();
    },
  });
  // Straight through for the common case: a loop that prints for ever must not fill the stream's own bookkeeping.
  const write = (chunk: unknown, encoding?: unknown, done?: unknown): boolean => {
    print(textOf(chunk, typeof encoding === "string" ? encoding : "utf8"));
    const then = typeof encoding === "function" ? encoding : done;
    if (typeof then === "function") {
      process.nextTick(then);
    }
    return true;
  };
  return Object.assign(stream, { fd, write });
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
