import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { formatCatalogDocument, parseCatalog, type CatalogPack } from "../../src/core/packs/catalog/catalogDocument";
import { KeyMaker } from "../../src/core/packs/catalog/keys";
import { CatalogVerifier } from "../../src/core/packs/catalog/trust";
import { Ed25519 } from "../../src/env/distribution/ed25519";
import { createDistribution } from "../../src/env/distribution/main";
import { NodeHasher } from "../../src/env/nodeHasher";
import { fromNativePath } from "../../src/env/nodeFileSystem";
import type { Services } from "../../src/env/services";
import { interleaved, timed } from "./measure";
import type { Section } from "./report";

const packs = 500;
const katasEach = 20;
const place = "https://bench.example/catalog.json";

/** Reads and verifies a signed catalogue of 10,000 katas, and installs a pack from a registry on this machine. */
export async function distributionSection(services: Services, packFolder: string, rounds: number): Promise<Section> {
  const folder = fromNativePath(await mkdtemp(join(tmpdir(), "hik-bench-packs-")));
  const registry = new Registry();
  try {
    const now = (): Date => new Date("2026-01-01T00:00:00Z");
    const text = generatedCatalog(now);
    const list = (): readonly CatalogPack[] => new CatalogVerifier(new Ed25519(), new NodeHasher(), now).verify(parseCatalog(text, place), place, undefined).document.signed.packs;
    const heapBefore = heapInUse();
    const kept = list();
    const heap = (heapInUse() - heapBefore) / 1_000_000;
    const listed = kept.reduce((sum, { katas }) => sum + katas.length, 0);

    let data = 0;
    const environment = { npm_config_registry: await registry.start(), npm_config_userconfig: join(folder, "none") };
    const distribution = (): ReturnType<typeof createDistribution> => createDistribution({ services, dataFolder: `${folder}/data-${String(data++)}`, projectFolder: undefined, environment, now });
    const packed = await distribution().packer.pack(packFolder);
    const signal = new AbortController().signal;
    registry.publish(packed.pack.name, packed.pack.version, packed.bytes, packed.integrity);
    const install = async (): Promise<void> => {
      const { installer } = distribution();
      const [resolved] = await installer.resolve({ kind: "npm", name: packed.pack.name, range: "*" }, {}, signal);
      if (resolved === undefined) {
        throw new Error("the registry gave nothing");
      }
      await installer.install(await installer.prepare(resolved, undefined, signal, () => undefined), true);
    };
    const [listing, parsing, installing] = await interleaved(
      [
        { name: "list", sample: async () => await timed(list) },
        { name: "JSON.parse", sample: async () => await timed(() => JSON.parse(text) as unknown) },
        { name: "install", sample: async () => await timed(install) },
      ],
      rounds,
    );
    if (listing === undefined || parsing === undefined || installing === undefined) {
      throw new Error("nothing was measured");
    }
    return {
      title: `Distribution: a signed catalogue of ${String(packs)} packs and ${String(listed)} katas (${String(Math.round(text.length / 1000))} kB), a pack of ${String(packed.files.length)} files`,
      rows: [
        { what: "catalogue read, checked and verified", value: listing, ratio: { to: "JSON.parse", times: listing.median / parsing.median }, budget: { text: "< 200 ms", kept: listing.median < 200 } },
        { what: "heap that it keeps", value: { amount: heap, unit: "MB" } },
        { what: "pack installed from a registry here", value: installing, budget: { text: "< 1 s", kept: installing.median < 1000 } },
      ],
      notes: [],
    };
  } finally {
    await registry.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Bytes that are still reachable. */
function heapInUse(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}

function generatedCatalog(now: () => Date): string {
  const maker = new KeyMaker(new Ed25519(), new NodeHasher(), now);
  const entries = Array.from({ length: packs }, (_, pack): CatalogPack => ({
    name: `@bench/pack-${String(pack)}`, title: `Generated pack ${String(pack)}`, license: "CC-BY-4.0",
    versions: [{ version: "1.0.0", file: `bench-pack-${String(pack)}-1.0.0.tgz`, integrity: `sha512-${"A".repeat(86)}==`, size: 12_345, runsCode: false }],
    katas: Array.from({ length: katasEach }, (__, kata) => ({
      id: `generated-${String(kata)}`, uuid: `${String(pack).padStart(8, "0")}-0000-4000-8000-${String(kata).padStart(12, "0")}`, title: `Generated kata ${String(kata)} of pack ${String(pack)}`, track: "fhir", level: 1 + (kata % 5), minutes: 20, kind: "author", competencies: ["fhir-model"],
    })),
  }));
  return formatCatalogDocument(maker.signCatalog({ type: "health-it-katas/catalog", format: 1, title: "Bench", version: 1, issued: now().toISOString(), expires: "2030-01-01T00:00:00Z", packs: entries }, [maker.newKey()]));
}

/** As much of an npm registry as giving out one package takes. */
class Registry {
  private readonly answers = new Map<string, Uint8Array>();
  private url = "";
  private readonly server: Server = createServer((request, response) => {
    const answer = this.answers.get(request.url ?? "");
    response.writeHead(answer === undefined ? 404 : 200).end(answer);
  });

  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done));
    this.url = `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/`;
    return this.url;
  }

  publish(name: string, version: string, bytes: Uint8Array, integrity: string): void {
    const record = { name, "dist-tags": { latest: version }, versions: { [version]: { name, version, dist: { tarball: `${this.url}pack.tgz`, integrity } } } };
    this.answers.set(`/${name.replace("/", "%2f")}`, new TextEncoder().encode(JSON.stringify(record)));
    this.answers.set("/pack.tgz", bytes);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
