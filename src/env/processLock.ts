import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { link, mkdir, open, readFile, rm, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { parentOf } from "../core/path";

/*
 * A lock among processes, made of one file that says who holds it. Why not a lock that goes stale by its age: a holder that a laptop's sleep or a debugger
 * stopped would lose it and write over what others wrote meanwhile, and each killed holder would block the others for the whole age. Here a holder on this
 * machine is asked for by its process id: a dead one is replaced at once and, where the system tells when a process started (Linux), a living one is never robbed.
 * A holder of whom nobody can say that it lives (a process id that may have been given again, another machine or container on a shared folder, an unreadable file)
 * is replaced after its lock was seen unchanged for a while, by our own clock; `isHeld` tells it so.
 *
 * Replacing is the difficult part: of two that find the same dead holder, the second must not remove the lock that the first has taken meanwhile. Hence one
 * may only remove a lock while holding a second lock that is named after the dead holder's token, and after looking once more. That lock is of the same kind, so
 * that whoever dies while replacing is replaced in turn.
 */

export interface LockOptions {
  /** How long to wait for a living holder, in ms. */
  readonly patienceMs: number;
  /** For how long, in ms, a holder that cannot be asked must be seen unchanged before it is replaced. */
  readonly unaskableMs: number;
}

export interface HeldLock {
  /** Whether the lock is still ours; asked before anything final is done. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

/** Thrown when a living holder kept the lock for longer than one was ready to wait. */
export class LockBusyError extends Error {
  override readonly name = "LockBusyError";

  constructor(readonly path: string, readonly holder: string) {
    super(`${path} is held by ${holder}`);
  }
}

interface Holder {
  readonly token: string;
  readonly pid: number;
  /** When the process started, as the system counts; "" where it does not say. */
  readonly start: string;
  /** Machine, boot and process namespace: process ids mean something only where these are the same. */
  readonly place: string;
}

/** Pauses between looks, in ms; each is varied so that those who wait do not march in step. */
const shortestPause = 3;
const longestPause = 60;

/** Takes the lock at `path`. Errors of the file system are passed on (EACCES, EROFS, ENOSPC …). */
export async function acquireLock(path: string, options: LockOptions): Promise<HeldLock> {
  const token = randomUUID();
  const place = here();
  const content = JSON.stringify({ token, pid: process.pid, start: startOf(process.pid), place } satisfies Holder);
  const waitedFrom = performance.now();
  let seen = { mark: "", from: waitedFrom };
  let pause = shortestPause;
  for (;;) {
    if (await createWhole(path, content)) {
      return { isHeld: async () => (await tokenAt(path)) === token, release: () => releaseLock(path, token) };
    }
    const text = await textAt(path);
    const holder = parseHolder(text ?? "");
    const mark = holder?.token ?? text ?? "";
    if (mark !== seen.mark) {
      seen = { mark, from: performance.now() };
    }
    const verdict = holder === undefined ? "unaskable" : lifeOf(holder, place);
    if (text !== undefined && (verdict === "dead" || (verdict === "unaskable" && performance.now() - seen.from >= options.unaskableMs))) {
      await removeDead(path, text, options);
      continue;
    }
    if (performance.now() - waitedFrom >= options.patienceMs) {
      throw new LockBusyError(path, holder === undefined ? "something unknown" : `process ${String(holder.pid)}${holder.place === place ? "" : " on another machine"}`);
    }
    await delay(pause * (0.5 + Math.random()));
    pause = Math.min(pause * 2, longestPause);
  }
}

async function releaseLock(path: string, token: string): Promise<void> {
  if ((await tokenAt(path)) === token) {
    await rm(path, { force: true, maxRetries: 5, retryDelay: 20 });
  }
}

async function removeDead(path: string, text: string, options: LockOptions): Promise<void> {
  const name = parseHolder(text)?.token ?? "unreadable";
  const guard = await acquireLock(`${path}.${name}`, options);
  try {
    // While we hold the guard nobody else removes this holder's lock, and the holder itself is dead: what is there now stays until we act.
    if ((await textAt(path)) === text) {
      await rm(path, { force: true, maxRetries: 5, retryDelay: 20 });
    }
  } finally {
    await guard.release();
  }
}

/** Creates a file with its whole content, or not at all: false when something is there already. */
async function createWhole(path: string, content: string): Promise<boolean> {
  await mkdir(parentOf(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeExclusively(temporary, content);
    await link(temporary, path);
    return true;
  } catch (error) {
    if (["EEXIST", "ENOENT"].includes(codeOf(error))) {
      // ENOENT: the folder, or our temporary file, was cleared away under us; it is tried again.
      return false;
    }
    if (["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(codeOf(error))) {
      // No hard links here (FAT, some network folders): whoever looks in the moment before the content is there sees something unreadable and waits.
      return await createInSteps(path, content);
    }
    throw error;
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

async function createInSteps(path: string, content: string): Promise<boolean> {
  try {
    await writeExclusively(path, content);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") {
      return false;
    }
    throw error;
  }
}

async function writeExclusively(path: string, content: string): Promise<void> {
  const handle = await open(path, "wx");
  try {
    await handle.writeFile(content);
  } finally {
    await handle.close();
  }
}

async function textAt(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}

async function tokenAt(path: string): Promise<string | undefined> {
  const text = await textAt(path);
  return text === undefined ? undefined : parseHolder(text)?.token;
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) {
      return undefined;
    }
    const { token, pid, start, place } = value as Partial<Record<keyof Holder, unknown>>;
    return typeof token === "string" && /^[0-9a-f-]{36}$/.test(token) && typeof pid === "number" && Number.isSafeInteger(pid) && pid > 0 && typeof start === "string" && typeof place === "string"
      ? { token, pid, start, place }
      : undefined;
  } catch {
    return undefined;
  }
}

function lifeOf(holder: Holder, place: string): "alive" | "dead" | "unaskable" {
  if (holder.place !== place) {
    return "unaskable";
  }
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") {
      return "dead";
    }
    // EPERM: the process is there and belongs to somebody else.
  }
  const start = startOf(holder.pid);
  if (holder.start === "" || start === "") {
    // Process ids are used again, and nothing tells whether this is still the same process.
    return "unaskable";
  }
  return start === holder.start ? "alive" : "dead";
}

/** Start time of a process in clock ticks since boot (field 22 of Linux's `/proc/<pid>/stat`); "" on other systems or when there is no such process. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
    // The name in parentheses may hold anything, so one counts from the last parenthesis: state is field 3. A zombie (Z) or dead process (X) holds nothing.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? "ended" : (fields[19] ?? "");
  } catch {
    return "";
  }
}

/** This machine, this boot and this process namespace (containers have their own). */
function here(): string {
  return [hostname(), read(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()), read(() => readlinkSync("/proc/self/ns/pid"))].join(" ");
}

function read(from: () => string): string {
  try {
    return from();
  } catch {
    return "";
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
