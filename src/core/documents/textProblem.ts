import type { DocumentProblem } from "./document";

/** A document's problem placed by UTF-16 offsets, before anybody asked for lines: from `from` up to but not including `to`. */
export interface TextProblem extends Omit<DocumentProblem, "range"> {
  readonly from: number;
  readonly to: number;
}
