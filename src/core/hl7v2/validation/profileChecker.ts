import type { Dictionary } from "../dictionary/definitions";
import { HumanError } from "../../humanError";
import type { MessageBounds } from "../scanSegments";
import type { Hl7v2Issue } from "./hl7v2Issue";
import { IssueNames } from "./issueNames";
import { checkEnvelope } from "./envelopeCheck";
import { checkMessage, type MessageSegments, type MessageWork, structureVerdict } from "./messageCheck";
import { componentText, type SegmentValue } from "./messageValue";
import type { Profile } from "./profile";
import { ProfileCheck } from "./profileCheck";
import { textOf, type Written } from "./profileParts";
import { readProfile } from "./profileReader";
import { verdictOf } from "./segmentVerdict";
import type { StandardVersion, StandardVersions } from "./standard";

/** The segments of an HL7 v2 document's value, and which of them make up each message. */
export interface Messages {
  readonly segments: readonly SegmentValue[];
  readonly messages: readonly MessageBounds[];
}

/** By which tables and data types are looked up where neither profile nor message name a version that is known. */
const usualVersion = "2.5.1";
const noSegment: SegmentValue = { name: "", fields: [] };

/** Holds messages against one profile, with the same rules and code as the editor's own checks. */
export class ProfileChecker {
  /** By version of the standard, since tables and data types differ. */
  private readonly profiles = new Map<string, Profile>();
  private readonly version: string | undefined;
  private readonly standard: boolean;

  /**
   * @param place where the profile stands, for its author
   * @param versions what is known of the standard: names of parts, tables, data types, its own rules where the profile takes them in
   * @throws HumanError saying what in the profile its author has to mend
   */
  constructor(private readonly source: Written, private readonly place: string, private readonly versions: () => StandardVersions) {
    this.version = textOf(source["version"]);
    this.standard = source["standard"] === true;
    // What its author has to mend is found before any message is read.
    this.profileFor(this.version ?? usualVersion);
    if (this.standard) {
      this.dictionary(this.version ?? usualVersion);
    }
  }

  /** What the profile says of each message, in the order of its rules. */
  check({ segments, messages }: Messages): readonly Hl7v2Issue[] {
    const issues = messages.flatMap((bounds, index) => this.message(segments, bounds, messages.length > 1 ? `message ${String(index + 1)} ` : ""));
    return this.standard ? [...issues, ...checkEnvelope(segmentsOf(segments), messages, this.versions(), workOn(segments))] : issues;
  }

  private message(segments: readonly SegmentValue[], bounds: MessageBounds, prefix: string): readonly Hl7v2Issue[] {
    const header = segments[bounds[0]];
    const declared = componentText(header?.fields[11]?.[0], 1);
    const [version, standard] = this.readBy(declared);
    const truncation = truncationOf(header);
    const names = segments.map(({ name }) => name);
    const issueNames = new IssueNames(names, bounds, prefix, (segment, part) => standard?.rules.labelOf(segment, part));
    const environment = { dictionary: standard?.dictionary, version, truncation, closedTable: (table: string) => standard?.rules.closedTable(table) };
    const issues = new ProfileCheck(segments, bounds, issueNames, this.profileFor(version), environment).run();
    if (!this.standard) {
      return issues;
    }
    const own = checkMessage(segmentsOf(segments), bounds, prefix, truncation, this.versions(), workOn(segments));
    // What the profile says of a part goes before what the standard says of the same.
    const told = new Set(issues.map(({ pointer, code }) => `${pointer} ${code}`));
    return [...issues, ...own.filter(({ pointer, code }) => !told.has(`${pointer} ${code}`))];
  }

  /** The profile's version, otherwise the message's; where that is not known, the usual one. */
  private readBy(declared: string): readonly [string, StandardVersion | undefined] {
    const version = this.version ?? declared;
    const standard = this.versions().get(version);
    return standard === undefined ? [usualVersion, this.versions().get(usualVersion)] : [version, standard];
  }

  private profileFor(version: string): Profile {
    const known = this.profiles.get(version) ?? readProfile(this.source, this.place, () => this.dictionary(version));
    this.profiles.set(version, known);
    return known;
  }

  private dictionary(version: string): Dictionary {
    const standard = this.versions().get(version);
    if (standard === undefined) {
      const { place } = this;
      throw new HumanError("hl7v2Profile.version", `${place} needs the rules of version ${version}, which is not known here; its author has to name another version.`, { place, version });
    }
    return standard.dictionary;
  }
}

function segmentsOf(segments: readonly SegmentValue[]): MessageSegments {
  return { names: segments.map(({ name }) => name), valueAt: (index) => segments[index] ?? noSegment };
}

/** A check is done once, so nothing is remembered. */
function workOn(segments: readonly SegmentValue[]): MessageWork {
  return { segment: (index, standard, version, truncation) => verdictOf(segments[index] ?? noSegment, standard, version, truncation), structure: structureVerdict };
}

/** The fifth of the encoding characters in MSH-2 (HL7 v2.7 chapter 2, section 2.5.5.2). */
function truncationOf(header: SegmentValue | undefined): string | undefined {
  const encoding = header?.fields[1]?.[0]?.[0]?.[0] ?? "";
  return encoding.length === 5 ? encoding.charAt(4) : undefined;
}
