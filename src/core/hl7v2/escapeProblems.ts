import { doubtfulEscapes } from "./escapes";
import type { ProblemList } from "../documents/problemList";
import { partedSpan, type SegmentSpan } from "./segment";

/** Adds a warning for every unknown or unterminated escape sequence of a segment: they are left as written. */
export function noteDoubtfulEscapes(text: string, segment: SegmentSpan, problems: ProblemList): void {
  const { escape } = segment.delimiters;
  const span = partedSpan(text, segment);
  if (escape === undefined || span === undefined) {
    return;
  }
  const raw = text.slice(span.from, span.to);
  let opening = raw.indexOf(escape);
  while (opening >= 0 && !problems.full) {
    const end = endOfPart(raw, opening, segment);
    for (const { kind, from, to } of doubtfulEscapes(raw, opening, end, segment.delimiters)) {
      const written = raw.slice(from, to);
      const literal = `${escape}E${escape}`;
      problems.add(kind === "unknown"
        ? {
          code: "hl7v2.escapeUnknown", severity: "warning", from: span.from + from, to: span.from + to, args: { written, literal },
          message: `${written} is no escape sequence, so it was left as it is. Where a literal ${escape} is meant, write ${literal}.`,
        }
        : {
          code: "hl7v2.escapeUnterminated", severity: "warning", from: span.from + from, to: span.from + to, args: { written, literal },
          message: `This ${escape} opens an escape sequence that is not closed before the part ends, so it was left as it is. Where a literal ${escape} is meant, write ${literal}.`,
        });
    }
    opening = raw.indexOf(escape, end);
  }
}

function endOfPart(raw: string, from: number, { delimiters }: SegmentSpan): number {
  const { field, repetition, component, subcomponent } = delimiters;
  let at = from;
  for (; at < raw.length; at++) {
    const character = raw.charAt(at);
    if (character === field || character === component || character === repetition || character === subcomponent) {
      break;
    }
  }
  return at;
}
