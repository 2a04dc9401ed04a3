import type { Dictionary, MessageStructure } from "../dictionary/definitions";
import { dictionaryVersions } from "../dictionary/versions";
import { LaterTypes } from "./laterTypes";
import { StandardRules } from "./standardRules";
import { StructureMap } from "./structureMap";

/** Gives what is known of a version, such as `2.5.1`; `undefined` for one that is not covered. */
export type DictionaryFor = (version: string) => Dictionary | undefined;

/** A version of the standard, ready to check with. */
export class StandardVersion {
  readonly rules: StandardRules;
  readonly later: LaterTypes;
  private readonly maps = new Map<MessageStructure, StructureMap>();

  /**
   * @param newest the latest version that is known
   * @param later the versions after this one, oldest first
   */
  constructor(readonly dictionary: Dictionary, readonly newest: Dictionary | undefined, later: readonly Dictionary[] = []) {
    this.rules = new StandardRules(dictionary);
    this.later = new LaterTypes(later);
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

  /** `undefined` for a version that is not covered, even where the dictionary offers its nearest neighbour instead: what is an error there may be right here. */
  get(version: string): StandardVersion | undefined {
    if (!this.versions.has(version)) {
      const dictionary = this.dictionaryFor(version);
      this.versions.set(version, dictionary === undefined || !covers(dictionary, version) ? undefined : new StandardVersion(dictionary, this.dictionaryFor(newestVersion), this.after(dictionary)));
    }
    return this.versions.get(version);
  }

  private after({ version }: Dictionary): readonly Dictionary[] {
    return dictionaryVersions.slice(dictionaryVersions.findIndex((each) => each === version) + 1).flatMap((each) => this.dictionaryFor(each) ?? []);
  }
}

/** The last version of which the structure is known here. */
const newestVersion = "2.8";

/** Corrections such as 2.8.2 leave the structure as it is. */
function covers(dictionary: Dictionary, version: string): boolean {
  return version === dictionary.version || version.startsWith(`${dictionary.version}.`);
}
