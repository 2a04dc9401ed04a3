import type { FuncKeywordDefinition } from "ajv";
import type { JsonValue } from "../../documents/document";
import type { FhirPathEngine, FhirPathExpression } from "../../fhir/fhirPathEngine";
import { typePathOf } from "../../fhir/typePath";
import { HumanError, toError } from "../../humanError";
import { isRecord, type SchemaObject } from "../schema/subschemas";
import { withTeaching, type Teaching } from "../schema/teaching";
import { keywordValidator, type KeywordFinding } from "./keywordFinding";

interface Invariant extends Teaching {
  readonly key: string;
  readonly expression: string;
}

/** Told of expressions that could not be worked out for a value; a fault of the author unless the value is wrong in other ways. */
export type ExpressionFailed = (error: HumanError) => void;

/**
 * The `fhirpath` keyword: every expression must give exactly `true` for the value here.
 *
 * @param where the place of a schema, for its author
 */
export function fhirPathKeyword(engine: FhirPathEngine, failed: ExpressionFailed, where: (schema: SchemaObject) => string): FuncKeywordDefinition {
  return {
    keyword: "fhirpath",
    schemaType: ["object", "array"],
    errors: "full",
    compile(schema: unknown, parentSchema: SchemaObject) {
      const place = where(parentSchema);
      const invariants = (Array.isArray(schema) ? schema : [schema]).filter(isRecord).map(invariantOf);
      for (const { key, expression } of invariants) {
        compiled(engine, key, expression, undefined, place);
      }
      return keywordValidator("fhirpath", parentSchema, (value, { instancePath, rootData }) => {
        const root = rootData as JsonValue;
        const base = typePathOf(root, instancePath);
        const findings: KeywordFinding[] = [];
        for (const invariant of invariants) {
          const { key, expression, says, why, doc } = invariant;
          const holds = compiled(engine, key, expression, base, place);
          try {
            const results = holds(value as JsonValue, root);
            if (results.length !== 1 || results[0] !== true) {
              findings.push({
                code: "fhirpath.false", args: { key }, keyword: `fhirpath(${key})`, mark: instancePath === "" ? "opening" : "value", teaching: withTeaching(says, why, doc),
              });
            }
          } catch (cause) {
            failed(new HumanError("fhirpath.failed", `The FHIRPath expression "${key}" in ${place} could not be worked out for this file: ${firstLine(cause)}`, { key, place }, { cause }));
          }
        }
        return findings;
      });
    },
  };
}

function invariantOf(schema: SchemaObject): Invariant {
  const text = (name: string): string | undefined => (typeof schema[name] === "string" ? schema[name] : undefined);
  return { key: text("key") ?? "", expression: text("expression") ?? "", ...withTeaching(text("says"), text("why"), text("doc")) };
}

function compiled(engine: FhirPathEngine, key: string, expression: string, base: string | undefined, place: string): FhirPathExpression {
  try {
    return engine.compile(expression, base);
  } catch (cause) {
    throw new HumanError("fhirpath.syntax", `The FHIRPath expression "${key}" in ${place} cannot be read: ${firstLine(cause)} Its author has to mend it.`, { key, place }, { cause });
  }
}

/** The first line of what a library says, as a sentence. */
function firstLine(thrown: unknown): string {
  const line = toError(thrown).message.split("\n", 1)[0]?.trim() ?? "";
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
