// A bundle of its own: the worker loads it with the first message profile, for the names of parts and for what the standard says.
export { dictionaryFor } from "../core/hl7v2/dictionary/dictionary";
