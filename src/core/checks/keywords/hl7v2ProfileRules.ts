import { isRecord, type SchemaObject } from "../schema/subschemas";

/** Rules for the text of a field's first component, or of any component. */
export interface TextRules {
  readonly required: boolean;
  readonly pattern: RegExp | undefined;
  readonly equals: string | undefined;
  /** The author's annotations. */
  readonly schema: SchemaObject;
}

/** Rules for a component. */
export interface ComponentRules extends TextRules {
  /** Counted from 1. */
  readonly number: number;
}

export interface FieldRules extends ComponentRules {
  readonly min: number;
  readonly max: number;
  readonly components: readonly ComponentRules[];
}

export interface SegmentRules {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly where: readonly { readonly field: number; readonly component: number; readonly equals: string }[];
  readonly fields: readonly FieldRules[];
  readonly schema: SchemaObject;
}

/** The value of the `hl7v2` keyword, ready for use; what the meta-schema would refuse is left out. */
export interface ProfileRules {
  readonly message: string | undefined;
  readonly version: string | undefined;
  readonly segments: readonly SegmentRules[];
}

export function profileRules(schema: SchemaObject): ProfileRules {
  const segments = schema["segments"];
  return { message: text(schema["message"]), version: text(schema["version"]), segments: Array.isArray(segments) ? segments.filter(isRecord).map(segmentRules) : [] };
}

function segmentRules(schema: SchemaObject): SegmentRules {
  const where = isRecord(schema["where"]) ? Object.entries(schema["where"]) : [];
  return {
    name: text(schema["name"]) ?? "",
    min: number(schema["min"], 0),
    max: number(schema["max"], Number.POSITIVE_INFINITY),
    where: where.map(([place, equals]) => {
      const [field, component = "1"] = place.split(".");
      return { field: Number(field), component: Number(component), equals: text(equals) ?? "" };
    }),
    fields: numbered(schema["fields"]).map(([field, rules]) => ({
      ...textRules(rules), number: field, min: number(rules["min"], 0), max: number(rules["max"], Number.POSITIVE_INFINITY),
      components: numbered(rules["components"]).map(([component, inner]) => ({ ...textRules(inner), number: component })),
    })),
    schema,
  };
}

function textRules(schema: SchemaObject): TextRules {
  const pattern = text(schema["pattern"]);
  return { required: schema["required"] === true, pattern: pattern === undefined ? undefined : new RegExp(pattern, "u"), equals: text(schema["equals"]), schema };
}

function numbered(value: unknown): readonly (readonly [number, SchemaObject])[] {
  return isRecord(value) ? Object.entries(value).flatMap(([key, rules]) => (isRecord(rules) ? [[Number(key), rules] as const] : [])) : [];
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function number(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
