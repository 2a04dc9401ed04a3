import * as vscode from "vscode";
import { lockFileName } from "../../core/packs/install/lockFileName";
import { parseSource } from "../../core/packs/install/packSource";
import type { PreparedPack } from "../../core/packs/install/installer";
import type { InstalledPack } from "../../core/packs/install/packStore";
import type { ResolvedPack } from "../../core/packs/install/resolvedPack";
import type { Distribution } from "../../env/distribution/main";
import { views } from "../../ids";
import { agreed } from "./consent";
import { resolvePinned } from "./locked";
import { receivedText, withProgress, type LoadDistribution } from "./openDistribution";
import type { PackSurroundings } from "./packManagement";
import { chooseSource } from "./sources";

interface WantedPack {
  readonly resolved: ResolvedPack;
  /** What a lock file pins, if one does. */
  readonly integrity: string | undefined;
}

/** Installs packs: found, fetched and judged, shown, agreed to, and only then written. */
export class PackInstallation {
  constructor(
    private readonly around: PackSurroundings,
    private readonly distribution: LoadDistribution,
  ) {}

  /** @param source as `parseSource` reads it, with an absolute path; asked for when there is none */
  async install(source: string | undefined): Promise<void> {
    const text = source ?? (await chooseSource(this.around.dialogs));
    if (text === undefined) {
      return;
    }
    const distribution = await this.distribution();
    if (text === lockFileName) {
      await this.installAll(distribution, await resolvePinned(this.around, distribution));
      return;
    }
    const parsed = parseSource(text, (path) => path);
    const title = vscode.l10n.t("Looking for packs");
    const found = await withProgress(title, async (signal) => await distribution.installer.resolve(parsed, {}, signal));
    const wanted = found.length > 1 ? await this.some(found) : found;
    if (wanted !== undefined && wanted.length > 0) {
      await this.installAll(distribution, wanted.map((resolved) => ({ resolved, integrity: undefined })));
    }
  }

  private async some(found: readonly ResolvedPack[]): Promise<readonly ResolvedPack[] | undefined> {
    return await this.around.dialogs.chooseSome(
      vscode.l10n.t("Install Pack"),
      vscode.l10n.t("Which packs?"),
      found.map((pack) => ({ label: pack.name, description: pack.version, value: pack })),
    );
  }

  /** Everything is fetched and judged before anything is written: one bad pack, and nothing is installed. */
  private async installAll({ installer, store }: Distribution, wanted: readonly WantedPack[]): Promise<void> {
    const there: InstalledPack[] = [];
    const prepared: PreparedPack[] = [];
    for (const { resolved, integrity } of wanted) {
      const installed = integrity === undefined || integrity === resolved.integrity ? await installer.installed(resolved) : undefined;
      if (installed === undefined) {
        prepared.push(await withProgress(vscode.l10n.t("Fetching {0} {1}", resolved.name, resolved.version), async (signal, say) =>
          await installer.prepare(resolved, integrity, signal, (received, total) => say(receivedText(received, total)))));
      } else {
        there.push(installed);
      }
    }
    if (!(await agreed(this.around, prepared))) {
      this.around.dialogs.inform("info", vscode.l10n.t("Nothing was installed."));
      return;
    }
    for (const each of there.filter(({ current }) => !current)) {
      await store.use(each.name, each.version);
    }
    for (const each of prepared) {
      await installer.install(each, true);
    }
    await this.around.onChanged();
    const names = [...there, ...prepared.map(({ offer }) => offer)].map(({ name, version }) => `${name} ${version}`).join(", ");
    const message = prepared.length === 0 ? vscode.l10n.t("{0} was installed already, and is in use.", names) : vscode.l10n.t("Installed: {0}", names);
    this.around.dialogs.inform("info", message, { label: vscode.l10n.t("Show Katas"), accept: () => vscode.commands.executeCommand(`${views.katas}.focus`) });
  }
}
