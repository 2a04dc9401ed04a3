/** Where core and env say what they do. The editor puts a log channel behind it, the command line stderr, tests an array. */
export interface Logger {
  trace(message: string): void;
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}
