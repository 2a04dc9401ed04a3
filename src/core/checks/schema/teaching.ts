import type { JsonValue } from "../../documents/document";
import { isRecord, type SchemaObject } from "./subschemas";

/** What an author has to say about a failure. */
export interface Teaching {
  readonly says?: string;
  readonly why?: string;
  readonly doc?: string;
}

/** The text of an annotation for a keyword: one for all of them, or one by keyword. */
export function annotationFor(annotation: JsonValue | undefined, keyword: string): string | undefined {
  if (typeof annotation === "string") {
    return annotation;
  }
  const byKeyword = isRecord(annotation) && Object.hasOwn(annotation, keyword) ? annotation[keyword] : undefined;
  return typeof byKeyword === "string" ? byKeyword : undefined;
}

/**
 * What the author says about a failure of `keyword`: each of `says`, `why` and `doc` from the first schema that has it for that keyword.
 *
 * @param scopes the schema that failed and those around it for the same value, from the inside out
 * @param missing name of the member that `required` or `dependentRequired` misses: its own schema speaks first
 */
export function teachingFor(keyword: string, scopes: readonly SchemaObject[], missing?: string): Teaching {
  const first = scopes[0];
  const members = first?.["properties"];
  const member = missing !== undefined && isRecord(members) && Object.hasOwn(members, missing) ? members[missing] : undefined;
  const speakers = isRecord(member) ? [member, ...scopes] : scopes;
  const lookUp = (annotation: "says" | "why" | "doc"): string | undefined => {
    for (const speaker of speakers) {
      const text = annotationFor(speaker[annotation], keyword);
      if (text !== undefined) {
        return text;
      }
    }
    return undefined;
  };
  return withTeaching(lookUp("says"), lookUp("why"), lookUp("doc"));
}

/** A Teaching of what is there. */
export function withTeaching(says: string | undefined, why: string | undefined, doc: string | undefined): Teaching {
  return { ...(says === undefined ? {} : { says }), ...(why === undefined ? {} : { why }), ...(doc === undefined ? {} : { doc }) };
}
