import type { SentenceWriter } from "../../checks/translate";
import { listOf, someOf } from "./sentenceParts";

/** Sentences about codes and the value sets they are bound to: https://hl7.org/fhir/R4/terminologies.html. */
export const codeSentences: Readonly<Record<string, SentenceWriter>> = {
  "fhir.binding.code": (args, t) => t("{name} is \"{actual}\", which is none of the codes that belong here: {allowed}.", { ...args, allowed: someOf(listOf(args, "allowed"), t) }),
  "fhir.binding.code.near": (args, t) =>
    t("{name} is \"{actual}\", which is none of the codes that belong here; did you mean \"{near}\"? The codes are {allowed}.", { ...args, allowed: someOf(listOf(args, "allowed"), t) }),
  "fhir.binding.code.case": (args, t) => t("{name} is \"{actual}\"; the code is written \"{near}\": upper and lower case count.", args),
  "fhir.binding.system": (args, t) => t("{name} has the code \"{actual}\" of the system {system}; the codes that belong here are of {allowed}.", { ...args, allowed: someOf(listOf(args, "allowed"), t) }),
  "fhir.binding.noSystem": (args, t) => t("{name} has the code \"{actual}\" without a system; with \"system\": \"{system}\" it is the code that belongs here.", args),
  "fhir.binding.noCode": (args, t) => t("{name} has no code; one of {set} must be there: {allowed}.", { ...args, allowed: someOf(listOf(args, "allowed"), t) }),
  "fhir.binding.concept": (args, t) => t("{name} has no code of {set}, of which one must be there: {allowed}.", { ...args, allowed: someOf(listOf(args, "allowed"), t) }),
  "fhir.unknownCode": (args, t) => t("{name} is \"{actual}\", which the code system {system} does not have.", args),
  "fhir.unknownCode.near": (args, t) => t("{name} is \"{actual}\", which the code system {system} does not have; did you mean \"{near}\"?", args),
  "fhir.mimeType": (args, t) => t("{name} is \"{actual}\"; a media type belongs here, such as application/pdf or text/plain.", args),
  "fhir.currency": (args, t) => t("{name} is \"{actual}\"; the code of a currency belongs here: three capital letters of ISO 4217, such as EUR or USD.", args),
  "fhir.language": (args, t) => t("{name} is \"{actual}\"; the code of a language belongs here, such as en, de-CH or pt-BR (BCP 47).", args),
  "fhir.notChecked.valueSet": (args, t) => t("Not checked: whether {name} is a code of {set}, since its codes are not known here.", args),
  "fhir.notChecked.codes": (args, t) => t("Not checked: codes of {system}, since they are not known here.", args),
};
