import type { Dictionary } from "../dictionary/definitions";
import { componentText, deletion, type SegmentValue } from "./messageValue";
import type { PartFinding } from "./partFinding";

/** By segment and field: the field that says the data type of this one (HL7 v2.5.1 sections 7.4.2.5, 8.5.2.4 and 8.5.3.5). */
const governors: Readonly<Record<string, number>> = { "OBX-5": 2, "MFE-4": 5, "MFA-5": 6 };

/** The data type of a field whose type another field gives, and what is wrong with that other field. */
export interface GovernedType {
  readonly type: string | undefined;
  readonly problem: (Pick<PartFinding, "code" | "severity" | "mark" | "args" | "actual"> & { readonly field: number }) | undefined;
}

/** For a field that is not empty. */
export function governedType(segment: SegmentValue, field: number, dictionary: Dictionary | undefined): GovernedType {
  const governor = governors[`${segment.name}-${String(field)}`];
  if (governor === undefined) {
    return { type: undefined, problem: undefined };
  }
  const value = segment.fields[governor - 1] ?? [];
  const type = componentText(value[0], 1);
  const governed = `${segment.name}-${String(field)}`;
  if (type === "" || type === deletion) {
    const mark = segment.fields[governor - 1] === undefined ? "opening" : "value";
    return { type: undefined, problem: { code: "hl7v2.valueTypeMissing", severity: "error", mark, args: { governed }, field: governor } };
  }
  const known = dictionary === undefined || dictionary.dataType(type) !== undefined || dictionary.table("125")?.codes.some(({ code }) => code === type) === true;
  return known ? { type, problem: undefined } : {
    type: undefined,
    problem: { code: "hl7v2.valueType", severity: "error", mark: "value", args: { governed, actual: type }, actual: type, field: governor },
  };
}
