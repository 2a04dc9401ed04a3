import { formatPointer } from "../../documents/jsonPointer";
import { shortText } from "../../checks/words";
import type { SentenceArgs } from "../../checks/translate";
import type { MessageBounds } from "../scanSegments";
import { isTrue } from "./conditions";
import type { Hl7v2Issue, RuleWords } from "./hl7v2Issue";
import type { IssueNames } from "./issueNames";
import { componentOf, componentText, isText, type SegmentValue } from "./messageValue";
import { MessageGroups } from "./messageGroups";
import { type Profile, type ProfileSegment, type ProfileStructure, type SegmentWhere, whereText } from "./profile";
import type { UsageRule } from "./rules";
import { checkSegment } from "./segmentCheck";
import type { PlacedGroup } from "./structureAlignment";
import { checkStructure } from "./structureCheck";
import type { TypeEnvironment } from "./typeCheck";

/** Holds one message against a profile, without the rules of the standard that it may ask for as well. */
export class ProfileCheck {
  private readonly issues: Hl7v2Issue[] = [];
  private readonly own: readonly SegmentValue[];
  private readonly byName = new Map<string, readonly SegmentValue[]>();

  constructor(
    segments: readonly SegmentValue[],
    private readonly bounds: MessageBounds,
    private readonly names: IssueNames,
    private readonly profile: Profile,
    private readonly environment: TypeEnvironment,
  ) {
    this.own = segments.slice(...bounds);
  }

  run(): readonly Hl7v2Issue[] {
    this.header();
    const groups = this.profile.structure === undefined ? undefined : this.structure(this.profile.structure);
    for (const segment of this.profile.segments) {
      this.segment(segment, groups);
    }
    for (const { id, when, must, words } of this.profile.statements) {
      const from = { segment: undefined, repetition: undefined, segments: (name: string) => this.named(name) };
      if ((when === undefined || isTrue(when, from)) && !isTrue(must, from)) {
        this.add("hl7v2.statement", id, this.bounds[0], { name: this.names.segment(this.bounds[0]), statement: id }, words("must"));
      }
    }
    return this.issues;
  }

  private header(): void {
    const { message, version } = this.profile;
    const [header] = this.own;
    const type = header?.fields[8]?.[0];
    if (message?.some((part, index) => !isText(componentOf(type, index + 1), part)) === true) {
      const actual = message.map((_, index) => componentText(type, index + 1)).join("^").replace(/\^+$/, "");
      this.headerField("message", 9, message.join("^"), actual);
    }
    const declared = componentOf(header?.fields[11]?.[0], 1);
    if (version !== undefined && !isText(declared, version)) {
      this.headerField("version", 12, version, declared.join("&"));
    }
  }

  private headerField(rule: "message" | "version", field: number, expected: string, actual: string): void {
    const there = this.own[0]?.fields[field - 1] !== undefined;
    this.issues.push({
      code: `hl7v2.${rule}`, severity: "error", rule: `MSH-${String(field)}:${rule}`, pointer: formatPointer(["segments", this.bounds[0], ...(there ? ["fields", field - 1] : [])]), mark: there ? "value" : "opening",
      args: { actual: `"${shortText(actual)}"`, expected: `"${expected}"` }, expected, actual,
    });
  }

  private structure({ map, places, open }: ProfileStructure): MessageGroups {
    const names = this.own.map(({ name }) => name);
    const { alignment, findings } = checkStructure(names, {
      name: this.profile.name, map, closed: !open,
      wordsOf: (part) => places.get(part)?.words ?? (() => ({})),
      fits: (index, place) => this.isMeant(this.own[index], places.get(place)?.where ?? []),
      where: (place) => whereText(place.segment, places.get(place)?.where ?? []),
      limits: (part, around) => this.limits(places.get(part)?.usage ?? "O", part, (name) => this.within(around, name)),
    });
    for (const finding of findings) {
      this.issues.push(this.names.ofStructure(finding));
    }
    const groups = new MessageGroups(alignment.root, this.own);
    for (const { place, index } of groups.placed()) {
      const rules = places.get(place)?.rules;
      if (rules !== undefined) {
        this.contents(index, rules, groups);
      }
    }
    return groups;
  }

  private segment({ rules, where, usage, ...fixed }: ProfileSegment, groups: MessageGroups | undefined): void {
    const found = [...this.own.keys()].filter((index) => this.own[index]?.name === rules.name && this.isMeant(this.own[index], where));
    const { min, max } = this.limits(usage, fixed, (name) => this.named(name));
    const described = whereText(rules.name, where);
    const args = { segment: rules.name, where: described, count: found.length };
    const rule = `${rules.name}${described === "" ? "" : `[${described.slice(" with ".length)}]`}`;
    if (found.length < min) {
      this.add("hl7v2.segmentMissing", `${rule}:min`, this.bounds[0], { ...args, limit: min }, rules.words("min"));
    }
    const extra = found[max];
    if (extra !== undefined) {
      this.add("hl7v2.segmentTooMany", `${rule}:max`, this.bounds[0] + extra, { ...args, limit: max }, rules.words("max"));
    }
    for (const index of found) {
      this.contents(index, rules, groups);
    }
  }

  private contents(index: number, rules: ProfileSegment["rules"], groups: MessageGroups | undefined): void {
    const segment = this.own[index];
    if (segment !== undefined) {
      const nearby = (name: string): readonly SegmentValue[] => groups?.near(index, name) ?? this.named(name);
      for (const finding of checkSegment(segment, rules, this.environment, nearby)) {
        this.issues.push(this.names.ofPart(this.bounds[0] + index, finding));
      }
    }
  }

  /** How often a part may be there; where its usage depends on a condition, that is looked at first. */
  private limits(usage: UsageRule, { min, max }: { readonly min: number; readonly max: number }, segments: (name: string) => readonly SegmentValue[]): { readonly min: number; readonly max: number } {
    if (typeof usage === "string") {
      return { min, max };
    }
    switch (isTrue(usage.when, { segment: undefined, repetition: undefined, segments }) ? usage.then : usage.otherwise) {
      case "R":
        return { min: Math.max(min, 1), max };
      case "X":
        return { min: 0, max: 0 };
      default:
        return { min, max };
    }
  }

  private isMeant(segment: SegmentValue | undefined, where: readonly SegmentWhere[]): boolean {
    return where.every(({ field, component, equals }) => (segment?.fields[field - 1] ?? []).some((each) => isText(componentOf(each, component), equals)));
  }

  private named(name: string): readonly SegmentValue[] {
    const segments = this.byName.get(name) ?? this.own.filter((segment) => segment.name === name);
    this.byName.set(name, segments);
    return segments;
  }

  private within(group: PlacedGroup, name: string): readonly SegmentValue[] {
    const found = new MessageGroups(group, this.own).all(group, name);
    return found.length > 0 ? found : this.named(name);
  }

  private add(code: string, rule: string, index: number, args: SentenceArgs, words: RuleWords): void {
    this.issues.push({ code, severity: "error", rule, pointer: formatPointer(["segments", index]), mark: "opening", args, ...words });
  }
}
