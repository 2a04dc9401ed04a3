import type { SentenceWriter } from "../../../checks/translate";
import { listOf, someOf } from "../sentenceParts";

/** Sentences about profiles: https://hl7.org/fhir/R4/profiling.html */
export const profileSentences: Readonly<Record<string, SentenceWriter>> = {
  "fhir.profile.required": (args, t) => t("{name} has no \"{property}\", which must be there by the profile \"{profile}\".", args),
  "fhir.profile.tooFew": (args, t) => t("{name} has {count} of \"{property}\"; by the profile \"{profile}\" at least {min} belong here.", args),
  "fhir.profile.tooMany": (args, t) => t("\"{property}\" is here {count} times; by the profile \"{profile}\" at most {max} may be here.", args),
  "fhir.profile.forbidden": (args, t) => t("\"{property}\" must not be here by the profile \"{profile}\".", args),
  "fhir.profile.mustSupport": (args, t) => t("{name} has no \"{property}\". It need not be there, but by the profile \"{profile}\" programs must be able to deal with it (must support).", args),
  "fhir.profile.type": (args, t) => t("{name} is of the type {type}; by the profile \"{profile}\" {types} belongs here.", args),
  "fhir.profile.target": (args, t) => t("{name} refers to a resource of the type {type}; by the profile \"{profile}\" it must be {types}.", args),
  "fhir.profile.noneOf": (args, t) => t("{name} conforms to none of the profiles that the profile \"{profile}\" allows here: {profiles}.", args),
  "fhir.profile.fixed": (args, t) => t("{name} is {actual}; by the profile \"{profile}\" exactly {expected} belongs here.", args),
  "fhir.profile.pattern": (args, t) => t("{name} does not have what the profile \"{profile}\" wants here: {expected}.", args),
  "fhir.profile.maxLength": (args, t) => t("{name} has {length} characters; by the profile \"{profile}\" at most {limit} may be here.", args),
  "fhir.profile.minValue": (args, t) => t("{name} is {actual}; by the profile \"{profile}\" {limit} is the least.", args),
  "fhir.profile.maxValue": (args, t) => t("{name} is {actual}; by the profile \"{profile}\" {limit} is the most.", args),
  "fhir.profile.code": (args, t) => t("{name} has no code of {set}, of which the profile \"{profile}\" wants one: {allowed}.", { ...args, allowed: someOf(listOf(args, "allowed"), t) }),
  "fhir.profile.codeExtensible": (args, t) =>
    t("{name} has no code of {set}. By the profile \"{profile}\" one of them belongs here if any says what is meant: {allowed}.", { ...args, allowed: someOf(listOf(args, "allowed"), t) }),
  "fhir.profile.rule": (args, t) => t("{name} breaks the rule {key} of the profile \"{profile}\": {human}", args),
  "fhir.profile.sliceMissing": (args, t) => t("{name} needs \"{slice}\" among its {property} ({min} at least, {count} found), by the profile \"{profile}\".", args),
  "fhir.profile.sliceMustSupport": (args, t) =>
    t("{name} has no \"{slice}\" among its {property}. It need not be there, but by the profile \"{profile}\" programs must be able to deal with it (must support).", args),
  "fhir.profile.sliceTooMany": (args, t) => t("{name} is one too many: by the profile \"{profile}\" at most {max} of \"{slice}\" may be among {property}.", args),
  "fhir.profile.sliceForbidden": (args, t) => t("{name} is \"{slice}\", which must not be here by the profile \"{profile}\".", args),
  "fhir.profile.sliceClosed": (args, t) => t("{name} is none of those that the profile \"{profile}\" allows among {property}: {slices}.", args),
  "fhir.profile.sliceAtEnd": (args, t) => t("{name} stands before others that the profile \"{profile}\" wants first; further {property} come at the end.", args),
  "fhir.profile.sliceOrder": (args, t) => t("{name} is \"{slice}\", which comes too late: the profile \"{profile}\" wants {property} in this order: {slices}.", args),
  "fhir.profile.vitalSign": (args, t) =>
    t("{name} is a vital sign by its code, but does not conform to the profile that FHIR has for it. With {url} in meta.profile it is told what is missing.", args),
  "fhir.profile.otherType": (args, t) => t("The profile {url} is for resources of the type {type}; this is one of the type {actual}.", args),
  "fhir.extension.unknown": (args, t) => t("FHIR R4 itself has no extension {url}; is it misspelt?", args),
  "fhir.extension.noExtension": (args, t) => t("{url} is a profile of {type}, and no extension.", args),
  "fhir.extension.place": (args, t) => t("The extension \"{extension}\" cannot stand in {place}; it belongs in {contexts}.", args),
  "fhir.extension.modifier": (args, t) => t("The extension \"{extension}\" changes the meaning of what it stands in, so it belongs in modifierExtension.", args),
  "fhir.extension.noModifier": (args, t) => t("The extension \"{extension}\" does not change the meaning of what it stands in, so it belongs in extension, not in modifierExtension.", args),
  "fhir.notChecked.extension": (args, t) => t("Not checked: the extension {url}, which is not known here.", args),
  "fhir.notChecked.profile": (args, t) => t("Not checked: the profile {url}, which is not known here.", args),
  "fhir.notChecked.baseProfile": (args, t) => t("Not checked: what the profile \"{profile}\" builds on ({base}), which is not known here.", args),
  "fhir.notChecked.profileOfType": (args, t) => t("Not checked: whether {name} conforms to {url}, which is not known here.", args),
  "fhir.notChecked.profileBroken": (args, t) => t("Not checked: the profile \"{profile}\", which cannot be applied: {problem} Its author has to mend it.", args),
  "fhir.notChecked.profileElement": (args, t) => t("Not checked: {path} of the profile \"{profile}\", which is no element that {name} can have.", args),
  "fhir.notChecked.profileCodes": (args, t) => t("Not checked: whether {name} is a code of {set}, as the profile \"{profile}\" wants; its codes are not known here.", args),
  "fhir.notChecked.profileRule": (args, t) =>
    args["reason"] === "" ? t("Not checked: the rule {key} of the profile \"{profile}\"; what it needs is not here.", args) : t("Not checked: the rule {key} of the profile \"{profile}\" could not be worked out here ({reason}).", args),
  "fhir.notChecked.slices": (args, t) => t("Not checked: how the profile \"{profile}\" tells {property} apart ({discriminator}).", args),
};
