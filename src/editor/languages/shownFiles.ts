import * as vscode from "vscode";

/** What a file is known by in lists of ours. */
export function keyOf(uri: vscode.Uri): string {
  return uri.toString();
}

/** The key of the file that a tab shows, of a comparison the side that can be edited; `undefined` when it shows no text. */
export function keyOfTab({ input }: vscode.Tab): string | undefined {
  return input instanceof vscode.TabInputText ? keyOf(input.uri) : input instanceof vscode.TabInputTextDiff ? keyOf(input.modified) : undefined;
}

/** Whether a file has a tab: a document stays open for the editor, and visible in its lists, for a while after a person closed it. */
export function isShown(uri: vscode.Uri): boolean {
  const key = keyOf(uri);
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => keyOfTab(tab) === key));
}
