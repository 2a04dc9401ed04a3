import type { SentenceWriter } from "../../../checks/translate";

/** Sentences about narratives: https://hl7.org/fhir/R4/narrative.html */
export const narrativeSentences: Readonly<Record<string, SentenceWriter>> = {
  "fhir.narrative.malformed": (args, t) => t("{name} is not well-formed XHTML ({reason}): every element is closed, attribute values stand in quotation marks, < and & are written &lt; and &amp;.", args),
  "fhir.narrative.doctype": (args, t) => t("{name} has a document type; a narrative starts with its <div>.", args),
  "fhir.narrative.root": (args, t) => t("{name} starts with \"{found}\"; one <div> around everything belongs here.", args),
  "fhir.narrative.namespace": (args, t) =>
    args["namespace"] === ""
      ? t("{name} needs its namespace: <div xmlns=\"http://www.w3.org/1999/xhtml\">.", args)
      : t("{name} has the namespace \"{namespace}\"; http://www.w3.org/1999/xhtml belongs here.", args),
  "fhir.narrative.element": (args, t) => t("{name} has a <{element}>, which a narrative must not have: only formatting, tables, lists, links and images are allowed.", args),
  "fhir.narrative.oldElement": (args, t) => t("{name} has a <{element}>, which not every reader of FHIR allows.", args),
  "fhir.narrative.attribute": (args, t) => t("{name} has the attribute \"{attribute}\" on <{element}>, which a narrative must not have.", args),
  "fhir.narrative.handler": (args, t) => t("{name} has the attribute \"{attribute}\" on <{element}>; a narrative must not run anything.", args),
  "fhir.narrative.entity": (args, t) => t("{name} has {entity}, which XML does not know: write the character itself, or its number, such as &#160; for a space that does not break.", args),
  "fhir.narrative.address": (args, t) => t("{name} has {attribute}=\"{address}\" on <{element}>; a narrative must not run anything.", args),
  "fhir.narrative.style": (args, t) => t("{name} has a style on <{element}> that runs or fetches something; a narrative must not.", args),
  "fhir.narrative.outside": (args, t) => t("{name} has a style on <{element}> that fetches something from elsewhere; a narrative should bring what it shows.", args),
  "fhir.narrative.empty": (args, t) => t("{name} is empty; some text or an image belongs in a narrative.", args),
  "fhir.narrative.sameId": (args, t) => t("{name} has the id \"{id}\" twice.", args),
  "fhir.narrative.link": (args, t) => t("{name} has a link to \"#{link}\", which nothing in the resource is called.", args),
};
