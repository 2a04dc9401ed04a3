import assert from "node:assert/strict";
import { FhirText } from "../../../../../src/core/fhir/language/fhirText";
import { References } from "../../../../../src/core/fhir/language/references";

const read = (value: unknown): References => new References(new FhirText(JSON.stringify(value)));

/** Where each reference of a text leads to, in the order of the text. */
const targets = (value: unknown): (string | undefined)[] => {
  const references = read(value);
  return references.everyReference().map((each) => references.targetOf(each)?.where);
};

const observation = (reference: string, more: object = {}): object => ({ resourceType: "Observation", ...more, subject: { reference } });

describe("References", () => {
  it("follow full addresses in a bundle", () => {
    assert.deepEqual(targets({ resourceType: "Bundle", entry: [{ fullUrl: "urn:uuid:1", resource: { resourceType: "Patient" } }, { fullUrl: "urn:uuid:2", resource: observation("urn:uuid:1") }] }), ["entry[0]"]);
    assert.deepEqual(targets({ resourceType: "Bundle", entry: [{ fullUrl: "http://a.org/Patient/1", resource: { resourceType: "Patient", id: "1" } }, { resource: observation("http://a.org/Patient/1/_history/2") }] }), ["entry[0]"]);
  });

  it("resolve relative references against the server of the entry they stand in", () => {
    const bundle = { resourceType: "Bundle", entry: [
      { fullUrl: "http://a.org/Patient/1", resource: { resourceType: "Patient", id: "1" } },
      { fullUrl: "http://b.org/Patient/1", resource: { resourceType: "Patient", id: "1" } },
      { fullUrl: "http://b.org/Observation/9", resource: observation("Patient/1") },
      { fullUrl: "urn:uuid:3", resource: observation("Patient/1") },
    ] };
    assert.deepEqual(targets(bundle), ["entry[1]", undefined]);
  });

  it("find a contained resource within its container only", () => {
    const holder = (id: string) => ({ resourceType: "Observation", contained: [{ resourceType: "Patient", id, generalPractitioner: [{ reference: "#" }] }], subject: { reference: "#p" } });
    assert.deepEqual(targets({ resourceType: "Bundle", entry: [{ resource: holder("p") }, { resource: holder("q") }] }), ["entry[0]", "entry[0].resource.contained[0]", "entry[1]", undefined]);
  });

  it("lead back from a resource to those that mean it", () => {
    const references = read({ resourceType: "Bundle", entry: [{ fullUrl: "urn:uuid:1", resource: { resourceType: "Patient", id: "1" } }, { resource: observation("urn:uuid:1") }, { resource: observation("Patient/1") }, { resource: observation("Patient/2") }] });
    const patient = references.all().find(({ type }) => type === "Patient");
    assert.ok(patient);
    assert.deepEqual(references.to(patient).map(({ text }) => text), ["urn:uuid:1", "Patient/1"]);
  });

  it("take a resource of a Parameters for what it is, not for an entry", () => {
    assert.deepEqual(read({ resourceType: "Parameters", parameter: [{ name: "x", resource: { resourceType: "Patient" } }] }).all().map(({ role }) => role), ["root", "other"]);
  });
});
