import type { Hl7v2Document } from "../../documents/hl7v2Document";
import type { Delimiters } from "../delimiters";
import { decodeEscapes } from "../escapes";
import { isNameInWrongCase } from "../scanSegments";
import { readFields, type SegmentSpan } from "../segment";
import type { Hl7v2Issue } from "./hl7v2Issue";
import { checkEnvelope } from "./envelopeCheck";
import { messageHeader } from "./messageHeader";
import { checkMessage, type MessageSegments, type MessageWork, structureVerdict } from "./messageCheck";
import type { SegmentValue } from "./messageValue";
import { noVerdict, type SegmentVerdict, verdictOf } from "./segmentVerdict";
import { type DictionaryFor, StandardVersions } from "./standard";
import type { StructureVerdict } from "./structureCheck";
import { TwoGenerations } from "./twoGenerations";

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

/** The same for a document that changes: segments whose text was seen in the check before are not checked again, and neither is an order of segments. */
export class DocumentChecker {
  private readonly versions: StandardVersions;
  private readonly segmentVerdicts = new TwoGenerations<SegmentVerdict>();
  private readonly structureVerdicts = new TwoGenerations<StructureVerdict>();

  constructor(dictionaryFor: DictionaryFor) {
    this.versions = new StandardVersions(dictionaryFor);
  }

  /**
   * Looks at one segment after the other, so that a `check` of the same document finds them done: for those that must not be kept from other work for long.
   * A step takes a fraction of a millisecond.
   */
  *prepare(document: Hl7v2Document): Generator<void, void, undefined> {
    const segments = segmentsOf(document);
    const work = this.workOn(document, segments);
    for (const [from, to] of document.messages) {
      const { version } = messageHeader(segments.valueAt(from));
      const standard = this.versions.get(version);
      for (let index = from; standard !== undefined && index < to; index++) {
        work.segment(index, standard, version, document.segments[from]?.delimiters.truncation);
        yield;
      }
    }
  }

  check(document: Hl7v2Document): readonly Hl7v2Issue[] {
    const segments = segmentsOf(document);
    const work = this.workOn(document, segments);
    const { messages } = document;
    const issues = messages.flatMap((bounds, number) => {
      const prefix = messages.length > 1 ? `message ${String(number + 1)} ` : "";
      return checkMessage(segments, bounds, prefix, document.segments[bounds[0]]?.delimiters.truncation, this.versions, work);
    });
    const envelope = checkEnvelope(segments, messages, this.versions, work);
    this.segmentVerdicts.next();
    this.structureVerdicts.next();
    return envelope.length === 0 ? issues : [...issues, ...envelope];
  }

  private workOn(document: Hl7v2Document, segments: MessageSegments): MessageWork {
    const keys = new GroupKeys();
    return {
      segment: (index, standard, version, truncation) => {
        const span = document.segments[index];
        return span === undefined ? noVerdict : this.segmentVerdicts.get(`${version}${keys.of(span)}`, document.text.slice(span.from, span.to), () => verdictOf(segments.valueAt(index), standard, version, truncation));
      },
      structure: (names, structure, standard) =>
        this.structureVerdicts.get(`${standard.dictionary.version} ${structure.id}`, names.join(" "), () => structureVerdict(names, structure, standard)),
    };
  }
}

/** Names the delimiters of segments, so that equal texts read in different ways are not mixed up. */
class GroupKeys {
  private last: { readonly delimiters: Delimiters; readonly key: string } | undefined;

  of({ delimiters }: SegmentSpan): string {
    if (this.last?.delimiters !== delimiters) {
      const { field, component, repetition, escape, subcomponent, truncation } = delimiters;
      this.last = { delimiters, key: [field, component, repetition, escape, subcomponent, truncation].map((each) => each ?? " ").join("") };
    }
    return this.last.key;
  }
}

/** A name in the wrong case is told by the reader; the rest of what is checked goes by the segment that was meant. */
function meantName(name: string): string {
  return isNameInWrongCase(name) ? name.toUpperCase() : name;
}

function segmentsOf(document: Hl7v2Document): MessageSegments {
  const read = new Map<number, SegmentValue>();
  return {
    names: document.segments.map(({ name }) => meantName(name)),
    valueAt(index) {
      const span = document.segments[index];
      const value = read.get(index) ?? (span === undefined ? { name: "", fields: [] } : { name: meantName(span.name), fields: readFields(document.text, span, (raw) => decodeEscapes(raw, span.delimiters)) });
      read.set(index, value);
      return value;
    },
  };
}
