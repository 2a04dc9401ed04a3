import * as fs from "node:fs";
import type { ChildMessage } from "../core/checks/testProtocol";
import { frame } from "../core/checks/testProtocol";

// Taken before any code of a learner runs: putting other functions in their place later changes nothing here.
const { writeSync } = fs;
const stringify = JSON.stringify;
const keysOf = Object.keys;
const isArray = Array.isArray;
const wait = Atomics.wait;
/* eslint-disable @typescript-eslint/unbound-method -- they are bound to what they are called with, or need nothing */
const toBytes = Buffer.from;
const split = Function.prototype.call.bind(String.prototype.split) as (text: string, separator: string) => string[];
const join = Function.prototype.call.bind(Array.prototype.join) as (parts: readonly string[], separator: string) => string;
/* eslint-enable @typescript-eslint/unbound-method */

/**
 * Writes text to a file descriptor to the last byte before it returns, so that what was said before an endless loop is not lost.
 * Throws when the other end is gone.
 */
export function writeAll(fd: number, text: string): void {
  const bytes = toBytes(text, "utf8");
  let from = 0;
  while (from < bytes.length) {
    try {
      from += writeSync(fd, bytes, from, bytes.length - from);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") {
        throw error;
      }
      wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

/** The child's way of speaking to its parent. */
export class Wire {
  /**
   * @param write puts a framed line on its way
   * @param nonce the secret that shows a message to be the runner's own
   * @param hidden texts that no message may hold, such as the path of the staging folder with its separator at the end, longest first
   */
  constructor(
    private readonly write: (line: string) => void,
    private readonly nonce: string,
    private readonly hidden: readonly string[],
  ) {}

  send(message: ChildMessage): void {
    this.write(frame(this.nonce, this.encode(message)));
  }

  /** JSON made without asking any object for its `toJSON`, which the learner's code may have put on every prototype. */
  private encode(value: unknown): string {
    if (typeof value === "string") {
      return stringify(this.clean(value));
    }
    if (typeof value !== "object" || value === null) {
      return stringify(value) ?? "null";
    }
    const parts: string[] = [];
    if (isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        parts[index] = this.encode(value[index]);
      }
      return `[${join(parts, ",")}]`;
    }
    const keys = keysOf(value);
    for (let index = 0, at = 0; index < keys.length; index++) {
      const key = keys[index] ?? "";
      const item = (value as Readonly<Record<string, unknown>>)[key];
      if (item !== undefined) {
        parts[at++] = `${stringify(key)}:${this.encode(item)}`;
      }
    }
    return `{${join(parts, ",")}}`;
  }

  private clean(text: string): string {
    let cleaned = text;
    for (let index = 0; index < this.hidden.length; index++) {
      cleaned = join(split(cleaned, this.hidden[index] ?? ""), "");
    }
    return cleaned;
  }
}
