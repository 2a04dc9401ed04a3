import type { Position, Range } from "../text/range";

/** Something that is wrong with a pack, at the place where its author mends it. */
export interface PackProblem {
  /** Stable identifier, such as `kata.needsCycle`; the editor translates by it. */
  readonly code: string;
  /** An error keeps the kata (or pack) from being used; a warning does not. */
  readonly severity: "error" | "warning";
  /** What is wrong and what to do next, in one or two English sentences. */
  readonly message: string;
  /** The values that stand in `message`, for translation. */
  readonly args: Readonly<Record<string, string | number>>;
  /** Absolute path with `/`. */
  readonly file: string;
  /** Where in `file`; its start when the whole file is meant. */
  readonly range: Range;
}

const origin: Position = { line: 0, character: 0 };

/** The start of a file, for problems that concern all of it. */
export const startOfFile: Range = { start: origin, end: origin };

/** An error that concerns a whole file or folder. */
export function fileProblem(file: string, code: string, message: string, args: Readonly<Record<string, string | number>> = {}): PackProblem {
  return { code, severity: "error", message, args, file, range: startOfFile };
}
