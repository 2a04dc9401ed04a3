import type { Document } from "../../documents/document";
import { LineIndex } from "../../text/lineIndex";

/** The text of a part as it stands in a document. */
export function writtenIn(document: Document): (pointer: string) => string | undefined {
  let lines: LineIndex | undefined;
  return (pointer) => {
    lines ??= new LineIndex(document.text);
    const range = document.rangeOf(pointer);
    return range === undefined ? undefined : document.text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
  };
}
