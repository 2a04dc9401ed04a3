import * as vscode from "vscode";
import type { Dialogs } from "./dialogs";

export interface DeepLinkSurroundings {
  readonly dialogs: Dialogs;
  /** Goes on as if the person had named the source herself. */
  readonly install: (source: string) => unknown;
}

/** Follows `vscode://health-it-katas.health-it-katas/install?source=…`, which anybody can write: nothing is fetched before the person agrees. */
export function registerDeepLinks(around: DeepLinkSurroundings): vscode.Disposable {
  return vscode.window.registerUriHandler({ handleUri: async (uri) => await followLink(uri, around) });
}

/** @param uri `path` and `query` as the editor hands them over: decoded */
export async function followLink({ path, query }: Pick<vscode.Uri, "path" | "query">, { dialogs, install }: DeepLinkSurroundings): Promise<void> {
  const source = path === "/install" ? /(?:^|&)source=([^&]*)/.exec(query)?.[1] : undefined;
  // Files of this machine are nothing for a link: whoever wrote it cannot know them, and must not choose among them.
  if (source === undefined || !/^(?:https:\/\/|npm:)[^\s\p{Cc}\p{Cf}]+$/u.test(source)) {
    dialogs.inform("error", vscode.l10n.t("This link cannot be followed: it has to name an https address or an npm package to install."));
    return;
  }
  const detail = vscode.l10n.t("Go on only if you trust who gave you the link. You will see what the pack is, and be asked, before it is installed.");
  if (await dialogs.confirm(vscode.l10n.t("A link asks to install a pack from {0}.", source), detail, vscode.l10n.t("Look for the Pack"))) {
    await install(source);
  }
}
