/** One thing that may be written at the cursor. */
export interface Suggestion {
  readonly label: string;
  /** Beside the label: cardinality and type, or what a code means. */
  readonly detail: string;
  readonly kind: "property" | "code" | "reference" | "value" | "unit" | "system" | "resourceType";
  /** In the editor's snippet syntax, quotes and all. */
  readonly insert: string;
  /** What is compared with what is typed. */
  readonly filter: string;
  /** Markdown, made when it is asked for. */
  readonly documentation?: () => string;
  /** Whether suggestions are wanted again at the place the cursor goes to. */
  readonly again: boolean;
}

/** What may be written at the cursor, the likeliest first. */
export interface Suggestions {
  /** What is replaced, in UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
  /** Offset at which a comma is to be put in as well. */
  readonly commaAt: number | undefined;
  readonly items: readonly Suggestion[];
}

/** A text in which nothing is taken for a mark of the snippet syntax. */
export function plainSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** A value that is a text: what is inserted, and what is compared. */
export function textValue(value: string): Pick<Suggestion, "insert" | "filter"> {
  const written = JSON.stringify(value);
  return { insert: plainSnippet(written), filter: written };
}
