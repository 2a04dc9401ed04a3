// Loaded before a program with --require: writes to the file in HIK_BENCH_SPAWNS one character for each child process the program starts.
import childProcess from "node:child_process";
import { appendFileSync } from "node:fs";

const file = process.env["HIK_BENCH_SPAWNS"];
const { spawn, fork } = childProcess;

function count(): void {
  if (file !== undefined) {
    appendFileSync(file, ".");
  }
}

childProcess.spawn = ((...args: Parameters<typeof spawn>) => {
  count();
  return spawn(...args);
}) as typeof spawn;

childProcess.fork = ((...args: Parameters<typeof fork>) => {
  count();
  return fork(...args);
}) as typeof fork;
