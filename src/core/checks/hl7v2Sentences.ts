import type { SentenceWriter } from "./translate";

/** Sentences for the findings of the `hl7v2` and `hl7v2Path` keywords. */
export const hl7v2Sentences: Readonly<Record<string, SentenceWriter>> = {
  "hl7v2Path.missing": (args, t) =>
    t("In message {message} (control id {controlId}) there is nothing at {actual}. This happens in {differing} of {messages} messages.", args),
  "hl7v2Path.differs": (args, t) =>
    t("In message {message} (control id {controlId}), {actual} finds \"{found}\", but \"{wanted}\" is wanted. This happens in {differing} of {messages} messages.", args),
  "hl7v2.message": (args, t) => t("MSH-9 says {actual}; this must be a message of type {expected}.", args),
  "hl7v2.version": (args, t) => t("MSH-12 says {actual}; version {expected} belongs here.", args),
  "hl7v2.segmentMissing": (args, t) =>
    Number(args["limit"]) === 1
      ? t("The message has no segment {segment}{where}.", args)
      : t("The message has too few segments {segment}{where} ({count}); at least {limit} must be there.", args),
  "hl7v2.segmentTooMany": (args, t) =>
    Number(args["limit"]) === 0
      ? t("The message has a segment {segment}{where}, which does not belong in it.", args)
      : t("The message has too many segments {segment}{where} ({count}); at most {limit} may be there.", args),
  "hl7v2.required": (args, t) => t("{name} is empty; it must hold something.", args),
  "hl7v2.equals": (args, t) => t("{name} holds \"{actual}\"; \"{expected}\" belongs there.", args),
  "hl7v2.pattern": (args, t) => t("{name} holds \"{actual}\", which does not have the form that belongs there.", args),
  "hl7v2.repetitionsFew": (args, t) => t("{name} has too few repetitions ({count}); at least {limit} must be there.", args),
  "hl7v2.repetitionsMany": (args, t) => t("{name} has too many repetitions ({count}); at most {limit} may be there.", args),
};
