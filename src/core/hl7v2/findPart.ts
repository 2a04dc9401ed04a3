import type { Hl7v2Document } from "../documents/hl7v2Document";
import { partText } from "./partText";
import type { Hl7v2Path, RepetitionWhere } from "./path";
import { type PartIndexes, type SegmentSpan, type Span, spanOfPart } from "./segment";

/** A message by its number from 0, or what stands outside of all messages: the headers and trailers of batches and files. */
export type MessageChoice = number | "envelope";

/** The kinds of part that can be missing, from the largest. */
export type MissingPart = "message" | "segment" | "field" | "repetition" | "component" | "subcomponent";

export type PartLookup =
  | { readonly found: true; /** Index in `document.segments`. */ readonly segment: number; readonly indexes: PartIndexes; readonly span: Span }
  | {
    readonly found: false;
    readonly missing: MissingPart;
    /** The smallest part on the way that is there; where the segment is missing, the first one of the message; nothing where that is missing too. */
    readonly nearest: { readonly segment: number; readonly indexes: PartIndexes } | undefined;
  };

/** Looks up the part that a path names in one message or in the envelope. */
export function findPart(document: Hl7v2Document, path: Hl7v2Path, message: MessageChoice): PartLookup {
  if (message !== "envelope" && document.messages[message] === undefined) {
    return { found: false, missing: "message", nearest: undefined };
  }
  const index = segmentIndexOf(document, path, message);
  const segment = index === undefined ? undefined : document.segments[index];
  if (index === undefined || segment === undefined) {
    const { value: first } = segmentsOf(document, message).next();
    return { found: false, missing: "segment", nearest: first === undefined ? undefined : { segment: first, indexes: [] } };
  }
  const { text } = document;
  const field = path.field - 1;
  if (spanOfPart(text, segment, [field]) === undefined) {
    return { found: false, missing: "field", nearest: { segment: index, indexes: [] } };
  }
  const repetition = typeof path.repetition === "object" ? repetitionWhere(text, segment, field, path.repetition) : (path.repetition ?? 1) - 1;
  if (repetition === undefined) {
    return { found: false, missing: "repetition", nearest: { segment: index, indexes: [field] } };
  }
  const wanted = [field, repetition];
  let nearest = [field];
  let span = spanOfPart(text, segment, wanted);
  let missing: MissingPart = "repetition";
  for (const [kind, number] of [["component", path.component], ["subcomponent", path.subcomponent]] as const) {
    if (span === undefined || number === undefined) {
      break;
    }
    nearest = [...wanted];
    wanted.push(number - 1);
    span = spanOfPart(text, segment, wanted);
    missing = kind;
  }
  return span === undefined ? { found: false, missing, nearest: { segment: index, indexes: nearest } } : { found: true, segment: index, indexes: wanted, span };
}

/** The indexes of the segments of a message, or of those outside of all messages, in order. */
export function* segmentsOf(document: Hl7v2Document, message: MessageChoice): Generator<number, void, undefined> {
  if (message !== "envelope") {
    const [from, to] = document.messages[message] ?? [0, 0];
    for (let index = from; index < to; index++) {
      yield index;
    }
    return;
  }
  let next = 0;
  for (const [from, to] of [...document.messages, [document.segments.length, document.segments.length] as const]) {
    for (; next < from; next++) {
      yield next;
    }
    next = to;
  }
}

function segmentIndexOf(document: Hl7v2Document, path: Hl7v2Path, message: MessageChoice): number | undefined {
  let left = path.occurrence ?? 1;
  for (const index of segmentsOf(document, message)) {
    if (document.segments[index]?.name === path.segment && --left === 0) {
      return index;
    }
  }
  return undefined;
}

function repetitionWhere(text: string, segment: SegmentSpan, field: number, { component, subcomponent, equals }: RepetitionWhere): number | undefined {
  for (let repetition = 0; spanOfPart(text, segment, [field, repetition]) !== undefined; repetition++) {
    const indexes = [field, repetition, component - 1, ...(subcomponent === undefined ? [] : [subcomponent - 1])];
    const span = spanOfPart(text, segment, indexes);
    if ((span === undefined ? "" : partText(text, segment, indexes, span).text) === equals) {
      return repetition;
    }
  }
  return undefined;
}
