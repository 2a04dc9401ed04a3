// Comes first: see there.
import { completeStandardStreams, printSink } from "./standardStreams";
import * as fs from "node:fs";
import type { RunOrder } from "../core/checks/testProtocol";
import type { Protections } from "../core/checks/testRunner";
import { AttemptRun, stagingTexts } from "./attemptRun";
import { fastCheckOf } from "./fastCheck";
import { guard } from "./guards";
import { asError } from "./kataFailure";
import { watchParent } from "./parentWatch";
import { seenProtections } from "./protections";
import { rehearse } from "./rehearsal";
import { Wire, writeAll } from "./wire";

// The program in the child process. `runner.js warm` gets ready first, `runner.js cold` starts at once; both wait for one order on descriptor 4 and
// answer on descriptor 3. `runner.js debug <order file> <event file>` takes and gives the same by files, so that a debugger can start it.
// `runner.js rehearse` only gets ready; see start.ts.

const cpuVariable = "HEALTH_IT_KATAS_CPU_SECONDS";
const orderFd = 4;
const eventFd = 3;

// Taken before any code of a learner runs.
const { readSync } = fs;
const leave = (process as unknown as { reallyExit(code: number): never }).reallyExit.bind(process);
/** What happens when the learner's code calls `process.exit`. */
const exit: { asked(code: number): void } = { asked: leave };
const { hrtime } = process;
/** Not `performance`, which loads much of Node when it is first looked at. */
const now = (): number => Number(hrtime.bigint()) / 1e6;
// eslint-disable-next-line @typescript-eslint/no-require-imports -- which module is asked for shows only in the run
const nodeModule = (specifier: string): unknown => require(specifier);

async function main(): Promise<void> {
  const [mode, orderFile = "", eventFile = ""] = process.argv.slice(2);
  process.argv.length = 1;
  Error.stackTraceLimit = 60;
  completeStandardStreams();
  if (mode !== "rehearse") {
    guard(
      (code) => exit.asked(code),
      (text) => printSink.print(text),
    );
  }
  if (mode === "debug") {
    const order = JSON.parse(fs.readFileSync(orderFile, "utf8")) as RunOrder;
    await run(order, fs.openSync(eventFile, "a"), [], ownProtections());
    return;
  }
  const protections = ownProtections();
  if (mode !== "cold") {
    await rehearse(nodeModule, protections);
  }
  if (mode === "rehearse") {
    return;
  }
  keepEnvironment(["TZ", "SystemRoot"]);
  const text = readOrder();
  if (text === undefined) {
    leave(0); // The parent went, or has no use for this process.
  } else {
    const order = JSON.parse(text) as RunOrder;
    await run(order, eventFd, stagingTexts(order.solutionFolder), protections);
  }
}

/** Takes from the environment what the shell put there on the way. */
function keepEnvironment(names: readonly string[]): void {
  for (const name of Object.keys(process.env)) {
    if (!names.includes(name)) {
      delete process.env[name];
    }
  }
}

/** Looked at before the order comes, while there is time. */
function ownProtections(): Protections {
  const cpuLimit = Number(process.env[cpuVariable] ?? NaN);
  return seenProtections(Number.isFinite(cpuLimit) ? cpuLimit : undefined, nodeModule);
}

async function run(order: RunOrder, events: number, hidden: readonly string[], protections: Protections): Promise<void> {
  const wire = new Wire((line) => writeAll(events, line), order.nonce, hidden);
  const attempt = new AttemptRun(order, wire, nodeModule, fastCheckOf, now);
  printSink.print = (text) => {
    attempt.print(text);
    if (order.debug) {
      writeAll(1, text);
    }
  };
  watchParent(() => leave(0));
  process.on("unhandledRejection", (reason) => {
    throw asError(reason); // Mocha takes it as the failure of the test that runs.
  });
  exit.asked = (code) => {
    attempt.sayExit(code, String(new Error().stack));
    leave(code);
  };
  await attempt.run(protections);
  leave(0);
}

/** Waits without a turn of the event loop for one line; `undefined` when the other end is closed. */
function readOrder(): string | undefined {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.alloc(64 * 1024);
    const length = readSync(orderFd, chunk, 0, chunk.length, null);
    if (length === 0) {
      return undefined;
    }
    chunks.push(chunk.subarray(0, length));
    if (chunk[length - 1] === 0x0a) {
      return Buffer.concat(chunks).toString("utf8");
    }
  }
}

/** Settles once a rehearsal is over; in every other mode the process ends before. */
export const done = main();
