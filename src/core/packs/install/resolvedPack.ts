import type { PackSigner } from "./packOffer";
import type { PackSource } from "./packSource";

/** One version of a pack that can be had from a source. */
export interface ResolvedPack {
  readonly name: string;
  readonly version: string;
  /** Of the archive. */
  readonly integrity: string;
  /** Where it came from, with the range that was asked for. */
  readonly source: PackSource;
  readonly signer: PackSigner;
  /** The bytes of its archive. @throws HumanError; the abort reason of `signal` */
  archive(signal: AbortSignal, progress: Progress): Promise<Uint8Array>;
  /** Called once the person has agreed and the pack is installed: now its publisher may be remembered. */
  installed?(): Promise<void>;
}

/** Told how many bytes of an archive have come. */
export type Progress = (received: number, total: number | undefined) => void;

/** What may narrow the choice. */
export interface ResolveOptions {
  /** Exactly this version, as a lock file pins it. */
  readonly version?: string;
  /** Id of the key that must have signed the catalogue, or a key that it follows. */
  readonly key?: string;
}

/** Finds packs at one kind of source. */
export interface PackResolver<Source extends PackSource = PackSource> {
  /** @throws HumanError when there is none that fits */
  resolve(source: Source, options: ResolveOptions, signal: AbortSignal): Promise<readonly ResolvedPack[]>;
}
