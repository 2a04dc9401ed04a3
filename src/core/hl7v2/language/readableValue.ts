import type { Dictionary } from "../dictionary/definitions";
import type { SegmentSpan } from "../segment";
import { tableOf } from "./partMeaning";
import { componentsOf } from "./parts";
import { readTime, shortTime } from "./readableTime";

/** What is known of the value that is to be read. */
export interface ValueContext {
  readonly segment: SegmentSpan;
  readonly dictionary: Dictionary | undefined;
  /** Data type; `undefined` when it is not known. */
  readonly type: string | undefined;
  readonly table: string | undefined;
  /** Language for dates, such as `en`. */
  readonly locale: string;
}

/** A value of a data type: components of subcomponents, decoded. */
class Components {
  constructor(private readonly all: readonly (readonly string[])[]) {}

  /** The text of a component, or of one of its subcomponents; numbers count from 1. A value to be deleted counts as none. */
  get(component: number, subcomponent = 1): string {
    const text = this.all[component - 1]?.[subcomponent - 1] ?? "";
    return text === "\"\"" ? "" : text.trim();
  }

  /** All that is there, in the order of the components. */
  everything(): string {
    return joined(" · ", ...this.all.map((component) => joined(" ", ...component)));
  }
}

/**
 * A repetition, or a part of it, in the way a person would write it down: names as `family, given`, codes with what they mean, dates as in the language of the
 * reader. What has no such way is given as its decoded parts. "" for a value that is empty.
 */
export function readableValue(raw: string, context: ValueContext): string {
  if (raw === "\"\"") {
    return raw;
  }
  const parts = new Components(componentsOf(raw, context.segment));
  const usual = usualForm(parts, context);
  // What stands where the data type does not expect it is shown all the same.
  return usual === "" ? parts.everything() : usual;
}

function usualForm(parts: Components, { type, table, dictionary, locale }: ValueContext): string {
  switch (type) {
    case "XPN":
    case "PN":
      return personName(parts, 1);
    case "XCN":
    case "PPN":
    case "CN":
    case "CNN":
      return joined(" · ", personName(parts, 2), parts.get(1));
    case "XAD":
    case "AD":
    case "SAD":
      return joined(", ", joined(" ", parts.get(1), parts.get(2)), joined(" ", parts.get(3), parts.get(4), parts.get(5)), parts.get(6));
    case "CE":
    case "CWE":
    case "CNE":
    case "CF":
      return coded(parts, table, dictionary);
    case "CX":
    case "CK":
      return joined(" · ", parts.get(1), meaningOfCode(dictionary, "203", parts.get(5)) ?? parts.get(5), parts.get(4));
    case "XON":
      return parts.get(1);
    case "XTN":
      return firstOf(parts.get(12), parts.get(1), joined(" ", parts.get(5), parts.get(6), parts.get(7)), parts.get(4));
    case "SN":
      return joined(" ", joined("", parts.get(1), parts.get(2)), joined("", parts.get(3), parts.get(4)));
    case "CQ":
    case "MO":
    case "CP":
      return joined(" ", parts.get(1, 1), parts.get(type === "CP" ? 1 : 2, type === "CP" ? 2 : 1));
    case "DR":
      return joined(" – ", momentText("DTM", parts.get(1), locale), momentText("DTM", parts.get(2), locale));
    case "ED":
      return joined(" · ", parts.get(2), parts.get(3), parts.get(4));
    case "DT":
    case "TM":
    case "DTM":
      return momentText(type, parts.get(1), locale);
    case "TS":
      return momentText("DTM", parts.get(1), locale);
    case "HD":
    case "EI":
      return firstOf(parts.get(1), parts.get(3), parts.get(2));
    default:
      return withCode(parts.everything(), meaningOfCode(dictionary, table, parts.get(1)));
  }
}

/** What a code means by a table; `undefined` when the table is not there or has no such code. */
export function meaningOfCode(dictionary: Dictionary | undefined, table: string | undefined, code: string): string | undefined {
  return tableOf(dictionary, table)?.codes.find((known) => known.code === code)?.display;
}

/** Family name, then prefix, given names and suffix (HL7 v2.5.1 section 2.A.89); `from` is the number of the component with the family name. */
function personName(parts: Components, from: number): string {
  return joined(", ", parts.get(from), joined(" ", parts.get(from + 4), parts.get(from + 1), parts.get(from + 2), parts.get(from + 3)));
}

function coded(parts: Components, table: string | undefined, dictionary: Dictionary | undefined): string {
  const code = parts.get(1);
  const system = parts.get(3);
  const meaning = system === "" || /^HL7\d{4}$/.test(system) ? meaningOfCode(dictionary, system === "" ? table : String(Number(system.slice(3))), code) : undefined;
  const words = firstOf(parts.get(2), parts.get(9), meaning ?? "", parts.get(5));
  return words === "" ? code : withCode(words, undefined);
}

function withCode(text: string, meaning: string | undefined): string {
  return meaning === undefined || meaning.toLowerCase() === text.toLowerCase() ? text : `${text} (${meaning})`;
}

function momentText(type: string, text: string, locale: string): string {
  const time = readTime(type, text);
  return time === undefined ? text : shortTime(time, locale);
}

function firstOf(...texts: readonly string[]): string {
  return texts.find((text) => text !== "") ?? "";
}

function joined(separator: string, ...texts: readonly string[]): string {
  return texts.filter((text) => text !== "" && text !== "\"\"").join(separator);
}
