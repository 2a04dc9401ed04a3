import { jsonReader } from "../../core/documents/jsonReader";
import type { ArchiveFormat } from "../../core/packs/archive/archive";
import type { Integrity } from "../../core/packs/archive/integrity";
import { Packer } from "../../core/packs/archive/packer";
import { KeyMaker } from "../../core/packs/catalog/keys";
import { CatalogVerifier } from "../../core/packs/catalog/trust";
import { CatalogResolver } from "../../core/packs/install/catalogResolver";
import type { Downloads } from "../../core/packs/install/downloads";
import { FileResolver } from "../../core/packs/install/fileResolver";
import { Installer } from "../../core/packs/install/installer";
import { KeptFiles } from "../../core/packs/install/keptFiles";
import { NpmResolver } from "../../core/packs/install/npmResolver";
import { PackInspector } from "../../core/packs/install/packOffer";
import type { PackStore } from "../../core/packs/install/packStore";
import { PublisherStore } from "../../core/packs/install/publishers";
import { ManifestSchemas } from "../../core/packs/manifestSchema";
import { joinPath } from "../../core/path";
import { exclusivelyIn, openPackStore } from "../openPackStore";
import type { Services } from "../services";
import { Ed25519 } from "./ed25519";
import { HttpDownloads } from "./httpDownloads";
import { KeyFiles } from "./keyFiles";
import { readNpmSettings } from "./npmSettings";
import { PartialDownloads } from "./partialDownloads";
import { SriIntegrity } from "./sriIntegrity";
import { TarArchive } from "./tarArchive";

export interface DistributionOptions {
  readonly services: Pick<Services, "files" | "hasher" | "packs" | "catalogue">;
  /** Absolute, with `/`: where packs are installed and what was fetched is kept. */
  readonly dataFolder: string;
  /** Folder whose `.npmrc` counts beside the person's own; none in a workspace that is not trusted. */
  readonly projectFolder: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly now: () => Date;
  /** A token that this program keeps for a registry, named as in npm's settings: `//host/path/`. */
  readonly tokenFor?: (registry: string) => string | undefined;
  /** Used in the place of Node's own client, by tests. */
  readonly downloads?: Downloads;
}

/** Everything that packs travel with: made, signed, found, fetched, judged, installed. */
export interface Distribution {
  readonly archives: ArchiveFormat;
  readonly integrity: Integrity;
  readonly packer: Packer;
  readonly inspector: PackInspector;
  readonly keys: KeyMaker;
  readonly keyFiles: KeyFiles;
  readonly publishers: PublisherStore;
  readonly catalogs: CatalogResolver;
  readonly store: PackStore;
  readonly installer: Installer;
}

/** Puts the parts together. Loaded on first use: most runs install nothing. */
export function createDistribution(options: DistributionOptions): Distribution {
  const { services, dataFolder, now } = options;
  const { files, hasher, packs, catalogue } = services;
  const archives = new TarArchive();
  const integrity = new SriIntegrity();
  const scheme = new Ed25519();
  const cache = joinPath(dataFolder, "cache");
  const downloads = options.downloads ?? new HttpDownloads(new PartialDownloads(joinPath(cache, "partial")), undefined, options.environment);
  const kept = new KeptFiles(files, integrity, hasher, cache);
  const publishers = new PublisherStore(files, exclusivelyIn(dataFolder), joinPath(dataFolder, "publishers.json"));
  const catalogs = new CatalogResolver(downloads, kept, publishers, new CatalogVerifier(scheme, hasher, now), (relative, base) => new URL(relative, base).href);
  const packer = new Packer(files, packs, archives, integrity);
  const inspector = new PackInspector(hasher, jsonReader, new ManifestSchemas());
  const store = openPackStore(dataFolder);
  const installer = new Installer({
    resolvers: {
      files: new FileResolver(files, packer, archives, inspector, integrity, downloads),
      catalog: catalogs,
      npm: new NpmResolver(downloads, kept, async () => await readNpmSettings({ projectFolder: options.projectFolder, environment: options.environment, ...(options.tokenFor === undefined ? {} : { tokenFor: options.tokenFor }) })),
    },
    archives, integrity, inspector, kept, store, now,
    listed: async () => (await catalogue.entries()).map(({ pack, summary }) => ({ uuid: summary.uuid, id: summary.id, pack: pack.name, bundled: pack.bundled })),
  });
  return { archives, integrity, packer, inspector, keys: new KeyMaker(scheme, hasher, now), keyFiles: new KeyFiles(files, joinPath(dataFolder, "keys")), publishers, catalogs, store, installer };
}
