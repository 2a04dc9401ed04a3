import assert from "node:assert/strict";
import { elementDoc, typeDoc, valueSetDoc } from "../../../../../src/core/fhir/model/docLinks";
import { fhirModel } from "../../../../support/fhirModel";

describe("links to the specification", () => {
  const model = fhirModel();
  const element = (type: string, property: string): string => {
    const found = model.property(type, property);
    assert.ok(found !== undefined);
    return elementDoc(model, found.element);
  };

  it("lead to resources, data types and their own pages", () => {
    assert.deepEqual(["Patient", "Patient.contact", "HumanName", "date", "Reference", "Extension", "UsageContext"].map((type) => typeDoc(model, type).slice("https://hl7.org/fhir/R4/".length)), [
      "patient.html", "patient.html", "datatypes.html#HumanName", "datatypes.html#date", "references.html", "extensibility.html", "metadatatypes.html",
    ]);
  });

  it("lead to the detailed description of an element", () => {
    assert.equal(element("Patient", "birthDate"), "https://hl7.org/fhir/R4/patient-definitions.html#Patient.birthDate");
    assert.equal(element("Observation", "valueQuantity"), "https://hl7.org/fhir/R4/observation-definitions.html#Observation.value_x_");
    assert.equal(element("HumanName", "family"), "https://hl7.org/fhir/R4/datatypes-definitions.html#HumanName.family");
  });

  it("lead to value sets that the specification publishes", () => {
    assert.equal(valueSetDoc("http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1"), "https://hl7.org/fhir/R4/valueset-administrative-gender.html");
    assert.equal(valueSetDoc("http://terminology.hl7.org/ValueSet/v3-ActCode"), "https://hl7.org/fhir/R4/v3/ActCode/vs.html");
    assert.equal(valueSetDoc("http://loinc.org/vs/LL379-9"), undefined);
  });
});
