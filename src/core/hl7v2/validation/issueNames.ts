import { formatPointer } from "../../documents/jsonPointer";
import type { MessageBounds } from "../scanSegments";
import type { Hl7v2Issue } from "./hl7v2Issue";
import { type PartFinding, type PartName, partSuffix } from "./partFinding";
import type { StructureFinding } from "./structureCheck";

/** What is known of the names of parts. */
export type LabelOf = (segment: string, part: PartName) => string | undefined;

/** Turns what was found about parts of segments into issues about a document: with pointers, and with the names that people of the field use. */
export class IssueNames {
  private occurrences: ReadonlyMap<number, string> | undefined;

  /**
   * @param names of all segments of the document
   * @param bounds of the message the issues are about
   * @param prefix goes before every name where a document has several messages, such as `message 2 `
   */
  constructor(private readonly names: readonly string[], private readonly bounds: MessageBounds, private readonly prefix: string, private readonly labelOf: LabelOf) {}

  /** @param index of the segment in the document */
  ofPart(index: number, finding: PartFinding): Hl7v2Issue {
    const { code, severity, rule, at, mark, part, args, words, expected, actual } = finding;
    const label = part === undefined ? undefined : finding.label ?? this.labelOf(this.names[index] ?? "", part);
    const name = `${this.segment(index)}${part === undefined ? "" : partSuffix(part)}${label === undefined ? "" : ` (${label})`}`;
    return {
      code, severity, rule, pointer: formatPointer(["segments", index, ...(at.length === 0 ? [] : ["fields", ...at])]), mark, args: { name, ...args }, ...words,
      ...(expected === undefined ? {} : { expected }), ...(actual === undefined ? {} : { actual }),
    };
  }

  /** @param finding whose index counts from the first segment of the message */
  ofStructure({ code, rule, index, args, words }: StructureFinding): Hl7v2Issue {
    return { code, severity: "error", rule, pointer: formatPointer(["segments", this.bounds[0] + index]), mark: "opening", args: { name: this.segment(this.bounds[0] + index), prefix: this.prefix, ...args }, ...words };
  }

  /** The name of a segment, with its number where there are several. */
  segment(index: number): string {
    this.occurrences ??= this.count();
    return `${this.prefix}${this.names[index] ?? ""}${this.occurrences.get(index) ?? ""}`;
  }

  private count(): ReadonlyMap<number, string> {
    const indexes = new Map<string, number[]>();
    for (let index = this.bounds[0]; index < this.bounds[1]; index++) {
      const name = this.names[index] ?? "";
      const known = indexes.get(name);
      if (known === undefined) {
        indexes.set(name, [index]);
      } else {
        known.push(index);
      }
    }
    const numbered = new Map<number, string>();
    for (const same of indexes.values()) {
      if (same.length > 1) {
        same.forEach((index, place) => numbered.set(index, `[${String(place + 1)}]`));
      }
    }
    return numbered;
  }
}
