import type { Dictionary } from "../dictionary/definitions";
import type { Delimiters } from "../delimiters";
import type { SegmentSpan } from "../segment";
import type { MessageHeader } from "./messageHeader";
import type { SegmentTokens } from "./semanticTokens";

/** What was made of a segment so far. It depends on the segment's own text and on what is known of its version, so it goes with the segment wherever that moves to. */
export interface SegmentNotes {
  tokens?: { readonly dictionary: Dictionary | undefined; readonly value: SegmentTokens };
  summary?: { readonly dictionary: Dictionary | undefined; readonly locale: string; readonly value: string };
  /** Of MSH only. */
  header?: MessageHeader;
}

/** A text, its segments, and the notes on each. */
export interface Noted {
  readonly text: string;
  readonly segments: readonly SegmentSpan[];
  readonly notes: readonly SegmentNotes[];
}

/** Takes over the notes on the segments that are as they were before a change: those before it and those behind it. */
export function carriedNotes(before: Noted | undefined, text: string, segments: readonly SegmentSpan[]): SegmentNotes[] {
  const notes = new Array<SegmentNotes>(segments.length);
  if (before !== undefined) {
    carry(before, text, segments, notes);
  }
  for (let index = 0; index < notes.length; index++) {
    notes[index] ??= {};
  }
  return notes;
}

function carry(before: Noted, text: string, segments: readonly SegmentSpan[], notes: SegmentNotes[]): void {
  const shorter = Math.min(text.length, before.text.length);
  let head = 0;
  while (head < shorter && text.charCodeAt(head) === before.text.charCodeAt(head)) {
    head++;
  }
  let tail = 0;
  while (tail < shorter - head && text.charCodeAt(text.length - 1 - tail) === before.text.charCodeAt(before.text.length - 1 - tail)) {
    tail++;
  }
  let first = 0;
  for (; first < segments.length; first++) {
    const [now, then] = [segments[first], before.segments[first]];
    const known = before.notes[first];
    if (now === undefined || then === undefined || known === undefined || now.to > head || then.to !== now.to || !isSame(now, then, 0)) {
      break;
    }
    notes[first] = known;
  }
  const moved = text.length - before.text.length;
  for (let back = 1; back <= segments.length - first; back++) {
    const [now, then] = [segments.at(-back), before.segments.at(-back)];
    const known = before.notes.at(-back);
    if (now === undefined || then === undefined || known === undefined || now.from < text.length - tail || !isSame(now, then, moved)) {
      break;
    }
    notes[segments.length - back] = known;
  }
}

function isSame(now: SegmentSpan, then: SegmentSpan, moved: number): boolean {
  return now.from === then.from + moved && now.to === then.to + moved && now.name === then.name && now.header === then.header && areSame(now.delimiters, then.delimiters);
}

function areSame(one: Delimiters, other: Delimiters): boolean {
  return one === other || (one.field === other.field && one.component === other.component && one.repetition === other.repetition && one.escape === other.escape
    && one.subcomponent === other.subcomponent && one.truncation === other.truncation);
}
