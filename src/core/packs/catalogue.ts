import { mapLimited } from "../concurrency";
import type { FileSystem } from "../fileSystem";
import { joinPath, nameOf } from "../path";
import { catalogueFileName, parseCatalogue, summaryOf } from "./catalogueFile";
import type { CatalogueEntry, KataSummary, Pack } from "./kata";
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

/** Packs that are read at once. */
const filesAtOnce = 16;

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
    const names = new Set<string>();
    const uuids = new Map<string, KataSummary>();
    for (const source of this.sources) {
      const readings = await this.readings(source);
      const ready = readings.flatMap((reading) => (reading.state === "ready" ? [reading] : []));
      const first = ready.filter(({ pack }) => !names.has(pack.name) && names.add(pack.name));
      newer.push(...readings.flatMap((reading) => (reading.state === "newer" ? [reading] : [])));
      problems.push(...readings.flatMap((reading) => (reading.state === "broken" ? reading.problems : [])));
      const listed = await mapLimited(first, filesAtOnce, async ({ pack, katas }) => ({ pack, ...(await this.summaries(pack, katas)) }));
      for (const { pack, katas, problems: found } of listed) {
        problems.push(...found);
        packs.push({ pack, katas: katas.filter((summary) => isFirst(summary, uuids, pack, problems)) });
      }
    }
    return { packs, newer, problems };
  }

  private async readings(source: KataSource): Promise<readonly PackReading[]> {
    const { bundled } = source;
    const found = await mapLimited(await source.folders(), filesAtOnce, async (folder) => {
      if ((await this.files.stat(folder))?.kind !== "directory") {
        return [];
      }
      const itself = await this.packs.readIfPack(folder, bundled);
      return itself === undefined ? await this.readingsBelow(folder, bundled) : [itself];
    });
    return found.flat();
  }

  private async readingsBelow(folder: string, bundled: boolean): Promise<readonly PackReading[]> {
    const below = (await this.files.list(folder)).filter(({ name, kind }) => kind === "directory" && !name.startsWith(".") && name !== "node_modules");
    const found = await mapLimited(below, filesAtOnce, async ({ name }) => await this.packs.readIfPack(joinPath(folder, name), bundled));
    return found.filter((reading) => reading !== undefined);
  }

  /** From the generated `catalogue.json`; a kata that is not in it is read. */
  private async summaries(pack: Pack, ids: readonly string[]): Promise<{ readonly katas: readonly KataSummary[]; readonly problems: readonly PackProblem[] }> {
    const generated = await this.generated(pack);
    const katas: KataSummary[] = [];
    const problems: PackProblem[] = [];
    for (const id of ids) {
      const listed = generated.get(id);
      if (listed !== undefined) {
        katas.push(listed);
        continue;
      }
      const reading = await this.katas.read(pack, id);
      if (reading.state === "ready") {
        katas.push(summaryOf(reading.kata));
      } else {
        problems.push(...reading.problems);
      }
    }
    return { katas, problems };
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
