import type { SentenceWriter } from "../../../checks/translate";
import { bundleSentences } from "./bundleSentences";
import { invariantSentence } from "./invariantSentences";
import { narrativeSentences } from "./narrativeSentences";
import { profileSentences } from "./profileSentences";

/** Sentences for what the rules beside the structure find. */
export const ruleSentences: Readonly<Record<string, SentenceWriter>> = {
  ...bundleSentences,
  ...narrativeSentences,
  ...profileSentences,
  "fhir.invariant": invariantSentence,
  "fhir.notChecked.invariant": (args, t) =>
    args["reason"] === "" ? t("Not checked: the rule {key}; what it needs is not here.", args) : t("Not checked: the rule {key} could not be worked out here ({reason}).", args),
  "fhir.reference.empty": (args, t) => t("{name} refers to nothing: a reference, an identifier or at least a display belongs here.", args),
  "fhir.reference.form": (args, t) => t("{name} refers to \"{reference}\"; a reference is a type and an id, such as Patient/123, a whole address, or #id for a contained resource.", args),
  "fhir.reference.urn": (args, t) => t("{name} refers to \"{reference}\", which is no UUID or OID: such as urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7, in small letters, or urn:oid:1.2.3.", args),
  "fhir.reference.conditional": (args, t) => t("{name} refers to \"{reference}\", a search; only resources of a transaction can refer to something by a search.", args),
  "fhir.reference.unknownType": (args, t) => t("{name} names the type \"{type}\", which is no resource type of FHIR R4.", args),
  "fhir.reference.id": (args, t) => t("{name} refers to the id \"{id}\"; an id has letters, digits, hyphens and dots only, 64 at most.", args),
  "fhir.reference.target": (args, t) => t("{name} refers to a resource of the type {type}; {targets} can stand here.", args),
  "fhir.reference.typeDiffers": (args, t) => t("{name} says that it refers to a resource of the type {type}, but what it refers to is of the type {target}.", args),
  "fhir.reference.notContained": (args, t) => t("{name} refers to a contained resource with the id \"{id}\", which this {container} does not contain.", args),
  "fhir.reference.notInBundle": (args, t) => t("{name} refers to {reference}, which no entry of the bundle has as its fullUrl.", args),
  "fhir.reference.nearInBundle": (args, t) =>
    t("{name} refers to \"{reference}\", which is not the fullUrl of any entry; entry {entry} has that type and id, but its fullUrl is {fullUrl}.", args),
  "fhir.reference.ambiguous": (args, t) => t("{name} refers to \"{reference}\", which {count} entries of the bundle are; nobody can tell which one is meant.", args),
  "fhir.contained.withoutId": (args, t) => t("This contained {type} has no id, so the {container} cannot refer to it.", args),
  "fhir.contained.sameId": (args, t) => t("Another contained resource has the id \"{id}\" already; each needs one of its own.", args),
  "fhir.contained.unused": (args, t) => t("The contained {type} \"{id}\" is not used: the {container} must refer to it with \"#{id}\".", args),
  "fhir.ucum.code": (args, t) =>
    args["suggestion"] === "" ? t("{name} has the unit \"{code}\", which is no code of UCUM.", args) : t("{name} has the unit \"{code}\", which is no code of UCUM; did you mean \"{suggestion}\"?", args),
  "fhir.ucum.system": (args, t) => t("{name} has the system \"{system}\"; UCUM is written http://unitsofmeasure.org.", args),
  "fhir.ucum.withoutCode": (args, t) => t("{name} names UCUM as its system but has no code; \"{unit}\" is only the text for people.", args),
  "fhir.notChecked.ucum": (_args, t) => t("Not checked: codes of units (UCUM), since what is needed for them is not here."),
  "fhir.period.order": (args, t) => t("{name} ends before it starts: {start} comes after {end}.", args),
  "fhir.period.precision": (args, t) => t("{name} starts at some time of {start} and ends at {end}: nobody can tell whether it starts before it ends. Say the start as precisely as the end.", args),
  "fhir.range.order": (args, t) => t("{name} has its low ({low}) above its high ({high}).", args),
  "fhir.range.units": (args, t) => t("{name} has a low in {low} and a high in {high}, which cannot be compared.", args),
  "fhir.attachment.size": (args, t) => t("{name} says that its data has {size} bytes; it has {actual}.", args),
  "fhir.attachment.hash": (args, t) => t("{name} has a hash that is not the SHA-1 of its data.", args),
  "fhir.notChecked.hash": (args, t) => t("Not checked: whether the hash of {name} is that of its data.", args),
  "fhir.identifier.uri": (args, t) => t("{name} has the system urn:ietf:rfc:3986, so its value is a whole URI, such as urn:oid:1.2.3; \"{value}\" is none.", args),
  "fhir.identifier.urn": (args, t) => t("{name} has the value \"{value}\", which is no UUID or OID: such as urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7, in small letters, or urn:oid:1.2.3.", args),
  "fhir.coding.withoutSystem": (args, t) => t("{name} has the code \"{code}\" but no system, so nobody knows what it means.", args),
  "fhir.coding.valueSet": (args, t) => t("{name} has the system \"{system}\", which is a value set; the code system that the code comes from belongs here.", args),
  "fhir.coding.system": (args, t) => t("{name} has the system \"{system}\"; it is written {meant}, to the letter.", args),
  "fhir.coding.loincDigit": (args, t) => t("{name} has the code \"{code}\", which cannot be of LOINC: its last digit, which guards against typing errors, does not fit.", args),
  "fhir.coding.display": (args, t) => t("{name} says \"{display}\" for the code \"{code}\"; its system says \"{official}\".", args),
  "fhir.coding.repeated": (args, t) => t("{name} has the code \"{code}\" of {system} twice.", args),
  "fhir.expression": (args, t) => t("{name} is no FHIRPath that can be read: {reason}.", args),
  "fhir.response.unknownItem": (args, t) => t("The questionnaire has no item \"{linkId}\" here.", args),
  "fhir.response.elsewhere": (args, t) => t("The questionnaire has the item \"{linkId}\" in another place: below {place}.", args),
  "fhir.response.order": (args, t) => t("The item \"{linkId}\" comes too late: answers stand in the order of the questionnaire.", args),
  "fhir.response.required": (args, t) => t("The questionnaire wants an answer to \"{linkId}\" here; there is none.", args),
  "fhir.response.several": (args, t) => t("\"{linkId}\" has {count} answers; the questionnaire takes one.", args),
  "fhir.response.noQuestion": (args, t) => t("\"{linkId}\" is a {type} of the questionnaire, which takes no answer.", args),
  "fhir.response.type": (args, t) => t("The answer to \"{linkId}\" is given as {actual}; {types} belongs here.", args),
  "fhir.response.option": (args, t) => t("The answer to \"{linkId}\" is none of those that the questionnaire lists.", args),
  "fhir.response.maxLength": (args, t) => t("The answer to \"{linkId}\" has {length} characters; the questionnaire takes {limit} at most.", args),
  "fhir.questionnaire.sameLinkId": (args, t) => t("Another item has the linkId \"{linkId}\" already; answers could not be told apart.", args),
  "fhir.questionnaire.unknownQuestion": (args, t) => t("No item of the questionnaire has the linkId \"{question}\", on whose answer this depends.", args),
  "fhir.questionnaire.ownQuestion": (args, t) => t("This item depends on its own answer (\"{question}\"), so it will never be shown.", args),
};
