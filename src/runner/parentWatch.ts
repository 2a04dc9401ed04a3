import { getSystemErrorName } from "node:util";

/** How often a running child looks whether its parent is still there, in ms. */
const interval = 250;

// Taken before it is put out of the learner's reach; `process.kill` goes by way of it.
const kill: unknown = Reflect.get(process, "_kill");
const signal = typeof kill === "function" ? (kill.bind(process) as (pid: number, signal: number) => number) : undefined;

/**
 * Ends this process when its parent is gone. The timer also keeps the process alive while a test waits for what never comes.
 * It cannot run while the learner's code loops: against that there is the kernel's limit of CPU time.
 *
 * @param leave ends the process
 */
export function watchParent(leave: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    const answer = signal?.(parent, 0) ?? 0;
    if (process.ppid !== parent || (answer !== 0 && getSystemErrorName(answer) === "ESRCH")) {
      leave();
    }
  }, interval);
}
