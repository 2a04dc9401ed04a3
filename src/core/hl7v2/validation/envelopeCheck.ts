import type { MessageBounds } from "../scanSegments";
import { envelopeIssues } from "./envelopes";
import type { Hl7v2Issue } from "./hl7v2Issue";
import { IssueNames } from "./issueNames";
import type { MessageSegments, MessageWork } from "./messageCheck";
import { messageHeader } from "./messageHeader";
import { componentText } from "./messageValue";
import type { StandardVersions } from "./standard";

/** Headers and trailers of batches and files: what they say of each other, and their own fields by the version of the first message. */
export function checkEnvelope(segments: MessageSegments, messages: readonly MessageBounds[], versions: StandardVersions, work: Pick<MessageWork, "segment">): readonly Hl7v2Issue[] {
  const { names } = segments;
  if (!names.some(isEnvelope)) {
    return [];
  }
  const issues = [...envelopeIssues(names, messages, (index) => componentText(segments.valueAt(index).fields[0]?.[0], 1))];
  const [first] = messages;
  const version = first === undefined ? "" : messageHeader(segments.valueAt(first[0])).version;
  const standard = versions.get(version);
  if (standard !== undefined) {
    const issueNames = new IssueNames(names, [0, 0], "", (segment, part) => standard.rules.labelOf(segment, part));
    for (const [index, name] of names.entries()) {
      if (isEnvelope(name)) {
        issues.push(...work.segment(index, standard, version, undefined).findings.map((finding) => issueNames.ofPart(index, finding)));
      }
    }
  }
  return issues;
}

function isEnvelope(name: string): boolean {
  return name === "FHS" || name === "BHS" || name === "BTS" || name === "FTS";
}
