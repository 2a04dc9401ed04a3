/** Whether version `version` of the standard is `other` or later: `2.5.1` is later than `2.5`, `2.10` later than `2.9`. */
export function isVersionFrom(version: string, other: string): boolean {
  const [mine, theirs] = [version, other].map((each) => each.split(".").map(Number));
  for (let place = 0; place < Math.max(mine?.length ?? 0, theirs?.length ?? 0); place++) {
    const difference = (mine?.[place] ?? 0) - (theirs?.[place] ?? 0);
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return true;
}
