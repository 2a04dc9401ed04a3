import * as vscode from "vscode";
import { HumanError } from "../../core/humanError";
import type { KataFolder } from "../../core/learner/kataFolder";
import { startedFolders } from "../../core/learner/startedFolders";
import type { PreparedPack } from "../../core/packs/install/installer";
import { soundKatas } from "../../core/packs/install/packOffer";
import type { InstalledPack } from "../../core/packs/install/packStore";
import { newerVersion } from "../../core/packs/update/newerVersion";
import { packChanges, type KataChange } from "../../core/packs/update/packChanges";
import { tryNewChecks } from "../../core/packs/update/tryChecks";
import type { Distribution } from "../../env/distribution/main";
import { schemes } from "../../ids";
import { translateError } from "../messages";
import { localFolders } from "../paths";
import { agreed } from "./consent";
import { receivedText, withProgress, type LoadDistribution } from "./openDistribution";
import type { PackSurroundings } from "./packManagement";
import { mergeStarters } from "./starterMerge";
import { kataLine, updatePage, type ChangedKata } from "./updateReport";

interface NewerPack {
  readonly pack: InstalledPack;
  readonly prepared: PreparedPack;
}

/** Katas of which the question itself tells; the page behind it tells of all. */
const linesInQuestion = 8;

/** Newer versions of installed packs: what they change for this person, and her decision. */
export class PackUpdates {
  constructor(
    private readonly around: PackSurroundings,
    private readonly distribution: LoadDistribution,
  ) {}

  async update(): Promise<void> {
    const { dialogs, services } = this.around;
    const packs = (await (await services()).installed.list()).filter(({ current }) => current);
    if (packs.length === 0) {
      dialogs.inform("info", vscode.l10n.t("No pack is installed."));
      return;
    }
    const distribution = await this.distribution();
    const { newer, failed } = await this.look(distribution, packs);
    if (newer.length === 0 && !failed) {
      dialogs.inform("info", vscode.l10n.t("Every pack is up to date."));
    }
    for (const each of newer) {
      await this.offer(distribution, each);
    }
  }

  /** A source that cannot be asked keeps nobody from updating the other packs. */
  private async look({ installer }: Distribution, packs: readonly InstalledPack[]): Promise<{ readonly newer: readonly NewerPack[]; readonly failed: boolean }> {
    return await withProgress(vscode.l10n.t("Looking for newer versions"), async (signal, say) => {
      const newer: NewerPack[] = [];
      let failed = false;
      for (const pack of packs) {
        say(pack.name);
        try {
          const resolved = await newerVersion(installer, pack, signal);
          if (resolved !== undefined) {
            newer.push({ pack, prepared: await installer.prepare(resolved, undefined, signal, (received, total) => say(`${pack.name}: ${receivedText(received, total)}`)) });
          }
        } catch (error) {
          if (!(error instanceof HumanError)) {
            throw error;
          }
          failed = true;
          this.around.dialogs.inform("error", translateError(error));
        }
      }
      return { newer, failed };
    });
  }

  private async offer({ installer, inspector, store }: Distribution, { pack, prepared }: NewerPack): Promise<void> {
    const { services, dialogs, texts } = this.around;
    const { files, hasher, packs, katas } = await services();
    const before = { files, katas: await soundKatas(await packs.read(pack.folder, false), katas) };
    const changes = await packChanges(before, await inspector.katas(prepared.files), hasher);
    if (!(await agreed(this.around, [prepared]))) {
      return;
    }
    // It lies beside the one in use, which stays in use until she decides.
    const installed = await installer.install(prepared, false);
    const started = await this.startedOf(pack.name);
    const changed = await withProgress(vscode.l10n.t("Trying {0} {1} on what you have", pack.name, installed.version), async (signal) =>
      await this.reports(changes.filter(({ state }) => state !== "same"), installed, started, signal));
    const title = `${pack.name} ${pack.version} → ${installed.version}`;
    const page = texts.add(schemes.report, `packs/${pack.name.replace("/", " ")} ${installed.version} changes.txt`, updatePage(title, changed));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(page), { preview: false });
    const mine = changed.filter((kata) => kata.started.length > 0);
    const detail = [...(mine.length === 0 ? [vscode.l10n.t("No kata that you started changes.")] : mine.slice(0, linesInQuestion).map(kataLine)), vscode.l10n.t("Your files stay as they are, and you can roll back.")].join("\n");
    if (!(await dialogs.confirm(vscode.l10n.t("Use {0} {1} from now on?", pack.name, installed.version), detail, vscode.l10n.t("Use New Version")))) {
      dialogs.inform("info", vscode.l10n.t("{0} stays at {1}.", pack.name, pack.version));
      return;
    }
    await store.use(installed.name, installed.version);
    await this.around.onChanged();
    dialogs.inform("info", vscode.l10n.t("{0} is at {1} now. Your files are as they were.", pack.name, installed.version));
    await mergeStarters(this.around, started);
  }

  private async startedOf(pack: string): Promise<readonly KataFolder[]> {
    const { files } = await this.around.services();
    const found = await Promise.all(localFolders().map(async ({ path }) => await startedFolders(files, path)));
    return found.flat().filter(({ marker }) => marker.pack === pack);
  }

  private async reports(changes: readonly KataChange[], installed: InstalledPack, folders: readonly KataFolder[], signal: AbortSignal): Promise<readonly ChangedKata[]> {
    const { files, packs, katas, attempts } = await this.around.services();
    const now = await soundKatas(await packs.read(installed.folder, false), katas);
    const reports: ChangedKata[] = [];
    for (const change of changes) {
      const kata = now.find(({ manifest }) => manifest.uuid === change.uuid);
      const started = [];
      for (const folder of folders.filter(({ marker }) => marker.uuid === change.uuid)) {
        await this.around.settle(folder.path);
        const tried = kata === undefined ? undefined : await tryNewChecks({ files, attempts, editor: "vscode" }, folder, kata, change, signal);
        started.push({ folder: folder.path, version: folder.marker.version, ...(tried === undefined ? {} : { tried }) });
      }
      reports.push({ ...change, started });
    }
    return reports;
  }
}
