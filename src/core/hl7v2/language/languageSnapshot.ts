import type { Hl7v2Document } from "../../documents/hl7v2Document";
import { LineIndex } from "../../text/lineIndex";
import type { Dictionary } from "../dictionary/definitions";
import type { MessageChoice } from "../findPart";
import { partAt, type PartIndexes, type SegmentSpan } from "../segment";
import type { DictionaryFor } from "../validation/standard";
import { type MessageHeader, readHeader } from "./messageHeader";
import type { MessagePlacement, StructurePlacer } from "./placement";
import type { SegmentNotes } from "./segmentNotes";
import { segmentSummary } from "./segmentSummary";
import { type SegmentTokens, tokensOfSegment } from "./semanticTokens";
import { lastUpTo } from "../segmentSearch";

/** What a snapshot takes from the model it belongs to. */
export interface SnapshotSources {
  readonly dictionaryFor: DictionaryFor;
  readonly placer: StructurePlacer;
}

/** A place in a segment: the segment's index in the document, and the part's indexes from 0, down to the subcomponent; `undefined` is the name of the segment. */
export interface SegmentPlaceAt {
  readonly index: number;
  readonly segment: SegmentSpan;
  readonly part: PartIndexes | undefined;
}

const nothing: SegmentTokens = new Uint32Array(0);

/** A text as it was at one moment, and what follows from it; made by `LanguageModel`. */
export class LanguageSnapshot {
  readonly text: string;
  readonly segments: readonly SegmentSpan[];
  private builtLines: LineIndex | undefined;
  private readonly placements = new Map<number, MessagePlacement>();
  private builtOccurrences: readonly (number | undefined)[] | undefined;
  private builtMessages: readonly MessageChoice[] | undefined;

  constructor(readonly document: Hl7v2Document, readonly notes: readonly SegmentNotes[], private readonly sources: SnapshotSources) {
    this.text = document.text;
    this.segments = document.segments;
  }

  get lines(): LineIndex {
    this.builtLines ??= new LineIndex(this.text);
    return this.builtLines;
  }

  /** Gives segments their places. */
  get placer(): StructurePlacer {
    return this.sources.placer;
  }

  /** The message in which a segment stands. */
  messageOf(index: number): MessageChoice {
    this.builtMessages ??= this.messagesBySegment();
    return this.builtMessages[index] ?? "envelope";
  }

  /** What the header of a message says; a message that begins without MSH says nothing. */
  headerOf(message: number): MessageHeader {
    const [first = 0] = this.document.messages[message] ?? [];
    const notes = this.notes[first];
    const header = notes?.header ?? readHeader(this.text, this.segments[first], this.sources.dictionaryFor);
    if (notes !== undefined) {
      notes.header = header;
    }
    return header;
  }

  /** What is known of the version in which a segment is written; outside of messages, of the version of the next message or else the last. */
  dictionaryOf(index: number): Dictionary | undefined {
    const message = this.messageOf(index);
    if (message !== "envelope") {
      return this.headerOf(message).dictionary;
    }
    const next = this.document.messages.findIndex(([from]) => from > index);
    const near = next < 0 ? this.document.messages.length - 1 : next;
    return near < 0 ? this.sources.dictionaryFor("") : this.headerOf(near).dictionary;
  }

  /** As which of several segments of its name in its message a segment comes, from 1; `undefined` where it is the only one. */
  occurrenceOf(index: number): number | undefined {
    this.builtOccurrences ??= this.occurrences();
    return this.builtOccurrences[index];
  }

  /** The groups of the message structure, with the segments in them. */
  placementOf(message: number): MessagePlacement {
    const known = this.placements.get(message);
    if (known !== undefined) {
      return known;
    }
    const [from, to] = this.document.messages[message] ?? [0, 0];
    const made = { from, parts: this.placer.place(this.segments.slice(from, to).map(({ name }) => name), this.headerOf(message).structure) };
    this.placements.set(message, made);
    return made;
  }

  /** A few words about a segment; see `segmentSummary`. */
  summaryOf(index: number, locale: string): string {
    const segment = this.segments[index];
    const notes = this.notes[index];
    if (segment === undefined || notes === undefined) {
      return "";
    }
    const dictionary = this.dictionaryOf(index);
    if (notes.summary?.dictionary !== dictionary || notes.summary?.locale !== locale) {
      notes.summary = { dictionary, locale, value: segmentSummary(this.text, segment, dictionary, locale) };
    }
    return notes.summary.value;
  }

  /** The tokens of a segment, relative to its beginning. */
  tokensOf(index: number): SegmentTokens {
    const segment = this.segments[index];
    const notes = this.notes[index];
    if (segment === undefined || notes === undefined) {
      return nothing;
    }
    const dictionary = this.dictionaryOf(index);
    if (notes.tokens === undefined || notes.tokens.dictionary !== dictionary) {
      notes.tokens = { dictionary, value: tokensOfSegment(this.text, segment, dictionary) };
    }
    return notes.tokens.value;
  }

  /** The tokens of the segments from one up to but not including another, encoded for the editor. */
  encodedTokens(from = 0, to = this.segments.length): Uint32Array {
    const pieces = this.segments.slice(from, to).map((_, index) => this.tokensOf(from + index));
    const encoded = new Uint32Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    let line = 0;
    for (const [index, piece] of pieces.entries()) {
      const start = this.lines.positionAt(this.segments[from + index]?.from ?? 0);
      encoded.set(piece, at);
      encoded[at] = start.line - line;
      encoded[at + 1] = start.character;
      line = start.line;
      at += piece.length;
    }
    return encoded;
  }

  /** The index of the last segment that begins at or before an offset; -1 where there is none. */
  lastSegmentUpTo(offset: number): number {
    return lastUpTo(this.segments, offset);
  }

  /** What stands at an offset; `undefined` between the segments. */
  at(offset: number): SegmentPlaceAt | undefined {
    const index = this.lastSegmentUpTo(offset);
    const segment = this.segments[index];
    return segment === undefined || offset > segment.to ? undefined : { index, segment, part: partAt(this.text, segment, offset) };
  }

  private messagesBySegment(): readonly MessageChoice[] {
    const found = new Array<MessageChoice>(this.segments.length).fill("envelope");
    for (const [message, [from, to]] of this.document.messages.entries()) {
      found.fill(message, from, to);
    }
    return found;
  }

  private occurrences(): readonly (number | undefined)[] {
    const found = new Array<number | undefined>(this.segments.length).fill(undefined);
    // Segments outside of messages are counted together.
    const outside = new Map<string, number[]>();
    let inMessage = new Map<string, number[]>();
    let message: MessageChoice = "envelope";
    for (const [index, { name }] of this.segments.entries()) {
      const here = this.messageOf(index);
      if (here !== message && here !== "envelope") {
        inMessage = new Map();
      }
      message = here;
      const counted = here === "envelope" ? outside : inMessage;
      const same = counted.get(name);
      if (same === undefined) {
        counted.set(name, [index]);
        continue;
      }
      same.push(index);
      found[index] = same.length;
      found[same[0] ?? index] = 1;
    }
    return found;
  }
}
