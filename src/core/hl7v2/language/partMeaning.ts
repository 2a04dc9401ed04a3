import type { ComponentDefinition, DataTypeDefinition, Dictionary, FieldDefinition, SegmentDefinition, TableCode, TableDefinition } from "../dictionary/definitions";
import type { PartIndexes, SegmentSpan } from "../segment";
import { textAt } from "./parts";

/** What is known of a part; what is `undefined` is not known, or does not apply to a part of this size. */
export interface PartMeaning {
  readonly segment: SegmentDefinition | undefined;
  readonly field: FieldDefinition | undefined;
  /** The data type of the field, in OBX-5 the one that OBX-2 names. */
  readonly fieldType: string | undefined;
  readonly component: ComponentDefinition | undefined;
  readonly subcomponent: ComponentDefinition | undefined;
  /** The data type of the part itself. */
  readonly type: string | undefined;
  /** Number of the table its codes come from. */
  readonly table: string | undefined;
  /** The coding system that stands beside a code, such as `LN`, where it is not one of the tables of HL7. */
  readonly codingSystem: string | undefined;
}

/** Types whose first component is a code, with its coding system in the third (HL7 v2.5.1 sections 2.A.8 and 2.A.13, v2.6 2.A.14 and 2.A.15). */
const codedTypes = new Set(["CE", "CWE", "CNE", "CF"]);

/** By segment and field: the field that says the data type of this one (HL7 v2.5.1 sections 7.4.2.5, 8.5.2.4 and 8.5.3.5). */
const typeGivers: Readonly<Record<string, number>> = { "OBX-5": 2, "MFE-4": 5, "MFA-5": 6 };

/** What is known of the part of a segment at indexes from 0: of a field, a repetition, a component or a subcomponent. No indexes at all mean the segment. */
export function meaningOf(dictionary: Dictionary | undefined, text: string, segment: SegmentSpan, indexes: PartIndexes): PartMeaning {
  const [fieldIndex, repetition = 0, componentIndex, subcomponentIndex] = indexes;
  const definition = dictionary?.segment(segment.name);
  const field = fieldIndex === undefined ? undefined : fieldAt(definition, fieldIndex);
  const fieldType = field === undefined || fieldIndex === undefined ? undefined : typeOfField(text, segment, field);
  const nothing = { segment: definition, field, fieldType, component: undefined, subcomponent: undefined, codingSystem: undefined };
  const typed = fieldType === undefined ? undefined : dictionary?.dataType(fieldType);
  const isPrimitive = typed !== undefined && typed.components.length === 0;
  if (field === undefined || fieldIndex === undefined || componentIndex === undefined || isPrimitive) {
    // A part of a primitive type has no parts: what a delimiter divides there anyway is not known.
    const isWhole = (componentIndex ?? 0) === 0 && (subcomponentIndex ?? 0) === 0;
    return { ...nothing, type: isWhole ? fieldType : undefined, table: isWhole && field !== undefined && (componentIndex === undefined || isPrimitive) ? field.table : undefined };
  }
  const component = partAtIndex(typed, componentIndex);
  const componentTyped = component === undefined ? undefined : dictionary?.dataType(component.type);
  const subcomponent = subcomponentIndex === undefined ? undefined : partAtIndex(componentTyped, subcomponentIndex);
  const isSimple = componentTyped === undefined || componentTyped.components.length === 0;
  const codingSystem = componentIndex === 0 && codedTypes.has(fieldType ?? "") ? otherSystem(textAt(text, segment, [fieldIndex, repetition, 2])) : undefined;
  const ofComponent = componentIndex === 0 && field.table !== undefined ? field.table : component?.table;
  const table = codingSystem === undefined ? (isSimple || subcomponentIndex === undefined ? ofComponent : subcomponentIndex === 0 ? subcomponent?.table ?? ofComponent : subcomponent?.table) : undefined;
  const type = subcomponentIndex === undefined || (isSimple && subcomponentIndex === 0) ? component?.type : subcomponent?.type;
  return { ...nothing, component, subcomponent: isSimple ? undefined : subcomponent, type, table: isSimple && (subcomponentIndex ?? 0) > 0 ? undefined : table, codingSystem };
}

/** The data type of a field: the one that another field of the segment names, where the standard leaves it to that. */
export function typeOfField(text: string, segment: SegmentSpan, field: FieldDefinition): string | undefined {
  const giver = typeGivers[`${segment.name}-${String(field.number)}`];
  if (giver === undefined) {
    return field.type === "varies" ? undefined : field.type;
  }
  const named = textAt(text, segment, [giver - 1]);
  return named === "" ? undefined : named;
}

/** A field by its index from 0. */
export function fieldAt(definition: SegmentDefinition | undefined, index: number): FieldDefinition | undefined {
  const likely = definition?.fields[index];
  return likely?.number === index + 1 ? likely : definition?.fields.find(({ number }) => number === index + 1);
}

/** A table by its number, as it stands in a definition. */
export function tableOf(dictionary: Dictionary | undefined, id: string | undefined): TableDefinition | undefined {
  return id === undefined ? undefined : dictionary?.table(id);
}

/** Whether a code is not to be used any more. In a table that was given up as a whole, as table 0078 was in v2.9, every code is marked so, which says nothing about one of them. */
export function isOutdated(table: TableDefinition, { deprecated }: TableCode): boolean {
  return deprecated === true && table.codes.some((other) => other.deprecated !== true);
}

function partAtIndex(type: DataTypeDefinition | undefined, index: number): ComponentDefinition | undefined {
  const likely = type?.components[index];
  return likely?.number === index + 1 ? likely : type?.components.find(({ number }) => number === index + 1);
}

/** A coding system that is not the table of the field itself (tables of HL7 are named HL7nnnn, table 0396). */
function otherSystem(written: string): string | undefined {
  return written === "" || written === "\"\"" || /^HL7\d{4}$/.test(written) ? undefined : written;
}
