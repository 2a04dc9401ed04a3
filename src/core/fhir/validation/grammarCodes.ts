/** Value sets without end, whose codes go by a grammar: what the code of a wrong one is reported under. */
export type GrammarFault = "fhir.mimeType" | "fhir.currency" | "fhir.language";

/**
 * Whether a code fits the grammar of its value set: media types (RFC 6838), currencies (ISO 4217), languages (BCP 47).
 *
 * @returns `undefined` for value sets that do not go by a grammar
 */
export function grammarFault(valueSet: string, code: string): GrammarFault | "none" | undefined {
  switch (valueSet) {
    case "http://hl7.org/fhir/ValueSet/mimetypes":
      return isMimeType(code) ? "none" : "fhir.mimeType";
    case "http://hl7.org/fhir/ValueSet/currencies":
      return isCurrency(code) ? "none" : "fhir.currency";
    // Its maximum value set, of all languages, is required.
    case "http://hl7.org/fhir/ValueSet/languages":
    case "http://hl7.org/fhir/ValueSet/all-languages":
      return isLanguage(code) ? "none" : "fhir.language";
    default:
      return undefined;
  }
}

/** With parameters, or one of the short names that FHIR uses for its own formats (http.html#mime-type). */
function isMimeType(code: string): boolean {
  return /^[A-Za-z0-9!#$&^_.+-]+\/(?:[A-Za-z0-9!#$&^_.+-]+|\*)\s*(?:;.*)?$/.test(code) || ["xml", "json", "ttl", "html", "text"].includes(code);
}

/** Codes that ended count as well: amounts of the past are in them. */
function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code);
}

function isLanguage(code: string): boolean {
  if (/^(?:i|x)-[A-Za-z0-9-]+$/.test(code)) {
    return true;
  }
  try {
    return Intl.getCanonicalLocales(code).length === 1;
  } catch {
    return false;
  }
}
