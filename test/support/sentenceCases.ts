import type { DocumentFormat } from "../../src/core/documents/document";

/** A schema and a value that breaks it, for the golden file of sentences. */
export interface SentenceCase {
  readonly title: string;
  readonly schema: unknown;
  readonly value: unknown;
  readonly format?: DocumentFormat;
  readonly resources?: Readonly<Record<string, string>>;
}

/** A case for one property `a`. */
function of(title: string, a: object, value: unknown): SentenceCase {
  return { title, schema: { type: "object", properties: { a } }, value: { a: value } };
}

const long = "Lorem ipsum ".repeat(20);
const uuid = { type: "string" } as const;

const jsonCases: readonly SentenceCase[] = [
  of("ucum, no code", { ucum: true }, "nonsense"),
  of("ucum, what people write", { ucum: true }, "mmHg"),
  of("ucum, another kind of thing", { ucum: { comparableTo: "mmol/L" } }, "mg/dL"),
  of("ucum, quantity without a code", { ucum: true }, { value: 1, system: "http://unitsofmeasure.org" }),
  of("ucum, quantity without a system", { ucum: true }, { value: 1, code: "mg" }),
  of("ucum, quantity of another system", { ucum: true }, { value: 1, code: "mg", system: "http://unitsofmeasure.org/" }),
  of("type, number for text", { type: "string" }, 5),
  of("type, text for number", { type: "number" }, "five"),
  of("type, number in quotation marks", { type: "integer" }, "5"),
  of("type, boolean in quotation marks", { type: "boolean" }, "true"),
  of("type, fraction for whole number", { type: "integer" }, 1.5),
  of("type, null", { type: "string" }, null),
  of("type, two types", { type: ["string", "null"] }, 5),
  of("type, text for list", { type: "array" }, "x"),
  of("type, list for text", { type: "string" }, ["x"]),
  of("type, empty list for object", { type: "object" }, []),
  of("type, object for text", { type: "string" }, { value: "x", system: "y" }),
  { title: "type of the whole", schema: { type: "array" }, value: { a: 1 } },
  { title: "type of an entry", schema: { type: "array", items: { type: "string" } }, value: ["x", 2] },
  of("enum", { type: "string", enum: ["male", "female", "other", "unknown"] }, "M"),
  of("enum, nearly", { type: "string", enum: ["male", "female", "other", "unknown"] }, "Femal"),
  of("enum, other kind", { enum: [1, null, true] }, { x: 1 }),
  of("enum, long", { enum: Array.from({ length: 30 }, (_, index) => `code-${String(index)}`) }, "none of them"),
  of("const", { const: "http://loinc.org" }, "https://loinc.org/"),
  of("const, number", { const: 5 }, 6),
  of("const, object", { const: { a: 1 } }, { a: 2 }),
  of("const, long text", { const: long }, `${long}!`),
  { title: "required", schema: { type: "object", required: ["birthDate"] }, value: {} },
  { title: "required, in a list", schema: { type: "array", items: { type: "object", required: ["system"] } }, value: [{ value: "1" }] },
  of("required, under a name", { type: "object", required: ["system"] }, { value: "1", use: "home" }),
  { title: "dependentRequired", schema: { type: "object", dependentRequired: { value: ["system"] } }, value: { value: "1" } },
  { title: "dependentSchemas", schema: { type: "object", dependentSchemas: { value: { required: ["unit"] } } }, value: { value: "1" } },
  of("pattern", { type: "string", pattern: "^[A-Z]\\d+$" }, "x1"),
  of("pattern with an example", { type: "string", pattern: "^[A-Z]\\d+$", examples: ["K27"] }, "x1"),
  of("minLength, empty", { type: "string", minLength: 1 }, ""),
  of("minLength", { type: "string", minLength: 3 }, "é"),
  of("minLength, wide characters", { type: "string", minLength: 3 }, "😀😀"),
  of("maxLength", { type: "string", maxLength: 3 }, "four"),
  of("maxLength 1", { type: "string", maxLength: 1 }, "two"),
  of("minimum", { type: "number", minimum: 0 }, -1),
  of("maximum", { type: "number", maximum: 300 }, 301),
  of("exclusiveMinimum", { type: "number", exclusiveMinimum: 0 }, 0),
  of("exclusiveMaximum", { type: "number", exclusiveMaximum: 1 }, 1),
  of("multipleOf", { type: "number", multipleOf: 0.5 }, 0.7),
  of("minItems, empty", { type: "array", minItems: 1 }, []),
  of("minItems", { type: "array", minItems: 3 }, [1]),
  of("maxItems", { type: "array", maxItems: 1 }, [1, 2]),
  of("maxItems 0", { type: "array", maxItems: 0 }, [1]),
  of("items false after prefixItems", { type: "array", prefixItems: [{ type: "number" }], items: false }, [1, 2]),
  of("items false", { type: "array", items: false }, [1]),
  of("unevaluatedItems", { type: "array", allOf: [{ prefixItems: [{ type: "number" }] }], unevaluatedItems: false }, [1, 2]),
  of("uniqueItems", { type: "array", uniqueItems: true }, ["x", "y", "x"]),
  of("contains", { type: "array", contains: { const: "phone" } }, ["email"]),
  of("contains, at least two", { type: "array", contains: { const: 1 }, minContains: 2 }, [1, 2]),
  of("contains, at most one", { type: "array", contains: { const: 1 }, maxContains: 1 }, [1, 1]),
  of("contains, two to three", { type: "array", contains: { const: 1 }, minContains: 2, maxContains: 3 }, [1]),
  of("minProperties", { type: "object", minProperties: 1 }, {}),
  of("minProperties 2", { type: "object", minProperties: 2 }, { x: 1 }),
  of("maxProperties", { type: "object", maxProperties: 1 }, { x: 1, y: 2 }),
  of("maxProperties 2", { type: "object", maxProperties: 2 }, { x: 1, y: 2, z: 3 }),
  of("additionalProperties", { type: "object", additionalProperties: false }, { x: 1 }),
  of("additionalProperties, nearly", { type: "object", properties: { birthDate: { type: "string" } }, required: ["birthDate"], additionalProperties: false }, { birthdate: "x" }),
  of("unevaluatedProperties", { type: "object", allOf: [{ properties: { x: { type: "number" } } }], unevaluatedProperties: false }, { x: 1, y: 2 }),
  of("propertyNames", { type: "object", propertyNames: { pattern: "^[a-z]+$" } }, { Name: 1 }),
  { title: "false", schema: { type: "object", properties: { a: false } }, value: { a: 1 } },
  of("not", { not: { const: "1900-01-01" } }, "1900-01-01"),
  of("not required", { type: "object", not: { required: ["x"] } }, { x: 1 }),
  of("not required together", { type: "object", not: { required: ["x", "y"] } }, { x: 1, y: 2 }),
  of("anyOf, types", { anyOf: [{ type: "string" }, { type: "integer" }] }, true),
  of("anyOf, values", { anyOf: [{ const: "a" }, { enum: ["b", "c"] }] }, "z"),
  of("anyOf, properties", { type: "object", anyOf: [{ required: ["family"] }, { required: ["text"] }] }, { given: ["x"] }),
  of("anyOf, best branch by resourceType", {
    anyOf: [
      { type: "object", properties: { resourceType: { const: "Patient" }, active: { type: "boolean" } } },
      { type: "object", properties: { resourceType: { const: "Observation" }, status: { enum: ["final"] } } },
    ],
  }, { resourceType: "Observation", status: "done", active: "yes" }),
  of("anyOf, none stands out", {
    anyOf: [{ type: "object", required: ["x", "y"], properties: { x: { type: "string" } } }, { type: "object", required: ["z", "v", "w"] }],
  }, {}),
  of("anyOf, every branch wants something else here", { anyOf: [{ type: "object", minProperties: 1 }, { type: "array", items: { type: "string" }, minItems: 1 }, { type: "string" }] }, 5),
  of("anyOf of booleans", { anyOf: [false, false] }, 5),
  of("anyOf, with the author's sentence", { anyOf: [{ type: "string" }, { type: "object" }], says: "A dose or a text of one belongs here." }, 5),
  of("oneOf, with the author's sentence", { oneOf: [{ type: "string" }, { type: "object" }], says: { oneOf: "A dose or a text of one belongs here." } }, 5),
  of("anyOf, one branch has a sentence", { anyOf: [{ type: "string", says: "A text belongs here, in quotation marks." }, { type: "object" }] }, 5),
  of("oneOf, none", { oneOf: [false] }, 5),
  of("oneOf, none of the properties", { type: "object", oneOf: [{ required: ["valueString"] }, { required: ["valueInteger"] }] }, {}),
  of("oneOf, two of the properties", { type: "object", oneOf: [{ required: ["valueString"] }, { required: ["valueInteger"] }] }, { valueString: "x", valueInteger: 1 }),
  of("oneOf, several", { oneOf: [{ type: "integer" }, { type: "number", minimum: 3 }] }, 5),
  of("if and then", { type: "object", if: { properties: { status: { const: "final" } }, required: ["status"] }, then: { required: ["value"] } }, { status: "final" }),
  of("if and else", { type: "string", if: { pattern: "^x" }, then: { maxLength: 1 }, else: { minLength: 4 } }, "abc"),
  ...["date", "time", "iso-time", "date-time", "iso-date-time", "duration", "uri", "url", "uri-reference", "uri-template", "email", "hostname", "ipv4", "ipv6", "regex", "uuid", "json-pointer",
    "relative-json-pointer", "json-pointer-uri-fragment", "byte"].map((format) => of(`format ${format}`, { ...uuid, format }, "(#{[")),
  of("format date, no such day", { ...uuid, format: "date" }, "2023-02-30"),
  of("format int32", { type: "number", format: "int32" }, 1.5),
  of("format int64", { type: "number", format: "int64" }, 1.5),
];

const message = [
  "MSH|^~\\&|LAB|GEN|EHR|GEN|20240131||ORU^R01^ORU_R01|C1|P|2.5.1",
  "PID|1||^^^HOSP^MR||Okoro^Ada",
  "OBX|1|NM|718-7^Hemoglobin^LN||> 90|g/dL|||||",
  "OBX|2|NM|2345-7^Glucose^LN||5|mmol/L|||||F",
].join("\n");

function profile(title: string, hl7v2: object, value: unknown = message): SentenceCase {
  return { title, schema: { hl7v2 }, value, format: "hl7v2" };
}

const hl7v2Cases: readonly SentenceCase[] = [
  profile("hl7v2, message type", { message: "ADT^A01", segments: [] }),
  profile("hl7v2, version", { version: "2.3", segments: [] }),
  profile("hl7v2, segment missing", { segments: [{ name: "OBR", min: 1 }] }),
  profile("hl7v2, too few segments", { segments: [{ name: "OBX", min: 3 }] }),
  profile("hl7v2, segment with a value missing", { segments: [{ name: "OBX", min: 1, where: { "3.1": "6690-2" } }] }),
  profile("hl7v2, too many segments", { segments: [{ name: "OBX", max: 1 }] }),
  profile("hl7v2, no such segment allowed", { segments: [{ name: "OBX", max: 0 }] }),
  profile("hl7v2, field empty", { segments: [{ name: "OBX", fields: { 11: { required: true } } }] }),
  profile("hl7v2, field not there at all", { segments: [{ name: "PID", fields: { 8: { required: true } } }] }),
  profile("hl7v2, field with another text", { segments: [{ name: "OBX", fields: { 2: { equals: "SN" } } }] }),
  profile("hl7v2, field without form", { segments: [{ name: "OBX", where: { "3.1": "718-7" }, fields: { 5: { pattern: "^\\d+$" } } }] }),
  profile("hl7v2, component empty", { segments: [{ name: "PID", fields: { 3: { components: { 1: { required: true } } } } }] }),
  profile("hl7v2, component not there", { segments: [{ name: "PID", fields: { 3: { components: { 6: { required: true } } } } }] }),
  profile("hl7v2, component with another text", { segments: [{ name: "OBX", fields: { 3: { components: { 3: { equals: "L" } } } } }] }),
  profile("hl7v2, too few repetitions", { segments: [{ name: "PID", fields: { 3: { min: 2 } } }] }),
  profile("hl7v2, too many repetitions", { segments: [{ name: "PID", fields: { 3: { max: 1 } } }] }, message.replace("^^^HOSP^MR", "1^^^HOSP^MR~2^^^STATE^NI")),
  profile("hl7v2, second of two messages", { segments: [{ name: "PID", fields: { 8: { required: true } } }] }, `${message}\n${message}`.replace("Okoro^Ada\n", "Okoro^Ada|||F\n")),
  profile("hl7v2, required in this case", { segments: [{ name: "PID", fields: { 8: { usage: "C(R/X)", when: { path: "PID-5" } } } }] }),
  profile("hl7v2, not allowed", { segments: [{ name: "PID", fields: { 5: { usage: "X", name: "patient name" } } }] }),
  profile("hl7v2, not allowed in this case", { segments: [{ name: "PID", fields: { 5: { usage: "C(R/X)", when: { path: "PID-8", equals: "F" } } } }] }),
  profile("hl7v2, too short", { segments: [{ name: "PID", fields: { 5: { minLength: 20 } } }] }),
  profile("hl7v2, too long", { segments: [{ name: "PID", fields: { 5: { components: { 1: { maxLength: 3 } } } } }] }),
  profile("hl7v2, a text that is cut", { segments: [{ name: "PID", fields: { 5: { equals: "Okoro & Sons" } } }] }, message.replace("Okoro^", "Okoro & Sons^")),
  profile("hl7v2, a form that is cut", { segments: [{ name: "PID", fields: { 5: { components: { 1: { pattern: "^Okoro" } } } } }] }, message.replace("Okoro^", "Okoro & Sons^")),
  profile("hl7v2, no code of a value set", { valueSets: { sex: { codes: ["F", { code: "M", display: "male" }] } }, segments: [{ name: "PID", fields: { 8: { valueSet: "sex" } } }] }, message.replace("Okoro^Ada", "Okoro^Ada|||W")),
  profile("hl7v2, no data type", { segments: [{ name: "OBX", fields: { 5: { type: "varies" }, 6: { type: "CE" } } }] }, message.replace("OBX|1|NM", "OBX|1|XX")),
  profile("hl7v2, a rule that must be kept", { segments: [{ name: "PID", statements: [{ id: "LAB-1", must: { path: "PID-8" }, says: "{name} must say the sex, as rule {statement} has it." }] }] }),
  profile("hl7v2, structure with too few segments", { title: "LAB", structure: [{ segment: "MSH", usage: "R" }, { segment: "PID", usage: "R" }, { segment: "OBX", min: 3, max: "*" }] }),
  profile("hl7v2, structure with a group missing", { title: "LAB", structure: [{ group: "HEAD", usage: "R", parts: [{ segment: "SFT", usage: "R" }] }, { segment: "MSH", usage: "R" }, { segment: "PID" }, { segment: "OBX", max: "*" }] }),
  profile("hl7v2, structure with a group too often", { title: "LAB", structure: [{ segment: "MSH" }, { segment: "PID" }, { group: "RESULT", max: 1, parts: [{ segment: "OBX", usage: "R" }, { segment: "NTE" }] }] }, message.replace("\nOBX|2", "\nNTE|1\nOBX|2")),
  profile("hl7v2, structure with a group that is not allowed", { title: "LAB", structure: [{ segment: "MSH" }, { segment: "PID" }, { group: "RESULT", usage: "X", parts: [{ segment: "OBX", usage: "R", max: "*" }] }] }),
  profile("hl7v2, structure in the wrong order", { title: "LAB", structure: [{ segment: "PID", usage: "R" }, { segment: "MSH", usage: "R" }] }, message.replace(/\nOBX[^]*$/, "")),
  profile("hl7v2, structure in another order", { title: "LAB", structure: [{ segment: "MSH", usage: "R" }, { segment: "OBX", max: "*" }, { segment: "PID", usage: "R" }] }),
  profile("hl7v2, structure in an order that begins otherwise", { title: "LAB", structure: [{ segment: "PID" }, { segment: "MSH", usage: "R" }, { segment: "OBX", max: "*" }] }),
  profile("hl7v2, with the standard's own rules", { standard: true, message: "ORU^R01" }),
];

const feed = `${message.replace("|C1|", "|FEED1|").replace("^^^HOSP^MR", "77^^^HOSP^MR")}\n${message.replace("|C1|", "|FEED2|").replace("^^^HOSP^MR", "9^^^STATE^NI~78^^^HOSP^MR")}\n`;

function path(title: string, value: string): SentenceCase {
  return { title, schema: { type: "object", properties: { mrn: { hl7v2Path: { over: "data/feed.hl7", sameAs: "PID-3[.5=MR].1" } } } }, value: { mrn: value }, resources: { "data/feed.hl7": feed } };
}

const pathCases: readonly SentenceCase[] = [
  path("hl7v2Path, right", "PID-3[.5=MR].1"),
  path("hl7v2Path, first identifier", "PID-3.1"),
  path("hl7v2Path, nothing there", "PID-30.1"),
  path("hl7v2Path, a value", "77"),
];

/** One case for everything that a schema check says by itself. */
export const sentenceCases: readonly SentenceCase[] = [...jsonCases, ...hl7v2Cases, ...pathCases];
