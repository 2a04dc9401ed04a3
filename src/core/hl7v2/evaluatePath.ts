import type { Hl7v2Document } from "../documents/hl7v2Document";
import { formatPointer } from "../documents/jsonPointer";
import type { Range } from "../text/range";
import { findPart, type MessageChoice, type MissingPart } from "./findPart";
import { partText, type PartText } from "./partText";
import type { Hl7v2Path } from "./path";

/** The part that a path names, in one message. It may be there and empty: then its texts are "". */
export interface PathFound extends PartText {
  readonly found: true;
  readonly pointer: string;
  readonly range: Range;
}

/** The part is not there: the message, the segment or its field ends before. */
export interface PathMissing {
  readonly found: false;
  /** The largest part on the way that is not there. */
  readonly missing: MissingPart;
  /** The smallest part on the way that is there (where the segment is missing, MSH; "" where there is nothing), and its range. */
  readonly pointer: string;
  readonly range: Range;
}

export type PathResult = PathFound | PathMissing;

/** Looks up a path in a message (from 0) or in the envelope of a batch or file. */
export function evaluatePath(document: Hl7v2Document, path: Hl7v2Path, message: MessageChoice = 0): PathResult {
  const part = findPart(document, path, message);
  if (!part.found) {
    const { nearest, missing } = part;
    const pointer = nearest === undefined ? "" : formatPointer(["segments", nearest.segment, ...(nearest.indexes.length > 0 ? ["fields", ...nearest.indexes] : [])]);
    return { found: false, missing, pointer, range: document.nearestRangeOf(pointer) };
  }
  const segment = document.segments[part.segment];
  if (segment === undefined) {
    return { found: false, missing: "segment", pointer: "", range: document.nearestRangeOf("") };
  }
  const pointer = formatPointer(["segments", part.segment, "fields", ...part.indexes]);
  return { found: true, ...partText(document.text, segment, part.indexes, part.span), pointer, range: document.nearestRangeOf(pointer) };
}

/** What a path gives in one of the messages of a file. */
export interface MessageResult {
  /** From 0. */
  readonly message: number;
  /** MSH-10, decoded; "" when there is none. */
  readonly controlId: string;
  readonly result: PathResult;
}

const controlIdPath: Hl7v2Path = { segment: "MSH", occurrence: undefined, field: 10, repetition: undefined, component: undefined, subcomponent: undefined };

/** Looks up a path in every message, in the order of the file. */
export function evaluateInEveryMessage(document: Hl7v2Document, path: Hl7v2Path): readonly MessageResult[] {
  return document.messages.map((_, message) => {
    const controlId = evaluatePath(document, controlIdPath, message);
    return { message, controlId: controlId.found ? controlId.text : "", result: evaluatePath(document, path, message) };
  });
}
