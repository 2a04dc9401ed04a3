import type { ComponentDefinition, DataTypeDefinition, Dictionary } from "../dictionary/definitions";
import { shortText } from "../../checks/words";
import { codeArgs } from "./codeFinding";
import { base64Fault } from "./encapsulatedData";
import type { WordsFor } from "./hl7v2Issue";
import { deletion, isDeletion, isEmptyComponent, isEmptyText, type Repetition, withoutTrailing } from "./messageValue";
import { type PartFinding, rulePlace } from "./partFinding";
import { childRef, indexesOf, labelOf, nameOf, type PartRef } from "./partRef";
import type { LaterTypes } from "./laterTypes";
import { primitiveFault } from "./primitiveFormats";
import type { CodeRules } from "./rules";

/** What the check of a segment needs to know of its message. */
export interface TypeEnvironment {
  /** Composite data types are not looked into without one. */
  readonly dictionary: Dictionary | undefined;
  /** The latest version that is known: what it has is no mistake of its sender's elsewhere, only early. */
  readonly newest?: Dictionary | undefined;
  readonly version: string;
  /** With it at its end, a text was cut off by the sender and has no form any more (HL7 v2.7 chapter 2, section 2.5.5.2). */
  readonly truncation: string | undefined;
  /** The codes of a table that admits no others. */
  readonly closedTable: (table: string) => CodeRules | undefined;
  /** What later versions make of a part; nothing where it is left out. */
  readonly later?: LaterTypes;
}

/** Data types that have no components (HL7 v2.5.1 chapter 2A). */
const primitives: ReadonlySet<string> = new Set(["ST", "TX", "FT", "NM", "SI", "DT", "TM", "DTM", "ID", "IS", "TN"]);
/** A code, its text and where it is from, followed by the same of an alternative. */
const codedTypes: ReadonlySet<string> = new Set(["CE", "CNE", "CWE", "CF"]);

/** TS up to v2.5.1: the time and how exactly it is known (section 2.A.77). */
const timestamp: DataTypeDefinition = {
  id: "TS", name: "time stamp",
  components: [{ number: 1, name: "time", type: "DTM", usage: "O" }, { number: 2, name: "degree of precision", type: "ID", usage: "O" }],
};
const precisions: CodeRules = { label: "table 0529 (precision)", codes: new Set(["Y", "L", "D", "H", "M", "S"]), severity: "error" };
/** What SN may hold beside its numbers (section 2.A.70). */
const structuredNumeric: Readonly<Record<number, CodeRules>> = {
  1: { label: "the comparators", codes: new Set([">", "<", ">=", "<=", "=", "<>"]), severity: "error" },
  3: { label: "the separators", codes: new Set(["-", "+", "/", ".", ":"]), severity: "error" },
};

/** Checks texts against data types, down to subcomponents. */
export class TypeCheck {
  constructor(private readonly segment: string, private readonly environment: TypeEnvironment, private readonly found: (finding: PartFinding) => void) {}

  /**
   * @param value a repetition; of a component, its subcomponents as components of one subcomponent each
   * @param around the data type that a component belongs to
   */
  check(type: string, codes: CodeRules | undefined, value: Repetition, part: PartRef, words: WordsFor, around?: string): void {
    const trimmed = withoutTrailing(value, isEmptyComponent);
    if (trimmed.length === 0 || isDeletion(trimmed)) {
      return;
    }
    const definition = type === "TS" ? timestamp : this.environment.dictionary?.dataType(type);
    if (definition !== undefined && definition.components.length > 0) {
      if (part.level !== "subcomponent") {
        this.composite(definition, codes, trimmed, part, words);
      }
    } else if (definition !== undefined || primitives.has(type)) {
      this.primitive(type, codes, trimmed, part, words, around);
    }
  }

  private composite(definition: DataTypeDefinition, codes: CodeRules | undefined, value: Repetition, part: PartRef, words: WordsFor): void {
    const { id, components, openEnded } = definition;
    for (const component of components) {
      const text = value[component.number - 1];
      if ((text === undefined || isEmptyComponent(text)) && component.usage !== "R") {
        continue;
      }
      const child = childRef(part, component.number, component.name);
      if (component.usage === "W") {
        this.add("hl7v2.withdrawn", "usage", child, { version: this.environment.version }, words, { severity: "hint" });
        continue;
      }
      const ref: PartRef = id === "TS" && component.number === 1 ? { ...child, nameless: true } : child;
      this.component(id, component, this.codesOf(id, component, codes, value), text ?? [], ref, words);
    }
    const last = components.at(-1)?.number ?? 0;
    if (value.length > last && openEnded !== true) {
      const extra = childRef(part, value.findIndex((each, index) => index >= last && !isEmptyComponent(each)) + 1);
      // What CWE adds to CE is often sent in its place, and what later versions add to a type long before them.
      const later = this.environment.newest?.dataType(id === "CE" ? "CWE" : id)?.components.at(-1)?.number ?? 0;
      this.add("hl7v2.partUnknown", "size", extra, { type: id, count: last, level: extra.level }, words, { severity: extra.number <= later ? "hint" : "warning" });
    }
    if (id === "ED" && base64Fault(value)) {
      this.add("hl7v2.format.base64", "type", childRef(part, 5, components[4]?.name), {}, words, { actual: value[4]?.[0] ?? "" });
    }
  }

  private component(type: string, { usage, type: inner, name, number }: ComponentDefinition, codes: CodeRules | undefined, value: readonly string[], part: PartRef, words: WordsFor): void {
    if (usage === "R" && value.every(isEmptyText)) {
      this.found({
        code: "hl7v2.componentRequired", severity: "error", rule: `${rulePlace(this.segment, nameOf(part))}:required`, at: indexesOf(part).slice(0, -1), mark: "value", part: nameOf(part), label: name,
        args: { type, number }, words: words("required"),
      });
      return;
    }
    this.check(inner, codes, part.level === "component" ? value.map((subcomponent) => [subcomponent]) : [[value[0] ?? ""]], part, words, type);
  }

  /** A coded element names the system its code is from, and is only held against a table that it names. */
  private codesOf(type: string, { number, table }: ComponentDefinition, codes: CodeRules | undefined, value: Repetition): CodeRules | undefined {
    if (type === "TS") {
      return number === 2 ? precisions : undefined;
    }
    if (type === "SN") {
      return structuredNumeric[number];
    }
    if (number === 1 && codes !== undefined) {
      const system = value[2]?.[0] ?? "";
      return !codedTypes.has(type) || codes.system === undefined || system === codes.system ? codes : undefined;
    }
    return table === undefined ? undefined : this.environment.closedTable(table);
  }

  private primitive(type: string, codes: CodeRules | undefined, value: Repetition, part: PartRef, words: WordsFor, around: string | undefined): void {
    const [first = []] = value;
    const texts = value.length > 1 ? value.length : withoutTrailing(first, isEmptyText).length;
    if (texts > 1) {
      this.parted(type, texts, value, part, words, around);
      return;
    }
    const text = first[0] ?? "";
    const { truncation, version } = this.environment;
    const fault = primitiveFault(type, text, version);
    if (fault !== undefined || codes !== undefined) {
      if (truncation !== undefined && text.endsWith(truncation)) {
        this.add("hl7v2.notChecked.truncated", "type", part, { truncation }, words, { severity: "information" });
        return;
      }
    }
    if (fault !== undefined) {
      const { code, severity = "error", args } = fault;
      this.add(code, "type", part, { ...args, actual: shortText(text) }, words, { severity, actual: text });
      return;
    }
    this.code(codes, text, part, words);
  }

  /** A text that raw separators cut. Some guides have parts of later versions already, which may be right by what sender and receiver agreed on. */
  private parted(type: string, count: number, value: Repetition, part: PartRef, words: WordsFor, around: string | undefined): void {
    const kind = value.length > 1 && part.level === "field" ? "components" : "subcomponents";
    const later = part.level === "field" && kind === "components"
      ? this.environment.later?.ofField(this.segment, part.number)
      : part.level === "component" && around !== undefined ? this.environment.later?.ofComponent(around, part.number) : undefined;
    // A coded element says which system its code is from; with less than that, a separator has got into a code.
    if (later !== undefined && (count > 2 || !codedTypes.has(later.type))) {
      this.add(`hl7v2.parted.${kind}.later`, "type", part, { type, count, later: later.type, since: later.version }, words, { severity: "warning" });
      return;
    }
    // Of fields that later versions withdrew, nothing is known any more.
    const isCoded = type === "IS" && kind === "components" && count > 2;
    this.add(isCoded ? "hl7v2.parted.newer" : `hl7v2.parted.${kind}`, "type", part, { type, count }, words, isCoded ? { severity: "warning" } : {});
  }

  /** Whether a text is one of the codes that belong there. */
  code(codes: CodeRules | undefined, text: string, part: PartRef, words: WordsFor): void {
    if (codes === undefined || text === "" || text === deletion || codes.codes.has(text) || (codes.local !== undefined && text.startsWith(codes.local))) {
      return;
    }
    const args = codeArgs(text, codes);
    this.add(args["near"] === undefined ? "hl7v2.code" : "hl7v2.code.near", "table", part, { ...args, actual: shortText(text) }, words, { severity: codes.severity, actual: text });
  }

  private add(code: string, kind: string, part: PartRef, args: PartFinding["args"], words: WordsFor, { severity = "error", actual }: { severity?: PartFinding["severity"]; actual?: string }): void {
    const name = nameOf(part);
    const label = labelOf(part);
    this.found({
      code, severity, rule: `${rulePlace(this.segment, name)}:${kind}`, at: indexesOf(part), mark: "value", part: name, ...(label === undefined ? {} : { label }), args, words: words(kind), ...(actual === undefined ? {} : { actual }),
    });
  }
}
