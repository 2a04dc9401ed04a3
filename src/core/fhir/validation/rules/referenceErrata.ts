/**
 * Elements for which the specification contradicts itself: its definition leaves a type out that its own published example refers to
 * (https://hl7.org/fhir/R4/devicemetric-example.json.html, deviceusestatement-example.json.html, medicationrequest-medrx0301 in medicationrequest-examples.html).
 * What the specification does itself cannot be called wrong for sure, so it is a warning.
 */
const typesOfItsExamples: Readonly<Record<string, string>> = {
  "DeviceMetric.parent": "DeviceDefinition",
  "DeviceUseStatement.reasonReference": "Procedure",
  "MedicationRequest.dispenseRequest.performer": "Practitioner",
};

/** Whether a reference from an element (by its path) to a type is one that the specification's definitions forbid and its examples have. */
export function isDisputedTarget(path: string, type: string): boolean {
  return Object.hasOwn(typesOfItsExamples, path) && typesOfItsExamples[path] === type;
}
