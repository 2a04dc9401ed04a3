function patient(members: object): object {
  return { resourceType: "Patient", ...members };
}

function observation(members: object): object {
  return { resourceType: "Observation", status: "final", code: { text: "Heart rate" }, ...members };
}

const url = "http://hospital.example/room";
const clinical = "http://terminology.hl7.org/CodeSystem/condition-clinical";
const condition = (clinicalStatus: object): object => ({ resourceType: "Condition", subject: { display: "Anna" }, clinicalStatus });
const dated = (type: string, values: readonly string[]): readonly object[] => values.map((value) => observation({ [type]: value }));

/** Resources, or texts, that between them have every fault of structure, primitives and codes. */
export const fhirSentenceCases: readonly unknown[] = [
  [], {}, { resourcetype: "Patient" }, { resourceType: 5 }, { resourceType: "DomainResource" }, { resourceType: "HumanName" }, { resourceType: "Spaceship" }, { resourceType: "Pateint" },
  patient({ spaceship: 1, birthdate: "1962", family: "Rossi", fhir_comments: ["x"], name: [{ text: "x", spaceship: 1, resourceType: "HumanName" }], birthDate: "1962", _birthDate: { value: "1962" } }),
  observation({ value: 72 }), observation({ valueMoney: { value: 1 } }), observation({ valueString: "x", valueInteger: 1 }),
  { resourceType: "Observation" }, { resourceType: "MedicationRequest", status: "active", intent: "order", subject: { display: "x" } },
  patient({ birthDate: null, maritalStatus: {}, address: [null], name: [{ given: ["Anna", null] }] }), patient({ name: [] }), patient({ name: { family: "Rossi" }, address: "Main Street", birthDate: ["1962"], contact: [[{ gender: "male" }]], maritalStatus: "M" }),
  { resourceType: "ImplementationGuide", contact: [{ name: 5 }], url, version: "1", name: "X", status: "active", packageId: "x", fhirVersion: ["4.0.1"], license: "x" },
  patient({ contact: "x", communication: [{ language: "de" }], link: [{ other: "Patient/1", type: "refer" }] }),
  patient({ _name: [{ id: "a" }], name: [{ text: "x", given: ["a", "b"], _given: [{ id: "b" }] }], _gender: "x", gender: "male", birthDate: "1962", _birthDate: {} }),
  patient({ extension: [{ url: "room", valueString: "x" }, { url }, { url, valueString: "x", extension: [{ url: "a", valueCode: "x" }] }] }),
  patient({ identifier: [{ system: "MRN", value: "1" }], meta: { profile: ["patient-profile"] }, name: [{ id: "a", text: "x" }, { id: "a", text: "x" }, { id: "b c", text: "x" }] }),
  patient({ active: "true", multipleBirthInteger: "two", birthDate: 1962, name: [{ family: "" }, { family: "  " }, { family: "a\u0001" }, { family: "a".repeat(1024 * 1024 + 1) }], id: "a_b" }),
  patient({ id: "a".repeat(65), active: 1, multipleBirthInteger: 1.5, telecom: [{ rank: 0, value: "x" }], gender: "male " }), patient({ multipleBirthInteger: 5_000_000_000, gender: "fe  male" }),
  "{ \"resourceType\": \"Observation\", \"status\": \"final\", \"code\": { \"text\": \"x\" }, \"valueQuantity\": { \"value\": 1e999 } }",
  { resourceType: "Parameters", parameter: [{ name: "a", valueOid: "1.2.3" }, { name: "b", valueUuid: "x" }, { name: "c", valueUri: "a b" }, { name: "d", valueUri: "oid:1.2.3" }, { name: "e", valueUrl: "100%" }, { name: "f", valueUri: "<a>" }] },
  { resourceType: "Parameters", parameter: [{ name: "a", valueBase64Binary: "..." }, { name: "b", valueBase64Binary: "A=AA" }, { name: "c", valueBase64Binary: "AAA" }] },
  ...["03/14/1962", "0000", "1962-13", "2023-02-29", "1962-03-14Z", "1962-03-14T10:00:00Z"].map((birthDate) => patient({ birthDate })),
  ...dated("effectiveDateTime", ["x", "0000", "1962-13", "2023-02-29", "2024-01-31T25:00:00Z", "2024-01-31T10:60:00Z", "2024-01-31T10:00:61Z", "2024-01-31T24:00:00Z", "2024-01-31T10:00", "2024-01-31T10:00:00", "2024-01-31T10:00:00+0100", "2024-01-31Z"]),
  ...dated("issued", ["x", "0000", "1962-13", "2023-02-29", "2024-01-31T25:00:00Z", "2024-01-31T10:60:00Z", "2024-01-31T10:00:61Z", "2024-01-31T24:00:00Z", "2024-01-31T10:00", "2024-01-31T10:00:00", "2024-01-31T10:00:00+0100", "2024-01-31Z", "2024-01-31"]),
  ...dated("valueTime", ["2pm", "25:00:00", "10:60:00", "10:00:61", "24:00:00", "10:00", "10:00:00Z"]),
  patient({ gender: "xyz" }), patient({ gender: "Male" }), patient({ gender: "M" }), patient({ language: "en_US" }), { resourceType: "Binary", contentType: "pdf" },
  { resourceType: "Invoice", status: "draft", totalNet: { value: 1, currency: "euro" } },
  condition({ coding: [{ system: "http://hl7.org/fhir/condition-clinical", code: "active" }] }), condition({ coding: [{ code: "active" }] }), condition({ text: "active" }),
  condition({ coding: [{ system: clinical, code: "x" }, { system: clinical, code: "y" }] }), condition({ coding: [{ system: clinical, code: "actve" }] }),
  observation({ code: { coding: [{ system: "http://hl7.org/fhir/observation-status", code: "finall" }, { system: "http://hl7.org/fhir/observation-status", code: "xyzxyz" }, { system: "http://loinc.org", code: "8867-4" }] } }),
  observation({ valueSampledData: { origin: { value: 0 }, period: 10, dimensions: 1, data: "1 2 high" } }),
  { resourceType: "MolecularSequence", coordinateSystem: 0, structureVariant: [{ variantType: { text: "x" } }] },
  patient(Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`zz${String(index)}zz`, 1]))),
];
