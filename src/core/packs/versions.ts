import { compareBuild, maxSatisfying, rcompare, validRange } from "semver";

/** Items with the newest version first (semver.org, 11). */
export function newestFirst<Item extends { readonly version: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => rcompare(a.version, b.version) || compareBuild(b.version, a.version));
}

/** Whether a text is a range of versions as npm understands it, such as `^1.2` or `1.x`. */
export function isRange(range: string): boolean {
  return validRange(range) !== null;
}

/**
 * The newest version in a range; pre-releases count only where the range names one, or there is nothing else and any version will do.
 * @param range as npm understands it; `*` or empty for any
 */
export function newestIn(versions: readonly string[], range: string): string | undefined {
  const any = range.trim() === "" || range.trim() === "*";
  return maxSatisfying([...versions], any ? "*" : range) ?? (any ? (newestFirst(versions.map((version) => ({ version })))[0]?.version) : undefined);
}
