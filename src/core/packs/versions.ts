import { maxSatisfying, validRange } from "semver";
import { newestFirst } from "./versionOrder";

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
