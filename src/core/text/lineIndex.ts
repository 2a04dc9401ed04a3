import type { Position, Range } from "./range";

/**
 * Converts between UTF-16 offsets and positions of one text. CR, LF and CRLF each end a line, as they do in the editor,
 * so a position computed on a file with lone CRs is right for the same file opened in the editor.
 */
export class LineIndex {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    const starts = [0];
    for (let offset = 0; offset < text.length; offset++) {
      const unit = text.charCodeAt(offset);
      if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(offset + 1) !== 0x0a)) {
        starts.push(offset + 1);
      }
    }
    this.starts = starts;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= within) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low, character: within - (this.starts[low] ?? 0) };
  }

  /** The offset of a position; a line past the end gives the end of the text, a character past the end of its line the end of that line. */
  offsetAt(position: Position): number {
    const start = this.starts[position.line];
    if (start === undefined) {
      return position.line < 0 ? 0 : this.text.length;
    }
    return Math.min(start + Math.max(0, position.character), this.endOfLine(position.line));
  }

  /** The range between two offsets. */
  rangeOf(from: number, to: number): Range {
    return { start: this.positionAt(from), end: this.positionAt(to) };
  }

  /** Offset before the line end of a line. */
  private endOfLine(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) {
      return this.text.length;
    }
    return next - (this.text.charCodeAt(next - 1) === 0x0a && next > 1 && this.text.charCodeAt(next - 2) === 0x0d ? 2 : 1);
  }
}
