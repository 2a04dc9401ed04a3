import * as vscode from "vscode";
import type { Logger } from "../core/logger";

/** The editor's log channel behind the interface that core and env know. */
export interface ChannelLogger extends Logger, vscode.Disposable {
  /** Brings the channel to the front. */
  show(): void;
}

/** Makes the channel "Health IT Katas" of the Output view. */
export function createLogger(): ChannelLogger {
  const channel = vscode.window.createOutputChannel("Health IT Katas", { log: true });
  return {
    trace: (message) => channel.trace(message),
    debug: (message) => channel.debug(message),
    info: (message) => channel.info(message),
    warn: (message) => channel.warn(message),
    error: (message, error) => {
      channel.error(error === undefined ? message : `${message} ${describe(error)}`);
    },
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const cause = error.cause === undefined ? "" : `\ncaused by ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
