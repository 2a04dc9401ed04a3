import type { Sentence } from "./thrownSentence";

/** Modules of Node that a kata's code may ask for; whatever starts programs, reaches the network or gets behind the runner is not among them. */
const allowed = new Set([
  "assert", "assert/strict", "async_hooks", "buffer", "console", "constants", "crypto", "diagnostics_channel", "events", "fs", "fs/promises", "os", "path", "path/posix",
  "path/win32", "perf_hooks", "process", "punycode", "querystring", "readline", "readline/promises", "stream", "stream/consumers", "stream/promises", "stream/web",
  "string_decoder", "sys", "timers", "timers/promises", "url", "util", "util/types", "zlib",
]);

const programs = new Set(["child_process", "cluster", "worker_threads"]);
const network = new Set(["net", "tls", "http", "https", "http2", "dgram", "dns", "dns/promises"]);
const storage = new Set(["sqlite"]);
const testing = new Set(["test", "test/reporters"]);
const inside = new Set(["domain", "inspector", "inspector/promises", "module", "repl", "sea", "trace_events", "tty", "v8", "vm", "wasi"]);
const all = [allowed, programs, network, storage, testing, inside];

/** Whether `specifier` names a module of Node. */
export function isBuiltin(specifier: string): boolean {
  return specifier.startsWith("node:") || all.some((names) => names.has(specifier));
}

/** The sentence with which a module of Node is refused; `undefined` when it may be used. */
export function refusalOf(specifier: string): Sentence | undefined {
  const name = specifier.replace(/^node:/, "");
  if (allowed.has(name)) {
    return undefined;
  }
  if (programs.has(name)) {
    return { code: "module.refused", message: `“${specifier}” cannot be used here: a kata's code starts no other programs or threads.`, args: { specifier } };
  }
  if (network.has(name)) {
    return { code: "module.refused", message: `“${specifier}” cannot be used here: a kata's code has no network.`, args: { specifier } };
  }
  if (storage.has(name)) {
    return { code: "module.refused", message: `“${specifier}” cannot be used here: a kata's code writes no files.`, args: { specifier } };
  }
  if (testing.has(name)) {
    return { code: "module.refused", message: `“${specifier}” cannot be used here: a kata's tests are written with describe and it, which are there without being imported.`, args: { specifier } };
  }
  return { code: "module.refused", message: `“${specifier}” cannot be used here: it is not among the parts of Node that a kata's code may use.`, args: { specifier } };
}
