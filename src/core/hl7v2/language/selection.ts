import { type Span, spanOfPart } from "../segment";
import type { LanguageSnapshot } from "./languageSnapshot";
import { boundsOf, type GroupInPlace, pathTo } from "./placement";

/** What stands around an offset, from the smallest part to the whole text; each lies within the next and differs from it. */
export function selectionsAt(snapshot: LanguageSnapshot, offset: number): readonly Span[] {
  const found: Span[] = [];
  const add = (span: Span | undefined): void => {
    const last = found.at(-1);
    if (span !== undefined && span.from < span.to && (last === undefined || (span.from <= last.from && span.to >= last.to && span.to - span.from > last.to - last.from))) {
      found.push(span);
    }
  };
  const { text, segments } = snapshot;
  const place = snapshot.at(offset);
  if (place !== undefined) {
    const { segment, index, part } = place;
    if (part === undefined) {
      add({ from: segment.from, to: segment.from + segment.name.length });
    } else {
      for (let length = part.length; length > 0; length--) {
        add(spanOfPart(text, segment, part.slice(0, length)));
      }
    }
    add({ from: segment.from, to: segment.to });
    const message = snapshot.messageOf(index);
    if (message !== "envelope") {
      const placement = snapshot.placementOf(message);
      const groups = pathTo(placement, index)?.groups ?? [];
      for (const group of [...groups].reverse()) {
        add(spanOfGroup(snapshot, group, placement.from));
      }
      const [from, to] = snapshot.document.messages[message] ?? [0, 0];
      add({ from: segments[from]?.from ?? 0, to: segments[to - 1]?.to ?? 0 });
    }
  }
  add({ from: 0, to: text.length });
  return found.length > 0 ? found : [{ from: offset, to: offset }];
}

function spanOfGroup({ segments }: LanguageSnapshot, group: GroupInPlace, base: number): Span | undefined {
  const [first, last] = boundsOf(group);
  const [from, to] = [segments[base + first], segments[base + last]];
  return from === undefined || to === undefined ? undefined : { from: from.from, to: to.to };
}
