import type { SentenceArgs, SentenceWriter } from "./translate";

function isOne(args: SentenceArgs): boolean {
  return Number(args["limit"]) === 1;
}

/** Sentences about the segments of a message, its header, and the envelopes of batches and files. */
export const hl7v2MessageSentences: Readonly<Record<string, SentenceWriter>> = {
  "hl7v2.message": (args, t) => t("MSH-9 says {actual}; this must be a message of type {expected}.", args),
  "hl7v2.version": (args, t) => t("MSH-12 says {actual}; version {expected} belongs here.", args),
  "hl7v2.segmentMissing": (args, t) =>
    isOne(args)
      ? t("The message has no segment {segment}{where}.", args)
      : t("The message has too few segments {segment}{where} ({count}); at least {limit} must be there.", args),
  "hl7v2.segmentTooMany": (args, t) =>
    Number(args["limit"]) === 0
      ? t("The message has a segment {segment}{where}, which does not belong in it.", args)
      : t("The message has too many segments {segment}{where} ({count}); at most {limit} may be there.", args),
  "hl7v2.segmentMissing.after": (args, t) => t("{segment}{where} is missing after {neighbour}; {structure} has to have it there.", args),
  "hl7v2.segmentMissing.before": (args, t) => t("{segment}{where} is missing before {neighbour}; {structure} has to have it there.", args),
  "hl7v2.segmentFew": (args, t) => t("There are too few segments {segment}{where} ({count}) after {neighbour}; {structure} has at least {limit} there.", args),
  "hl7v2.groupMissing.after": (args, t) => t("The group {group}, which begins with {segment}, is missing after {neighbour}; {structure} has to have it there.", args),
  "hl7v2.groupMissing.before": (args, t) => t("The group {group}, which begins with {segment}, is missing before {neighbour}; {structure} has to have it there.", args),
  "hl7v2.groupTooMany": (args, t) =>
    Number(args["limit"]) === 0
      ? t("{name} begins the group {group}, which does not belong in {structure} here.", args)
      : t("{name} begins the group {group} again ({count} in all); {structure} has at most {limit} here.", args),
  "hl7v2.segmentUnexpected": (args, t) => t("{segment} does not belong in {structure}; a segment of your own has a name that begins with Z.", args),
  "hl7v2.segmentAgain": (args, t) => t("{name} comes once more, but {structure} has {segment} only once.", args),
  "hl7v2.segmentOrder.after": (args, t) => t("{name} stands in the wrong place: in {structure} it comes after {after}.", args),
  "hl7v2.segmentOrder.between": (args, t) => t("{name} stands in the wrong place: in {structure} it comes after {after} and before {before}.", args),
  "hl7v2.segmentOrder.before": (args, t) => t("{name} stands in the wrong place: in {structure} it comes before {before}.", args),
  "hl7v2.messageStructure": (args, t) => t("{name} says that the structure of {message} is {actual}; it is {expected}.", args),
  "hl7v2.versionMissing": (args, t) => t("{name} (version) is empty; it must say by which version of the standard the message is to be read, so nothing else was checked.", args),
  "hl7v2.versionForm": (args, t) => t("{name} says \"{actual}\", which is no version of HL7 v2, such as 2.5.1; so nothing else was checked.", args),
  "hl7v2.truncationEarly": (args, t) => t("{name} declares {truncation} as truncation character, which exists from version 2.7 on; this message is of version {version}.", args),
  "hl7v2.notChecked.version": (args, t) => t("Not checked: {name} says version {version}, which is not known here.", args),
  "hl7v2.notChecked.message": (args, t) => t("Not checked: which segments belong in {message} of version {version} is not known here; each segment was checked by itself.", args),
  "hl7v2.notChecked.segment": (args, t) => t("Not checked: the fields of {segment} in version {version} are not known here.", args),
  "hl7v2.headerAlone": (args, t) => t("{segment} has no {partner} that closes it.", args),
  "hl7v2.trailerAlone": (args, t) => t("{segment} closes nothing: there is no {partner} before it.", args),
  "hl7v2.batchCount": (args, t) => t("{name} says {actual}, but the number of messages in the batch is {expected}.", args),
  "hl7v2.fileCount": (args, t) => t("{name} says {actual}, but the number of batches in the file is {expected}.", args),
};
