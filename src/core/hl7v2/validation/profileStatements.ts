import { isRecord } from "../../record";
import { readCondition } from "./profileConditions";
import { textOf, type Written } from "./profileParts";
import { wordsFor } from "./profileWords";
import type { Statement } from "./rules";

/**
 * Conformance statements (HL7 v2.8 chapter 2B, section 2.B.8).
 *
 * @param around what they stand in, from the inside out: it gives reasons and pages where a statement has none
 */
export function readStatements(written: unknown, around: readonly Written[], place: string): readonly Statement[] {
  return (Array.isArray(written) ? written.filter(isRecord) : []).map((source, index) => ({
    id: textOf(source["id"]) ?? "",
    when: source["when"] === undefined ? undefined : readCondition(source["when"], `${place}/${String(index)}/when`),
    must: readCondition(source["must"], `${place}/${String(index)}/must`),
    words: wordsFor([source], around),
  }));
}
