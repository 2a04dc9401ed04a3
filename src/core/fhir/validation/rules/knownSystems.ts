/** Code systems that are misspelt again and again, by https://hl7.org/fhir/R4/terminologies-systems.html */
const systems = [
  "http://loinc.org", "http://snomed.info/sct", "http://www.nlm.nih.gov/research/umls/rxnorm", "http://hl7.org/fhir/sid/icd-10", "http://hl7.org/fhir/sid/icd-10-cm", "http://hl7.org/fhir/sid/icd-9-cm",
  "http://hl7.org/fhir/sid/cvx", "http://hl7.org/fhir/sid/ndc", "http://www.ama-assn.org/go/cpt", "http://www.whocc.no/atc", "http://dicom.nema.org/resources/ontology/DCM",
];

/** OIDs of systems that have an address of their own, which the specification wants instead. */
const oids: Readonly<Record<string, string>> = {
  "urn:oid:2.16.840.1.113883.6.1": "http://loinc.org", "urn:oid:2.16.840.1.113883.6.96": "http://snomed.info/sct", "urn:oid:2.16.840.1.113883.6.88": "http://www.nlm.nih.gov/research/umls/rxnorm",
  "urn:oid:2.16.840.1.113883.6.8": "http://unitsofmeasure.org", "urn:oid:2.16.840.1.113883.6.90": "http://hl7.org/fhir/sid/icd-10-cm", "urn:oid:2.16.840.1.113883.6.3": "http://hl7.org/fhir/sid/icd-10",
  "urn:oid:2.16.840.1.113883.12.292": "http://hl7.org/fhir/sid/cvx", "urn:oid:2.16.840.1.113883.6.73": "http://www.whocc.no/atc",
};

const nicknames: Readonly<Record<string, string>> = {
  "http://loinc": "http://loinc.org", "http://snomed.info": "http://snomed.info/sct", "http://snomed.org": "http://snomed.info/sct", "http://snomed.org/sct": "http://snomed.info/sct", "http://www.snomed.org": "http://snomed.info/sct",
  "http://rxnorm.org": "http://www.nlm.nih.gov/research/umls/rxnorm", "http://loinc.com": "http://loinc.org",
};

const plain = (system: string): string => system.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");

/** The code system that is meant where the address is misspelt: `https:` for `http:`, a slash at the end, capitals, an OID. `undefined` for what is not known. */
export function meantSystem(system: string): string | undefined {
  if (systems.includes(system)) {
    return undefined;
  }
  const written = plain(system);
  return systems.find((each) => plain(each) === written) ?? (Object.hasOwn(oids, system) ? oids[system] : Object.entries(nicknames).find(([wrong]) => plain(wrong) === written)?.[1]);
}

/**
 * Whether a code can be of LOINC: digits, a hyphen and a check digit (modulo 10, which is Luhn's). `undefined`: it is no code of a term; those of parts and answers
 * (`LP…`, `LA…`) are left alone.
 */
export function isLoincCode(code: string): boolean | undefined {
  const match = /^(\d{1,8})-(\d)$/.exec(code);
  if (match === null) {
    return undefined;
  }
  const [, digits = "", check] = match;
  let sum = 0;
  [...digits].reverse().forEach((digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return (10 - (sum % 10)) % 10 === Number(check);
}
