import { annotationFor, withTeaching } from "../../checks/schema/teaching";
import type { JsonValue } from "../../documents/document";
import type { WordsFor } from "./hl7v2Issue";
import type { Written } from "./profileParts";

/** The author's words for a rule: the first of `speakers` that has a sentence for it; reasons and pages also from what is around them. */
export function wordsFor(speakers: readonly Written[], around: readonly Written[]): WordsFor {
  const all = [...speakers, ...around];
  return (kind) => withTeaching(first("says", kind, speakers), first("why", kind, all), first("doc", kind, all));
}

function first(annotation: "says" | "why" | "doc", kind: string, sources: readonly Written[]): string | undefined {
  for (const source of sources) {
    const text = annotationFor(source[annotation] as JsonValue | undefined, kind);
    if (text !== undefined) {
      return text;
    }
  }
  return undefined;
}
