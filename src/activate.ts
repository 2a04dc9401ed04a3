import { randomUUID } from "node:crypto";
import { homedir } from "node:os";
import * as vscode from "vscode";
import type { HealthItKatasApi } from "./api";
import { buildEditor } from "./editor/buildEditor";
import { inBackground, registerCommands } from "./editor/commands";
import { commandHandlers } from "./editor/commandHandlers";
import { createDialogs } from "./editor/dialogs";
import { createLogger } from "./editor/log";
import { pathOf } from "./editor/paths";
import { versionsOf } from "./editor/reports/versions";
import { StoredState } from "./editor/storedState";
import { ScriptedDialogs, testHooks } from "./editor/testHooks";
import type { TestHooks } from "./editor/testHooks";

/** An extension that runs, until `end`. */
export interface Activated {
  readonly api: HealthItKatasApi & { readonly testing?: TestHooks };
  end(): Promise<void>;
}

/**
 * Registers everything and returns. Nothing is read from the disk and no bundle beside this one is loaded before somebody asks for something.
 * @throws whatever goes wrong, after the person was told
 */
export function activateExtension(context: vscode.ExtensionContext): Activated {
  const from = performance.now();
  const log = createLogger();
  context.subscriptions.push(log);
  const scripted = context.extensionMode === vscode.ExtensionMode.Test ? new ScriptedDialogs() : undefined;
  const dialogs = scripted ?? createDialogs();
  try {
    const editor = buildEditor({
      extension: context.extensionUri,
      log,
      dialogs,
      stored: new StoredState(context.workspaceState, log),
      storedForAll: new StoredState(context.globalState, log),
      secrets: context.secrets,
      dataFolder: pathOf(vscode.Uri.file(context.globalStorageUri.fsPath)) ?? "",
      versions: versionsOf(context.extension),
      home: pathOf(vscode.Uri.file(homedir())) ?? "",
      newId: randomUUID,
    });
    context.subscriptions.push(editor, registerCommands(commandHandlers(editor.handling), { log, dialogs }));
    inBackground(log, "Looking at what is open", editor.begin());
    log.info(`Activated in ${(performance.now() - from).toFixed(1)} ms.`);
    return { api: { ...editor.api, ...(scripted === undefined ? {} : { testing: testHooks(editor, scripted) }) }, end: () => editor.end() };
  } catch (error) {
    log.error("Health IT Katas could not be activated.", error);
    dialogs.inform("error", vscode.l10n.t("Health IT Katas could not start. The log says why."), { label: vscode.l10n.t("Show Log"), accept: () => log.show() });
    throw error;
  }
}
