import type { Kata } from "../kata";
import type { KataReader } from "../readKata";
import type { PackReader } from "../readPack";
import type { KataMarker } from "../../learner/kataFolder";
import { soundKatas } from "./packOffer";
import type { PackStore } from "./packStore";

/** A kata that the version in use no longer has. */
export interface EarlierKata {
  readonly kata: Kata;
  /** The version in use, which is without it; the newest one where none is in use. */
  readonly without: string;
}

export interface EarlierVersionsParts {
  readonly store: Pick<PackStore, "versions">;
  readonly packs: PackReader;
  readonly katas: KataReader;
}

/** Looks for a started kata in the installed versions of its pack, first in the one it was started on; undefined when none has it. */
export async function kataOfEarlierVersion({ store, packs, katas }: EarlierVersionsParts, marker: KataMarker): Promise<EarlierKata | undefined> {
  const versions = await store.versions(marker.pack).catch(() => []);
  const without = (versions.find(({ current }) => current) ?? versions[0])?.version ?? "";
  for (const version of [...versions.filter((each) => each.version === marker.version), ...versions]) {
    const kata = (await soundKatas(await packs.read(version.folder, false), katas)).find(({ manifest }) => manifest.uuid === marker.uuid);
    if (kata !== undefined) {
      return { kata, without };
    }
  }
  return undefined;
}
