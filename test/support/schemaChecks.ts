import type { DocumentFormat } from "../../src/core/documents/document";
import { SchemaCheck } from "../../src/core/checks/schemaCheck";
import type { SchemaCheckVerdict } from "../../src/core/checks/schemaChecker";
import type { FhirPathEngine } from "../../src/core/fhir/fhirPathEngine";
import { StandardVersions } from "../../src/core/hl7v2/validation/standard";
import { smallDictionaryFor } from "./smallDictionary";
import { FhirPathLibrary } from "../../src/core/fhir/fhirPathLibrary";
import type { FhirKeywordTools } from "../../src/core/checks/keywords/fhir";
import { UcumLibrary } from "../../src/core/fhir/ucum/ucumLibrary";
import { NodeHasher } from "../../src/env/nodeHasher";
import { coreProfile, fhirModel } from "./fhirModel";

const engine = new FhirPathLibrary();
const ucum = new UcumLibrary();
const versions = new StandardVersions(smallDictionaryFor);
const fhir = (): FhirKeywordTools => ({ model: fhirModel(), tools: { fhirPath: engine, ucum, hasher: new NodeHasher(), coreProfile } });
const shared = new SchemaCheck(() => engine, () => performance.now(), () => versions, fhir, () => ucum);

export interface SchemaCheckInput {
  readonly schema: unknown;
  readonly text: string;
  readonly format?: DocumentFormat;
  readonly file?: string;
  readonly resources?: Readonly<Record<string, string>>;
  readonly engine?: FhirPathEngine;
}

/** Checks a text with a schema that stands at `checks/x.schema.json`, without a worker. */
export function checkWith({ schema, text, format = "json", file = "answer.json", resources = {}, engine: own }: SchemaCheckInput): SchemaCheckVerdict {
  const schemaText = typeof schema === "string" ? schema : JSON.stringify(schema);
  const checker = own === undefined ? shared : new SchemaCheck(() => own, () => 0, () => versions);
  return checker.check({ file, format, text, bundle: { key: JSON.stringify([schemaText, resources]), schema: schemaText, path: "checks/x.schema.json", resources } });
}

/** The text that a verdict's finding marks. */
export function markedText(text: string, { findings }: SchemaCheckVerdict, index = 0): string {
  const range = findings[index]?.range;
  if (range === undefined) {
    return "";
  }
  const lines = text.split(/\r\n|\r|\n/);
  if (range.start.line === range.end.line) {
    return (lines[range.start.line] ?? "").slice(range.start.character, range.end.character);
  }
  return [(lines[range.start.line] ?? "").slice(range.start.character), ...lines.slice(range.start.line + 1, range.end.line), (lines[range.end.line] ?? "").slice(0, range.end.character)].join("\n");
}
