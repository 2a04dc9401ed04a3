import { formatPointer, indexOfToken, parsePointer } from "../documents/jsonPointer";
import type { Hl7v2Document } from "../documents/hl7v2Document";
import { findPart, type MessageChoice, segmentsOf } from "./findPart";
import type { Hl7v2Path } from "./path";

/**
 * The JSON pointer of the part that a path names in a message (from 0) or in the envelope; `undefined` when the part is not there.
 * A path without a component points to the whole repetition: `PID-3` to `/segments/<i>/fields/2/0`.
 */
export function pathToPointer(document: Hl7v2Document, path: Hl7v2Path, message: MessageChoice = 0): string | undefined {
  const part = findPart(document, path, message);
  return part.found ? formatPointer(["segments", part.segment, "fields", ...part.indexes]) : undefined;
}

/** A path and the message, from 0, or the envelope in which it is to be looked up. */
export interface PlacedPath {
  readonly path: Hl7v2Path;
  readonly message: MessageChoice;
}

/**
 * The path of a field or a smaller part, with its repetition, and with the segment's occurrence where the segment occurs more than once; `undefined` for
 * other pointers and parts that are not there. The pointer of a field gives a path without repetition, such as `PID-3`.
 */
export function pointerToPath(document: Hl7v2Document, pointer: string): PlacedPath | undefined {
  const [collection, index, key, ...rest] = parsePointer(pointer) ?? [];
  const segmentIndex = index === undefined ? undefined : indexOfToken(index);
  const segment = segmentIndex === undefined ? undefined : document.segments[segmentIndex];
  const [field, repetition, component, subcomponent] = rest.map(indexOfToken);
  if (collection !== "segments" || key !== "fields" || segmentIndex === undefined || segment === undefined || field === undefined
    || document.rangeOf(pointer) === undefined) {
    return undefined;
  }
  const { message, occurrence } = placeOfSegment(document, segmentIndex);
  return {
    path: {
      segment: segment.name, occurrence, field: field + 1, repetition: fromOne(repetition), component: fromOne(component), subcomponent: fromOne(subcomponent),
    },
    message,
  };
}

/** Where a segment of `document.segments` stands: in which message, and as which of several of its name (from 1; `undefined`: it is the only one). */
export function placeOfSegment(document: Hl7v2Document, index: number): { readonly message: MessageChoice; readonly occurrence: number | undefined } {
  const message = messageOf(document, index);
  const name = document.segments[index]?.name;
  let occurrence: number | undefined;
  let count = 0;
  for (const other of segmentsOf(document, message)) {
    if (document.segments[other]?.name === name) {
      count++;
      if (other === index) {
        occurrence = count;
      }
    }
  }
  return { message, occurrence: count > 1 ? occurrence : undefined };
}

function fromOne(index: number | undefined): number | undefined {
  return index === undefined ? undefined : index + 1;
}

function messageOf(document: Hl7v2Document, segment: number): MessageChoice {
  const { messages } = document;
  let low = 0;
  let high = messages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = messages[middle] ?? [0, 0];
    if (segment < from) {
      high = middle - 1;
    } else if (segment >= to) {
      low = middle + 1;
    } else {
      return middle;
    }
  }
  return "envelope";
}
