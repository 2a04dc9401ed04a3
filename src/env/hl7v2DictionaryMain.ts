// A bundle of its own: the worker of schema checks loads it with the first message profile, the editor with the first message.
export { dictionaryFor } from "../core/hl7v2/dictionary/dictionary";
