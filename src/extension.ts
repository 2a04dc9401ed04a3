import type * as vscode from "vscode";
import { activateExtension } from "./activate";
import type { Activated } from "./activate";

let running: Activated | undefined;

/** The editor calls this when the extension is first needed; resolves with the API for other extensions. */
export function activate(context: vscode.ExtensionContext): Activated["api"] {
  running = activateExtension(context);
  return running.api;
}

/** The editor waits for this when the window closes: what was being written is written, what was running is gone. */
export async function deactivate(): Promise<void> {
  await running?.end();
}
