import * as vscode from "vscode";
import { HumanError } from "../core/humanError";
import type { Logger } from "../core/logger";
import type { CatalogueEntry } from "../core/packs/kata";
import type { Kata, KataSummary } from "../core/packs/kata";
import type { LoadServices } from "./services";

/** A pack of a later format than this version knows. */
export interface NewerPack {
  readonly name: string;
  readonly title: string;
}

/** The katas there are, as the views need them. Nothing is read before the first question. */
export class Library implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private entries: ReadonlyMap<string, CatalogueEntry> | undefined;
  private newerPacks: readonly NewerPack[] = [];

  constructor(
    private readonly services: LoadServices,
    private readonly log: Logger,
  ) {}

  /** What is known without waiting: empty until the first `summaries`. */
  get known(): readonly KataSummary[] {
    return this.entries === undefined ? [] : [...this.entries.values()].map(({ summary }) => summary);
  }

  /** Packs that this version cannot read; known after the first `summaries`. */
  get newer(): readonly NewerPack[] {
    return this.newerPacks;
  }

  /** Every kata, pack by pack. */
  async summaries(): Promise<readonly KataSummary[]> {
    await this.load();
    return this.known;
  }

  /** @throws HumanError when no pack has such a kata */
  async find(uuid: string): Promise<CatalogueEntry> {
    const found = (await this.load()).get(uuid);
    return found ?? (await (await this.services()).catalogue.find(uuid));
  }

  /**
   * Reads a kata whole.
   * @throws HumanError when there is no such kata, or it is not sound
   */
  async open(uuid: string): Promise<Kata> {
    const entry = await this.find(uuid);
    const reading = await (await this.services()).catalogue.open(entry);
    if (reading.state === "ready") {
      return reading.kata;
    }
    const problem = reading.problems[0]?.message ?? "It could not be read.";
    for (const { file, message } of reading.problems) {
      this.log.warn(`${file}: ${message}`);
    }
    const kata = `${entry.summary.pack}/${entry.summary.id}`;
    throw new HumanError(
      "editor.brokenKata",
      `The kata ${kata} cannot be used: ${problem} Tell the author of the pack.`,
      { kata, problem },
    );
  }

  /** Reads everything again when next asked. */
  async refresh(): Promise<void> {
    this.entries = undefined;
    (await this.services()).catalogue.refresh();
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async load(): Promise<ReadonlyMap<string, CatalogueEntry>> {
    if (this.entries !== undefined) {
      return this.entries;
    }
    const { catalogue } = await this.services();
    const listing = await catalogue.list();
    for (const problem of listing.problems) {
      this.log.warn(`${problem.file}: ${problem.message}`);
    }
    for (const { name } of listing.newer) {
      this.log.warn(`The pack ${name} needs a newer version of this extension.`);
    }
    this.newerPacks = listing.newer.map(({ name, title }) => ({ name, title }));
    this.entries = new Map((await catalogue.entries()).map((entry) => [entry.summary.uuid, entry]));
    return this.entries;
  }
}
