import type { ErrorObject } from "ajv";
import type { Mark } from "../schema/fault";
import type { SchemaObject } from "../schema/subschemas";
import type { Teaching } from "../schema/teaching";
import type { SentenceArgs } from "../translate";

/** What a keyword of ours found, put into the `params` of an ajv error. */
export interface KeywordFinding {
  readonly code: string;
  readonly args: SentenceArgs;
  /** As it stands in the signature, such as `fhirpath(tel-1)`. */
  readonly keyword: string;
  readonly mark: Mark;
  /** JSON pointer from the document's root; the value the keyword was applied to when left out. */
  readonly pointer?: string;
  /** What the author says for this very rule; goes before the `says` of the schema around. */
  readonly teaching?: Teaching;
  /** The generated sentence of findings that bring their own. */
  readonly message?: string;
  readonly expected?: string;
  readonly actual?: string;
  /** A page to read on, unless the author names one. */
  readonly doc?: string;
}

/** A keyword's validating function, as ajv calls it: its errors are left on itself. */
export interface KeywordValidator {
  (value: unknown, context?: { readonly instancePath: string; readonly rootData: unknown }): boolean;
  errors?: Partial<ErrorObject>[];
}

/** Makes a validating function of one that returns what it found. */
export function keywordValidator(
  keyword: string,
  parentSchema: SchemaObject,
  find: (value: unknown, context: { readonly instancePath: string; readonly rootData: unknown }) => readonly KeywordFinding[],
): KeywordValidator {
  const validate: KeywordValidator = (value, context = { instancePath: "", rootData: value }) => {
    const findings = find(value, context);
    validate.errors = findings.map((finding) => ({ keyword, instancePath: context.instancePath, params: { finding }, parentSchema }));
    return findings.length === 0;
  };
  return validate;
}
