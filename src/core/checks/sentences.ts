import { fhirSentences } from "../fhir/validation/fhirSentences";
import { differenceSentences } from "../diff/differenceSentences";
import { hl7v2Sentences } from "./hl7v2Sentences";
import { ucumSentences } from "./keywords/ucumSentences";
import { inEnglish, type SentenceArgs, type SentenceWriter, type Translate } from "./translate";
import { allOf, alternatives, formatWords, typeWords, valueWords } from "./words";

/**
 * The sentence that is generated for a finding's code and args, or `undefined` when codes of this kind bring their own. A finding whose `message`
 * differs from it carries its author's words, which are not to be replaced.
 *
 * @param translate gives the reader's language; English when left out
 */
export function sentenceFor(code: string, args: SentenceArgs, translate: Translate = inEnglish): string | undefined {
  const writer = Object.hasOwn(writers, code) ? writers[code] : undefined;
  return writer?.(args, translate);
}

/** Codes that have a generated sentence. */
export function sentenceCodes(): readonly string[] {
  return Object.keys(writers);
}

/** The texts of a list that was put into one argument as JSON. */
function listOf(args: SentenceArgs, name: string): readonly string[] {
  const list: unknown = JSON.parse(String(args[name] ?? "[]"));
  return Array.isArray(list) ? list.map(String) : [];
}

function actual(args: SentenceArgs, t: Translate): string {
  return valueWords(String(args["actualKind"]), String(args["actual"]), t);
}

/** Values to choose from; a long list is cut and says so. */
function choice(args: SentenceArgs, t: Translate): string {
  const values = listOf(args, "allowed");
  const more = Number(args["more"] ?? 0);
  return more === 0 ? alternatives(values, t) : t("{some} or one of {more} more", { some: values.join(", "), more });
}

/** Whether the limit that was broken is one, of which a sentence speaks in the singular. */
function isOne(args: SentenceArgs): boolean {
  return Number(args["limit"]) === 1;
}

/** Names of properties as they stand in the file. */
function quoted(args: SentenceArgs): readonly string[] {
  return listOf(args, "properties").map((property) => `"${property}"`);
}

const unwanted: SentenceWriter = (args, t) => t("{name} has the property \"{property}\", which does not belong there.", args);
const tooManyEntries: SentenceWriter = (args, t) =>
  Number(args["limit"]) === 0 ? t("{name} has entries ({count}); it must have none.", args) : t("{name} has too many entries ({count}); at most {limit} may be there.", args);

const writers: Readonly<Record<string, SentenceWriter>> = {
  ...hl7v2Sentences,
  ...ucumSentences,
  ...fhirSentences,
  ...differenceSentences,
  "schema.type": (args, t) =>
    t("{name} is {actual}; {expected} belongs here.", {
      ...args, actual: actual(args, t), expected: alternatives(listOf(args, "types").map((type) => typeWords(type, t)), t),
    }),
  "schema.type.quoted": (args, t) =>
    t("{name} is {actual}; {expected} belongs here, without quotation marks.", {
      ...args, actual: actual(args, t), expected: alternatives(listOf(args, "types").map((type) => typeWords(type, t)), t),
    }),
  "schema.type.listed": (args, t) => t("{name} is {actual}; a list belongs here, even for a single entry: [ … ].", { ...args, actual: actual(args, t) }),
  "schema.type.unlisted": (args, t) =>
    t("{name} is a list; {expected} by itself belongs here, without square brackets.", {
      ...args, expected: alternatives(listOf(args, "types").map((type) => typeWords(type, t)), t),
    }),
  "schema.enum": (args, t) =>
    t("{name} is {actual}; {allowed} belongs here.", { ...args, actual: actual(args, t), allowed: choice(args, t) }),
  "schema.enum.near": (args, t) =>
    t("{name} is {actual}; {allowed} belongs here. Did you mean {near}?", { ...args, actual: actual(args, t), allowed: choice(args, t) }),
  "schema.const": (args, t) =>
    t("{name} is {actual}; {expected} belongs here.", { ...args, actual: actual(args, t), expected: valueWords(String(args["expectedKind"]), String(args["expected"]), t) }),
  "schema.const.whole": (args, t) => t("{name} differs from what belongs here.", args),
  "schema.required": (args, t) => t("\"{property}\" is missing in {name}.", args),
  "schema.dependentRequired": (args, t) => t("{name} has \"{because}\", so \"{property}\" must be there as well; it is missing.", args),
  "schema.pattern": (args, t) => t("{name} is {actual}, which does not have the form that belongs here.", { ...args, actual: actual(args, t) }),
  "schema.pattern.example": (args, t) =>
    t("{name} is {actual}, which does not have the form that belongs here; {example} would have it.", { ...args, actual: actual(args, t) }),
  "schema.format": (args, t) =>
    t("{name} is {actual}; {expected} belongs here.", { ...args, actual: actual(args, t), expected: formatWords(String(args["format"]), t) }),
  "schema.minLength.empty": (args, t) => t("{name} is an empty text; something belongs here.", args),
  "schema.minLength": (args, t) => t("{name} is too short (length {length}); at least {limit} characters belong here.", args),
  "schema.maxLength": (args, t) =>
    isOne(args) ? t("{name} is too long (length {length}); at most one character may be here.", args) : t("{name} is too long (length {length}); at most {limit} characters may be here.", args),
  "schema.minimum": (args, t) => t("{name} is {actual}; a number of at least {limit} belongs here.", args),
  "schema.maximum": (args, t) => t("{name} is {actual}; a number of at most {limit} belongs here.", args),
  "schema.exclusiveMinimum": (args, t) => t("{name} is {actual}; a number greater than {limit} belongs here.", args),
  "schema.exclusiveMaximum": (args, t) => t("{name} is {actual}; a number less than {limit} belongs here.", args),
  "schema.multipleOf": (args, t) => t("{name} is {actual}; a multiple of {limit} belongs here.", args),
  "schema.minItems.empty": (args, t) =>
    isOne(args) ? t("{name} is an empty list; at least one entry belongs in it.", args) : t("{name} is an empty list; at least {limit} entries belong in it.", args),
  "schema.minItems": (args, t) => t("{name} has too few entries ({count}); at least {limit} belong in it.", args),
  "schema.maxItems": tooManyEntries,
  "schema.items": tooManyEntries,
  "schema.unevaluatedItems": tooManyEntries,
  "schema.uniqueItems": (args, t) => t("{name} repeats {other}; every entry may be there only once.", args),
  "schema.contains": (args, t) => t("{name} has no entry of the kind that must be there.", args),
  "schema.contains.few": (args, t) => t("{name} has too few entries of the kind that must be there ({count}); at least {limit} belong in it.", args),
  "schema.contains.many": (args, t) => t("{name} has too many entries of one kind ({count}); at most {limit} may be there.", args),
  "schema.minProperties.empty": (args, t) => t("{name} is an empty object; something belongs in it.", args),
  "schema.minProperties": (args, t) => t("{name} has too few properties ({count}); at least {limit} belong in it.", args),
  "schema.maxProperties": (args, t) => t("{name} has too many properties ({count}); at most {limit} may be there.", args),
  "schema.additionalProperties": unwanted,
  "schema.unevaluatedProperties": unwanted,
  "schema.additionalProperties.near": (args, t) => t("{name} has the property \"{property}\", which does not belong there; did you mean \"{near}\"?", args),
  "schema.propertyNames": (args, t) => t("{name} has a property named \"{property}\"; names of that form do not belong there.", args),
  "schema.false": (args, t) => t("{name} does not belong here.", args),
  "schema.not": (args, t) => t("{name} is {actual}, which must not be here.", { ...args, actual: actual(args, t) }),
  "schema.not.required": (args, t) => t("{name} has the property {properties}, which must not be there.", { ...args, properties: allOf(quoted(args), t) }),
  "schema.not.requiredTogether": (args, t) => t("{name} has {properties}, which must not be there together.", { ...args, properties: allOf(quoted(args), t) }),
  "schema.anyOf": (args, t) => t("{name} fits none of the {branches} forms that are allowed here.", args),
  "schema.anyOf.required": (args, t) =>
    t("{name} has none of {properties}; at least one of them must be there.", { ...args, properties: alternatives(quoted(args), t) }),
  "schema.oneOf": (args, t) => t("{name} fits none of the {branches} forms that are allowed here.", args),
  "schema.oneOf.required": (args, t) =>
    t("{name} has none of {properties}; exactly one of them must be there.", { ...args, properties: alternatives(quoted(args), t) }),
  "schema.oneOf.several": (args, t) => t("{name} fits {fitting} of the forms that are allowed here at once; it must fit exactly one.", args),
  "schema.oneOf.severalRequired": (args, t) =>
    t("{name} has {properties} at once; only one of them may be there.", { ...args, properties: allOf(quoted(args), t) }),
};
