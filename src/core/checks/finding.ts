import type { Range } from "../text/range";

/** One thing that is to be said about a solution. */
export interface Finding {
  /** Stable identifier of the kind of finding, such as `schema.required`; the editor translates by it. */
  readonly code: string;
  /** One English sentence for the learner: what is there, what belongs there. */
  readonly message: string;
  /** The values that stand in `message`, for translation. */
  readonly args: Readonly<Record<string, string | number>>;
  /** Why it matters to a patient or an organisation. */
  readonly why?: string;
  /** What was expected and what was seen, in full; long values open in a diff. */
  readonly expected?: string;
  readonly actual?: string;
  /** Path of the solution file, relative to the kata's folder in the learner's workspace, with `/`. */
  readonly file?: string;
  /** Where in `file`: 0-based lines and UTF-16 characters. */
  readonly range?: Range;
  /** JSON pointer of the part meant, in the document of `file`. */
  readonly pointer?: string;
  /** Full title of the test that found it. */
  readonly test?: string;
  /** https address where one may read on. */
  readonly doc?: string;
  /** The schema keyword that failed (schema checks only); part of the signature. */
  readonly keyword?: string;
}
