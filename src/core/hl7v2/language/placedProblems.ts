import type { Finding } from "../../checks/finding";
import { sentenceFor } from "../../checks/sentences";
import type { SentenceArgs } from "../../checks/translate";
import type { Hl7v2Document } from "../../documents/hl7v2Document";
import type { Range } from "../../text/range";
import type { Hl7v2Issue, Hl7v2Severity } from "../validation/hl7v2Issue";

/** Something to be said of a stretch of a file, by the reader or by the rules of the standard. */
export interface PlacedProblem {
  readonly code: string;
  readonly severity: Hl7v2Severity;
  /** One English sentence. */
  readonly message: string;
  readonly args: SentenceArgs;
  /** JSON pointer of the part; `undefined` for what stands between the parts. */
  readonly pointer: string | undefined;
  readonly range: Range;
  readonly doc: string | undefined;
}

/** What the reader and the rules say of a document, each with its place. */
export function placedProblems(document: Hl7v2Document, issues: readonly Hl7v2Issue[]): readonly PlacedProblem[] {
  return [
    ...document.problems.map(({ code, severity, message, args, range }): PlacedProblem => ({ code, severity, message, args, pointer: undefined, range, doc: undefined })),
    ...issues.map((issue): PlacedProblem => ({
      code: issue.code, severity: issue.severity, message: issue.says ?? sentenceFor(issue.code, issue.args) ?? issue.code, args: issue.args,
      pointer: issue.pointer, range: markOf(document, issue), doc: issue.doc,
    })),
  ];
}

/** What to underline: the part, or the name of the segment that it begins with. */
function markOf(document: Hl7v2Document, { pointer, mark }: Hl7v2Issue): Range {
  const [segment = ""] = /^\/segments\/\d+/.exec(pointer) ?? [];
  return mark === "opening" && segment !== "" ? document.nearestRangeOf(`${segment}/name`) : document.nearestRangeOf(pointer);
}

/** Whether a problem only says that something could not be checked. */
export function isUnchecked({ code }: PlacedProblem): boolean {
  return code === "hl7v2.notChecked" || code.startsWith("hl7v2.notChecked.");
}

/** Whether a person reads of a problem already, from the last check of the kata: the same of the same part, or of the same stretch. */
export function readsAlready({ code, message, pointer, range }: PlacedProblem, told: readonly Finding[]): boolean {
  return told.some((finding) => (finding.code === code || finding.message === message)
    && ((pointer !== undefined && finding.pointer === pointer) || (finding.range !== undefined && isSame(finding.range, range))));
}

function isSame(one: Range, other: Range): boolean {
  return one.start.line === other.start.line && one.start.character === other.start.character && one.end.line === other.end.line && one.end.character === other.end.character;
}
