import type { SentenceWriter } from "../../../checks/translate";

/** Sentences about bundles: https://hl7.org/fhir/R4/bundle.html */
export const bundleSentences: Readonly<Record<string, SentenceWriter>> = {
  "fhir.bundle.total": (args, t) => t("A bundle of type {type} has no total; only the results of a search or a history have one.", args),
  "fhir.bundle.search": (args, t) => t("An entry of a {type} has no search; that belongs in the results of a search (searchset).", args),
  "fhir.bundle.request": (args, t) => t("An entry of a {type} has no request; that belongs in a batch, a transaction or a history.", args),
  "fhir.bundle.requestMissing": (args, t) => t("Every entry of a {type} needs a request: what to do (method) and with what (url).", args),
  "fhir.bundle.response": (args, t) => t("An entry of a {type} has no response; that belongs in the answer to a batch or a transaction, or in a history.", args),
  "fhir.bundle.responseMissing": (args, t) => t("Every entry of a {type} needs a response with its status.", args),
  "fhir.bundle.sameFullUrl": (args, t) => t("Entry {other} has the fullUrl \"{fullUrl}\" already; a version of a resource is in a bundle only once.", args),
  "fhir.bundle.documentIdentifier": (args, t) => t("A document needs an identifier with system and value; missing: {missing}.", args),
  "fhir.bundle.documentTimestamp": (_args, t) => t("A document needs a timestamp: when it was put together."),
  "fhir.bundle.firstComposition": (_args, t) => t("The first entry of a document must be its Composition."),
  "fhir.bundle.firstMessageHeader": (_args, t) => t("The first entry of a message must be its MessageHeader."),
  "fhir.bundle.searchWithoutResource": (_args, t) => t("Every entry of a search's results holds a resource; this one has none."),
  "fhir.bundle.searchOutcome": (args, t) => t("The search mode \"outcome\" is for an OperationOutcome; this entry is of the type {type}.", args),
  "fhir.bundle.searchSelf": (_args, t) => t("The results of a search say with a link \"self\" what was searched for; there is none."),
  "fhir.bundle.sameLink": (args, t) => t("The bundle has more than one link \"{relation}\".", args),
  "fhir.bundle.notIncluded": (args, t) =>
    args["entry"] === -1
      ? t("{name} refers to \"{reference}\", which must be in the {type} but is not.", args)
      : t("{name} refers to \"{reference}\", which must be in the {type}; entry {entry} has that type and id, but its fullUrl \"{fullUrl}\" does not fit.", args),
  "fhir.bundle.unconnected": (args, t) => t("This {type} has nothing to do with the document: neither the Composition nor what that refers to leads here.", args),
  "fhir.bundle.linkedBack": (args, t) => t("This {type} refers to the document, but nothing in the document leads to it; a document of R4 holds only what its Composition leads to.", args),
  "fhir.fullUrl.missing": (args, t) => t("This entry needs a fullUrl: the address by which others in the {type} refer to its resource.", args),
  "fhir.fullUrl.versioned": (args, t) => t("The fullUrl \"{fullUrl}\" names a version; the version stands in the resource's meta.versionId.", args),
  "fhir.fullUrl.relative": (args, t) => t("The fullUrl \"{fullUrl}\" is not a whole address, such as http://hospital.example/fhir/Patient/1 or urn:uuid:….", args),
  "fhir.fullUrl.urn": (args, t) => t("The fullUrl \"{fullUrl}\" must be written in small letters.", args),
  "fhir.fullUrl.withoutId": (args, t) => t("The fullUrl \"{fullUrl}\" is that of {type}/{id}, but this {type} has no id.", args),
  "fhir.fullUrl.type": (args, t) => t("The fullUrl \"{fullUrl}\" names another type than that of the resource, {type}.", args),
  "fhir.fullUrl.id": (args, t) => t("The fullUrl \"{fullUrl}\" ends in another id than that of the resource: {type}/{id}.", args),
  "fhir.request.absolute": (args, t) => t("The request's url \"{url}\" is a whole address; it is relative to the server's, such as Patient/1.", args),
  "fhir.request.unknownType": (args, t) => t("The request's url \"{url}\" names the type \"{type}\", which is no resource type of FHIR R4.", args),
  "fhir.request.needless": (args, t) => t("A {method} brings no resource.", args),
  "fhir.request.whichOne": (args, t) => t("The request's url \"{url}\" does not say which one: a {method} goes to a type and an id, such as Patient/1, or to a search.", args),
  "fhir.request.withoutResource": (args, t) => t("A {method} needs the resource that is to be stored.", args),
  "fhir.request.postWithId": (args, t) => t("A POST lets the server choose the id, so the url is \"{type}\" alone, not \"{url}\".", args),
  "fhir.request.putWithoutId": (args, t) => t("The request's url is \"{url}\", so the resource must have the id \"{id}\".", args),
  "fhir.request.putOtherId": (args, t) => t("The request's url is \"{url}\", but the resource's id is \"{id}\".", args),
  "fhir.request.otherType": (args, t) => t("The request's url is \"{url}\", but the resource is of the type {type}.", args),
  "fhir.request.twice": (args, t) => t("Entry {other} changes \"{url}\" already; a transaction cannot change the same resource twice.", args),
};
