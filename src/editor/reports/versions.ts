import * as vscode from "vscode";

/** Which program runs where. */
export interface Versions {
  readonly extension: string;
  /** How attempts name this editor, such as `vscode 1.100.0`. */
  readonly editor: string;
  /** Name and value, for reports. */
  lines(): readonly (readonly [string, string])[];
}

/** Reads what the extension's own manifest and the editor say of themselves. */
export function versionsOf(extension: Pick<vscode.Extension<unknown>, "packageJSON">): Versions {
  const manifest: unknown = extension.packageJSON;
  const version = typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "?";
  return {
    extension: version,
    editor: `vscode ${vscode.version}`,
    lines: () => [
      ["Health IT Katas", version],
      [vscode.env.appName, `${vscode.version} (${vscode.env.appHost}${vscode.env.remoteName === undefined ? "" : ", remote"})`],
      [vscode.l10n.t("System"), `${process.platform} ${process.arch}`],
      [vscode.l10n.t("Node.js of the editor"), process.version],
      [vscode.l10n.t("Language"), vscode.env.language],
    ],
  };
}
