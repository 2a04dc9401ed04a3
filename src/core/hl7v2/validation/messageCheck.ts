import { formatPointer } from "../../documents/jsonPointer";
import { shortText } from "../../checks/words";
import type { SentenceArgs } from "../../checks/translate";
import type { MessageStructure } from "../dictionary/definitions";
import { isProperName, type MessageBounds } from "../scanSegments";
import type { Hl7v2Issue, Hl7v2Severity } from "./hl7v2Issue";
import { IssueNames } from "./issueNames";
import { messageHeader, type MessageHeader, typeText } from "./messageHeader";
import type { SegmentValue } from "./messageValue";
import type { SegmentVerdict } from "./segmentVerdict";
import { setIdGaps } from "./setIds";
import type { StandardVersion, StandardVersions } from "./standard";
import { checkStructure, standsAnywhere, type StructureVerdict } from "./structureCheck";
import type { PlacedGroup } from "./structureAlignment";
import { isVersionFrom } from "./versions";

/** The segments of a document as a check needs them: names at once, values when they are asked for. */
export interface MessageSegments {
  readonly names: readonly string[];
  valueAt(index: number): SegmentValue;
}

/** Does the work of a check, or remembers what it was for the same text before. */
export interface MessageWork {
  segment(index: number, standard: StandardVersion, version: string, truncation: string | undefined): SegmentVerdict;
  structure(names: readonly string[], structure: MessageStructure, standard: StandardVersion): StructureVerdict;
}

/** Holds one message against the rules of the version and message type that its header names. */
export function checkMessage(segments: MessageSegments, bounds: MessageBounds, prefix: string, truncation: string | undefined, versions: StandardVersions, work: MessageWork): readonly Hl7v2Issue[] {
  return new MessageCheck(segments, bounds, prefix, truncation, versions, work).run();
}

/** Holds the segments of a message against a structure of the standard. A name that is none is told by the reader. */
export function structureVerdict(names: readonly string[], structure: MessageStructure, standard: StandardVersion): StructureVerdict {
  return checkStructure(names, { name: structure.id, map: standard.mapOf(structure), closed: true, passedOver: (name) => !isProperName(name) });
}

/** By message: a structure that a chapter gives although table 0354 has another one. Answers to Q22 are RSP^K22^RSP_K21 in IHE's Patient Demographics Query (ITI-21), which follows chapter 3 of v2.5. */
const alsoNamed: Readonly<Record<string, string>> = { "RSP^K22": "RSP_K21" };

class MessageCheck {
  private readonly issues: Hl7v2Issue[] = [];

  constructor(
    private readonly segments: MessageSegments,
    private readonly bounds: MessageBounds,
    private readonly prefix: string,
    private readonly truncation: string | undefined,
    private readonly versions: StandardVersions,
    private readonly work: MessageWork,
  ) {}

  run(): readonly Hl7v2Issue[] {
    const [from] = this.bounds;
    if (this.segments.names[from] !== "MSH") {
      // The reader has told it as an error.
      return [];
    }
    const header = messageHeader(this.segments.valueAt(from));
    if (header.version === "") {
      this.header("hl7v2.versionMissing", "error", 12, {});
      return this.issues;
    }
    if (!/^2(?:\.\d+){1,2}$/.test(header.version)) {
      this.header("hl7v2.versionForm", "error", 12, { actual: shortText(header.version) });
      return this.issues;
    }
    const standard = this.versions.get(header.version);
    if (standard === undefined) {
      this.header("hl7v2.notChecked.version", "information", 12, { version: header.version });
      return this.issues;
    }
    const names = new IssueNames(this.segments.names, this.bounds, this.prefix, (segment, part) => standard.rules.labelOf(segment, part));
    if (this.truncation !== undefined && !isVersionFrom(header.version, "2.7")) {
      this.header("hl7v2.truncationEarly", "warning", 2, { truncation: this.truncation, version: header.version });
    }
    const verdicts = this.segments.names.slice(...this.bounds).map((_, index) => this.work.segment(from + index, standard, header.version, this.truncation));
    this.structure(header, standard, names, verdicts);
    this.contents(header.version, standard, names, verdicts);
    return this.issues;
  }

  private structure(header: MessageHeader, standard: StandardVersion, names: IssueNames, verdicts: readonly SegmentVerdict[]): void {
    const { type, trigger, structure } = header;
    if (type === "") {
      return;
    }
    const ofEvent = trigger === "" && structure === "" && type !== "ACK" ? undefined : standard.dictionary.message(type, trigger);
    const known = ofEvent ?? (structure === "" ? undefined : standard.dictionary.message(type, trigger, structure));
    if (known === undefined) {
      this.header("hl7v2.notChecked.message", "information", 9, { message: typeText(header), version: header.version });
      return;
    }
    if (structure !== "" && ofEvent !== undefined && structure !== ofEvent.id && alsoNamed[`${type}^${trigger}`] !== structure) {
      this.header("hl7v2.messageStructure", "error", 9, { actual: structure, expected: ofEvent.id, message: `${type}^${trigger}` }, [8, 0, 2]);
    }
    const own = this.segments.names.slice(...this.bounds);
    const { findings, alignment } = this.work.structure(own, known, standard);
    for (const finding of findings) {
      this.issues.push(names.ofStructure(finding));
    }
    this.setIds(alignment.root, names, verdicts);
  }

  private setIds(root: PlacedGroup, names: IssueNames, verdicts: readonly SegmentVerdict[]): void {
    const [from] = this.bounds;
    for (const { index, expected, actual } of setIdGaps(root, (each) => verdicts[each]?.setId)) {
      this.issues.push(names.ofPart(from + index, {
        code: "hl7v2.setId", severity: "warning", rule: `${this.segments.names[from + index] ?? ""}-1:sequence`, at: [0], mark: "value", part: { field: 1 },
        args: { actual, expected }, words: {}, expected: String(expected), actual: String(actual),
      }));
    }
  }

  private contents(version: string, standard: StandardVersion, names: IssueNames, verdicts: readonly SegmentVerdict[]): void {
    const [from, to] = this.bounds;
    const told = new Set<string>();
    for (let index = from; index < to; index++) {
      const name = this.segments.names[index] ?? "";
      if (standard.rules.segment(name) !== undefined) {
        for (const finding of verdicts[index - from]?.findings ?? []) {
          this.issues.push(names.ofPart(index, finding));
        }
      } else if (!standsAnywhere(name) && isProperName(name) && !told.has(name)) {
        told.add(name);
        this.issues.push({
          code: "hl7v2.notChecked.segment", severity: "information", rule: `${name}:unknown`, pointer: formatPointer(["segments", index]), mark: "opening", args: { segment: name, version },
        });
      }
    }
  }

  private header(code: string, severity: Hl7v2Severity, field: number, args: SentenceArgs, at: readonly number[] = [field - 1]): void {
    const [from] = this.bounds;
    const there = this.segments.valueAt(from).fields[field - 1] !== undefined;
    this.issues.push({
      code, severity, rule: `MSH-${String(field)}:${code.slice(code.lastIndexOf(".") + 1)}`, pointer: formatPointer(["segments", from, ...(there ? ["fields", ...at] : [])]), mark: there ? "value" : "opening",
      args: { name: `${this.prefix}MSH-${String(field)}`, ...args },
    });
  }
}
