// @ts-check
// Runs a program in a process group of its own and ends the whole group when the process that asked for it is gone, however
// it went: its end of this process's standard input then closes. Started by processes.mjs, never by hand.
import { spawn } from "node:child_process";

const [command, ...args] = process.argv.slice(2);
if (command === undefined) {
  process.stderr.write("supervisor.mjs wants a program to run\n");
  process.exit(2);
}

function endGroup() {
  try {
    process.kill(-process.pid, "SIGKILL");
  } catch {
    process.exit(1);
  }
}

// The group is asked to end first, by a signal that reaches this process too; it has to outlive the program.
process.on("SIGTERM", () => undefined);
process.stdin.on("end", endGroup).on("error", endGroup).resume();

const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"] });
child.once("error", (error) => {
  process.stderr.write(`${command}: ${error.message}\n`);
  process.exit(127);
});
child.once("exit", endGroup);
