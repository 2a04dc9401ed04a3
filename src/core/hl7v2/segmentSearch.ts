import type { Span } from "./segment";

/** The index of the last of these that begins at or before an offset; -1 where there is none. They stand in the order of the text. */
export function lastUpTo(segments: readonly Pick<Span, "from">[], offset: number): number {
  let low = -1;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.from ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
