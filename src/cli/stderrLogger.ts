import type { Logger } from "../core/logger";

const levels = ["trace", "debug", "info", "warn", "error"] as const;

/** Writes to stderr from a level on: `warn` unless the environment variable HEALTH_IT_KATAS_LOG names another. */
export function stderrLogger(level: string | undefined): Logger {
  const from = Math.max(0, levels.findIndex((each) => each === (level ?? "warn")));
  const at = (name: (typeof levels)[number]) => (message: string, error?: unknown): void => {
    if (levels.indexOf(name) >= from) {
      process.stderr.write(`${name}: ${message}${error instanceof Error ? `\n${error.stack ?? error.message}` : ""}\n`);
    }
  };
  return { trace: at("trace"), debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
