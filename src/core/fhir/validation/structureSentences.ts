import type { SentenceWriter } from "../../checks/translate";
import { actualOf, exampleOf, listOf, objectOf, someOf } from "./sentenceParts";

/** Sentences about the structure of resources. */
export const structureSentences: Readonly<Record<string, SentenceWriter>> = {
  "fhir.notResource": (args, t) => t("A FHIR resource is an object that says what it is, { \"resourceType\": \"Patient\", … }; this is {actual}.", { actual: actualOf(args, t) }),
  "fhir.resourceType.missing": (_args, t) => t("There is no \"resourceType\" here; every resource says which one it is, such as \"resourceType\": \"Patient\"."),
  "fhir.resourceType.name": (args, t) => t("The property \"{property}\" is written resourceType in FHIR: upper and lower case count.", args),
  "fhir.resourceType.notText": (args, t) => t("resourceType is {actual}; the name of a resource type belongs here, such as \"Patient\".", { actual: actualOf(args, t) }),
  "fhir.resourceType.abstract": (args, t) => t("{type} is what other resource types build on; a resource says which of them it is, such as \"Patient\".", args),
  "fhir.resourceType.dataType": (args, t) => t("{type} is a data type, a part of resources; a resource type belongs here, such as \"Patient\".", args),
  "fhir.resourceType.unknown": (args, t) => t("FHIR R4 has no resource type \"{type}\".", args),
  "fhir.resourceType.near": (args, t) => t("FHIR R4 has no resource type \"{type}\"; did you mean {near}?", args),
  "fhir.resourceType.other": (args, t) => t("This resource is of the type {type}; one of the type {expected} belongs in this file.", args),
  "fhir.unknownElement": (args, t) => t("A {type} has no element \"{property}\".", args),
  "fhir.unknownElement.inside": (args, t) => t("\"{property}\" is no element of {type}.", args),
  "fhir.unknownElement.near": (args, t) => t("{type} has no element \"{property}\"; did you mean \"{near}\"?", args),
  "fhir.unknownElement.within": (args, t) => t("{type} has no element \"{property}\" here; it is an element of what stands in \"{holder}\".", args),
  "fhir.unknownElement.choice": (args, t) =>
    t("\"{property}\" may be of several types, so its name says which: {allowed}.", { ...args, allowed: someOf(listOf(args, "allowed"), t) }),
  "fhir.unknownElement.choiceType": (args, t) =>
    t("\"{property}\" does not belong here: {element} cannot be of the type {given}; write {allowed}.", { ...args, allowed: someOf(listOf(args, "allowed"), t) }),
  "fhir.unknownElement.resourceType": (args, t) => t("\"resourceType\" belongs in resources only; {type} is a part of a resource.", args),
  "fhir.unknownElement.comments": (_args, t) => t("\"fhir_comments\" was part of an early version of FHIR (DSTU 2); R4 does not know it: leave it out."),
  "fhir.unknownElement.sibling": (args, t) => t("\"{property}\" does not belong here: beside a {type} only \"id\" and \"extension\" may stand.", args),
  "fhir.choiceSeveral": (args, t) => t("\"{property}\" and \"{other}\" are here at once; {element} has one value of one type, so only one of them may stay.", args),
  "fhir.required": (args, t) => t("{name} has no \"{property}\", which must be there ({short}).", args),
  "fhir.required.choice": (args, t) => t("{name} has no {property}, which must be there as {allowed} ({short}).", { ...args, allowed: someOf(listOf(args, "allowed"), t) }),
  "fhir.tooMany": (args, t) =>
    Number(args["limit"]) === 0 ? t("{list} must not be there.", args) : t("{list} has too many entries ({count}); at most {limit} may be there.", args),
  "fhir.null": (args, t) => t("{name} is null; FHIR has no null here: leave it out when there is nothing to say.", args),
  "fhir.nullEntry": (args, t) =>
    t("{name} is null; null may stand in a list only where the entry of the same number in the list with or without \"_\" before its name holds something.", args),
  "fhir.emptyList": (args, t) => t("{name} is an empty list; leave the property out when there is nothing to say.", args),
  "fhir.emptyObject": (args, t) => t("{name} is an empty object; leave the property out when there is nothing to say.", args),
  "fhir.listExpected": (args, t) => t("{name} is {actual}; there may be several, so a list belongs here, even for one: [ … ].", { ...args, actual: actualOf(args, t) }),
  "fhir.objectListExpected": (args, t) =>
    t("{name} is {actual}; a list of objects belongs here, even for one: [ {example} ].", { ...args, actual: actualOf(args, t), example: exampleOf(String(args["type"])) }),
  "fhir.listUnexpected": (args, t) => t("{name} is a list; there can be only one, so its value belongs here without square brackets.", args),
  "fhir.listInList": (args, t) => t("{name} is a list within a list; the value itself belongs here, without further square brackets.", args),
  "fhir.objectExpected": (args, t) =>
    t("{name} is {actual}; {expected} belongs here: {example}.", { ...args, actual: actualOf(args, t), expected: objectOf(String(args["type"]), t), example: exampleOf(String(args["type"])) }),
  "fhir.sibling.notPrimitive": (args, t) => t("\"_{property}\" does not belong here: {property} is an object itself, so its id and extensions stand in it.", args),
  "fhir.sibling.notObject": (args, t) => t("{name} is {actual}; an object with the id or the extensions of \"{property}\" belongs here.", { ...args, actual: actualOf(args, t) }),
  "fhir.sibling.empty": (args, t) => t("{name} is an empty object; leave it out when \"{property}\" has neither an id nor extensions.", args),
  "fhir.sibling.length": (args, t) =>
    t("{name} has {count} entries, but \"{property}\" has {wanted}: both lists go together entry by entry, with null where there is nothing.", args),
  "fhir.extension.urlRelative": (args, t) => t("{name} is \"{actual}\"; an extension is named by a whole address, such as http://hospital.example/fhir/StructureDefinition/room.", args),
  "fhir.extension.both": (args, t) => t("{name} has a value and extensions of its own; an extension has one of the two.", args),
  "fhir.extension.neither": (args, t) => t("{name} has no value; an extension says something by a value (valueString, valueCode, …) or by extensions within it.", args),
  "fhir.systemRelative": (args, t) => t("{name} is \"{actual}\"; a system is named by a whole address, such as http://loinc.org or urn:oid:2.16.840.1.113883.6.1.", args),
  "fhir.canonicalRelative": (args, t) => t("{name} is \"{actual}\"; the whole address of what is meant belongs here, such as http://hospital.example/fhir/Questionnaire/pain.", args),
  "fhir.elementId.space": (args, t) => t("{name} is \"{actual}\"; an element's id has no spaces.", args),
  "fhir.elementId.repeated": (args, t) => t("{name} is \"{actual}\", which is the id of {other} already; within a resource each id stands for one element.", args),
  "fhir.sampledData": (args, t) => t("{name} has \"{found}\" in it; sampled data are numbers with spaces between them, and E, U or L where one could not be measured.", args),
  "fhir.more": (args, t) => t("There is more to mend than can be listed ({limit} findings); mend these first.", args),
};
