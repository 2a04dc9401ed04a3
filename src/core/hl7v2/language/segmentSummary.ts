import type { Dictionary } from "../dictionary/definitions";
import type { SegmentSpan } from "../segment";
import { fieldAt, meaningOf } from "./partMeaning";
import { rawAt, split, textAt } from "./parts";
import { readableValue } from "./readableValue";

/** The fields, from 1, that tell one segment of a kind from another. */
const telling: Readonly<Record<string, readonly number[]>> = {
  ACC: [1, 2], AIG: [3, 4], AIL: [3, 4], AIP: [3, 4], AIS: [3, 4], AL1: [2, 3, 5], ARV: [2, 3], BHS: [3, 5, 11], BPX: [2, 5], BTS: [1, 2], CON: [2], CTD: [1, 2], CTI: [1],
  DG1: [3, 4, 6], DRG: [1], DSC: [1], DSP: [3], ECD: [3], EQU: [1], ERR: [2, 3, 4, 8], EVN: [1, 2], FHS: [3, 5, 11], FT1: [4, 6, 7], FTS: [1, 2], GOL: [3], GT1: [3],
  IAM: [3, 4], IN1: [4, 3], IN2: [1], MFE: [1, 4], MFI: [1, 3], MRG: [1, 7], MSA: [1, 2, 3], NK1: [2, 3], NTE: [3], OBR: [4, 2, 3], OBX: [3, 5], ODS: [1, 3], ORC: [1, 2, 3],
  PD1: [4, 3], PDA: [1], PID: [5, 3], PR1: [3, 5], PRA: [1], PRB: [3], PRD: [1, 2], PV1: [2, 3], PV2: [3], QAK: [1, 2], QPD: [1, 2], QRD: [8], RCP: [1, 2], RDF: [1], RF1: [1, 6],
  RGS: [2], ROL: [3, 4], RXA: [5, 6], RXC: [2, 3], RXD: [2, 4], RXE: [2, 3], RXG: [4, 5], RXO: [1, 2], RXR: [1, 2], SAC: [3, 6], SCH: [1, 7, 6], SFT: [1, 3], SPM: [4, 2],
  STF: [3], TQ1: [2, 3], TXA: [2, 12], UAC: [1], VAR: [6],
};

/** Places of a unit, by the field of the amount before it, in which the summary puts it behind the amount. */
const units: Readonly<Record<string, number>> = { "OBX-5": 6, "RXA-6": 7, "RXD-4": 5, "RXE-3": 5, "RXG-5": 7, "RXO-2": 4 };

/** A few words about what a segment holds, such as `Hemoglobin · 13.2 g/dL`; "" when it is empty. */
export function segmentSummary(text: string, segment: SegmentSpan, dictionary: Dictionary | undefined, locale: string): string {
  if (segment.name === "MSH") {
    return [[textAt(text, segment, [8, 0, 0]), textAt(text, segment, [8, 0, 1])].filter((part) => part !== "").join(" "), textAt(text, segment, [9])].filter((part) => part !== "").join(" · ");
  }
  const told = (telling[segment.name] ?? []).map((number) => tell(text, segment, number, dictionary, locale)).filter((part) => part !== "");
  return shortened((told.length > 0 ? told : first(text, segment, dictionary, locale)).join(" · "));
}

function tell(text: string, segment: SegmentSpan, number: number, dictionary: Dictionary | undefined, locale: string): string {
  const value = readField(text, segment, number - 1, dictionary, locale);
  const unit = units[`${segment.name}-${String(number)}`];
  const unitText = unit === undefined || value === "" ? "" : textAt(text, segment, [unit - 1, 0, 0]);
  const flag = segment.name === "OBX" && number === 5 ? textAt(text, segment, [7, 0, 0]) : "";
  return [value, unitText].filter((part) => part !== "").join(" ") + (flag === "" || flag === "N" ? "" : ` · ${flag}`);
}

/** The first repetition of a field as a person reads it; the field counts from 0. */
export function readField(text: string, segment: SegmentSpan, field: number, dictionary: Dictionary | undefined, locale: string, repetition = 0): string {
  const raw = rawAt(text, segment, [field, repetition]);
  if (raw === "") {
    return "";
  }
  const { fieldType } = meaningOf(dictionary, text, segment, [field]);
  return readableValue(raw, { segment, dictionary, type: fieldType ?? guessedType(segment, field), table: fieldAt(dictionary?.segment(segment.name), field)?.table, locale });
}

/** Where nothing is known of a version, the best-known fields are read as they are in all versions. */
function guessedType({ name }: SegmentSpan, field: number): string | undefined {
  const known: Readonly<Record<string, string>> = { "PID-5": "XPN", "PID-3": "CX", "NK1-2": "XPN", "OBX-3": "CE", "OBR-4": "CE", "DG1-3": "CE", "AL1-3": "CE", "RXA-5": "CE" };
  return known[`${name}-${String(field + 1)}`];
}

/** Of segments about which nothing else is known: what they hold first, other than their number. */
function first(text: string, segment: SegmentSpan, dictionary: Dictionary | undefined, locale: string): readonly string[] {
  const found: string[] = [];
  const count = split(rawAt(text, segment, []), segment.delimiters.field).length;
  for (let field = 0; field < Math.min(count, 30) && found.length < 2; field++) {
    const value = readField(text, segment, field, dictionary, locale);
    if (value !== "" && !(field === 0 && /^\d+$/.test(value))) {
      found.push(value);
    }
  }
  return found;
}

/** An outline has one line for each segment; the whole stands in the file. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 120 ? line : `${line.slice(0, 119)}…`;
}
