import type { SentenceArgs, Translate } from "../../checks/translate";
import { valueWords } from "../../checks/words";

/** The texts of a list that was put into one argument as JSON. */
export function listOf(args: SentenceArgs, name: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(String(args[name] ?? "[]"));
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    return [];
  }
}

/** The value that is there, as a sentence speaks of it. */
export function actualOf(args: SentenceArgs, t: Translate): string {
  return valueWords(String(args["actualKind"]), String(args["actual"]), t);
}

/** Words to choose from; of more than twelve, the first ten. */
export function someOf(words: readonly string[], t: Translate): string {
  const shown = words.length > 12 ? words.slice(0, 10) : words;
  if (words.length > shown.length) {
    return t("{some} or one of {more} more", { some: shown.join(", "), more: words.length - shown.length });
  }
  const last = shown.at(-1) ?? "";
  return shown.length < 2 ? last : t("{some} or {last}", { some: shown.slice(0, -1).join(", "), last });
}

/** How a value of a data type looks in JSON, for the types that learners meet first. */
const examples: Readonly<Record<string, string>> = {
  CodeableConcept: '{ "coding": [ { "system": "http://loinc.org", "code": "8867-4" } ], "text": "Heart rate" }',
  Coding: '{ "system": "http://loinc.org", "code": "8867-4" }',
  Reference: '{ "reference": "Patient/123" }',
  HumanName: '{ "family": "Rossi", "given": [ "Anna" ] }',
  Identifier: '{ "system": "http://hospital.example/mrn", "value": "12345" }',
  Quantity: '{ "value": 72, "unit": "/min", "system": "http://unitsofmeasure.org", "code": "/min" }',
  Period: '{ "start": "2024-01-01", "end": "2024-01-31" }',
  ContactPoint: '{ "system": "phone", "value": "+1 555 0100" }',
  Address: '{ "line": [ "1 Main Street" ], "city": "Springfield" }',
  Narrative: '{ "status": "generated", "div": "<div xmlns=\\"http://www.w3.org/1999/xhtml\\">…</div>" }',
  Attachment: '{ "contentType": "application/pdf", "url": "http://hospital.example/report.pdf" }',
  Annotation: '{ "text": "…" }',
  Range: '{ "low": { "value": 4.0, "unit": "mmol/L" }, "high": { "value": 5.6, "unit": "mmol/L" } }',
  Ratio: '{ "numerator": { "value": 1 }, "denominator": { "value": 128 } }',
  Dosage: '{ "text": "One tablet a day" }',
  Extension: '{ "url": "http://hospital.example/fhir/StructureDefinition/room", "valueString": "12" }',
  Meta: '{ "profile": [ "http://hospital.example/fhir/StructureDefinition/patient" ] }',
  Money: '{ "value": 19.9, "currency": "EUR" }',
};

/** An object of a data type, as an example; `{ … }` for those without one. */
export function exampleOf(type: string): string {
  return examples[type] ?? "{ … }";
}

/** An object of a type as a sentence asks for it: a backbone element has no name of its own. */
export function objectOf(type: string, t: Translate): string {
  return type.includes(".") || type === "Resource" ? t("an object") : t("an object of the type {type}", { type });
}
