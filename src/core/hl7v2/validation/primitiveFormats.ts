import { type FormatFault, temporalFault } from "./dateTimes";

/** An optional sign, digits, an optional decimal point (HL7 v2.5.1 section 2.A.44). */
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
/** A number that is not negative, in the form of NM (section 2.A.69). */
const sequence = /^\+?\d+$/;
/** `[NN] [(999)]999-9999[X99999][B99999][C any text]` (section 2.A.76); blanks between the parts are as people write them. */
const telephone = /^(?:\d{1,2} ?)?(?:\(\d{1,3}\) ?)?\d{3}-\d{4}(?: ?X\d{1,5})?(?: ?B\d{1,5})?(?: ?C.*)?$/;

/** What is wrong with a text of a primitive data type; `undefined` when it is right, or when the type admits any text. */
export function primitiveFault(type: string, text: string, version: string): FormatFault | undefined {
  switch (type) {
    case "NM":
      return number.test(text) ? undefined : { code: "hl7v2.format.NM", args: {} };
    case "SI":
      return sequence.test(text) ? undefined : { code: "hl7v2.format.SI", args: {} };
    case "TN":
      // The form is that of the United States; numbers of other countries are written as there.
      return telephone.test(text) ? undefined : { code: "hl7v2.format.TN", severity: "hint", args: {} };
    case "DT":
    case "TM":
    case "DTM":
      return temporalFault(type, text, version);
    default:
      return undefined;
  }
}
