/** Modules of Node that a kata's code may ask for; whatever starts programs, reaches the network or gets behind the runner is not among them. */
const allowed = new Set([
  "assert", "assert/strict", "async_hooks", "buffer", "console", "constants", "crypto", "diagnostics_channel", "events", "fs", "fs/promises", "os", "path", "path/posix",
  "path/win32", "perf_hooks", "process", "punycode", "querystring", "readline", "readline/promises", "stream", "stream/consumers", "stream/promises", "stream/web",
  "string_decoder", "sys", "timers", "timers/promises", "url", "util", "util/types", "zlib",
]);

const unlisted = "it is not among the parts of Node that a kata's code may use";

/** Why the best known of the others are left out, as the end of a sentence. */
const reasons: ReadonlyMap<string, string> = new Map([
  ...["child_process", "cluster", "worker_threads"].map((name) => [name, "a kata's code starts no other programs or threads"] as const),
  ...["net", "tls", "http", "https", "http2", "dgram", "dns", "dns/promises"].map((name) => [name, "a kata's code has no network"] as const),
  ...["domain", "inspector", "inspector/promises", "module", "repl", "sea", "trace_events", "tty", "v8", "vm", "wasi"].map((name) => [name, unlisted] as const),
  ...["sqlite"].map((name) => [name, "a kata's code writes no files"] as const),
  ...["test", "test/reporters"].map((name) => [name, "a kata's tests are written with describe and it, which are there without being imported"] as const),
]);

/** Whether `specifier` names a module of Node, of those that are listed or any other. */
export function isBuiltin(specifier: string): boolean {
  return specifier.startsWith("node:") || allowed.has(specifier) || reasons.has(specifier);
}

/** The sentence with which a module of Node is refused; `undefined` when it may be used. */
export function refusalOf(specifier: string): string | undefined {
  const name = specifier.replace(/^node:/, "");
  return allowed.has(name) ? undefined : `“${specifier}” cannot be used here: ${reasons.get(name) ?? unlisted}.`;
}
