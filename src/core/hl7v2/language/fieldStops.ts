import { type Span, spanOfPart } from "../segment";
import type { LanguageSnapshot } from "./languageSnapshot";

/** The field after or before the one at an offset, over the ends of segments too; `undefined` at the end of the file. */
export function nextField(snapshot: LanguageSnapshot, offset: number, direction: "next" | "previous"): Span | undefined {
  const { segments } = snapshot;
  const index = snapshot.lastSegmentUpTo(offset);
  const place = snapshot.at(offset);
  const field = place?.part?.[0] ?? -1;
  if (direction === "next") {
    const segment = segments[index];
    const after = segment === undefined || place === undefined ? undefined : spanOfPart(snapshot.text, segment, [field + 1]);
    return after ?? firstField(snapshot, index + 1);
  }
  const segment = segments[index];
  if (segment === undefined) {
    return undefined;
  }
  if (place !== undefined && field > 0) {
    return spanOfPart(snapshot.text, segment, [field - 1]);
  }
  return lastField(snapshot, place === undefined ? index : index - 1);
}

function firstField(snapshot: LanguageSnapshot, from: number): Span | undefined {
  for (let index = from; index < snapshot.segments.length; index++) {
    const segment = snapshot.segments[index];
    const span = segment === undefined ? undefined : spanOfPart(snapshot.text, segment, [0]);
    if (span !== undefined) {
      return span;
    }
  }
  return undefined;
}

function lastField(snapshot: LanguageSnapshot, from: number): Span | undefined {
  for (let index = from; index >= 0; index--) {
    const segment = snapshot.segments[index];
    let last: Span | undefined;
    for (let field = 0; segment !== undefined; field++) {
      const span = spanOfPart(snapshot.text, segment, [field]);
      if (span === undefined) {
        break;
      }
      last = span;
    }
    if (last !== undefined) {
      return last;
    }
  }
  return undefined;
}
