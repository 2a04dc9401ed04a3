import type { Document } from "../../documents/document";
import { LineIndex } from "../../text/lineIndex";
import type { Range } from "../../text/range";
import type { Mark } from "./fault";

/**
 * Chooses what is underlined, so that a squiggle is neither a page long nor too small to be seen: the value when it stands on one line, otherwise the name
 * it stands under or the start of it. What is empty is widened to the delimiters around it.
 */
export class Marks {
  private readonly lines: LineIndex;

  constructor(private readonly document: Document) {
    this.lines = new LineIndex(document.text);
  }

  rangeOf(pointer: string, mark: Mark): Range {
    switch (mark) {
      case "value": {
        const range = this.document.nearestRangeOf(pointer);
        return isOneLine(range) ? this.visible(range) : this.opening(pointer, range);
      }
      case "key":
        return this.document.keyRangeOf(pointer) ?? this.rangeOf(pointer, "value");
      case "opening":
        return this.opening(pointer, this.document.nearestRangeOf(pointer));
    }
  }

  private opening(pointer: string, whole: Range): Range {
    const name = this.document.keyRangeOf(pointer) ?? this.document.rangeOf(`${pointer}/name`);
    if (this.document.format === "hl7v2" && name !== undefined) {
      return name;
    }
    const key = this.document.keyRangeOf(pointer);
    if (key !== undefined) {
      return key;
    }
    if (isOneLine(whole)) {
      return this.visible(whole);
    }
    const from = this.lines.offsetAt(whole.start);
    if (this.document.format === "json") {
      return this.lines.rangeOf(from, from + 1);
    }
    return this.firstLine(from);
  }

  private firstLine(from: number): Range {
    const { text } = this.document;
    const end = /[\r\n]/.exec(text.slice(from));
    return this.lines.rangeOf(from, end === null ? text.length : from + end.index);
  }

  /** An empty range underlines nothing: the characters on both sides of it, as far as they stand on the same line. */
  private visible(range: Range): Range {
    if (range.start.character !== range.end.character) {
      return range;
    }
    const { text } = this.document;
    const at = this.lines.offsetAt(range.start);
    const before = at > 0 && !isLineEnd(text.charAt(at - 1)) ? at - 1 : at;
    const after = at < text.length && !isLineEnd(text.charAt(at)) ? at + 1 : at;
    return this.lines.rangeOf(before, after);
  }
}

function isOneLine({ start, end }: Range): boolean {
  return start.line === end.line;
}

function isLineEnd(character: string): boolean {
  return character === "\n" || character === "\r";
}
