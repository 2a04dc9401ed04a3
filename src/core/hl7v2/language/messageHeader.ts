import type { Dictionary, MessageStructure } from "../dictionary/definitions";
import type { SegmentSpan } from "../segment";
import type { DictionaryFor } from "../validation/standard";
import { textAt } from "./parts";

/** What MSH says of a message, and what is known of it. What is not there is "". */
export interface MessageHeader {
  /** MSH-9.1, such as `ADT`. */
  readonly type: string;
  /** MSH-9.2, such as `A01`. */
  readonly trigger: string;
  /** MSH-10. */
  readonly controlId: string;
  /** MSH-12, such as `2.5.1`. */
  readonly version: string;
  readonly structure: MessageStructure | undefined;
  readonly dictionary: Dictionary | undefined;
}

/** Reads the first segment of a message; one that is no MSH says nothing. */
export function readHeader(text: string, segment: SegmentSpan | undefined, dictionaryFor: DictionaryFor): MessageHeader {
  if (segment?.header !== true) {
    return { type: "", trigger: "", controlId: "", version: "", structure: undefined, dictionary: dictionaryFor("") };
  }
  const type = textAt(text, segment, [8, 0, 0]);
  const trigger = textAt(text, segment, [8, 0, 1]);
  const structureId = textAt(text, segment, [8, 0, 2]);
  const version = textAt(text, segment, [11, 0, 0]);
  const dictionary = dictionaryFor(version);
  // As in the checks: the event says more reliably than MSH-9.3 what the message is.
  const structure = dictionary?.message(type, trigger) ?? (structureId === "" ? undefined : dictionary?.message(type, trigger, structureId));
  return { type, trigger, controlId: textAt(text, segment, [9]), version, structure, dictionary };
}
