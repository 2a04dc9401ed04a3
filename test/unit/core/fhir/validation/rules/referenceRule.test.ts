import { accepts, changed, refuses, warns } from "../../../../../support/fhirRules";

const observation = { resourceType: "Observation", status: "final", code: { text: "Heart rate" }, subject: { reference: "Patient/1" } };
const subject = (reference: unknown): unknown => ({ ...observation, subject: reference });

describe("the form of a reference", () => {
  it("is one that the specification knows", () => {
    for (const reference of ["Patient/1", "Patient/a.b-C/_history/2", "http://example.org/fhir/Patient/1", "https://example.org/Patient/1/_history/1", "http://example.org/people?id=7", "urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7", "urn:oid:1.2.840"]) {
      accepts(subject({ reference }));
    }
  });

  it("is a type and an id where it is relative", () => {
    for (const reference of ["1", "/Patient/1", "../Patient/1", "Patient/1/2", "patient/1", "Patient", "Patient 1"]) {
      refuses(subject({ reference }), ["fhir.reference.form /subject/reference"]);
    }
    refuses(subject({ reference: "Patent/1" }), ["fhir.reference.unknownType /subject/reference"]);
    refuses(subject({ reference: "Patient/a_b" }), ["fhir.reference.id /subject/reference"]);
    refuses(subject({ reference: `Patient/${"a".repeat(65)}` }), ["fhir.reference.id /subject/reference"]);
  });

  it("is a UUID or an OID as they are written", () => {
    for (const reference of ["urn:uuid:1", "urn:uuid:53FEFA32-FCBB-4FF8-8A92-55EE120877B7", "urn:oid:01.2"]) {
      warns(subject({ reference }), ["fhir.reference.urn /subject/reference"]);
    }
  });

  it("is a search only in a transaction", () => {
    const conditional = { ...observation, subject: { reference: "Patient?identifier=http://example.org/mrn|1" } };
    refuses(conditional, ["fhir.reference.conditional /subject/reference"]);
    const bundle = (type: string): unknown => ({ resourceType: "Bundle", type, entry: [{ resource: conditional, request: { method: "POST", url: "Observation" } }] });
    accepts(bundle("transaction"));
    refuses(bundle("batch"), ["fhir.reference.conditional /entry/0/resource/subject/reference"]);
  });

  it("says something", () => {
    accepts(subject({ display: "Anna Rossi" }));
    accepts(subject({ identifier: { system: "http://example.org/mrn", value: "1" } }));
    warns(subject({ type: "Patient" }), ["fhir.reference.empty /subject"]);
  });
});

describe("the type of what a reference leads to", () => {
  it("is one of those that the element allows", () => {
    refuses(subject({ reference: "Organization/1" }), ["fhir.reference.target /subject/reference"]);
    refuses(subject({ reference: "http://example.org/fhir/Organization/1" }), ["fhir.reference.target /subject/reference"]);
    refuses(subject({ type: "Organization", display: "Ward" }), ["fhir.reference.target /subject/type"]);
    refuses(subject({ reference: "#o" , display: "x" }), ["fhir.reference.notContained /subject/reference"]);
    refuses({ ...observation, contained: [{ resourceType: "Organization", id: "o", name: "Ward" }], subject: { reference: "#o" } }, ["fhir.reference.target /subject/reference"]);
    accepts({ resourceType: "Provenance", target: [{ reference: "Organization/1" }], recorded: "2024-05-01T10:00:00Z", agent: [{ who: { display: "HIS" } }] });
  });

  it("gets the benefit of the doubt where the specification's own examples name another type", () => {
    const request = (performer: string): unknown => ({
      resourceType: "MedicationRequest", status: "active", intent: "order", medicationCodeableConcept: { text: "x" }, subject: { reference: "Patient/1" },
      dispenseRequest: { performer: { reference: performer } },
    });
    accepts(request("Organization/1"));
    warns(request("Practitioner/1"), ["fhir.reference.target /dispenseRequest/performer/reference"]);
    refuses(request("Device/1"), ["fhir.reference.target /dispenseRequest/performer/reference"]);
  });

  it("is the one that the reference states", () => {
    accepts(subject({ reference: "Patient/1", type: "Patient" }));
    refuses(subject({ reference: "Patient/1", type: "Group" }), ["fhir.reference.typeDiffers /subject/type"]);
    refuses(subject({ reference: "http://example.org/people/7", type: "Person of interest" }), ["fhir.reference.unknownType /subject/type", "fhir.uri.space /subject/type"]);
  });
});

describe("contained resources", () => {
  const practitioner = { resourceType: "Practitioner", id: "p", name: [{ family: "Rossi" }] };
  const holder = { ...observation, contained: [practitioner], performer: [{ reference: "#p" }] };

  it("are found by #id", () => {
    accepts(holder);
    refuses(changed(holder, { "/performer/0/reference": "#q" }), ["fhir.reference.notContained /performer/0/reference", "fhir.contained.unused /contained/0"]);
  });

  it("find each other, and the resource around them by #", () => {
    const role = { resourceType: "PractitionerRole", id: "r", practitioner: { reference: "#p" } };
    accepts(changed(holder, { "/contained/1": role, "/performer/0/reference": "#r" }));
    const provenance = { resourceType: "Provenance", id: "v", target: [{ reference: "#" }], recorded: "2024-05-01T10:00:00Z", agent: [{ who: { display: "HIS" } }] };
    accepts(changed(holder, { "/contained/1": provenance }));
  });

  it("dom-3: are referred to", () => {
    refuses({ ...observation, contained: [practitioner] }, ["fhir.contained.unused /contained/0"]);
    refuses(changed({ ...observation, contained: [practitioner] }, { "/contained/0/id": undefined }), ["fhir.contained.withoutId /contained/0"]);
  });

  it("dom-3: may be referred to by a canonical address", () => {
    accepts({ resourceType: "Questionnaire", status: "draft", contained: [{ resourceType: "ValueSet", id: "v", status: "draft" }], item: [{ linkId: "1", type: "choice", answerValueSet: "#v" }] });
  });

  it("are found by canonical addresses", () => {
    refuses({ resourceType: "Questionnaire", status: "draft", item: [{ linkId: "1", type: "choice", answerValueSet: "#v" }] }, ["fhir.reference.notContained /item/0/answerValueSet"]);
  });

  it("have ids of their own", () => {
    refuses(changed(holder, { "/contained/1": practitioner }), ["fhir.contained.sameId /contained/1/id"]);
  });

  it("dom-2, dom-4, dom-5: hold nothing that only a resource of its own can have", () => {
    refuses(changed(holder, { "/contained/0/contained": [{ resourceType: "Patient", id: "x" }] }), ["fhir.invariant ", "fhir.contained.unused /contained/0/contained/0"]);
    refuses(changed(holder, { "/contained/0/meta": { versionId: "1" } }), ["fhir.invariant "]);
    refuses(changed(holder, { "/contained/0/meta": { security: [{ system: "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", code: "R" }] } }), ["fhir.invariant "]);
  });
});

describe("references within a bundle", () => {
  const urn = "urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7";
  const bundle = (type: string, reference: string, fullUrl = urn): unknown => ({
    resourceType: "Bundle", type,
    entry: [
      { fullUrl: "http://example.org/fhir/Observation/o", resource: { ...observation, id: "o", subject: { reference } }, ...(type === "transaction" ? { request: { method: "POST", url: "Observation" } } : {}) },
      { fullUrl, resource: { resourceType: "Patient", id: "1" }, ...(type === "transaction" ? { request: { method: "POST", url: "Patient" } } : {}) },
    ],
  });

  it("are found by the fullUrl", () => {
    for (const type of ["collection", "transaction"]) {
      accepts(bundle(type, urn));
    }
    accepts(bundle("collection", "Patient/1", "http://example.org/fhir/Patient/1"));
    accepts(bundle("collection", "http://example.org/fhir/Patient/1", "http://example.org/fhir/Patient/1"));
  });

  it("by UUID must be in a transaction", () => {
    const other = "urn:uuid:00000000-0000-4000-8000-000000000000";
    refuses(bundle("transaction", other), ["fhir.reference.notInBundle /entry/0/resource/subject/reference"]);
    warns(bundle("collection", other), ["fhir.reference.notInBundle /entry/0/resource/subject/reference"]);
  });

  it("that miss an entry by its fullUrl are told", () => {
    warns(bundle("collection", "Patient/1"), ["fhir.reference.nearInBundle /entry/0/resource/subject/reference"]);
  });

  it("lead to a resource of an allowed type", () => {
    const wrong = changed(bundle("collection", urn) as never, { "/entry/1/resource": { resourceType: "Organization", id: "1", name: "Ward" } });
    refuses(wrong, ["fhir.reference.target /entry/0/resource/subject/reference"]);
  });
});
