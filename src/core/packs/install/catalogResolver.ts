import { HumanError } from "../../humanError";
import { catalogBytes, parseCatalog, type CatalogPack, type CatalogVersion } from "../catalog/catalogDocument";
import type { CatalogVerifier, VerifiedCatalog } from "../catalog/trust";
import { nearestWord } from "../../text/nearestWord";
import { newestIn } from "../versions";
import { archiveLimits } from "../archive/archive";
import { isOffline, type Downloads } from "./downloads";
import type { KeptFiles } from "./keptFiles";
import type { PackSource } from "./packSource";
import type { PublisherStore } from "./publishers";
import type { PackResolver, ResolvedPack, ResolveOptions } from "./resolvedPack";

type CatalogSource = Extract<PackSource, { kind: "catalog" }>;

/** A catalogue that was believed, and how it was come by. */
export interface OpenedCatalog extends VerifiedCatalog {
  /** True when its publisher was not known before. */
  readonly firstTime: boolean;
  /** True when the network could not be reached and the last one was taken. */
  readonly offline: boolean;
}

/** Joins an address with one that is relative to it (RFC 3986, 5); implemented by the host. */
export type ResolveAddress = (relative: string, base: string) => string;

/** Packs of signed catalogues. */
export class CatalogResolver implements PackResolver<CatalogSource> {
  constructor(
    private readonly downloads: Downloads,
    private readonly kept: KeptFiles,
    private readonly publishers: PublisherStore,
    private readonly verifier: CatalogVerifier,
    private readonly addressOf: ResolveAddress,
  ) {}

  /**
   * Reads a catalogue and decides whether to believe it; without a line, the last one that was believed.
   * The publisher is remembered with `accept`, once a person has agreed.
   * @throws HumanError
   */
  async open(url: string, expectedKey: string | undefined, signal: AbortSignal): Promise<OpenedCatalog> {
    const before = await this.publishers.of(url);
    let bytes: Uint8Array;
    let offline = false;
    try {
      bytes = await this.downloads.get({ url, what: "the catalogue", accept: "application/json", maxBytes: catalogBytes, resumable: false }, signal);
    } catch (error) {
      const last = error instanceof HumanError && isOffline(error.code) ? await this.kept.answer(url) : undefined;
      if (last === undefined) {
        throw error;
      }
      bytes = last;
      offline = true;
    }
    const verified = this.verifier.verify(parseCatalog(new TextDecoder().decode(bytes), url), url, before, expectedKey);
    if (!offline) {
      await this.kept.keepAnswer(url, bytes);
    }
    if (before !== undefined) {
      await this.publishers.remember(url, verified.publisher);
    }
    return { ...verified, firstTime: before === undefined, offline };
  }

  /** Remembers a publisher from now on. */
  async accept(url: string, { publisher }: VerifiedCatalog): Promise<void> {
    await this.publishers.remember(url, publisher);
  }

  async resolve(source: CatalogSource, options: ResolveOptions, signal: AbortSignal): Promise<readonly ResolvedPack[]> {
    const catalog = await this.open(source.url, options.key, signal);
    const { packs } = catalog.document.signed;
    const wanted = source.pack === undefined ? packs : packs.filter(({ name }) => name === source.pack);
    if (wanted.length === 0) {
      const meant = nearestWord(source.pack ?? "", packs.map(({ name }) => name));
      throw new HumanError("catalog.noPack", `The catalogue ${source.url} has no pack ${source.pack ?? ""}${meant === undefined ? `; it has ${packs.slice(0, 20).map(({ name }) => name).join(", ") || "none"}` : `; did you mean ${meant}?`}${meant === undefined ? "." : ""}`, { pack: source.pack ?? "" });
    }
    return wanted.map((pack) => this.resolved(source, catalog, pack, versionOf(pack, source, options)));
  }

  private resolved(source: CatalogSource, catalog: OpenedCatalog, pack: CatalogPack, { version, integrity, file }: CatalogVersion): ResolvedPack {
    const what = `the pack ${pack.name} ${version}`;
    return {
      name: pack.name, version, integrity, source: { ...source, pack: pack.name },
      signer: { kind: "catalog", publisher: catalog.document.signed.title, url: source.url, key: catalog.signedBy, firstTime: catalog.firstTime },
      archive: async (signal, progress) => {
        const kept = await this.kept.archive(integrity);
        return kept ?? (await this.downloads.get({ url: this.addressOf(file, source.url), what, accept: "application/octet-stream, */*", maxBytes: archiveLimits.archiveBytes, resumable: true, progress }, signal));
      },
      installed: async () => await this.accept(source.url, catalog),
    };
  }
}

function versionOf(pack: CatalogPack, { range, url }: CatalogSource, options: ResolveOptions): CatalogVersion {
  const wanted = options.version ?? newestIn(pack.versions.map(({ version }) => version), range);
  const found = pack.versions.find(({ version }) => version === wanted);
  if (found === undefined) {
    throw new HumanError("catalog.noVersion", `The catalogue ${url} has no version ${options.version ?? range} of ${pack.name}; it has ${pack.versions.slice(0, 10).map(({ version }) => version).join(", ")}.`, { pack: pack.name, range });
  }
  return found;
}
