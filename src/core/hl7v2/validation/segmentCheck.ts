import { shortText } from "../../checks/words";
import { type Condition, isTrue, type Viewpoint } from "./conditions";
import { noWords, type WordsFor } from "./hl7v2Issue";
import {
  componentOf, componentText, deletion, type FieldValue, isEmptyRepetition, isEmptyText, type Repetition, repetitionLength, repetitionText, type SegmentValue, withoutTrailing,
} from "./messageValue";
import { type PartFinding, type PartName, rulePlace } from "./partFinding";
import { childRef, indexesOf, nameOf, type PartRef, repetitionRef } from "./partRef";
import type { FieldRules, PartRules, SegmentRules, Statement, UsageRule } from "./rules";
import { TypeCheck, type TypeEnvironment } from "./typeCheck";
import { governedType } from "./governedType";

/** Where conditions look beyond the segment itself; without it, only its own parts are seen. */
export type NearbySegments = Viewpoint["segments"];

/** Everything that rules have to say about a segment, in the order of its fields. */
export function checkSegment(segment: SegmentValue, rules: SegmentRules, environment: TypeEnvironment, nearby: NearbySegments = () => []): readonly PartFinding[] {
  return new SegmentCheck(segment, rules, environment, nearby).run();
}

/** Findings of one segment that are told; whoever has more has one fault many times, and a text of a million repetitions must not take seconds. */
const mostFindings = 100;

class SegmentCheck {
  private readonly findings: PartFinding[] = [];
  private readonly types: TypeCheck;

  constructor(private readonly segment: SegmentValue, private readonly rules: SegmentRules, private readonly environment: TypeEnvironment, private readonly nearby: NearbySegments) {
    this.types = new TypeCheck(segment.name, environment, (finding) => {
      this.findings.push(finding);
    });
  }

  run(): readonly PartFinding[] {
    for (const field of this.rules.fields) {
      if (this.findings.length >= mostFindings) {
        break;
      }
      this.field(field, this.segment.fields[field.number - 1] ?? []);
    }
    this.size();
    this.statements(this.rules.statements, undefined, [], undefined);
    return this.findings.length < mostFindings ? this.findings : [...this.findings.slice(0, mostFindings), this.rest()];
  }

  private rest(): PartFinding {
    return { code: "hl7v2.notChecked.rest", severity: "information", rule: `${this.segment.name}:rest`, at: [], mark: "opening", args: { count: mostFindings }, words: {} };
  }

  private size(): void {
    const { size } = this.rules;
    const extra = size === undefined ? -1 : this.segment.fields.findIndex((field, index) => index >= size && !field.every(isEmptyRepetition));
    if (extra >= 0) {
      const isLater = this.environment.newest?.segment(this.segment.name)?.fields.some(({ number }) => number === extra + 1) === true;
      const args = { segment: this.segment.name, count: size ?? 0, version: this.environment.version };
      this.add(isLater ? "hl7v2.fieldLater" : "hl7v2.fieldUnknown", "size", [extra], { field: extra + 1 }, args, noWords, { severity: isLater ? "hint" : "warning" });
    }
  }

  private field(rules: FieldRules, field: FieldValue): void {
    let held = 0;
    for (const repetition of field) {
      held += isEmptyRepetition(repetition) ? 0 : 1;
    }
    const usage = this.usage(rules.usage, undefined);
    if (held === 0) {
      if (usage === "R") {
        this.required(rules, this.fieldIndexes(rules.number), { field: rules.number });
      }
      return;
    }
    this.unwanted(usage, rules, this.fieldIndexes(rules.number), { field: rules.number });
    if (held < rules.min) {
      this.add("hl7v2.repetitionsFew", "min", this.fieldIndexes(rules.number), { field: rules.number }, { count: held, limit: rules.min }, rules.words, labelled(rules));
    }
    if (field.length > rules.max) {
      this.add("hl7v2.repetitionsMany", "max", [rules.number - 1, rules.max], { field: rules.number }, { count: field.length, limit: rules.max }, rules.words, labelled(rules));
    }
    if (usage === "W") {
      // A field that was withdrawn has no data type any more.
      return;
    }
    const type = rules.type === "varies" ? this.governed(rules.number) : rules.type;
    for (const [index, repetition] of field.entries()) {
      if (this.findings.length >= mostFindings) {
        return;
      }
      if (!isEmptyRepetition(repetition)) {
        this.repetition(rules, type, repetition, repetitionRef(rules.number, index, field.length > 1));
      }
    }
  }

  /** The field where it is there, otherwise the segment. */
  private fieldIndexes(number: number): readonly number[] {
    return this.segment.fields[number - 1] === undefined ? [] : [number - 1];
  }

  /** The data type that another field gives. */
  private governed(number: number): string | undefined {
    const { type, problem } = governedType(this.segment, number, this.environment.dictionary);
    // Where the other field is held against a table itself, it is told there.
    if (problem !== undefined && !(problem.code === "hl7v2.valueType" && this.rules.fields.some((each) => each.number === problem.field && each.codes !== undefined))) {
      const { field, ...finding } = problem;
      this.findings.push({ ...finding, rule: `${rulePlace(this.segment.name, { field })}:type`, at: this.fieldIndexes(field), part: { field }, words: {} });
    }
    return type;
  }

  private repetition(rules: FieldRules, type: string | undefined, repetition: Repetition, part: PartRef): void {
    this.length(rules, repetitionLength(repetition), () => repetitionText(repetition), part);
    if (type !== undefined) {
      this.types.check(type, rules.codes, repetition, part, rules.words);
    } else if (rules.codes !== undefined) {
      this.types.code(rules.codes, componentText(repetition, 1), part, rules.words);
    }
    if (rules.equals !== undefined || rules.pattern !== undefined) {
      this.text(rules, componentOf(repetition, 1), nearestIndexes(part, repetition, 1), nameOf(part));
    }
    for (const component of rules.parts) {
      this.part(component, componentOf(repetition, component.number), childRef(part, component.number), nearestIndexes(part, repetition, component.number), repetition);
    }
    if (rules.statements.length > 0) {
      this.statements(rules.statements, repetition, indexesOf(part), nameOf(part));
    }
  }

  /** A component or subcomponent. */
  private part(rules: PartRules, value: readonly string[], part: PartRef, nearest: readonly number[], repetition: Repetition): void {
    const usage = this.usage(rules.usage, repetition);
    if (value.every(isEmptyText)) {
      if (usage === "R") {
        this.required(rules, nearest, nameOf(part));
      }
      return;
    }
    const at = indexesOf(part);
    this.unwanted(usage, rules, at, nameOf(part));
    const written = value.join("&");
    this.length(rules, written.length, () => written, part);
    if (rules.type !== undefined) {
      this.types.check(rules.type, rules.codes, part.level === "component" ? value.map((each) => [each]) : [[value[0] ?? ""]], part, rules.words);
    } else {
      this.types.code(rules.codes, written, part, rules.words);
    }
    this.text(rules, value, at, nameOf(part));
    for (const inner of rules.parts) {
      const text = value[inner.number - 1] ?? "";
      const ref = childRef(part, inner.number);
      this.part(inner, text === "" ? [] : [text], ref, inner.number <= value.length ? indexesOf(ref) : at, repetition);
    }
  }

  private usage(rule: UsageRule, repetition: Repetition | undefined): UsageRule {
    return typeof rule === "string" ? rule : this.isTrue(rule.when, repetition) ? rule.then : rule.otherwise;
  }

  private required(rules: PartRules, at: readonly number[], name: PartName): void {
    this.add(typeof rules.usage === "string" ? "hl7v2.required" : "hl7v2.requiredHere", "required", at, name, {}, rules.words, { ...labelled(rules), mark: at.length === 0 ? "opening" : "value" });
  }

  private unwanted(usage: UsageRule, rules: PartRules, at: readonly number[], name: PartName): void {
    switch (usage) {
      case "X":
        this.add(typeof rules.usage === "string" ? "hl7v2.notAllowed" : "hl7v2.notAllowedHere", "usage", at, name, {}, rules.words, labelled(rules));
        break;
      case "B":
        this.add("hl7v2.deprecated", "usage", at, name, { version: this.environment.version }, rules.words, { ...labelled(rules), severity: "hint" });
        break;
      case "W":
        this.add("hl7v2.withdrawn", "usage", at, name, { version: this.environment.version }, rules.words, { ...labelled(rules), severity: "hint" });
        break;
      default:
        break;
    }
  }

  /** @param units UTF-16 code units of the text, which are at least as many as its characters */
  private length({ minLength = 0, maxLength = Number.POSITIVE_INFINITY, lengthSeverity: severity = "error", ...rules }: PartRules, units: number, textOf: () => string, part: PartRef): void {
    if (units <= maxLength && minLength === 0) {
      return;
    }
    const text = textOf();
    if (text === deletion) {
      return;
    }
    const length = [...text].length;
    if (length < minLength) {
      this.add("hl7v2.tooShort", "minLength", indexesOf(part), nameOf(part), { length, limit: minLength }, rules.words, { ...labelled(rules), severity, actual: text });
    } else if (length > maxLength) {
      this.add("hl7v2.tooLong", "maxLength", indexesOf(part), nameOf(part), { length, limit: maxLength }, rules.words, { ...labelled(rules), severity, actual: text });
    }
  }

  /** What `equals` and `pattern` say of a text, which a raw separator must not cut. */
  private text({ equals, pattern, ...rules }: PartRules, value: readonly string[], at: readonly number[], name: PartName): void {
    if (value.every(isEmptyText)) {
      return;
    }
    const actual = value.join("&");
    const parted = value.length > 1;
    const more = { ...labelled(rules), actual };
    if (equals !== undefined) {
      const wanted = withoutTrailing(equals, isEmptyText);
      const expected = wanted.join("&");
      if (wanted.length !== value.length || wanted.some((each, index) => each !== value[index])) {
        const cut = parted && wanted.length === 1;
        this.add(cut ? "hl7v2.equals.parted" : "hl7v2.equals", "equals", at, name, { actual: shortText(actual), expected: shortText(expected), count: value.length }, rules.words, { ...more, expected });
        return;
      }
    }
    if (pattern !== undefined && actual !== deletion && (parted || !pattern.test(actual))) {
      this.add(parted ? "hl7v2.pattern.parted" : "hl7v2.pattern", "pattern", at, name, { actual: shortText(actual), count: value.length }, rules.words, more);
    }
  }

  private statements(statements: readonly Statement[], repetition: Repetition | undefined, at: readonly number[], part: PartName | undefined): void {
    for (const { id, when, must, words } of statements) {
      if ((when === undefined || this.isTrue(when, repetition)) && !this.isTrue(must, repetition)) {
        this.findings.push({
          code: "hl7v2.statement", severity: "error", rule: id, at, mark: at.length === 0 ? "opening" : "value", ...(part === undefined ? {} : { part }), args: { statement: id }, words: words("must"),
        });
      }
    }
  }

  private isTrue(condition: Condition, repetition: Repetition | undefined): boolean {
    return isTrue(condition, { segment: this.segment, repetition, segments: this.nearby });
  }

  private add(code: string, kind: string, at: readonly number[], part: PartName, args: PartFinding["args"], words: WordsFor, more: Partial<Pick<PartFinding, "severity" | "mark" | "label" | "expected" | "actual">>): void {
    this.findings.push({ code, severity: "error", rule: `${rulePlace(this.segment.name, part)}:${kind}`, at, mark: "value", part, args, words: words(kind), ...more });
  }
}

/** The component where it is there, otherwise its repetition. */
function nearestIndexes(part: PartRef, repetition: Repetition, component: number): readonly number[] {
  return repetition[component - 1] === undefined ? indexesOf(part) : [...indexesOf(part), component - 1];
}

function labelled({ name }: Pick<PartRules, "name">): Pick<PartFinding, "label"> {
  return name === undefined ? {} : { label: name };
}
