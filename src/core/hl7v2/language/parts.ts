import { decodeEscapes } from "../escapes";
import { partText } from "../partText";
import { partedSpan, type PartIndexes, type SegmentSpan, spanOfPart } from "../segment";

/** A subcomponent and where it stands; indexes count from 0. */
export interface Leaf {
  readonly from: number;
  readonly to: number;
  readonly field: number;
  readonly repetition: number;
  readonly component: number;
  readonly subcomponent: number;
}

/** What a delimiter parts. */
export type DelimiterKind = "field" | "repetition" | "component" | "subcomponent";

/**
 * Visits the parts of a segment from left to right: every subcomponent, the empty ones too, and every delimiter between them. The name and the delimiters that a
 * header declares are left out.
 */
export function walkParts(text: string, segment: SegmentSpan, onLeaf: (leaf: Leaf) => void, onDelimiter: (kind: DelimiterKind, at: number) => void): void {
  const span = partedSpan(text, segment);
  if (span === undefined) {
    return;
  }
  const { delimiters } = segment;
  onDelimiter("field", span.from - 1);
  let field = segment.header ? 2 : 0;
  let repetition = 0;
  let component = 0;
  let subcomponent = 0;
  let from = span.from;
  for (let at = span.from; at <= span.to; at++) {
    const character = at < span.to ? text.charAt(at) : delimiters.field;
    const kind = kindOf(character, segment);
    if (kind === undefined) {
      continue;
    }
    onLeaf({ from, to: at, field, repetition, component, subcomponent });
    from = at + 1;
    if (at === span.to) {
      return;
    }
    onDelimiter(kind, at);
    switch (kind) {
      case "field":
        field++;
        repetition = component = subcomponent = 0;
        break;
      case "repetition":
        repetition++;
        component = subcomponent = 0;
        break;
      case "component":
        component++;
        subcomponent = 0;
        break;
      case "subcomponent":
        subcomponent++;
        break;
    }
  }
}

function kindOf(character: string, { delimiters }: SegmentSpan): DelimiterKind | undefined {
  switch (character) {
    case delimiters.field:
      return "field";
    case delimiters.component:
      return "component";
    case delimiters.repetition:
      return "repetition";
    case delimiters.subcomponent:
      return "subcomponent";
    default:
      return undefined;
  }
}

/** The text as written of the part at indexes from 0; "" when it is not there. */
export function rawAt(text: string, segment: SegmentSpan, indexes: PartIndexes): string {
  const span = spanOfPart(text, segment, indexes);
  return span === undefined ? "" : text.slice(span.from, span.to);
}

/** The decoded text of the part at indexes from 0 (a field alone means its first repetition); "" when it is not there. */
export function textAt(text: string, segment: SegmentSpan, indexes: PartIndexes): string {
  const wanted = indexes.length === 1 ? [...indexes, 0] : indexes;
  const span = spanOfPart(text, segment, wanted);
  return span === undefined ? "" : partText(text, segment, wanted, span).text;
}

/** A repetition as components of subcomponents, decoded. */
export function componentsOf(raw: string, { delimiters }: SegmentSpan): readonly (readonly string[])[] {
  return split(raw, delimiters.component).map((component) => split(component, delimiters.subcomponent).map((leaf) => decodeEscapes(leaf, delimiters)));
}

/** How many parts a delimiter divides a text into. */
export function countParts(raw: string, delimiter: string | undefined): number {
  return split(raw, delimiter).length;
}

export function split(raw: string, delimiter: string | undefined): readonly string[] {
  return delimiter === undefined ? [raw] : raw.split(delimiter);
}
