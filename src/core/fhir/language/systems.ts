/** An address that names a code system or a space of identifiers. */
export interface KnownSystem {
  readonly uri: string;
  readonly name: string;
  /** What it is used for, in our words. */
  readonly use: string;
}

/** The addresses one meets most. They only name; nobody has to open them. */
export const knownSystems: readonly KnownSystem[] = [
  { uri: "http://loinc.org", name: "LOINC", use: "what was measured, asked or documented" },
  { uri: "http://snomed.info/sct", name: "SNOMED CT", use: "clinical findings, procedures, body sites, substances" },
  { uri: "http://unitsofmeasure.org", name: "UCUM", use: "units of measure that computers can convert" },
  { uri: "http://www.nlm.nih.gov/research/umls/rxnorm", name: "RxNorm", use: "medications in the United States" },
  { uri: "http://www.whocc.no/atc", name: "ATC", use: "classes of medications by the WHO" },
  { uri: "http://hl7.org/fhir/sid/icd-10", name: "ICD-10", use: "diagnoses, by the WHO" },
  { uri: "http://hl7.org/fhir/sid/icd-10-cm", name: "ICD-10-CM", use: "diagnoses in the United States" },
  { uri: "http://hl7.org/fhir/sid/cvx", name: "CVX", use: "vaccines" },
  { uri: "http://hl7.org/fhir/sid/us-npi", name: "NPI", use: "numbers of providers in the United States" },
  { uri: "http://hl7.org/fhir/sid/us-ssn", name: "SSN", use: "social security numbers of the United States" },
  { uri: "http://dicom.nema.org/resources/ontology/DCM", name: "DICOM", use: "codes of imaging" },
  { uri: "urn:iso:std:iso:3166", name: "ISO 3166", use: "countries" },
  { uri: "urn:ietf:bcp:47", name: "BCP 47", use: "languages" },
  { uri: "urn:ietf:rfc:3986", name: "URI", use: "identifiers that are addresses themselves, such as urn:uuid:… and urn:oid:…" },
  { uri: "urn:oid:2.16.840.1.113883.6.1", name: "LOINC (OID)", use: "in FHIR http://loinc.org is used instead" },
  { uri: "http://terminology.hl7.org/CodeSystem/v2-0203", name: "Identifier types", use: "kinds of identifier: MR, SS, DL, …" },
  { uri: "http://terminology.hl7.org/CodeSystem/v3-ActCode", name: "ActCode", use: "classes of encounters and other acts: AMB, IMP, EMER, …" },
  { uri: "http://terminology.hl7.org/CodeSystem/observation-category", name: "Observation categories", use: "vital-signs, laboratory, …" },
  { uri: "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", name: "Interpretations", use: "how a result compares with what is usual: H, L, N, …" },
  { uri: "http://terminology.hl7.org/CodeSystem/condition-clinical", name: "Clinical status of conditions", use: "active, resolved, …" },
  { uri: "http://terminology.hl7.org/CodeSystem/condition-ver-status", name: "Verification of conditions", use: "confirmed, provisional, entered-in-error, …" },
  { uri: "http://terminology.hl7.org/CodeSystem/condition-category", name: "Condition categories", use: "problem-list-item, encounter-diagnosis" },
  { uri: "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", name: "Clinical status of allergies", use: "active, inactive, resolved" },
  { uri: "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification", name: "Verification of allergies", use: "confirmed, unconfirmed, refuted, …" },
  { uri: "http://terminology.hl7.org/CodeSystem/v2-0074", name: "Diagnostic services", use: "sections that report: LAB, RAD, …" },
  { uri: "http://terminology.hl7.org/CodeSystem/v3-MaritalStatus", name: "Marital status", use: "M, S, D, …" },
  { uri: "http://terminology.hl7.org/CodeSystem/v2-0131", name: "Roles of contacts", use: "next of kin, emergency contact, …" },
  { uri: "http://terminology.hl7.org/CodeSystem/data-absent-reason", name: "Why data are absent", use: "unknown, asked-declined, masked, …" },
];

/** What an address names; `undefined` when it is not among those known here. */
export function knownSystem(uri: string): KnownSystem | undefined {
  return knownSystems.find((system) => system.uri === uri);
}
