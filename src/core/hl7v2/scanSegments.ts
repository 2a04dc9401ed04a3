import type { TextProblem } from "../documents/textProblem";
import { type Delimiters, readDelimiters, standardDelimiters } from "./delimiters";
import { ProblemList } from "../documents/problemList";
import type { SegmentSpan } from "./segment";

/** Segment indexes of one message: `[from, to)`. */
export type MessageBounds = readonly [from: number, to: number];

/** Where the segments of a text stand. What lies between them (line ends, blank lines, stray text) belongs to none. */
export interface ScannedSegments {
  readonly segments: readonly SegmentSpan[];
  /** Every message, in the order of the text; a text without any MSH counts as one message. */
  readonly messages: readonly MessageBounds[];
  /** True when all there is is one message. */
  readonly single: boolean;
  readonly problems: readonly TextProblem[];
}

/** Finds the segments of a text with any line ends, and the messages they make up (HL7 v2.5.1 chapter 2, sections 2.5.1, 2.10.3 and 2.15). Never throws. */
export function scanSegments(text: string): ScannedSegments {
  const scanner = new Scanner(text);
  let at = 0;
  while (at < text.length) {
    let lineEnd = at;
    let code = text.charCodeAt(lineEnd);
    while (lineEnd < text.length && code !== 0x0d && code !== 0x0a) {
      code = text.charCodeAt(++lineEnd);
    }
    scanner.line(at, lineEnd);
    at = lineEnd + (code === 0x0d && text.charCodeAt(lineEnd + 1) === 0x0a ? 2 : 1);
  }
  return scanner.finish();
}

const properName = /^[A-Z][A-Z0-9]{2}$/;
const nameInAnyCase = /^[A-Za-z][A-Za-z0-9]{2}$/;
const nearlyName = /^[A-Za-z0-9_]{1,8}$/;
const comment = /^(?:#|\/\/|--|;|<!--|\/\*)/;

/** Whether a segment's name is one (HL7 v2.5.1 chapter 2, section 2.5.1): three characters, a capital letter first. */
export function isProperName(name: string): boolean {
  return properName.test(name);
}

/** Whether a segment's name would be one in capital letters. */
export function isNameInWrongCase(name: string): boolean {
  return nameInAnyCase.test(name) && !properName.test(name);
}

type Region = "before" | "message" | "envelope";

class Scanner {
  private readonly segments: SegmentSpan[] = [];
  private readonly messages: MessageBounds[] = [];
  private readonly problems = new ProblemList();
  private region: Region = "before";
  private messageFrom = 0;
  private current: Delimiters = standardDelimiters;
  private ofFile: Delimiters | undefined;
  private ofBatch: Delimiters | undefined;
  /** Lines since the last segment that are no segments. */
  private readonly stray: { from: number; to: number; comment: boolean }[] = [];
  private blankFrom: number | undefined;
  private blankTo = 0;

  constructor(private readonly text: string) {}

  line(lineFrom: number, lineTo: number): void {
    const { text } = this;
    let from = lineFrom;
    let to = lineTo;
    while (from < to && isBeforeSegment(text.charCodeAt(from))) {
      from++;
    }
    while (to > from && text.charCodeAt(to - 1) === 0x1c) {
      to--;
    }
    if (from === to) {
      this.noteMargins(lineFrom, from, to, lineTo);
      this.blankFrom ??= lineFrom;
      this.blankTo = lineTo;
      return;
    }
    const header = this.header(from, to);
    const segment = header?.segment ?? this.plainSegment(from, to);
    if (segment === undefined) {
      this.addStray(from, to);
      return;
    }
    this.settleStray(header === undefined && this.region === "message");
    this.noteMargins(lineFrom, from, to, lineTo);
    for (const problem of header?.problems ?? []) {
      this.problems.add(problem);
    }
    this.add(segment);
  }

  finish(): ScannedSegments {
    this.blankFrom = undefined;
    this.settleStray(false);
    this.endMessage();
    if (this.segments.length === 0) {
      this.problems.add({
        code: "hl7v2.empty", severity: "error", from: 0, to: this.text.length, args: {},
        message: "There is no HL7 v2 message here: a message starts with MSH, the field separator and the encoding characters, as in MSH|^~\\&|.",
      });
    }
    if (this.region === "before" && this.segments.length > 0) {
      this.messages.push([0, this.segments.length]);
    }
    const [first] = this.messages;
    const single = this.messages.length === 1 && first !== undefined && first[0] === 0 && first[1] === this.segments.length;
    return { segments: this.segments, messages: this.messages, single, problems: this.problems.all };
  }

  private header(from: number, to: number): { segment: SegmentSpan; problems: readonly TextProblem[] } | undefined {
    const { text } = this;
    const name = text.slice(from, from + 3);
    const upper = name.toUpperCase();
    if ((upper !== "MSH" && upper !== "FHS" && upper !== "BHS") || !opensHeader(text, from, to, name === upper)) {
      return undefined;
    }
    const { delimiters, problems } = readDelimiters(text, from, to);
    return { segment: { name, from, to, delimiters, header: true }, problems };
  }

  private plainSegment(from: number, to: number): SegmentSpan | undefined {
    const { text } = this;
    const delimiters = this.delimitersFor(from, to);
    const code = delimiters.field.charCodeAt(0);
    let nameTo = from;
    while (nameTo < to && nameTo - from < 9 && text.charCodeAt(nameTo) !== code) {
      nameTo++;
    }
    const name = text.slice(from, nameTo);
    const parted = nameTo < to && text.charCodeAt(nameTo) === code;
    const admitted = properName.test(name) ? parted || nameTo === to : parted && nearlyName.test(name);
    return admitted ? { name, from, to, delimiters, header: false } : undefined;
  }

  /** Trailers are written with the delimiters of their header, whatever the messages between them use. */
  private delimitersFor(from: number, to: number): Delimiters {
    const separator = from + 3 < to ? this.text.charAt(from + 3) : undefined;
    const trailer = this.text.slice(from, from + 3).toUpperCase();
    const fits = (delimiters: Delimiters | undefined): boolean => separator === undefined || delimiters?.field === separator;
    if (trailer === "BTS" && this.ofBatch !== undefined && fits(this.ofBatch)) {
      return this.ofBatch;
    }
    if (trailer === "FTS" && this.ofFile !== undefined && fits(this.ofFile)) {
      return this.ofFile;
    }
    return this.current;
  }

  private add(segment: SegmentSpan): void {
    const kind = segment.header || isNameInWrongCase(segment.name) ? segment.name.toUpperCase() : segment.name;
    if (kind === "MSH") {
      this.endMessage();
      this.region = "message";
      this.messageFrom = this.segments.length;
      this.current = segment.delimiters;
    } else if (segment.header) {
      this.endMessage();
      this.region = "envelope";
      this.current = segment.delimiters;
      if (kind === "FHS") {
        this.ofFile = segment.delimiters;
        this.ofBatch = undefined;
      } else {
        this.ofBatch = segment.delimiters;
      }
    } else if ((kind === "BTS" || kind === "FTS") && this.region !== "before") {
      this.endMessage();
      this.region = "envelope";
      this.current = segment.delimiters;
    } else if (this.region !== "message") {
      this.noteOutside(segment);
    }
    this.noteName(segment);
    this.segments.push(segment);
  }

  private endMessage(): void {
    if (this.region === "message") {
      this.messages.push([this.messageFrom, this.segments.length]);
    }
  }

  private noteOutside(segment: SegmentSpan): void {
    const { name, from, to } = segment;
    if (this.region === "before" && this.segments.length === 0) {
      this.problems.add({
        code: "hl7v2.noHeader", severity: "error", from, to, args: { segment: name },
        message: `A message starts with MSH, which says how to read the rest; here ${name} comes first, and it was read with the standard delimiters |^~\\&.`,
      });
    } else if (this.region === "envelope") {
      this.problems.add({
        code: "hl7v2.outsideMessage", severity: "warning", from, to, args: { segment: name },
        message: `${name} stands in no message: after the header or trailer of a batch or file comes MSH or the next header or trailer.`,
      });
    }
  }

  private noteName(segment: SegmentSpan): void {
    const { name, from } = segment;
    if (properName.test(name)) {
      return;
    }
    const to = from + name.length;
    if (isNameInWrongCase(name)) {
      this.problems.add({
        code: "hl7v2.segmentNameCase", severity: "error", from, to, args: { segment: name, upper: name.toUpperCase() },
        message: `The segment name ${name} is written ${name.toUpperCase()}: segment names are upper-case.`,
      });
    } else {
      this.problems.add({
        code: "hl7v2.segmentName", severity: "error", from, to, args: { segment: name },
        message: `${name} is no segment name: that is three characters, a capital letter first, then capital letters or digits, such as PID or PV1.`,
      });
    }
  }

  /** What stands before and behind a segment, or instead of one, on its line. */
  private noteMargins(lineFrom: number, from: number, to: number, lineTo: number): void {
    if (lineFrom === from && to === lineTo) {
      return;
    }
    const margin = this.text.slice(lineFrom, from) + this.text.slice(to, lineTo);
    if (margin.includes("\u000b") || margin.includes("\u001c")) {
      this.problems.add({
        code: "hl7v2.framing", severity: "warning", from: lineFrom, to: lineTo, args: {},
        message: "Here is a start or end byte (0x0B, 0x1C) of MLLP, the transport: it frames messages on the wire and does not belong in a file.",
      });
    }
    if (from < to && /[ \t]/.test(margin)) {
      this.problems.add({
        code: "hl7v2.indented", severity: "warning", from: lineFrom, to: from, args: {},
        message: "A segment starts at the beginning of its line: the blanks before its name would be taken as part of the name.",
      });
    }
    if (lineFrom > 0 && margin.includes("\ufeff")) {
      this.problems.add({
        code: "hl7v2.byteOrderMark", severity: "warning", from: lineFrom, to: from, args: {},
        message: "Here is a byte-order mark in the middle of the text, as is left when files are joined; most receivers take it as part of the segment name.",
      });
    }
  }

  private addStray(from: number, to: number): void {
    const isComment = comment.test(this.text.slice(from, from + 4));
    const last = this.stray.at(-1);
    if (last?.comment === isComment) {
      last.to = to;
    } else {
      this.stray.push({ from, to, comment: isComment });
    }
  }

  /** Says what is to be said of the lines since the last segment; `inside`: the next segment continues the same message. */
  private settleStray(inside: boolean): void {
    if (this.blankFrom !== undefined) {
      this.problems.add({
        code: "hl7v2.blankLine", severity: "warning", from: this.blankFrom, to: this.blankTo, args: {},
        message: "Here is a blank line: every segment is followed by the next one, ended by a single carriage return.",
      });
      this.blankFrom = undefined;
    }
    for (const { from, to, comment: isComment } of this.stray) {
      if (isComment) {
        this.problems.add({
          code: "hl7v2.comment", severity: "warning", from, to, args: {},
          message: "HL7 v2 has no comments: this text is passed over here, but a receiver would refuse it or read it as a segment.",
        });
      } else {
        const separator = this.current.field;
        this.problems.add({
          code: "hl7v2.notSegment", severity: inside ? "error" : "warning", from, to, args: { separator },
          message: `This is no segment: one starts with its three-character name and ${separator}. `
            + "If it belongs to the field before, that field holds a raw line break, which data must not.",
        });
      }
    }
    this.stray.length = 0;
  }
}

/** Blank, tab, MLLP's start byte, byte-order mark. */
function isBeforeSegment(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0b || code === 0xfeff;
}

/** Whether a line that begins with a header's name is that header, and not prose about it ("MSH-9 holds the type"). */
function opensHeader(text: string, from: number, to: number, upperCase: boolean): boolean {
  const separator = text.charAt(from + 3);
  if (from + 3 >= to) {
    return upperCase;
  }
  if (separator === "|") {
    return true;
  }
  if (/[\p{L}\p{N}\s]/u.test(separator)) {
    return false;
  }
  return from + 4 >= to || !/[\p{L}\p{N}\s]/u.test(text.charAt(from + 4));
}
