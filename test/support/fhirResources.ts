import type { JsonValue } from "../../src/core/documents/document";

type Resource = Readonly<Record<string, JsonValue>>;

function narrative(text: string): JsonValue {
  return { status: "generated", div: `<div xmlns="http://www.w3.org/1999/xhtml">${text}</div>` };
}

const loinc = "http://loinc.org";
const ucum = "http://unitsofmeasure.org";
const patient = { reference: "Patient/anna" };

/** Valid resources of the types that learners meet, written by hand for our tests. */
export const validResources: Readonly<Record<string, Resource>> = {
  Patient: {
    resourceType: "Patient", id: "anna", meta: { versionId: "2", lastUpdated: "2024-02-29T23:59:60Z" }, language: "de-CH", text: narrative("Anna Rossi"),
    extension: [
      { url: "http://hospital.example/fhir/StructureDefinition/room", valueString: "12" },
      { url: "http://hospital.example/fhir/StructureDefinition/visits", extension: [{ url: "count", valuePositiveInt: 3 }, { url: "last", valueDate: "2024-01" }] },
    ],
    identifier: [{ use: "official", type: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/v2-0203", code: "MR" }] }, system: "urn:oid:2.16.840.1.113883.6.1", value: "12345", period: { start: "2001" } }],
    active: true, name: [{ use: "official", family: "Rossi", _family: { extension: [{ url: "http://hospital.example/prefix", valueString: "de" }] }, given: ["Anna", null], _given: [null, { id: "middle", extension: [{ url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason", valueCode: "unknown" }] }] }],
    telecom: [{ system: "phone", value: "+41 44 555 01 00", use: "home", rank: 1 }], gender: "female", birthDate: "1962-03-14",
    _birthDate: { extension: [{ url: "http://hl7.org/fhir/StructureDefinition/patient-birthTime", valueDateTime: "1962-03-14T14:35:45-05:00" }] },
    deceasedBoolean: false, address: [{ line: ["Bahnhofstrasse 1"], city: "Zürich", postalCode: "8001", country: "CH" }],
    maritalStatus: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/v3-MaritalStatus", code: "M", display: "Married" }] }, multipleBirthInteger: 2,
    contact: [{ name: { text: "Luca Rossi" }, gender: "male" }], communication: [{ language: { coding: [{ system: "urn:ietf:bcp:47", code: "it" }] }, preferred: true }],
  },
  Observation: {
    resourceType: "Observation", id: "hr", text: narrative("Heart rate 72 per minute"), status: "final",
    category: [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "vital-signs" }] }],
    code: { coding: [{ system: loinc, code: "8867-4" }], text: "Heart rate" }, subject: patient, effectiveDateTime: "2024-01-31T14:05:00.123+01:00", issued: "2024-01-31T13:06:00Z",
    valueQuantity: { value: 72, unit: "/min", system: ucum, code: "/min" }, referenceRange: [{ low: { value: 60, unit: "/min" }, text: "60 to 100" }],
    component: [{ code: { text: "Part" }, valueTime: "14:05:00" }],
  },
  Condition: {
    resourceType: "Condition", text: narrative("Asthma"), clinicalStatus: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-clinical", code: "active" }] },
    verificationStatus: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-ver-status", code: "confirmed" }] }, code: { text: "Asthma" }, subject: patient,
    onsetAge: { value: 12, unit: "a", system: ucum, code: "a" }, recordedDate: "2024-02-29",
  },
  AllergyIntolerance: {
    resourceType: "AllergyIntolerance", text: narrative("Penicillin"), clinicalStatus: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", code: "active" }] },
    type: "allergy", category: ["medication"], criticality: "high", code: { text: "Penicillin" }, patient, reaction: [{ manifestation: [{ text: "Rash" }], severity: "mild" }],
  },
  MedicationRequest: {
    resourceType: "MedicationRequest", text: narrative("Amoxicillin"), status: "active", intent: "order", medicationCodeableConcept: { text: "Amoxicillin 500 mg" }, subject: patient,
    dosageInstruction: [{ sequence: 1, text: "One capsule three times a day", timing: { repeat: { frequency: 3, period: 1, periodUnit: "d" } }, doseAndRate: [{ doseQuantity: { value: 1, unit: "capsule" } }] }],
    dispenseRequest: { numberOfRepeatsAllowed: 0, quantity: { value: 21, unit: "capsule" } },
  },
  Encounter: {
    resourceType: "Encounter", text: narrative("Visit"), status: "finished", class: { system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "AMB", display: "ambulatory" }, subject: patient,
    period: { start: "2024-01-31T14:00:00Z", end: "2024-01-31T15:00:00Z" }, length: { value: 60, unit: "min", system: ucum, code: "min" },
  },
  Procedure: { resourceType: "Procedure", text: narrative("Appendectomy"), status: "completed", code: { text: "Appendectomy" }, subject: patient, performedPeriod: { start: "2024-01" } },
  DiagnosticReport: {
    resourceType: "DiagnosticReport", text: narrative("Blood count"), status: "final", code: { coding: [{ system: loinc, code: "58410-2" }] }, subject: patient,
    result: [{ reference: "Observation/hr" }], presentedForm: [{ contentType: "text/plain", data: "SGVsbG8=", title: "Report" }],
  },
  Immunization: {
    resourceType: "Immunization", text: narrative("Tetanus"), status: "completed", vaccineCode: { text: "Tetanus" }, patient, occurrenceString: "as a child", lotNumber: "A1",
    protocolApplied: [{ doseNumberPositiveInt: 1 }],
  },
  Practitioner: { resourceType: "Practitioner", text: narrative("Dr. Weber"), name: [{ family: "Weber", prefix: ["Dr."] }], qualification: [{ code: { text: "MD" } }] },
  Organization: { resourceType: "Organization", text: narrative("Hospital"), name: "Hospital", alias: ["The hospital"], telecom: [{ system: "url", value: "http://hospital.example" }] },
  ServiceRequest: { resourceType: "ServiceRequest", text: narrative("ECG"), status: "active", intent: "order", code: { text: "ECG" }, subject: patient, occurrenceDateTime: "2024", asNeededBoolean: true },
  Appointment: {
    resourceType: "Appointment", text: narrative("Appointment"), status: "booked", start: "2024-01-31T14:00:00Z", end: "2024-01-31T14:30:00Z", minutesDuration: 30,
    participant: [{ actor: patient, status: "accepted", required: "required" }],
  },
  Questionnaire: {
    resourceType: "Questionnaire", url: "http://hospital.example/fhir/Questionnaire/pain", text: narrative("Pain"), status: "draft", item: [
      { linkId: "1", text: "Pain", type: "group", item: [{ linkId: "1.1", text: "How much?", type: "integer" }, { linkId: "1.2", text: "Where?", type: "choice", answerOption: [{ valueString: "Head" }] }] },
    ],
  },
  Bundle: {
    resourceType: "Bundle", type: "collection", timestamp: "2024-01-31T14:00:00Z", entry: [
      { fullUrl: "urn:uuid:6f9e1a52-3c1b-4c39-9d5e-0a7c2f1b8e64", resource: { resourceType: "Patient", text: narrative("Luca"), name: [{ text: "Luca" }] } },
    ],
  },
  ValueSet: {
    resourceType: "ValueSet", url: "http://hospital.example/fhir/ValueSet/rooms", text: narrative("Rooms"), status: "active",
    compose: { include: [{ system: "http://hospital.example/rooms", concept: [{ code: "A1", display: "Room A1" }] }] },
  },
  Binary: { resourceType: "Binary", contentType: "application/pdf", data: "JVBERi0=" },
  Parameters: { resourceType: "Parameters", parameter: [{ name: "rate", valueDecimal: 1.50 }, { name: "parts", part: [{ name: "deep", valueUuid: "urn:uuid:6f9e1a52-3c1b-4c39-9d5e-0a7c2f1b8e64" }] }] },
};
