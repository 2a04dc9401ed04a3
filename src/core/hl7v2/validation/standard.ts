import type { Dictionary, MessageStructure } from "../dictionary/definitions";
import { StandardRules } from "./standardRules";
import { StructureMap } from "./structureMap";

/** Gives what is known of a version, such as `2.5.1`; `undefined` for one that is not covered. */
export type DictionaryFor = (version: string) => Dictionary | undefined;

/** A version of the standard, ready to check with. */
export class StandardVersion {
  readonly rules: StandardRules;
  private readonly maps = new Map<MessageStructure, StructureMap>();

  constructor(readonly dictionary: Dictionary) {
    this.rules = new StandardRules(dictionary);
  }

  mapOf(structure: MessageStructure): StructureMap {
    const map = this.maps.get(structure) ?? new StructureMap(structure.parts);
    this.maps.set(structure, map);
    return map;
  }
}

/** The versions of the standard that were asked for so far, so that their rules are made once. */
export class StandardVersions {
  private readonly versions = new Map<string, StandardVersion | undefined>();

  constructor(private readonly dictionaryFor: DictionaryFor) {}

  get(version: string): StandardVersion | undefined {
    if (!this.versions.has(version)) {
      const dictionary = this.dictionaryFor(version);
      this.versions.set(version, dictionary === undefined ? undefined : new StandardVersion(dictionary));
    }
    return this.versions.get(version);
  }
}
