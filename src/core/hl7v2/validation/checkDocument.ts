import type { Hl7v2Document } from "../../documents/hl7v2Document";
import { decodeEscapes } from "../escapes";
import { readFields, type SegmentSpan } from "../segment";
import type { Hl7v2Issue } from "./hl7v2Issue";
import { envelopeIssues } from "./envelopes";
import { IssueNames } from "./issueNames";
import { checkMessage, type MessageSegments } from "./messageCheck";
import { componentText, type SegmentValue } from "./messageValue";
import { noVerdict, type SegmentVerdict, verdictOf } from "./segmentVerdict";
import { type DictionaryFor, type StandardVersion, StandardVersions } from "./standard";

/**
 * What the standard's own rules say about a document: segments of the message type and their order, fields, repetitions, components, data types, tables, set
 * ids, and the counts of batches and files. What cannot be checked is told as an information whose code begins with `hl7v2.notChecked`. Wrong escape
 * sequences and delimiters stand in `document.problems` already. Never throws.
 *
 * @param dictionaryFor what is known of a version
 */
export function checkDocument(document: Hl7v2Document, dictionaryFor: DictionaryFor): readonly Hl7v2Issue[] {
  return new DocumentChecker(dictionaryFor).check(document);
}

/** The same for a document that changes: segments whose text was seen in the check before are not checked again. */
export class DocumentChecker {
  private readonly versions: StandardVersions;
  private before = new Map<string, Map<string, SegmentVerdict>>();
  private now = new Map<string, Map<string, SegmentVerdict>>();

  constructor(dictionaryFor: DictionaryFor) {
    this.versions = new StandardVersions(dictionaryFor);
  }

  check(document: Hl7v2Document): readonly Hl7v2Issue[] {
    const segments = segmentsOf(document);
    const { messages } = document;
    const issues = messages.flatMap((bounds, number) => {
      const prefix = messages.length > 1 ? `message ${String(number + 1)} ` : "";
      const truncation = document.segments[bounds[0]]?.delimiters.truncation;
      return checkMessage(segments, bounds, prefix, truncation, this.versions, (index, standard, version, cut) => this.verdict(document, segments, index, standard, version, cut));
    });
    const envelope = this.envelope(document, segments);
    this.before = this.now;
    this.now = new Map();
    return envelope.length === 0 ? issues : [...issues, ...envelope];
  }

  /** Headers and trailers: what they say of each other, and their own fields by the version of the first message. */
  private envelope(document: Hl7v2Document, segments: MessageSegments): readonly Hl7v2Issue[] {
    const { names } = segments;
    if (!names.some(isEnvelope)) {
      return [];
    }
    const issues = [...envelopeIssues(names, document.messages, (index) => componentText(segments.valueAt(index).fields[0]?.[0], 1))];
    const [first] = document.messages;
    const version = first === undefined ? "" : componentText(segments.valueAt(first[0]).fields[11]?.[0], 1);
    const standard = this.versions.get(version);
    if (standard !== undefined) {
      const part = new IssueNames(names, [0, 0], "", (segment, each) => standard.rules.labelOf(segment, each));
      for (const [index, name] of names.entries()) {
        if (isEnvelope(name)) {
          issues.push(...this.verdict(document, segments, index, standard, version, document.segments[index]?.delimiters.truncation).findings.map((finding) => part.ofPart(index, finding)));
        }
      }
    }
    return issues;
  }

  private verdict(document: Hl7v2Document, segments: MessageSegments, index: number, standard: StandardVersion, version: string, truncation: string | undefined): SegmentVerdict {
    const span = document.segments[index];
    if (span === undefined) {
      return noVerdict;
    }
    const group = `${version} ${groupKey(span)}`;
    const text = document.text.slice(span.from, span.to);
    const known = this.now.get(group)?.get(text) ?? this.before.get(group)?.get(text) ?? verdictOf(segments.valueAt(index), standard, version, truncation);
    let kept = this.now.get(group);
    if (kept === undefined) {
      kept = new Map();
      this.now.set(group, kept);
    }
    kept.set(text, known);
    return known;
  }
}

function isEnvelope(name: string): boolean {
  return name === "FHS" || name === "BHS" || name === "BTS" || name === "FTS";
}

function segmentsOf(document: Hl7v2Document): MessageSegments {
  const read = new Map<number, SegmentValue>();
  return {
    names: document.segments.map(({ name }) => name),
    valueAt(index) {
      const span = document.segments[index];
      const value = read.get(index) ?? (span === undefined ? { name: "", fields: [] } : { name: span.name, fields: readFields(document.text, span, (raw) => decodeEscapes(raw, span.delimiters)) });
      read.set(index, value);
      return value;
    },
  };
}

function groupKey({ delimiters: { field, component, repetition, escape, subcomponent, truncation } }: SegmentSpan): string {
  return [field, component, repetition, escape, subcomponent, truncation].map((each) => each ?? " ").join("");
}
