import assert from "node:assert";
import fs from "node:fs";
import { refusalOf } from "./builtins";

/** What of `process` reaches past the run: other processes, native code, Node's inside. Names that a Node does not have are passed over. */
const outOfReach = [
  "abort", "binding", "_linkedBinding", "dlopen", "kill", "_kill", "_debugProcess", "_debugEnd", "_startProfilerIdleNotifier", "_stopProfilerIdleNotifier",
  "_getActiveHandles", "_getActiveRequests", "send", "disconnect", "setuid", "setgid", "seteuid", "setegid", "setgroups", "initgroups", "loadEnvFile",
] as const;

/** Ways to the network that are there without being asked for. */
const network = ["fetch", "WebSocket", "EventSource"] as const;

/**
 * Puts out of the learner's reach what could end the parent, forge the result or get around the loader. This keeps accidents and easy tricks
 * out; what holds against malice is said by `seenProtections`, not here.
 *
 * @param exiting is called in the place of `process.exit`, with the code asked for; it must end the process
 * @param print takes what is written to the descriptors 1 and 2 by way of `fs`
 */
export function guard(exiting: (code: number) => void, print: (text: string) => void): void {
  redirectDescriptors(print);
  for (const name of outOfReach) {
    if (name in process) {
      put(process, name, () => {
        throw new Error(`process.${name} cannot be used in a kata.`);
      });
    }
  }
  for (const name of ["mainModule", "channel"]) {
    put(process, name, undefined);
  }
  const getBuiltinModule: unknown = Reflect.get(process, "getBuiltinModule");
  if (typeof getBuiltinModule === "function") {
    put(process, "getBuiltinModule", (specifier: unknown): unknown => {
      const refusal = refusalOf(String(specifier));
      if (refusal !== undefined) {
        throw new Error(refusal.message);
      }
      return getBuiltinModule.call(process, specifier) as unknown;
    });
  }
  const exit = (code?: unknown): void => {
    exiting(Number(code ?? process.exitCode ?? 0));
  };
  put(process, "exit", exit);
  put(process, "reallyExit", exit);
  for (const name of network) {
    if (name in globalThis) {
      // Node makes these when they are first looked at, and defining over one looks at it: that takes tens of ms.
      Reflect.deleteProperty(globalThis, name);
      // Tests may put a stand-in here, so it stays writable.
      Object.defineProperty(globalThis, name, { value: refuseNetwork(name), configurable: true, enumerable: false, writable: true });
    }
  }
  // Tests and solution share one assert: a solution must not be able to make it agree.
  for (const shared of [assert, assert.strict, assert.AssertionError, assert.AssertionError.prototype]) {
    Object.freeze(shared);
  }
}

/** Lets `fs.write` and `fs.writeSync` to the standard streams be seen beside the test that does so, as `console.log` is. */
function redirectDescriptors(print: (text: string) => void): void {
  const { write, writeSync } = fs;
  const printed = (data: unknown): number => {
    const bytes = typeof data === "string" ? Buffer.from(data) : ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : undefined;
    if (bytes === undefined) {
      throw new TypeError("Only a text or bytes can be written.");
    }
    print(bytes.toString("utf8"));
    return bytes.length;
  };
  const isStandard = (fd: unknown): boolean => fd === 1 || fd === 2;
  fs.writeSync = ((fd: number, data: unknown, ...rest: unknown[]) =>
    isStandard(fd) ? printed(data) : (Reflect.apply(writeSync, fs, [fd, data, ...rest]) as number));
  const redirectedWrite = (fd: number, data: unknown, ...rest: unknown[]): void => {
    const done = rest.at(-1);
    if (!isStandard(fd) || typeof done !== "function") {
      Reflect.apply(write, fs, [fd, data, ...rest]);
      return;
    }
    const length = printed(data);
    process.nextTick(() => {
      Reflect.apply(done, undefined, [null, length, data]);
    });
  };
  fs.write = redirectedWrite as typeof fs.write;
}

function refuseNetwork(name: string): () => never {
  return function refused(): never {
    throw new Error(`${name} cannot be used here: a kata's code has no network.`);
  };
}

function put(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: false, enumerable: false, writable: false });
}
