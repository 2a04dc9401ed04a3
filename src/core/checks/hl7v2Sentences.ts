import { hl7v2MessageSentences } from "./hl7v2MessageSentences";
import { hl7v2RuleSentences } from "./hl7v2RuleSentences";
import type { SentenceWriter } from "./translate";

/** Sentences for what is found about HL7 v2 messages: by the `hl7v2` and `hl7v2Path` keywords, and by the standard's own rules in the editor. */
export const hl7v2Sentences: Readonly<Record<string, SentenceWriter>> = {
  ...hl7v2MessageSentences,
  ...hl7v2RuleSentences,
  "hl7v2Path.missing": (args, t) =>
    t("In message {message} (control id {controlId}) there is nothing at {actual}. This happens in {differing} of {messages} messages.", args),
  "hl7v2Path.differs": (args, t) =>
    t("In message {message} (control id {controlId}), {actual} finds \"{found}\", but \"{wanted}\" is wanted. This happens in {differing} of {messages} messages.", args),
};
