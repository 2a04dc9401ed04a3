import type { FileSystem } from "../fileSystem";
import { joinPath, nameOf } from "../path";
import { catalogueFileName, parseCatalogue, summaryOf } from "./catalogueFile";
import type { KataSummary, Pack } from "./kata";
import { findKata } from "./kataReference";
import { fileProblem, type PackProblem } from "./packProblem";
import type { KataReader, KataReading } from "./readKata";
import type { PackReader, PackReading } from "./readPack";

/** Somewhere packs come from: the extension's own folder, the folders of a workspace, another extension. */
export interface KataSource {
  /** Unique, for logs. */
  readonly id: string;
  /** True only for what ships with this program: test code of such packs is trusted. */
  readonly bundled: boolean;
  /** Absolute paths with `/`: each is a pack, or a folder whose direct subfolders are packs. One that is not there counts as empty. */
  folders(): Promise<readonly string[]>;
}

/** A kata as lists know it, with its pack. */
export interface CatalogueEntry {
  readonly pack: Pack;
  readonly summary: KataSummary;
}

/** A pack that was read, and its katas in the author's order. */
export interface ListedPack {
  readonly pack: Pack;
  readonly katas: readonly KataSummary[];
}

export interface CatalogueListing {
  readonly packs: readonly ListedPack[];
  /** Packs of a later format: "needs a newer extension". */
  readonly newer: readonly Extract<PackReading, { state: "newer" }>[];
  /** What keeps packs and katas from being listed; the others are listed all the same. */
  readonly problems: readonly PackProblem[];
}

/** All katas there are, from every source; of packs with the same name the first source's is taken. */
export class Catalogue {
  private listing: Promise<CatalogueListing> | undefined;

  constructor(
    private readonly files: FileSystem,
    private readonly sources: readonly KataSource[],
    private readonly packs: PackReader,
    private readonly katas: KataReader,
  ) {}

  /** Reads once, then answers from memory until `refresh`. */
  async list(): Promise<CatalogueListing> {
    this.listing ??= this.read();
    return await this.listing;
  }

  /** The next `list` reads again. */
  refresh(): void {
    this.listing = undefined;
  }

  /** Every kata, pack by pack. */
  async entries(): Promise<readonly CatalogueEntry[]> {
    return (await this.list()).packs.flatMap(({ pack, katas }) => katas.map((summary) => ({ pack, summary })));
  }

  /**
   * The kata that a uuid, `pack/id` (the pack's name or its last part), or an id that is unique means.
   * @throws HumanError `kata.unknown` or `kata.ambiguous`, with the candidates
   */
  async find(reference: string): Promise<CatalogueEntry> {
    const { newer } = await this.list();
    return findKata(reference, await this.entries(), newer);
  }

  /** Reads a kata whole. */
  async open({ pack, summary }: CatalogueEntry): Promise<KataReading> {
    return await this.katas.read(pack, summary.id);
  }

  private async read(): Promise<CatalogueListing> {
    const packs: ListedPack[] = [];
    const newer: Extract<PackReading, { state: "newer" }>[] = [];
    const problems: PackProblem[] = [];
    const uuids = new Map<string, KataSummary>();
    for (const source of this.sources) {
      for (const folder of await this.packFolders(source)) {
        const reading = await this.packs.read(folder, source.bundled);
        if (reading.state === "newer") {
          newer.push(reading);
        } else if (reading.state === "broken") {
          problems.push(...reading.problems);
        } else if (!packs.some(({ pack }) => pack.name === reading.pack.name)) {
          const listed = await this.summaries(reading.pack, reading.katas, problems);
          packs.push({ pack: reading.pack, katas: listed.filter((summary) => isFirst(summary, uuids, reading.pack, problems)) });
        }
      }
    }
    return { packs, newer, problems };
  }

  private async packFolders(source: KataSource): Promise<readonly string[]> {
    const found: string[] = [];
    for (const folder of await source.folders()) {
      if ((await this.files.stat(folder))?.kind !== "directory") {
        continue;
      }
      if (await this.packs.isPack(folder)) {
        found.push(folder);
        continue;
      }
      for (const { name, kind } of await this.files.list(folder)) {
        const inside = joinPath(folder, name);
        if (kind === "directory" && !name.startsWith(".") && name !== "node_modules" && (await this.packs.isPack(inside))) {
          found.push(inside);
        }
      }
    }
    return found;
  }

  /** From the generated `catalogue.json`; a kata that is not in it is read. */
  private async summaries(pack: Pack, ids: readonly string[], problems: PackProblem[]): Promise<readonly KataSummary[]> {
    const generated = await this.generated(pack);
    const found: KataSummary[] = [];
    for (const id of ids) {
      const listed = generated.get(id);
      if (listed !== undefined) {
        found.push(listed);
        continue;
      }
      const reading = await this.katas.read(pack, id);
      if (reading.state === "ready") {
        found.push(summaryOf(reading.kata));
      } else {
        problems.push(...reading.problems);
      }
    }
    return found;
  }

  private async generated(pack: Pack): Promise<ReadonlyMap<string, KataSummary>> {
    const path = joinPath(pack.folder, catalogueFileName);
    if ((await this.files.stat(path))?.kind !== "file") {
      return new Map();
    }
    const summaries = parseCatalogue(new TextDecoder().decode(await this.files.readFile(path)), pack.name) ?? [];
    return new Map(summaries.map((summary) => [summary.id, summary]));
  }
}

function isFirst(summary: KataSummary, uuids: Map<string, KataSummary>, pack: Pack, problems: PackProblem[]): boolean {
  const first = uuids.get(summary.uuid);
  if (first === undefined) {
    uuids.set(summary.uuid, summary);
    return true;
  }
  const message = `The uuid ${summary.uuid} is also that of ${first.pack}/${first.id}, which is listed; give ${nameOf(pack.folder)}/${summary.id} a uuid of its own.`;
  problems.push(fileProblem(joinPath(pack.folder, summary.id, "kata.json"), "kata.duplicateUuid", message, { uuid: summary.uuid, other: `${first.pack}/${first.id}` }));
  return false;
}
