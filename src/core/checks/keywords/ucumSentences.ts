import type { SentenceWriter } from "../translate";

/** Sentences of the `ucum` keyword. */
export const ucumSentences: Readonly<Record<string, SentenceWriter>> = {
  "ucum.code": (args, t) => t("{name} is \"{actual}\", which is no code of UCUM.", args),
  "ucum.code.near": (args, t) => t("{name} is \"{actual}\", which is no code of UCUM; did you mean \"{near}\"?", args),
  "ucum.comparable": (args, t) => t("{name} is \"{actual}\", which does not measure the same kind of thing as {comparableTo}.", args),
  "ucum.noCode": (args, t) => t("{name} has no code of a unit, such as \"mg/dL\".", args),
  "ucum.noSystem": (args, t) => t("{name} does not say that its unit is of UCUM: \"system\": \"http://unitsofmeasure.org\" belongs here.", args),
  "ucum.system": (args, t) => t("{name} is \"{system}\"; http://unitsofmeasure.org belongs here.", args),
};
