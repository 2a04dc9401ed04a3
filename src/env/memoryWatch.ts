import { readFile } from "node:fs/promises";
import pidusage from "pidusage";

/** How often a process is looked at, in ms. Where the system has to be asked by way of another program, seldom. */
const intervals: Readonly<Partial<Record<NodeJS.Platform, number>>> = { linux: 50, darwin: 250 };
const otherwise = 1000;

/**
 * Looks at the resident memory of a process again and again, because V8's own limit does not hold for buffers.
 *
 * @param limit bytes
 * @param over is called once, when the process was seen to hold more
 * @returns ends the watch
 */
export function watchMemory(pid: number, limit: number, over: () => void, platform: NodeJS.Platform = process.platform): () => void {
  const interval = intervals[platform] ?? otherwise;
  let timer: NodeJS.Timeout | undefined;
  let done = false;
  const look = (): void => {
    void residentBytes(pid, platform).then((bytes) => {
      if (done) {
        return;
      }
      if (bytes !== undefined && bytes > limit) {
        done = true;
        over();
        return;
      }
      timer = setTimeout(look, interval);
    });
  };
  timer = setTimeout(look, interval);
  return () => {
    done = true;
    clearTimeout(timer);
  };
}

/** Bytes of memory that a process holds; `undefined` when it is gone or cannot be asked. */
export async function residentBytes(pid: number, platform: NodeJS.Platform = process.platform): Promise<number | undefined> {
  try {
    if (platform === "linux") {
      const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(await readFile(`/proc/${String(pid)}/status`, "latin1"))?.[1];
      return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
    }
    return (await pidusage(pid)).memory;
  } catch {
    return undefined;
  }
}
