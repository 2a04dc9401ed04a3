import type { Logger } from "../../src/core/logger";

/** A logger that keeps what it is told. */
export class SilentLogger implements Logger {
  readonly lines: string[] = [];

  trace(message: string): void {
    this.lines.push(message);
  }

  debug(message: string): void {
    this.lines.push(message);
  }

  info(message: string): void {
    this.lines.push(message);
  }

  warn(message: string): void {
    this.lines.push(message);
  }

  error(message: string, error?: unknown): void {
    this.lines.push(error instanceof Error ? `${message} ${error.message}` : message);
  }
}
