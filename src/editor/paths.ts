import * as vscode from "vscode";

/** A file's address as the path core knows: absolute, with `/`; `undefined` where it is not on a disk of this machine. */
export function pathOf(uri: vscode.Uri): string | undefined {
  if (uri.scheme !== "file") {
    return undefined;
  }
  const path = uri.fsPath.replaceAll("\\", "/");
  // The editor writes Windows drives in small letters, Node in capitals.
  return /^[a-z]:/.test(path) ? path.charAt(0).toUpperCase() + path.slice(1) : path;
}

/** The address of a path of core. */
export function uriOf(path: string): vscode.Uri {
  return vscode.Uri.file(path);
}

/** The workspace folders that lie on a disk of this machine. */
export function localFolders(): readonly { readonly name: string; readonly path: string; readonly uri: vscode.Uri }[] {
  return (vscode.workspace.workspaceFolders ?? []).flatMap(({ name, uri }) => {
    const path = pathOf(uri);
    return path === undefined ? [] : [{ name, path, uri }];
  });
}
