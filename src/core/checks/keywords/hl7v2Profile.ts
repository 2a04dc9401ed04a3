import type { FuncKeywordDefinition } from "ajv";
import type { Mark } from "../schema/fault";
import { formatPointer } from "../../documents/jsonPointer";
import { isRecord, type SchemaObject } from "../schema/subschemas";
import { annotationFor, withTeaching, type Teaching } from "../schema/teaching";
import type { SentenceArgs } from "../translate";
import { shortText } from "../words";
import type { ComponentRules, FieldRules, ProfileRules, SegmentRules, TextRules } from "./hl7v2ProfileRules";
import { profileRules } from "./hl7v2ProfileRules";
import { componentText, isEmptyRepetition, messageValue, type Repetition, type SegmentValue } from "./hl7v2Value";
import { keywordValidator, type KeywordFinding } from "./keywordFinding";

/** The `hl7v2` keyword: a message profile. It holds for every message of the file. */
export const hl7v2ProfileKeyword: FuncKeywordDefinition = {
  keyword: "hl7v2",
  schemaType: "object",
  errors: "full",
  compile(schema: unknown, parentSchema) {
    const rules = profileRules(isRecord(schema) ? schema : {});
    return keywordValidator("hl7v2", parentSchema, (value, { instancePath }) => {
      const read = messageValue(value);
      return read === undefined ? [] : read.messages.flatMap(([from, to], index) => {
        const prefix = read.messages.length > 1 ? `message ${String(index + 1)} ` : "";
        return new MessageCheck(read.segments, from, to, prefix, instancePath).run(rules);
      });
    });
  },
};

/** One message against a profile. */
class MessageCheck {
  private readonly findings: KeywordFinding[] = [];

  /** @param prefix goes before the names of parts where a file has several messages */
  constructor(
    private readonly segments: readonly SegmentValue[],
    private readonly from: number,
    private readonly to: number,
    private readonly prefix: string,
    private readonly root: string,
  ) {}

  run(rules: ProfileRules): readonly KeywordFinding[] {
    this.checkHeader(rules);
    for (const segment of rules.segments) {
      this.checkSegments(segment);
    }
    return this.findings;
  }

  private checkHeader({ message, version }: ProfileRules): void {
    const header = this.segments[this.from];
    const type = header?.fields[8]?.[0];
    const wanted = message?.split("^") ?? [];
    if (message !== undefined && wanted.some((part, index) => componentText(type, index + 1) !== part)) {
      this.header("message", 9, message, type === undefined ? "" : wanted.map((_, index) => componentText(type, index + 1)).join("^").replace(/\^+$/, ""));
    }
    const declared = componentText(header?.fields[11]?.[0], 1);
    if (version !== undefined && declared !== version) {
      this.header("version", 12, version, declared);
    }
  }

  private header(rule: "message" | "version", field: number, expected: string, actual: string): void {
    this.find(`hl7v2.${rule}`, `hl7v2(MSH-${String(field)}:${rule})`, this.fieldPointer(this.from, field), { actual: `"${shortText(actual)}"`, expected: `"${expected}"` }, {}, { expected, actual });
  }

  private checkSegments(rules: SegmentRules): void {
    const found: number[] = [];
    for (let index = this.from; index < this.to; index++) {
      const segment = this.segments[index];
      if (segment?.name === rules.name && rules.where.every(({ field, component, equals }) => (segment.fields[field - 1] ?? []).some((each) => componentText(each, component) === equals))) {
        found.push(index);
      }
    }
    const where = rules.where.map(({ field, component, equals }) => `${rules.name}-${String(field)}.${String(component)} ${equals}`).join(", ");
    const args = { segment: rules.name, where: where === "" ? "" : ` with ${where}`, count: found.length };
    const rule = `hl7v2(${rules.name}${where === "" ? "" : `[${where}]`}`;
    if (found.length < rules.min) {
      this.find("hl7v2.segmentMissing", `${rule}:min)`, this.opening(this.from), { ...args, limit: rules.min }, ruleTeaching("min", [rules.schema]));
    }
    const tooMany = found[rules.max];
    if (tooMany !== undefined) {
      this.find("hl7v2.segmentTooMany", `${rule}:max)`, this.opening(tooMany), { ...args, limit: rules.max }, ruleTeaching("max", [rules.schema]));
    }
    for (const index of found) {
      for (const field of rules.fields) {
        this.checkField(index, field, rules.schema);
      }
    }
  }

  private checkField(index: number, rules: FieldRules, around: SchemaObject): void {
    const segment = this.segments[index];
    const repetitions = segment?.fields[rules.number - 1] ?? [];
    const held = repetitions.filter((repetition) => !isEmptyRepetition(repetition)).length;
    const place = `${segment?.name ?? ""}-${String(rules.number)}`;
    const name = this.fieldName(index, rules.number);
    const teaching = (rule: string): Teaching => ruleTeaching(rule, [rules.schema], [around]);
    if (held === 0) {
      if (rules.required) {
        this.find("hl7v2.required", `hl7v2(${place}:required)`, this.fieldPointer(index, rules.number), { name }, teaching("required"));
      }
      return;
    }
    if (held < rules.min) {
      this.find("hl7v2.repetitionsFew", `hl7v2(${place}:min)`, this.fieldPointer(index, rules.number), { name, count: held, limit: rules.min }, teaching("min"));
    }
    if (repetitions.length > rules.max) {
      const pointer = { pointer: this.pointerOf(index, rules.number - 1, rules.max), mark: "value" as const };
      this.find("hl7v2.repetitionsMany", `hl7v2(${place}:max)`, pointer, { name, count: repetitions.length, limit: rules.max }, teaching("max"));
    }
    for (const [number, repetition] of repetitions.entries()) {
      if (isEmptyRepetition(repetition)) {
        continue;
      }
      const at = [index, rules.number - 1, number] as const;
      const repeated = repetitions.length > 1 ? `${name}[${String(number + 1)}]` : name;
      this.checkText({ ...rules, required: false }, componentText(repetition, 1), place, repeated, this.componentPointer(at, repetition, 1), teaching);
      for (const component of rules.components) {
        this.checkComponent(at, repetition, component, `${place}.${String(component.number)}`, repeated, [rules.schema, around]);
      }
    }
  }

  private checkComponent(
    at: readonly [number, number, number], repetition: Repetition, rules: ComponentRules, place: string, name: string, [field, segment]: readonly [SchemaObject, SchemaObject],
  ): void {
    this.checkText(rules, componentText(repetition, rules.number), place, `${name}.${String(rules.number)}`, this.componentPointer(at, repetition, rules.number), (rule) =>
      ruleTeaching(rule, [rules.schema, field], [segment]));
  }

  private checkText(rules: TextRules, text: string, place: string, name: string, pointer: Place, teaching: (rule: string) => Teaching): void {
    const found = (rule: "required" | "equals" | "pattern", expected?: string): void => {
      const values = expected === undefined ? { actual: text } : { actual: text, expected };
      this.find(`hl7v2.${rule}`, `hl7v2(${place}:${rule})`, pointer, { name, actual: shortText(text), ...(expected === undefined ? {} : { expected: shortText(expected) }) }, teaching(rule), rule === "required" ? {} : values);
    };
    if (text === "") {
      if (rules.required) {
        found("required");
      }
    } else if (rules.equals !== undefined && text !== rules.equals) {
      found("equals", rules.equals);
    } else if (rules.pattern?.test(text) === false) {
      found("pattern");
    }
  }

  private find(code: string, keyword: string, place: Place, args: SentenceArgs, teaching: Teaching, values: Pick<KeywordFinding, "expected" | "actual"> = {}): void {
    this.findings.push({ code, keyword, ...place, args, teaching, ...values });
  }

  private opening(segment: number): Place {
    return { pointer: this.pointerOf(segment), mark: "opening" };
  }

  /** The field, or its segment when the segment ends before it. */
  private fieldPointer(segment: number, field: number): Place {
    const there = this.segments[segment]?.fields[field - 1] !== undefined;
    return there ? { pointer: this.pointerOf(segment, field - 1), mark: "value" } : this.opening(segment);
  }

  private componentPointer([segment, field, number]: readonly [number, number, number], repetition: Repetition, component: number): Place {
    const there = repetition[component - 1] !== undefined;
    return { pointer: this.pointerOf(segment, field, number, ...(there ? [component - 1] : [])), mark: "value" };
  }

  private pointerOf(segment: number, ...indexes: readonly number[]): string {
    return this.root + formatPointer(["segments", segment, ...(indexes.length > 0 ? ["fields", ...indexes] : [])]);
  }

  private fieldName(index: number, field: number): string {
    const name = this.segments[index]?.name ?? "";
    let count = 0;
    let occurrence = 0;
    for (let other = this.from; other < this.to; other++) {
      if (this.segments[other]?.name === name) {
        count++;
        occurrence = other === index ? count : occurrence;
      }
    }
    return `${this.prefix}${name}${count > 1 ? `[${String(occurrence)}]` : ""}-${String(field)}`;
  }
}

type Place = Required<Pick<KeywordFinding, "pointer">> & { readonly mark: Mark };

/** What the author says for a rule: the first of `speakers` that has a sentence; reasons and pages also from the schemas around them. */
function ruleTeaching(rule: string, speakers: readonly SchemaObject[], around: readonly SchemaObject[] = []): Teaching {
  const first = (annotation: "says" | "why" | "doc", schemas: readonly SchemaObject[]): string | undefined => {
    for (const schema of schemas) {
      const text = annotationFor(schema[annotation], rule);
      if (text !== undefined) {
        return text;
      }
    }
    return undefined;
  };
  const all = [...speakers, ...around];
  return withTeaching(first("says", speakers), first("why", all), first("doc", all));
}
