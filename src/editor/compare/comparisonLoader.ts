import type { ComparisonSurroundings, StructureComparison } from "./comparison";

/** Gives the comparison of this window, the same each time, so that it remembers what was tolerated last; loads it at the first call. */
export function comparisonLoader(around: ComparisonSurroundings): () => Promise<StructureComparison> {
  let loading: Promise<StructureComparison> | undefined;
  return () => (loading ??= import("./main").then(({ createComparison }) => createComparison(around)));
}
