import { parsePointer, indexOfToken, formatPointer } from "../documents/jsonPointer";
import type { CheckResult } from "./checkResult";
import type { Finding } from "./finding";

/**
 * What went wrong in an attempt, without the values that went wrong: two attempts with the same signature made the same mistakes. Sorted, each entry once.
 *
 * Entries are `<check>|<keyword>|<pointer with array indexes as *>` for schema checks and `<check>|<full title>` for tests; a finding that no schema keyword
 * and no test made gives its code in place of the keyword. A check that could not be checked and found nothing gives `<check>|errored`. Checks that
 * passed or were blocked give nothing.
 */
export function signatureOf(results: readonly CheckResult[]): readonly string[] {
  const entries = new Set<string>();
  for (const result of results) {
    if (result.outcome === "passed" || result.outcome === "blocked") {
      continue;
    }
    const own = [...failedTests(result), ...result.findings.map(entryOf)];
    const suffixes = own.length > 0 ? own : [result.outcome === "failed" ? "failed" : "errored"];
    for (const suffix of suffixes) {
      entries.add(`${result.check}|${suffix}`);
    }
  }
  return [...entries].sort();
}

function failedTests({ tests = [] }: CheckResult): readonly string[] {
  return tests.filter(({ outcome }) => outcome !== "passed" && outcome !== "blocked").map(({ title }) => title);
}

function entryOf({ test, keyword, code, pointer }: Finding): string {
  return test ?? `${keyword ?? code}|${withoutIndexes(pointer ?? "")}`;
}

/** Array indexes as `*`. A property whose name is a number is taken for one as well, which makes no two mistakes equal that a kata tells apart. */
function withoutIndexes(pointer: string): string {
  return formatPointer((parsePointer(pointer) ?? []).map((token) => (indexOfToken(token) === undefined ? token : "*")));
}
