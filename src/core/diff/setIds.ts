import type { Hl7v2Document } from "../documents/hl7v2Document";
import { spanOfPart } from "../hl7v2/segment";

/** Segments whose first field counts them (type SI in HL7 v2.5.1 chapters 3, 4, 6, 7, 10 and 11). */
const counted: ReadonlySet<string> = new Set([
  "PID", "PV1", "NK1", "AL1", "IAM", "DG1", "PR1", "GT1", "IN1", "FT1", "OBR", "OBX", "SPM", "NTE", "RGS", "AIS", "AIG", "AIL", "AIP", "DB1", "REL", "ARV", "SAC", "PRD", "CTD",
]);

/**
 * For each segment whose set id only counts along, what it counts; `undefined` where it says something of its own. A set id that is its segment's place among its like, or one more
 * than the one before, goes without saying: when a segment is put in, the ones after it are renumbered, and that is no second difference.
 */
export function countingSetIds(document: Hl7v2Document): readonly (string | undefined)[] {
  const { segments, text } = document;
  const counting: (string | undefined)[] = segments.map(() => undefined);
  for (const [from, to] of document.messages) {
    const last = new Map<string, number>();
    let run = "";
    let placeInRun = 0;
    let notes = 0;
    for (let index = from; index < to; index++) {
      const segment = segments[index];
      if (segment === undefined) {
        continue;
      }
      const { name } = segment;
      if (name === "NTE") {
        notes++;
      } else {
        placeInRun = name === run ? placeInRun + 1 : 1;
        run = name;
        notes = 0;
      }
      if (!counted.has(name)) {
        continue;
      }
      const span = spanOfPart(text, segment, [0]);
      const written = span === undefined ? "" : text.slice(span.from, span.to);
      const number = /^[1-9]\d{0,5}$/.test(written) ? Number(written) : undefined;
      const before = last.get(name);
      if (number === (name === "NTE" ? notes : placeInRun)) {
        counting[index] = "place";
      } else if (number !== undefined && before !== undefined && number === before + 1) {
        counting[index] = "next";
      }
      last.set(name, number ?? 0);
    }
  }
  return counting;
}
