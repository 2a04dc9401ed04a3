import { componentText, type SegmentValue } from "./messageValue";

/** What a header says about how the message is to be read (HL7 v2.5.1 section 2.15.9). */
export interface MessageHeader {
  /** MSH-9.1, such as `ADT`. */
  readonly type: string;
  /** MSH-9.2, such as `A04`. */
  readonly trigger: string;
  /** MSH-9.3, such as `ADT_A01`; "" where it is not given. */
  readonly structure: string;
  /** MSH-12.1, such as `2.5.1`. */
  readonly version: string;
}

/** Reads an MSH segment; whatever is not there is "". */
export function messageHeader(segment: SegmentValue | undefined): MessageHeader {
  const type = segment?.fields[8]?.[0];
  return { type: componentText(type, 1), trigger: componentText(type, 2), structure: componentText(type, 3), version: componentText(segment?.fields[11]?.[0], 1) };
}

/** The message's type as people write it: `ADT^A04`. */
export function typeText({ type, trigger, structure }: MessageHeader): string {
  return [type, trigger, structure].join("^").replace(/\^+$/, "");
}
