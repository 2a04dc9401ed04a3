import type { JsonObject, ResourceVisit } from "../rule";
import { objectOf, objectsOf, textOf } from "./json";
import { readReference } from "./referenceText";

export interface BundleEntry {
  readonly index: number;
  readonly value: JsonObject;
  readonly fullUrl: string | undefined;
  readonly resource: JsonObject | undefined;
}

/** What a reference leads to within a bundle. */
export interface Resolution {
  readonly matches: readonly BundleEntry[];
  /** Entries with the type and id that the reference names, though their fullUrl does not fit. */
  readonly near: readonly BundleEntry[];
}

/** A bundle's entries by their fullUrl, to resolve references by https://hl7.org/fhir/R4/bundle.html#references. */
export class BundleIndex {
  readonly type: string;
  readonly entries: readonly BundleEntry[];
  private readonly byUrl = new Map<string, BundleEntry[]>();
  private readonly byTypeAndId = new Map<string, BundleEntry[]>();
  private readonly byResource = new Map<JsonObject, BundleEntry>();

  constructor(bundle: JsonObject) {
    this.type = textOf(bundle, "type") ?? "";
    this.entries = objectsOf(bundle, "entry").map((value, index) => ({ index, value, fullUrl: textOf(value, "fullUrl"), resource: objectOf(value, "resource") }));
    for (const entry of this.entries) {
      if (entry.fullUrl !== undefined) {
        add(this.byUrl, entry.fullUrl, entry);
      }
      if (entry.resource !== undefined) {
        this.byResource.set(entry.resource, entry);
        add(this.byTypeAndId, `${textOf(entry.resource, "resourceType") ?? ""}/${textOf(entry.resource, "id") ?? ""}`, entry);
      }
    }
  }

  entryOf(resource: JsonObject): BundleEntry | undefined {
    return this.byResource.get(resource);
  }

  /** @param from fullUrl of the entry that the reference stands in, by which relative references are completed */
  resolve(reference: string, from: string | undefined): Resolution {
    const read = readReference(reference);
    if (read.kind !== "restful") {
      return { matches: this.byUrl.get(reference) ?? [], near: [] };
    }
    const { type, id, version } = read;
    const base = read.base !== "" ? read.base : baseOf(from);
    const found = base === undefined ? [] : this.byUrl.get(`${base}${type}/${id}`) ?? [];
    const matches = version === undefined ? found : found.filter(({ resource }) => versionOf(resource) === version);
    return { matches, near: matches.length > 0 ? [] : this.byTypeAndId.get(`${type}/${id}`) ?? [] };
  }
}

function add(map: Map<string, BundleEntry[]>, key: string, entry: BundleEntry): void {
  const known = map.get(key);
  if (known === undefined) {
    map.set(key, [entry]);
  } else {
    known.push(entry);
  }
}

function baseOf(fullUrl: string | undefined): string | undefined {
  const read = fullUrl === undefined ? undefined : readReference(fullUrl);
  return read?.kind === "restful" && read.base !== "" ? read.base : undefined;
}

/** `meta.versionId` of a resource. */
export function versionOf(resource: JsonObject | undefined): string | undefined {
  const meta = resource === undefined ? undefined : objectOf(resource, "meta");
  return meta === undefined ? undefined : textOf(meta, "versionId");
}

/** Indexes of the bundles that were met, each made once. */
export class BundleIndexes {
  private readonly known = new Map<JsonObject, BundleIndex>();

  of(bundle: JsonObject): BundleIndex {
    let index = this.known.get(bundle);
    if (index === undefined) {
      index = new BundleIndex(bundle);
      this.known.set(bundle, index);
    }
    return index;
  }

  /** The bundles around a resource, the nearest first, each with the resource that is its entry. */
  around(visit: ResourceVisit): readonly { readonly bundle: BundleIndex; readonly entry: JsonObject }[] {
    const found: { readonly bundle: BundleIndex; readonly entry: JsonObject }[] = [];
    for (let inner = visit, outer = visit.parent; outer !== undefined; inner = outer, outer = outer.parent) {
      if (outer.type.name === "Bundle" && inner.role === "entry") {
        found.push({ bundle: this.of(outer.value), entry: inner.value });
      }
    }
    return found;
  }
}
