/** A place in a text: 0-based line and 0-based UTF-16 code unit within the line, as in the editor. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of text from `start` up to but not including `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The range so many lines further down. */
export function shiftedRange({ start, end }: Range, lines: number): Range {
  return lines === 0 ? { start, end } : { start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } };
}
