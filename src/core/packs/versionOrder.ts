// The two functions alone: the whole of semver, with its ranges, is more than those who only sort should carry.
import compareBuild from "semver/functions/compare-build";
import rcompare from "semver/functions/rcompare";

/** Items with the newest version first (semver.org, 11). */
export function newestFirst<Item extends { readonly version: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => rcompare(a.version, b.version) || compareBuild(b.version, a.version));
}
