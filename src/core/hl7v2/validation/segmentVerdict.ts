import { componentText, type SegmentValue } from "./messageValue";
import type { PartFinding } from "./partFinding";
import { checkSegment } from "./segmentCheck";
import type { StandardVersion } from "./standard";

/** What the standard's own rules say about one segment, wherever it stands. */
export interface SegmentVerdict {
  readonly findings: readonly PartFinding[];
  /** The number in the first field where that is a set id (SI). */
  readonly setId: number | undefined;
}

export const noVerdict: SegmentVerdict = { findings: [], setId: undefined };

/** Checks a segment by itself. */
export function verdictOf(segment: SegmentValue, standard: StandardVersion, version: string, truncation: string | undefined): SegmentVerdict {
  const rules = standard.rules.segment(segment.name);
  if (rules === undefined) {
    return noVerdict;
  }
  const environment = { dictionary: standard.dictionary, newest: standard.newest, later: standard.later, version, truncation, closedTable: (table: string) => standard.rules.closedTable(table) };
  const setId = rules.fields[0]?.type === "SI" ? componentText(segment.fields[0]?.[0], 1) : "";
  return { findings: checkSegment(segment, rules, environment), setId: /^\d+$/.test(setId) ? Number(setId) : undefined };
}
