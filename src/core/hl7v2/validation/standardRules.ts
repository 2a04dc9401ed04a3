import type { Dictionary, FieldDefinition, SegmentDefinition, TableDefinition } from "../dictionary/definitions";
import { noWords } from "./hl7v2Issue";
import type { PartName } from "./partFinding";
import type { CodeRules, FieldRules, SegmentRules } from "./rules";

/** The rules of one version of the standard, made of what the dictionary knows when they are asked for. */
export class StandardRules {
  private readonly rules = new Map<string, SegmentRules | undefined>();
  private readonly tables = new Map<string, CodeRules | undefined>();

  constructor(readonly dictionary: Dictionary) {}

  /** `undefined` for a segment that is not known. */
  segment(name: string): SegmentRules | undefined {
    if (!this.rules.has(name)) {
      const definition = this.dictionary.segment(name);
      this.rules.set(name, definition === undefined ? undefined : this.rulesOf(definition));
    }
    return this.rules.get(name);
  }

  /**
   * The codes of a table of HL7; `undefined` for tables that each site fills, and for those of which no code is known.
   */
  closedTable(id: string): CodeRules | undefined {
    if (!this.tables.has(id)) {
      const table = this.dictionary.table(id);
      this.tables.set(id, table === undefined || table.kind !== "hl7" || table.codes.length === 0 ? undefined : codeRules(table));
    }
    return this.tables.get(id);
  }

  /** The short name of a segment's part; `undefined` where it is not known. Of subcomponents too. */
  labelOf(segment: string, part: PartName): string | undefined {
    const field = this.dictionary.segment(segment)?.fields.find(({ number }) => number === part.field);
    if (field === undefined || part.component === undefined) {
      return field?.name;
    }
    const component = this.componentOf(field.type, part.component);
    return component === undefined || part.subcomponent === undefined ? component?.name : this.componentOf(component.type, part.subcomponent)?.name;
  }

  private componentOf(type: string, number: number): { readonly name: string; readonly type: string } | undefined {
    return this.dictionary.dataType(type)?.components.find((component) => component.number === number);
  }

  private rulesOf({ id, fields, openEnded }: SegmentDefinition): SegmentRules {
    const size = Math.max(0, ...fields.map(({ number }) => number));
    return { name: id, fields: fields.map((field) => this.fieldRules(field)), ...(openEnded === true ? {} : { size }), statements: [], words: noWords };
  }

  /** Lengths were normative up to v2.6, but sites agree on others as a matter of course (v2.5.1 section 2.5.3.2), so that going beyond one is no more than a hint. */
  private fieldRules({ number, type, usage, max, table, length }: FieldDefinition): FieldRules {
    const codes = table === undefined ? undefined : this.closedTable(table);
    return {
      number, usage, type, min: 0, max, parts: [], statements: [], words: noWords,
      ...(codes === undefined ? {} : { codes }), ...(length === undefined ? {} : { maxLength: length, lengthSeverity: "hint" as const }),
    };
  }
}

/** A table as a rule, whoever fills it. */
export function codeRules({ id, name, codes, local }: TableDefinition): CodeRules {
  const number = id.padStart(4, "0");
  return { ...(local === undefined ? {} : { local }), label: `table ${number} (${name})`, codes: new Set(codes.map(({ code }) => code)), severity: "error", system: `HL7${number}` };
}
