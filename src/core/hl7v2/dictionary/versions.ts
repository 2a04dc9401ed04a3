/** The versions that the dictionary tells apart, oldest first. */
export const dictionaryVersions = ["2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.7.1", "2.8"] as const;

export type DictionaryVersion = (typeof dictionaryVersions)[number];

/** What is taken where a message says no version, or none that is known: the version most interfaces speak. */
const usual: DictionaryVersion = "2.5.1";

/** The place of a version in time, so that versions can be compared. */
export function versionOrder(version: DictionaryVersion): number {
  return dictionaryVersions.indexOf(version);
}

/**
 * The version to read a message by.
 *
 * @param version MSH-12.1 as written. A version that is not told apart gives the nearest older one (`2.8.2` gives `2.8`), one older than all gives the oldest.
 */
export function nearestVersion(version: string | undefined): DictionaryVersion {
  const asked = numbersOf(version?.trim() ?? "");
  if (asked === undefined) {
    return usual;
  }
  let nearest: DictionaryVersion = dictionaryVersions[0];
  for (const candidate of dictionaryVersions) {
    if (isAtMost(numbersOf(candidate) ?? [], asked)) {
      nearest = candidate;
    }
  }
  return nearest;
}

function numbersOf(version: string): readonly number[] | undefined {
  return /^2(\.\d{1,3}){1,2}$/.test(version) ? version.split(".").map(Number) : undefined;
}

function isAtMost(version: readonly number[], limit: readonly number[]): boolean {
  for (let at = 0; at < 3; at++) {
    const difference = (version[at] ?? 0) - (limit[at] ?? 0);
    if (difference !== 0) {
      return difference < 0;
    }
  }
  return true;
}
