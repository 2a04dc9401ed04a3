import { decodeEscapes } from "../hl7v2/escapes";
import { formatPath } from "../hl7v2/path";
import { placeOfSegment } from "../hl7v2/pathPointer";
import type { MessageBounds, ScannedSegments } from "../hl7v2/scanSegments";
import { lastUpTo } from "../hl7v2/segmentSearch";
import { partAt, readFields, type SegmentSpan, type Span, spanOfPart, writeSegment } from "../hl7v2/segment";
import { LineIndex } from "../text/lineIndex";
import type { Position, Range } from "../text/range";
import type { Document, DocumentProblem, JsonValue } from "./document";
import { formatPointer, indexOfToken, parsePointer } from "./jsonPointer";
import type { TextProblem } from "./textProblem";

/** An HL7 v2 text that was read. Only the places of its segments are kept; values and ranges of their parts are made when asked for. */
export interface Hl7v2Document extends Document {
  readonly format: "hl7v2";
  /** In the order of `value.segments`. */
  readonly segments: readonly SegmentSpan[];
  /** The segments of every message, `[from, to)`; also where `value` leaves `messages` out because there is nothing but one message. */
  readonly messages: readonly MessageBounds[];
}

/** Tells the formats of a document apart for the compiler. */
export function isHl7v2Document(document: Document): document is Hl7v2Document {
  return document.format === "hl7v2";
}

/** See {@link Hl7v2Document}; made by `hl7v2Reader`. */
export class SegmentedDocument implements Hl7v2Document {
  readonly format = "hl7v2";
  readonly segments: readonly SegmentSpan[];
  readonly messages: readonly MessageBounds[];
  private builtValue: JsonValue | undefined;
  private builtLines: LineIndex | undefined;
  private builtProblems: readonly DocumentProblem[] | undefined;

  constructor(readonly text: string, private readonly scanned: ScannedSegments, private readonly textProblems: readonly TextProblem[]) {
    this.segments = scanned.segments;
    this.messages = scanned.messages;
  }

  get value(): JsonValue | undefined {
    if (this.builtValue === undefined && this.segments.length > 0) {
      const segments = this.segments.map((segment) => ({
        name: segment.name,
        fields: readFields(this.text, segment, (raw) => decodeEscapes(raw, segment.delimiters)),
      }));
      this.builtValue = this.scanned.single ? { segments } : { segments, messages: this.messages };
    }
    return this.builtValue;
  }

  get problems(): readonly DocumentProblem[] {
    this.builtProblems ??= this.textProblems.map(({ code, severity, message, args, from, to }) => ({
      code, severity, message, args, range: this.lines.rangeOf(from, to),
    }));
    return this.builtProblems;
  }

  rangeOf(pointer: string): Range | undefined {
    const tokens = parsePointer(pointer);
    const span = tokens === undefined ? undefined : this.spanOf(tokens);
    return span === undefined ? undefined : this.lines.rangeOf(span.from, span.to);
  }

  nearestRangeOf(pointer: string): Range {
    const tokens = parsePointer(pointer) ?? [];
    for (let length = tokens.length; length > 0; length--) {
      const span = this.spanOf(tokens.slice(0, length));
      if (span !== undefined) {
        return this.lines.rangeOf(span.from, span.to);
      }
    }
    return this.lines.rangeOf(0, this.text.length);
  }

  keyRangeOf(): undefined {
    return undefined;
  }

  pointerAt(position: Position): string | undefined {
    const offset = this.lines.offsetAt(position);
    const index = lastUpTo(this.segments, offset);
    const segment = this.segments[index];
    if (segment === undefined || offset > segment.to) {
      return undefined;
    }
    const part = partAt(this.text, segment, offset);
    return formatPointer(part === undefined ? ["segments", index, "name"] : ["segments", index, "fields", ...part]);
  }

  nameOf(pointer: string): string {
    const [collection = "", first = "", key, ...rest] = parsePointer(pointer) ?? [];
    const index = indexOfToken(first);
    if (collection === "messages" && index !== undefined) {
      return `message ${String(index + 1)}`;
    }
    const segment = collection === "segments" && index !== undefined ? this.segments[index] : undefined;
    if (index === undefined || segment === undefined) {
      return collection;
    }
    const { message, occurrence } = placeOfSegment(this, index);
    const prefix = this.messages.length > 1 && message !== "envelope" ? `message ${String(message + 1)} ` : "";
    const [field, repetition, component, subcomponent] = rest.map((token) => (indexOfToken(token) ?? 0) + 1);
    if (key !== "fields" || field === undefined) {
      return prefix + segment.name + (occurrence === undefined ? "" : `[${String(occurrence)}]`);
    }
    return prefix + formatPath({ segment: segment.name, occurrence, field, repetition, component, subcomponent });
  }

  toText(): string {
    const pieces: string[] = [];
    let written = 0;
    for (const segment of this.segments) {
      pieces.push(this.text.slice(written, segment.from), writeSegment(segment, readFields(this.text, segment, (raw) => raw)));
      written = segment.to;
    }
    pieces.push(this.text.slice(written));
    return pieces.join("");
  }

  private get lines(): LineIndex {
    this.builtLines ??= new LineIndex(this.text);
    return this.builtLines;
  }

  private spanOf(tokens: readonly string[]): Span | undefined {
    const [collection, first, key, ...rest] = tokens;
    if (collection === undefined) {
      return { from: 0, to: this.text.length };
    }
    const index = first === undefined ? undefined : indexOfToken(first);
    if (collection === "messages" && !this.scanned.single && this.segments.length > 0) {
      return this.spanOfMessages(first, index, key, rest);
    }
    if (collection !== "segments" || this.segments.length === 0) {
      return undefined;
    }
    if (first === undefined) {
      return this.spanOfSegments(0, this.segments.length);
    }
    const segment = index === undefined ? undefined : this.segments[index];
    if (segment === undefined) {
      return undefined;
    }
    if (key === undefined) {
      return { from: segment.from, to: segment.to };
    }
    if (key === "name") {
      return rest.length === 0 ? { from: segment.from, to: segment.from + segment.name.length } : undefined;
    }
    const indexes = rest.map(indexOfToken);
    return key === "fields" && indexes.length <= 4 && indexes.every((part) => part !== undefined) ? spanOfPart(this.text, segment, indexes) : undefined;
  }

  private spanOfMessages(first: string | undefined, index: number | undefined, bound: string | undefined, rest: readonly string[]): Span | undefined {
    const bounds = index === undefined ? undefined : this.messages[index];
    if (first === undefined) {
      return this.spanOfSegments(0, this.segments.length);
    }
    if (bounds === undefined || rest.length > 0 || (bound !== undefined && bound !== "0" && bound !== "1")) {
      return undefined;
    }
    return this.spanOfSegments(bounds[0], bounds[1]);
  }

  private spanOfSegments(from: number, to: number): Span | undefined {
    const first = this.segments[from];
    const last = this.segments[to - 1];
    return first === undefined || last === undefined ? undefined : { from: first.from, to: last.to };
  }
}
