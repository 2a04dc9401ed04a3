import type { KataManifest } from "./kataManifest";

/** A pack that was read: an npm-shaped folder of katas. */
export interface Pack {
  /** The npm name, such as `@health-it-katas/hl7v2`. */
  readonly name: string;
  readonly version: string;
  readonly title: string;
  /** Absolute path of the pack's folder, with `/`. */
  readonly folder: string;
  /** True for the packs that ship with the extension: their test code is trusted. */
  readonly bundled: boolean;
}

/** What lists need to know of a kata; read from the pack's `catalogue.json` without opening the kata. */
export interface KataSummary {
  readonly pack: string;
  readonly id: string;
  readonly uuid: string;
  readonly title: string;
  readonly track: string;
  readonly level: number;
  readonly minutes: number;
  readonly kind: string;
  readonly competencies: readonly string[];
}

/** A kata as lists know it, with its pack. */
export interface CatalogueEntry {
  readonly pack: Pack;
  readonly summary: KataSummary;
}

/** A kata that was read and found sound. */
export interface Kata {
  readonly pack: Pack;
  /** The folder's name. */
  readonly id: string;
  /** Absolute path of the kata's folder, with `/`. */
  readonly folder: string;
  readonly manifest: KataManifest;
  /** SHA-256 (hex) over the files that can change a verdict. */
  readonly digest: string;
}
