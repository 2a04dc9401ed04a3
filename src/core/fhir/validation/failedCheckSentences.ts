import type { SentenceWriter } from "../../checks/translate";

/** Sentences for validations that could not be done. None of them says anything about the resource. */
export const failedCheckSentences: Readonly<Record<string, SentenceWriter>> = {
  "fhir.checkFailed.deadline": (args, t) => t("{file} was not checked to the end: it took longer than {seconds} s. Check it in smaller parts, such as one entry of the bundle at a time.", args),
  "fhir.checkFailed.memory": (args, t) => t("{file} was not checked to the end: it took more than {megabytes} MB of memory. Check it in smaller parts, such as one entry of the bundle at a time.", args),
  "fhir.checkFailed.lost": (args, t) => t("{file} could not be checked because the checker's own thread ended ({reason}). Check again; if it happens every time, run the command \"Doctor\".", args),
  "fhir.checkFailed.closed": (args, t) => t("{file} was not checked because Health IT Katas is being closed. Check again.", args),
  "fhir.checkFailed.internal": (args, t) =>
    t("{file} could not be checked because of a fault in Health IT Katas ({reason}). Please report it with the command \"Report Issue\".", args),
};
