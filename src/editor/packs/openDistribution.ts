import * as vscode from "vscode";
import type { Distribution } from "../../env/distribution/main";
import { localFolders } from "../paths";
import type { PackSurroundings } from "./packManagement";
import type { RegistryTokens } from "./registryTokens";

export type LoadDistribution = () => Promise<Distribution>;

/** What packs travel with, with the tokens and the trust of this moment. */
export async function openDistribution({ services, dataFolder }: PackSurroundings, tokens: RegistryTokens): Promise<Distribution> {
  const [{ createDistribution }, loaded, known] = await Promise.all([import("../../env/distribution/main"), services(), tokens.all()]);
  return createDistribution({
    services: loaded,
    dataFolder,
    // A folder that nobody trusts must not say where packs come from.
    projectFolder: vscode.workspace.isTrusted ? localFolders()[0]?.path : undefined,
    environment: process.env,
    now: () => new Date(),
    tokenFor: (registry) => known[registry],
  });
}

/** Does work under a notification with a button to cancel it. */
export async function withProgress<Result>(title: string, work: (signal: AbortSignal, say: (message: string) => void) => Promise<Result>): Promise<Result> {
  return await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
    const stopping = new AbortController();
    const cancelling = token.onCancellationRequested(() => stopping.abort(new vscode.CancellationError()));
    try {
      return await work(stopping.signal, (message) => progress.report({ message }));
    } finally {
      cancelling.dispose();
    }
  });
}

/** Bytes that have come, as a person reads them. */
export function receivedText(received: number, total: number | undefined): string {
  const kilobytes = (bytes: number): string => Math.ceil(bytes / 1000).toLocaleString(vscode.env.language);
  return total === undefined ? vscode.l10n.t("{0} kB", kilobytes(received)) : vscode.l10n.t("{0} of {1} kB", kilobytes(received), kilobytes(total));
}
