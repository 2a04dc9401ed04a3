import { HumanError } from "../../humanError";
import { archiveLimits, type ArchiveFormat, type PackFiles } from "../archive/archive";
import type { Integrity } from "../archive/integrity";
import type { KeptFiles } from "./keptFiles";
import type { PackInspector, PackOffer, PackSigner } from "./packOffer";
import { formatSource, parseSource, samePlace, type PackSource } from "./packSource";
import type { InstalledPack, PackStore } from "./packStore";
import type { PackResolver, Progress, ResolvedPack, ResolveOptions } from "./resolvedPack";

/** A pack that was fetched and judged, and not yet written anywhere. */
export interface PreparedPack {
  readonly resolved: ResolvedPack;
  readonly files: PackFiles;
  readonly offer: PackOffer;
  /** Whether a person has to agree first: she has not met the pack, or it runs code now and did not before. */
  readonly asks: boolean;
}

/** Katas that are listed already, by other means than the store. */
export interface ListedKata {
  readonly uuid: string;
  readonly id: string;
  readonly pack: string;
  /** Whether it ships with this program. */
  readonly bundled: boolean;
}

export interface InstallerParts {
  readonly resolvers: {
    readonly files: PackResolver<Extract<PackSource, { kind: "folder" | "archive" | "url" }>>;
    readonly catalog: PackResolver<Extract<PackSource, { kind: "catalog" }>>;
    readonly npm: PackResolver<Extract<PackSource, { kind: "npm" }>>;
  };
  readonly archives: ArchiveFormat;
  readonly integrity: Integrity;
  readonly inspector: PackInspector;
  readonly kept: KeptFiles;
  readonly store: PackStore;
  /** Every kata there is. */
  readonly listed: () => Promise<readonly ListedKata[]>;
  readonly now: () => Date;
}

/** Installs packs: found, fetched, judged, shown, agreed to, and only then written. */
export class Installer {
  constructor(private readonly parts: InstallerParts) {}

  /** The packs that a source gives. @throws HumanError when it gives none that fits */
  async resolve(source: PackSource, options: ResolveOptions, signal: AbortSignal): Promise<readonly ResolvedPack[]> {
    const { resolvers } = this.parts;
    switch (source.kind) {
      case "folder":
      case "archive":
      case "url":
        return await resolvers.files.resolve(source, options, signal);
      case "catalog":
        return await resolvers.catalog.resolve(source, options, signal);
      case "npm":
        return await resolvers.npm.resolve(source, options, signal);
    }
  }

  /** The installed version that a resolved pack is, when it is there already, byte for byte. */
  async installed({ name, version, integrity }: Pick<ResolvedPack, "name" | "version" | "integrity">): Promise<InstalledPack | undefined> {
    return (await this.parts.store.versions(name)).find((each) => each.version === version && each.integrity === integrity);
  }

  /**
   * Fetches a pack and judges it; nothing is written but the cache.
   * @param integrity what a lock file pins, if one does
   * @throws HumanError with the reason for which it is refused
   */
  async prepare(resolved: ResolvedPack, integrity: string | undefined, signal: AbortSignal, progress: Progress): Promise<PreparedPack> {
    const { store, archives, inspector } = this.parts;
    const what = `${resolved.name} ${resolved.version}`;
    if (integrity !== undefined && integrity !== resolved.integrity) {
      throw new HumanError("lock.otherIntegrity", `${what} has other content at ${formatSource(resolved.source)} than katas.lock.json pins, so it was not installed. Somebody published it anew under the same version; ask the publisher; if that is right, take the pack out of katas.lock.json and install it again.`, { pack: what });
    }
    const before = await store.versions(resolved.name);
    const current = before.find((each) => each.current) ?? before[0];
    await this.refuseShadow(resolved, current);
    const bytes = await resolved.archive(signal, progress);
    if (!this.parts.integrity.matches(bytes, resolved.integrity)) {
      throw new HumanError("install.wrongIntegrity", `What came as ${what} is not what was promised: its digest is ${this.parts.integrity.of(bytes)}, not ${resolved.integrity}. Nothing was installed; it was damaged or changed on the way: try again, then tell its publisher.`, { pack: what });
    }
    const files = await archives.unpack(bytes, what, archiveLimits, signal);
    const inspection = await inspector.inspect(files, what);
    if (inspection.name !== resolved.name || inspection.version !== resolved.version) {
      throw new HumanError("install.otherName", `What came as ${what} calls itself ${inspection.name} ${inspection.version}, so it was not installed. Tell its publisher.`, { pack: what, name: inspection.name, version: inspection.version });
    }
    await this.refuseDoubleKatas(resolved.name, inspection.katas);
    await this.parts.kept.keepArchive(resolved.integrity, bytes);
    const runsCode = inspection.codeKatas.length > 0;
    const offer: PackOffer = {
      ...inspection, integrity: resolved.integrity, size: bytes.length, source: formatSource(resolved.source), signer: resolved.signer,
      ...(current === undefined ? {} : { replaces: current.version }),
    };
    return { resolved, files, offer, asks: current === undefined || (runsCode && !current.runsCode) };
  }

  /** Writes a prepared pack beside the versions that are there. @param use whether it is the one that is shown from now on */
  async install({ resolved, files, offer }: PreparedPack, use: boolean): Promise<InstalledPack> {
    const { signer } = resolved;
    const installed = await this.parts.store.add(files, {
      name: resolved.name, version: resolved.version, title: offer.title, source: formatSource(resolved.source), integrity: resolved.integrity,
      ...keyOf(signer), runsCode: offer.codeKatas.length > 0, installedAt: this.parts.now().toISOString(),
    }, use);
    await resolved.installed?.();
    return installed;
  }

  /** A name belongs to the place it was first installed from; from elsewhere, anybody could bring another pack under it. */
  private async refuseShadow({ name, source }: ResolvedPack, current: InstalledPack | undefined): Promise<void> {
    if ((await this.parts.listed()).some((kata) => kata.bundled && kata.pack === name)) {
      throw new HumanError("install.bundledName", `${name} is a pack that comes with Health IT Katas; ${formatSource(source)} offers another under its name, which is refused.`, { pack: name });
    }
    if (current !== undefined && !samePlace(parseSource(current.source, (path) => path), source)) {
      throw new HumanError("install.otherSource", `${name} is installed from ${current.source}, and ${formatSource(source)} offers a pack of the same name, which is refused. If you want that one, uninstall ${name} first; what you wrote stays.`, { pack: name, source: formatSource(source), installed: current.source });
    }
  }

  /** Progress belongs to a kata's uuid: one that is another pack's would take it over. */
  private async refuseDoubleKatas(name: string, katas: PackOffer["katas"]): Promise<void> {
    const others = new Map((await this.parts.listed()).filter(({ pack }) => pack !== name).map((kata) => [kata.uuid, kata]));
    const double = katas.find(({ uuid }) => others.has(uuid));
    const other = double === undefined ? undefined : others.get(double.uuid);
    if (double !== undefined && other !== undefined) {
      throw new HumanError("install.kataTaken", `${name}/${double.id} has the uuid of ${other.pack}/${other.id}, so it was not installed: progress in one would count for the other. Tell its author.`, { kata: `${name}/${double.id}`, other: `${other.pack}/${other.id}` });
    }
  }
}

function keyOf(signer: PackSigner): { readonly key?: string } {
  return signer.kind === "catalog" ? { key: signer.key } : {};
}
