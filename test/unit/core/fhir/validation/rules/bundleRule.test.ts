import assert from "node:assert/strict";
import { accepts, changed, found, refuses, warns } from "../../../../../support/fhirRules";

const patient = { resourceType: "Patient", id: "1" };
const entry = { fullUrl: "http://example.org/fhir/Patient/1", resource: patient };
const collection = { resourceType: "Bundle", type: "collection", entry: [entry] };
const searchset = { resourceType: "Bundle", type: "searchset", total: 1, link: [{ relation: "self", url: "http://example.org/fhir/Patient" }], entry: [{ ...entry, search: { mode: "match" } }] };
const transaction = { resourceType: "Bundle", type: "transaction", entry: [{ ...entry, request: { method: "PUT", url: "Patient/1" } }] };
const response = { resourceType: "Bundle", type: "transaction-response", entry: [{ response: { status: "201 Created", location: "Patient/1/_history/1" } }] };
const composition = {
  resourceType: "Composition", id: "c", status: "final", type: { text: "Summary" }, date: "2024-05-01", title: "Summary", subject: { reference: "Patient/1" }, author: [{ display: "Dr. Rossi" }],
};
const document = {
  resourceType: "Bundle", type: "document", identifier: { system: "urn:ietf:rfc:3986", value: "urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7" }, timestamp: "2024-05-01T10:00:00Z",
  entry: [{ fullUrl: "http://example.org/fhir/Composition/c", resource: composition }, entry],
};
const header = { resourceType: "MessageHeader", id: "m", eventUri: "http://example.org/events/admit", source: { endpoint: "http://example.org/his" }, focus: [{ reference: "Patient/1" }] };
const message = { resourceType: "Bundle", type: "message", entry: [{ fullUrl: "http://example.org/fhir/MessageHeader/m", resource: header }, entry] };

describe("what a bundle must have by its type", () => {
  it("accepts one of each kind", () => {
    for (const bundle of [collection, searchset, transaction, response, document, message]) {
      accepts(bundle);
    }
  });

  it("bdl-1: has a total only in search results and histories", () => {
    refuses({ ...collection, total: 1 }, ["fhir.bundle.total /total"]);
  });

  it("bdl-2: has search details only in search results", () => {
    refuses(changed(collection, { "/entry/0/search": { mode: "match" } }), ["fhir.bundle.search /entry/0/search"]);
  });

  it("bdl-3: has requests in every entry of a transaction, and nowhere else", () => {
    refuses(changed(collection, { "/entry/0/request": { method: "PUT", url: "Patient/1" } }), ["fhir.bundle.request /entry/0/request"]);
    refuses(changed(transaction, { "/entry/0/request": undefined }), ["fhir.bundle.requestMissing /entry/0"]);
  });

  it("bdl-4: has responses in every entry of an answer, and nowhere else", () => {
    refuses(changed(collection, { "/entry/0/response": { status: "200" } }), ["fhir.bundle.response /entry/0/response"]);
    refuses({ resourceType: "Bundle", type: "batch-response", entry: [{ resource: patient }] }, ["fhir.bundle.responseMissing /entry/0"]);
  });

  it("bdl-3, bdl-4: has both in a history", () => {
    accepts({ resourceType: "Bundle", type: "history", total: 1, entry: [{ ...entry, request: { method: "PUT", url: "Patient/1" }, response: { status: "200" } }] });
  });

  it("bdl-7: has every version of a resource once", () => {
    refuses({ ...collection, entry: [entry, entry] }, ["fhir.bundle.sameFullUrl /entry/1/fullUrl"]);
    const version = (versionId: string): unknown => ({ ...entry, resource: { ...patient, meta: { versionId } } });
    accepts({ ...collection, entry: [version("1"), version("2")] });
  });

  it("bdl-9, bdl-10, bdl-11: is a document with identifier, timestamp and composition", () => {
    refuses(changed(document, { "/identifier": undefined }), ["fhir.bundle.documentIdentifier "]);
    refuses(changed(document, { "/identifier/value": undefined }), ["fhir.bundle.documentIdentifier /identifier"]);
    refuses(changed(document, { "/timestamp": undefined }), ["fhir.bundle.documentTimestamp "]);
    refuses(changed(document, { "/entry": [document.entry[1], document.entry[0]] as never }), ["fhir.bundle.firstComposition /entry/0"]);
    refuses(changed(document, { "/entry": undefined }), ["fhir.bundle.firstComposition "]);
  });

  it("bdl-12: is a message that starts with its header", () => {
    refuses(changed(message, { "/entry": [message.entry[1], message.entry[0]] as never }), ["fhir.bundle.firstMessageHeader /entry/0"]);
  });

  it("gives resources as the results of a search, and an OperationOutcome as its outcome", () => {
    refuses(changed(searchset, { "/entry/0/resource": undefined }), ["fhir.bundle.searchWithoutResource /entry/0", "fhir.invariant /entry/0"]);
    refuses(changed(searchset, { "/entry/0/search/mode": "outcome" }), ["fhir.bundle.searchOutcome /entry/0/search/mode"]);
  });

  it("says what was searched for", () => {
    const issues = found(changed(searchset, { "/link": undefined }));
    assert.ok(issues.some(({ code, severity }) => code === "fhir.bundle.searchSelf" && severity === "information"));
  });
});

describe("fullUrl", () => {
  it("is there, but for transactions and resources without identity", () => {
    refuses(changed(collection, { "/entry/0/fullUrl": undefined }), ["fhir.fullUrl.missing /entry/0"]);
    refuses(changed(document, { "/entry/1/fullUrl": undefined, "/entry/1/resource/id": undefined }), ["fhir.fullUrl.missing /entry/1", "fhir.bundle.notIncluded /entry/0/resource/subject/reference", "fhir.bundle.unconnected /entry/1"]);
    warns(changed(collection, { "/entry/0/fullUrl": undefined, "/entry/0/resource/id": undefined }), ["fhir.fullUrl.missing /entry/0"]);
    accepts(changed(transaction, { "/entry/0/fullUrl": undefined, "/entry/0/resource/id": undefined, "/entry/0/request": { method: "POST", url: "Patient" } }));
  });

  it("is absolute and of no version", () => {
    refuses(changed(collection, { "/entry/0/fullUrl": "Patient/1" }), ["fhir.fullUrl.relative /entry/0/fullUrl"]);
    refuses(changed(collection, { "/entry/0/fullUrl": "http://example.org/fhir/Patient/1/_history/2" }), ["fhir.fullUrl.versioned /entry/0/fullUrl"]);
  });

  it("is a UUID in small letters", () => {
    accepts(changed(collection, { "/entry/0/fullUrl": "urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7" }));
    refuses(changed(collection, { "/entry/0/fullUrl": "urn:uuid:53FEFA32-FCBB-4FF8-8A92-55EE120877B7" }), ["fhir.fullUrl.urn /entry/0/fullUrl"]);
    refuses(changed(collection, { "/entry/0/fullUrl": "urn:uuid:1" }), ["fhir.uuid /entry/0/fullUrl"]);
  });

  it("agrees with the resource", () => {
    warns(changed(collection, { "/entry/0/resource/id": "2" }), ["fhir.fullUrl.id /entry/0/fullUrl"]);
    refuses(changed(collection, { "/entry/0/resource/id": undefined }), ["fhir.fullUrl.withoutId /entry/0/resource"]);
    refuses(changed(collection, { "/entry/0/fullUrl": "http://example.org/fhir/Observation/1" }), ["fhir.fullUrl.type /entry/0/fullUrl"]);
    accepts(changed(collection, { "/entry/0/fullUrl": "http://example.org/anything" }));
  });
});

describe("requests of a transaction", () => {
  const request = (method: string, url: string, resource: unknown = patient): unknown => ({
    resourceType: "Bundle", type: "transaction", entry: [{ ...(resource === undefined ? {} : { resource }), request: { method, url } }],
  });

  it("go where their method can go", () => {
    for (const [method, url, resource] of [["POST", "Patient", patient], ["PUT", "Patient/1", patient], ["PUT", "Patient?identifier=http://example.org/mrn|1", patient], ["POST", "Patient/1/$merge", patient]] as const) {
      accepts(request(method, url, resource));
    }
    for (const [method, url] of [["GET", "Patient/1"], ["GET", "Patient?name=x"], ["GET", "metadata"], ["DELETE", "Patient/1"], ["DELETE", "Patient?active=false"]] as const) {
      accepts({ resourceType: "Bundle", type: "transaction", entry: [{ request: { method, url } }] });
    }
  });

  it("bring a resource where one is stored", () => {
    for (const [method, url] of [["POST", "Patient"], ["PUT", "Patient/1"]] as const) {
      refuses({ resourceType: "Bundle", type: "transaction", entry: [{ request: { method, url } }] }, ["fhir.request.withoutResource /entry/0"]);
    }
    warns(request("DELETE", "Patient/1"), ["fhir.request.needless /entry/0/resource"]);
  });

  it("name the type and the id of the resource", () => {
    refuses(request("POST", "Observation"), ["fhir.request.otherType /entry/0/request/url"]);
    refuses(request("POST", "Patient/1"), ["fhir.request.postWithId /entry/0/request/url"]);
    refuses(request("PUT", "Patient/2"), ["fhir.request.putOtherId /entry/0/request/url"]);
    refuses(request("PUT", "Patient/1", { resourceType: "Patient" }), ["fhir.request.putWithoutId /entry/0/resource"]);
    refuses(request("PUT", "Patient"), ["fhir.request.whichOne /entry/0/request/url"]);
    refuses({ resourceType: "Bundle", type: "batch", entry: [{ request: { method: "DELETE", url: "Patient" } }] }, ["fhir.request.whichOne /entry/0/request/url"]);
    refuses(request("POST", "Patent"), ["fhir.request.unknownType /entry/0/request/url"]);
    warns(request("PUT", "http://example.org/fhir/Patient/1"), ["fhir.request.absolute /entry/0/request/url"]);
  });

  it("change a resource once", () => {
    const twice = { resourceType: "Bundle", type: "transaction", entry: ["PUT", "DELETE"].map((method) => ({ ...(method === "PUT" ? { resource: patient } : {}), request: { method, url: "Patient/1" } })) };
    refuses(twice, ["fhir.request.twice /entry/1/request/url"]);
    accepts({ ...twice, type: "batch" });
  });
});

describe("what documents and messages bring", () => {
  it("holds what the composition refers to", () => {
    refuses(changed(document, { "/entry/0/resource/subject/reference": "Patient/2" }), ["fhir.bundle.notIncluded /entry/0/resource/subject/reference", "fhir.bundle.unconnected /entry/1"]);
    refuses(changed(document, { "/entry/0/resource/section": [{ title: "A", entry: [{ reference: "http://example.org/fhir/Observation/9" }] }] }), ["fhir.bundle.notIncluded /entry/0/resource/section/0/entry/0/reference"]);
    accepts(changed(document, { "/entry/0/resource/section": [{ title: "A", section: [{ title: "B", entry: [{ reference: "Patient/1" }] }] }] }));
    refuses(changed(document, { "/entry/0/resource/section": [{ title: "A", section: [{ title: "B", entry: [{ reference: "Patient/2" }] }] }] }), ["fhir.bundle.notIncluded /entry/0/resource/section/0/section/0/entry/0/reference"]);
  });

  it("holds the focus of a message", () => {
    refuses(changed(message, { "/entry/0/resource/focus/0/reference": "Patient/2" }), ["fhir.bundle.notIncluded /entry/0/resource/focus/0/reference"]);
  });

  it("completes relative references by the fullUrl of their entry", () => {
    refuses(changed(message, { "/entry/0/fullUrl": "http://other.example/fhir/MessageHeader/m" }), ["fhir.bundle.notIncluded /entry/0/resource/focus/0/reference"]);
  });

  it("finds versions by meta.versionId", () => {
    const versioned = changed(document, { "/entry/0/resource/subject/reference": "Patient/1/_history/2", "/entry/1/resource/meta": { versionId: "2" } });
    accepts(versioned);
    refuses(changed(versioned, { "/entry/1/resource/meta/versionId": "1" }), ["fhir.bundle.notIncluded /entry/0/resource/subject/reference"]);
  });

  it("has nothing to do with other resources", () => {
    const stray = { fullUrl: "http://example.org/fhir/Patient/9", resource: { resourceType: "Patient", id: "9" } };
    refuses(changed(document, { "/entry": [...document.entry, stray] as never }), ["fhir.bundle.unconnected /entry/2"]);
    const back = { fullUrl: "http://example.org/fhir/Flag/f", resource: { resourceType: "Flag", id: "f", status: "active", code: { text: "x" }, subject: { reference: "Patient/1" } } };
    warns(changed(document, { "/entry": [...document.entry, back] as never }), ["fhir.bundle.linkedBack /entry/2"]);
    const provenance = {
      fullUrl: "http://example.org/fhir/Provenance/p", resource: { resourceType: "Provenance", id: "p", target: [{ reference: "Composition/c" }], recorded: "2024-05-01T10:00:00Z", agent: [{ who: { display: "HIS" } }] },
    };
    accepts(changed(document, { "/entry": [...document.entry, provenance] as never }));
  });
});
