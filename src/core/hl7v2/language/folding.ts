import type { LanguageSnapshot } from "./languageSnapshot";
import { boundsOf, type MessagePlacement } from "./placement";

/** Lines, from 0, that fold into the first of them. */
export interface Fold {
  readonly start: number;
  readonly end: number;
}

/** Segments of one kind in a row that are worth folding. */
const shortestRun = 3;

/** What can be folded: envelopes, messages, groups with several segments, and segments of one kind in a row. No two folds have the same lines. */
export function foldsOf(snapshot: LanguageSnapshot): readonly Fold[] {
  const { segments, lines, document: { messages } } = snapshot;
  const found = new Map<string, Fold>();
  const fold = (first: number, last: number): void => {
    const [from, to] = [segments[first], segments[last]];
    if (from === undefined || to === undefined) {
      return;
    }
    const start = lines.positionAt(from.from).line;
    const end = lines.positionAt(to.from).line;
    if (end > start) {
      found.set(`${String(start)} ${String(end)}`, { start, end });
    }
  };
  const groups = ({ from, parts }: MessagePlacement): void => {
    for (const part of parts) {
      if (part.kind === "group") {
        const [first, last] = boundsOf(part);
        fold(from + first, from + last);
        groups({ from, parts: part.parts });
      }
    }
  };
  for (const [message, [from, to]] of messages.entries()) {
    fold(from, to - 1);
    groups(snapshot.placementOf(message));
  }
  for (const [opens, closes] of [["FHS", "FTS"], ["BHS", "BTS"]] as const) {
    let open: number | undefined;
    for (const [index, { name }] of segments.entries()) {
      if (name === opens) {
        open = index;
      } else if (name === closes && open !== undefined) {
        fold(open, index);
        open = undefined;
      }
    }
  }
  let runFrom = 0;
  for (let index = 1; index <= segments.length; index++) {
    if (segments[index]?.name !== segments[runFrom]?.name) {
      if (index - runFrom >= shortestRun) {
        fold(runFrom, index - 1);
      }
      runFrom = index;
    }
  }
  return [...found.values()].sort((one, other) => one.start - other.start || other.end - one.end);
}
