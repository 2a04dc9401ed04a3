/** What a reference's text is, by the forms that https://hl7.org/fhir/R4/references.html#literal knows. */
export type ReferenceText =
  /** `#id`, or `#` for the resource around. */
  | { readonly kind: "fragment"; readonly id: string }
  /** `urn:uuid:…` or `urn:oid:…` */
  | { readonly kind: "urn"; readonly wellFormed: boolean }
  /** `Patient?identifier=…` */
  | { readonly kind: "conditional"; readonly type: string }
  /** `Patient/1`, `http://server/fhir/Patient/1/_history/2` */
  | RestfulReference
  /** An absolute address of another shape. */
  | { readonly kind: "other" }
  /** Relative, but neither `Type/id` nor a search. */
  | { readonly kind: "malformed" };

export interface RestfulReference {
  readonly kind: "restful";
  /** `http://server/fhir/`; "" for a relative reference. */
  readonly base: string;
  readonly type: string;
  readonly id: string;
  readonly version: string | undefined;
}

const restful = /^(https?:\/\/(?:[^/?#\s]+\/)+)?([A-Z][A-Za-z]*)\/([^/?#\s]+)(?:\/_history\/([^/?#\s]+))?$/;
const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const uuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const oid = /^urn:oid:[0-2](?:\.(?:0|[1-9][0-9]*))+$/;

/** Reads the text of a `Reference.reference`. */
export function readReference(text: string): ReferenceText {
  if (text.startsWith("#")) {
    return { kind: "fragment", id: text.slice(1) };
  }
  if (/^urn:(?:uuid|oid):/i.test(text)) {
    return { kind: "urn", wellFormed: isUrn(text) };
  }
  const match = restful.exec(text);
  if (match !== null) {
    const [, base = "", type = "", id = "", version] = match;
    return { kind: "restful", base, type, id, version };
  }
  if (scheme.test(text)) {
    return { kind: "other" };
  }
  const search = /^([A-Z][A-Za-z]*)\?\S+$/.exec(text);
  return search === null ? { kind: "malformed" } : { kind: "conditional", type: search[1] ?? "" };
}

/** Whether a text is a UUID or an OID as FHIR writes them: hexadecimal digits in small letters, an OID's numbers without leading zeros. */
export function isUrn(text: string): boolean {
  return text.startsWith("urn:oid:") ? oid.test(text) : uuid.test(text);
}

/** Whether a text is an absolute URI: it starts with a scheme, such as `http:` or `urn:`, and something follows. */
export function isAbsolute(text: string): boolean {
  return scheme.test(text) && !text.endsWith(":");
}

/** The id that a resource can have: https://hl7.org/fhir/R4/datatypes.html#id. */
export function isId(text: string): boolean {
  return /^[A-Za-z0-9.-]{1,64}$/.test(text);
}
