import { HumanError } from "../../humanError";
import type { Pack } from "../kata";
import type { CatalogDocument, CatalogKata, CatalogPack, CatalogVersion, SignedCatalog } from "./catalogDocument";
import { catalogFormat } from "./catalogDocument";
import { newestFirst } from "../versionOrder";

/** One archive that goes into a catalogue. */
export interface CatalogItem extends CatalogVersion {
  readonly pack: Pick<Pack, "name" | "title">;
  readonly description?: string;
  readonly license: string;
  readonly katas: readonly CatalogKata[];
}

export interface CatalogRequest {
  readonly title: string;
  readonly items: readonly CatalogItem[];
  /** The catalogue that this one takes the place of. */
  readonly before: CatalogDocument | undefined;
  readonly issued: Date;
  readonly expires: Date;
}

/**
 * What a catalogue of these archives says; its version is one more than the last.
 * @throws HumanError when the same version of a pack comes twice, or differs from the one that was published before
 */
export function buildCatalog({ title, items, before, issued, expires }: CatalogRequest): SignedCatalog {
  const byName = new Map<string, [CatalogItem, ...CatalogItem[]]>();
  for (const item of items) {
    byName.set(item.pack.name, [item, ...(byName.get(item.pack.name) ?? [])]);
  }
  const packs = [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, versions]) => packOf(name, versions));
  checkPublished(packs, before);
  return { type: "health-it-katas/catalog", format: catalogFormat, title, version: (before?.signed.version ?? 0) + 1, issued: issued.toISOString(), expires: expires.toISOString(), packs };
}

function packOf(name: string, [first, ...others]: readonly [CatalogItem, ...CatalogItem[]]): CatalogPack {
  const sorted = newestFirst([first, ...others]);
  const twice = sorted.find(({ version }, index) => sorted[index + 1]?.version === version);
  if (twice !== undefined) {
    throw new HumanError("catalog.sameVersion", `There are two archives of ${name} ${twice.version}; remove one, or give it a version of its own.`, { pack: name, version: twice.version });
  }
  // A pre-release is shown only where there is nothing else.
  const newest = sorted.find(({ version }) => !version.includes("-")) ?? sorted[0] ?? first;
  return {
    name, title: newest.pack.title, ...(newest.description === undefined ? {} : { description: newest.description }), license: newest.license,
    versions: sorted.map(({ version, file, integrity, size, runsCode }) => ({ version, file, integrity, size, runsCode })),
    katas: newest.katas,
  };
}

/** A version that learners may have pinned must stay what it was. */
function checkPublished(packs: readonly CatalogPack[], before: CatalogDocument | undefined): void {
  for (const { name, versions } of before?.signed.packs ?? []) {
    for (const { version, integrity } of versions) {
      const now = packs.find((pack) => pack.name === name)?.versions.find((each) => each.version === version);
      if (now !== undefined && now.integrity !== integrity) {
        throw new HumanError("catalog.versionChanged", `${name} ${version} is already published with other content; raise its version and pack it again.`, { pack: name, version });
      }
    }
  }
}
