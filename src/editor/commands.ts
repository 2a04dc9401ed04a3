import * as vscode from "vscode";
import { HumanError, toError } from "../core/humanError";
import type { Logger } from "../core/logger";
import { commands } from "../ids";
import type { CommandId } from "../ids";
import type { Dialogs } from "./dialogs";
import { translateError } from "./messages";

/** What each command does. Anyone may call a command with anything, so arguments are looked at before they are believed. */
export type CommandHandlers = Readonly<Record<CommandId, (...args: readonly unknown[]) => unknown>>;

export interface CommandSurroundings {
  readonly log: Logger;
  readonly dialogs: Dialogs;
}

/**
 * The one owner of commands. Each call is timed in the log; what goes wrong is shown, because a person asked for it:
 * a `HumanError` as it is, anything else as a fault of the extension, with ways to look at it and to report it.
 */
export function registerCommands(handlers: CommandHandlers, { log, dialogs }: CommandSurroundings): vscode.Disposable {
  const ids = Object.values(commands);
  return vscode.Disposable.from(
    ...ids.map((id) =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) => {
        const from = performance.now();
        try {
          const result = await handlers[id](...args);
          log.debug(`${id} took ${(performance.now() - from).toFixed(0)} ms.`);
          return result;
        } catch (thrown) {
          showFailure(id, thrown, { log, dialogs });
          return undefined;
        }
      }),
    ),
  );
}

function showFailure(id: CommandId, thrown: unknown, { log, dialogs }: CommandSurroundings): void {
  if (isCancellation(thrown)) {
    log.debug(`${id} was cancelled.`);
    return;
  }
  const run = (command: CommandId) => () => vscode.commands.executeCommand(command);
  const showLog = { label: vscode.l10n.t("Show Log"), accept: run(commands.showLog) };
  if (thrown instanceof HumanError) {
    log.warn(`${id}: ${thrown.message}`);
    dialogs.inform("error", translateError(thrown), showLog);
    return;
  }
  log.error(`${id} failed.`, thrown);
  const message = vscode.l10n.t("Health IT Katas ran into a fault of its own: {0}", sentence(toError(thrown).message));
  dialogs.inform("error", message, showLog, { label: vscode.l10n.t("Report Issue"), accept: run(commands.reportIssue) });
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Whether something ended because somebody wanted it to end. */
export function isCancellation(thrown: unknown): boolean {
  return thrown instanceof vscode.CancellationError || (thrown instanceof Error && thrown.name === "AbortError");
}

/** Lets work that nobody waits for go on. What goes wrong is logged: nobody asked for it, so nobody is told. */
export function inBackground(log: Logger, what: string, work: PromiseLike<unknown>): void {
  work.then(undefined, (thrown: unknown) => {
    if (isCancellation(thrown)) {
      log.debug(`${what}: cancelled.`);
    } else if (thrown instanceof HumanError) {
      log.warn(`${what}: ${thrown.message}`);
    } else {
      log.error(`${what} failed.`, thrown);
    }
  });
}
