import * as vscode from "vscode";
import { addressFault } from "../../core/packs/install/downloads";
import { isRecord } from "../../core/record";
import { registryTokensSecret } from "../../ids";
import type { Dialogs } from "../dialogs";
import type { PackSurroundings } from "./packManagement";

/** Tokens of registries, by their name in npm's settings: `//host/path/`. They are kept among the editor's secrets, encrypted, and nowhere else. */
export class RegistryTokens {
  constructor(
    private readonly secrets: PackSurroundings["secrets"],
    private readonly dialogs: Dialogs,
  ) {}

  async all(): Promise<Readonly<Record<string, string>>> {
    const stored = await this.secrets.get(registryTokensSecret);
    if (stored === undefined) {
      return {};
    }
    try {
      const parsed: unknown = JSON.parse(stored);
      return isRecord(parsed) ? Object.fromEntries(Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === "string")) : {};
    } catch {
      // A damaged store counts as an empty one: the token can be set again.
      return {};
    }
  }

  /** Asks for a registry and its token, and keeps it. */
  async set(): Promise<void> {
    const address = await this.dialogs.ask(vscode.l10n.t("Set Registry Token"), vscode.l10n.t("The address of the registry"), {
      placeholder: "https://registry.example.org/",
      fault: (text) => (addressFault(text) === undefined ? undefined : vscode.l10n.t("Write the address of the registry with https:// in front.")),
    });
    if (address === undefined) {
      return;
    }
    const registry = registryKey(address);
    const token = await this.dialogs.ask(vscode.l10n.t("Set Registry Token"), vscode.l10n.t("The token for {0}; it is kept encrypted and sent to this registry only", registry), { secret: true });
    if (token === undefined) {
      return;
    }
    await this.secrets.store(registryTokensSecret, JSON.stringify({ ...(await this.all()), [registry]: token }));
    this.dialogs.inform("info", vscode.l10n.t("The token for {0} is kept.", registry));
  }

  /** Asks which token to forget. */
  async forget(): Promise<void> {
    const all = await this.all();
    const known = Object.keys(all);
    if (known.length === 0) {
      this.dialogs.inform("info", vscode.l10n.t("No token of a registry is kept."));
      return;
    }
    const gone = await this.dialogs.choose(vscode.l10n.t("Forget Registry Token"), vscode.l10n.t("Which registry?"), known.map((registry) => ({ label: registry, value: registry })));
    if (gone === undefined) {
      return;
    }
    const rest = Object.fromEntries(Object.entries(all).filter(([registry]) => registry !== gone));
    await (known.length === 1 ? this.secrets.delete(registryTokensSecret) : this.secrets.store(registryTokensSecret, JSON.stringify(rest)));
    this.dialogs.inform("info", vscode.l10n.t("The token for {0} is forgotten.", gone));
  }
}

/** How npm names a registry in its settings. */
export function registryKey(address: string): string {
  const { host, pathname } = new URL(address);
  return `//${host}${pathname.endsWith("/") ? pathname : `${pathname}/`}`;
}
