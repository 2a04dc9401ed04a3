import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jsonReader } from "../../src/core/documents/jsonReader";
import { Catalogue } from "../../src/core/packs/catalogue";
import { formatCatalogue } from "../../src/core/packs/catalogueFile";
import type { KataSummary } from "../../src/core/packs/kata";
import { kataTracks } from "../../src/core/packs/kataManifest";
import { ManifestSchemas } from "../../src/core/packs/manifestSchema";
import { KataReader } from "../../src/core/packs/readKata";
import { PackReader } from "../../src/core/packs/readPack";
import { buildTree } from "../../src/editor/katasView/kataTree";
import { NodeFileSystem } from "../../src/env/nodeFileSystem";
import { NodeHasher } from "../../src/env/nodeHasher";
import { interleaved, timed } from "./measure";
import type { Section } from "./report";

const count = 10_000;
const packs = 14;

/** Counts what is read, to see that lists open no kata. */
class WatchedFiles extends NodeFileSystem {
  readonly read: string[] = [];

  override async readFile(path: string): Promise<Uint8Array> {
    this.read.push(path);
    return await super.readFile(path);
  }
}

/** Lists 10,000 generated katas from their packs on disk, and builds the tree of them. */
export async function catalogueSection(rounds: number): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), "hik-bench-catalogue-"));
  try {
    await generate(folder);
    let kataFiles = 0;
    const list = async (): Promise<readonly KataSummary[]> => {
      const files = new WatchedFiles();
      const schemas = new ManifestSchemas();
      const source = { id: "bench", bundled: false, folders: async () => [folder] };
      const catalogue = new Catalogue(files, [source], new PackReader(files, jsonReader, schemas), new KataReader(files, new NodeHasher(), jsonReader, schemas));
      const { packs: listed } = await catalogue.list();
      kataFiles += files.read.filter((path) => path.endsWith("/kata.json")).length;
      return listed.flatMap(({ katas }) => katas);
    };
    const summaries = await list();
    const timings = await interleaved(
      [
        { name: "list", sample: async () => await timed(list) },
        { name: "tree", sample: async () => await timed(() => buildTree(summaries, () => "notStarted", { states: [], levels: [] })) },
      ],
      rounds,
    );
    const [listing, tree] = timings;
    if (listing === undefined || tree === undefined) {
      throw new Error("nothing was measured");
    }
    return {
      title: `Catalogue: ${String(summaries.length)} katas in ${String(packs)} packs`,
      rows: [
        { what: "listed from disk", value: listing, budget: { text: "< 200 ms", kept: summaries.length === count && listing.median < 200 } },
        { what: "tree of all of them", value: tree },
        { what: "katas read for it", value: { amount: kataFiles, unit: "" }, budget: { text: "0", kept: kataFiles === 0 } },
      ],
      notes: [],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function generate(folder: string): Promise<void> {
  for (let pack = 0; pack < packs; pack++) {
    const track = kataTracks[pack % kataTracks.length] ?? "fhir";
    const ids = Array.from({ length: Math.floor(count / packs) + (pack < count % packs ? 1 : 0) }, (_, index) => `${track}-generated-${String(index)}`);
    const name = `@bench/pack-${String(pack)}`;
    const summaries = ids.map((id, index): KataSummary => ({
      pack: name,
      id,
      uuid: `${String(pack).padStart(8, "0")}-0000-4000-8000-${String(index).padStart(12, "0")}`,
      title: `Generated kata ${String(index)} of ${track}`,
      track,
      level: 1 + (index % 5),
      minutes: 5 + (index % 40),
      kind: "author",
      competencies: [`${track}-basics`],
    }));
    const packFolder = join(folder, `pack-${String(pack)}`);
    await mkdir(packFolder);
    const manifest = { name, version: "1.0.0", license: "CC-BY-4.0", keywords: ["health-it-katas"], kataPack: { format: 1, title: `Pack ${String(pack)}`, katas: ids } };
    await writeFile(join(packFolder, "package.json"), JSON.stringify(manifest));
    await writeFile(join(packFolder, "catalogue.json"), formatCatalogue(summaries));
  }
}
