import type { Logger } from "../../../src/core/logger";

/** A logger for tests that do not look at the log. */
export const silentLogger: Logger = {
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
