import type { Kata, KataSummary } from "./kata";
import { isRecord } from "./manifestFile";

/** The name of the generated file in the pack's folder. */
export const catalogueFileName = "catalogue.json";

/** What lists show of a kata. */
export function summaryOf({ pack, id, manifest }: Kata): KataSummary {
  const { uuid, title, track, level, minutes, kind, competencies } = manifest;
  return { pack: pack.name, id, uuid, title, track, level, minutes, kind, competencies };
}

/** The text of a pack's `catalogue.json`: its summaries in the order of `kataPack.katas`, one a line, without the pack's name. */
export function formatCatalogue(summaries: readonly KataSummary[]): string {
  const lines = summaries.map(({ id, uuid, title, track, level, minutes, kind, competencies }) => `  ${JSON.stringify({ id, uuid, title, track, level, minutes, kind, competencies })}`);
  return `[\n${lines.join(",\n")}\n]\n`;
}

/** Reads a `catalogue.json`; undefined when it is not what `formatCatalogue` writes: it is generated, so the katas themselves are read instead. */
export function parseCatalogue(text: string, pack: string): readonly KataSummary[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(value)) {
    return undefined;
  }
  const summaries: KataSummary[] = [];
  for (const item of value as readonly unknown[]) {
    const summary = summaryFrom(item, pack);
    if (summary === undefined) {
      return undefined;
    }
    summaries.push(summary);
  }
  return summaries;
}

function summaryFrom(item: unknown, pack: string): KataSummary | undefined {
  if (!isRecord(item)) {
    return undefined;
  }
  const { id, uuid, title, track, level, minutes, kind, competencies } = item;
  if (typeof id !== "string" || typeof uuid !== "string" || typeof title !== "string" || typeof track !== "string" || typeof kind !== "string") {
    return undefined;
  }
  if (typeof level !== "number" || typeof minutes !== "number" || !Array.isArray(competencies)) {
    return undefined;
  }
  return { pack, id, uuid, title, track, level, minutes, kind, competencies: competencies.map(String) };
}
