import type { Translate } from "../../checks/translate";
import type { JsonValue } from "../../documents/document";
import type { FhirPathProblem, FhirPathResult } from "../fhirPathEvaluation";
import type { FhirText } from "./fhirText";

/** Results that a report lists. */
const listed = 1000;

/** What an expression gave, as a text for a person. */
export function evaluationReport(expression: string, file: string, results: readonly FhirPathResult[], durationMs: number, text: FhirText, t: Translate): string {
  const head = [
    `FHIRPath  ${expression}`,
    `${t("in")}        ${file}`,
    results.length === 1 ? t("one result, in {ms} ms", { ms: durationMs.toFixed(0) }) : t("{count} results, in {ms} ms", { count: results.length, ms: durationMs.toFixed(0) }),
  ];
  const none = results.length === 0 ? ["", t("The expression is right, but nothing in the resource answers to it. In FHIRPath that is an empty list, not an error.")] : [];
  const width = String(Math.min(results.length, listed)).length;
  const lines = results.slice(0, listed).flatMap((result, index) => [
    "", `${String(index + 1).padStart(width)}  ${result.type}  ${placeText(result, text, t)}`, indented(valueText(result.value), " ".repeat(width + 2)),
  ]);
  const more = results.length > listed ? ["", t("… and {count} more", { count: results.length - listed })] : [];
  return [...head, ...none, ...lines, ...more, ""].join("\n");
}

/** What is wrong with an expression, in one sentence. */
export function problemSentence({ kind, offset, found }: FhirPathProblem, t: Translate): string {
  switch (kind) {
    case "end":
      return t("Something is still missing at the end.");
    case "unexpected":
      return t("\"{found}\" does not belong at character {position}.", { found, position: (offset ?? 0) + 1 });
    case "other":
      return offset === undefined ? found : t("At character {position}: {reason}", { position: offset + 1, reason: found });
  }
}

function placeText({ pointer }: FhirPathResult, { document }: FhirText, t: Translate): string {
  if (pointer === undefined) {
    return t("computed");
  }
  const range = document.rangeOf(pointer);
  const name = document.nameOf(pointer);
  const line = range === undefined ? "" : t("line {line}", { line: range.start.line + 1 });
  return [line, name].filter((part) => part !== "").join("  ");
}

function valueText(value: JsonValue): string {
  return typeof value === "string" ? value : (JSON.stringify(value, undefined, 2) ?? "");
}

function indented(text: string, indent: string): string {
  return text.split(/\r\n|\r|\n/).map((line) => `${indent}${line}`).join("\n");
}
