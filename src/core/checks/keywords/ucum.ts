import type { FuncKeywordDefinition } from "ajv";
import type { UcumEngine } from "../../fhir/ucum/ucumEngine";
import { HumanError } from "../../humanError";
import { isRecord, type SchemaObject } from "../schema/subschemas";
import { shortText } from "../words";
import { keywordValidator, type KeywordFinding } from "./keywordFinding";

const ucumSystem = "http://unitsofmeasure.org";

/**
 * The `ucum` keyword: the text here is a code of UCUM, or the quantity here has one; with `comparableTo`, of a unit that measures the same kind of thing. Values of
 * other kinds are left to `type`.
 *
 * @param engine asked for when the first schema that uses it is compiled
 * @param where the place of a schema, for its author
 */
export function ucumKeyword(engine: UcumEngine, where: (schema: SchemaObject) => string): FuncKeywordDefinition {
  return {
    keyword: "ucum",
    schemaType: ["boolean", "object"],
    errors: "full",
    compile(schema: unknown, parentSchema: SchemaObject) {
      const comparableTo = isRecord(schema) && typeof schema["comparableTo"] === "string" ? schema["comparableTo"] : undefined;
      if (comparableTo !== undefined && !engine.check(comparableTo).valid) {
        const place = where(parentSchema);
        throw new HumanError("ucum.comparableTo", `${place} compares units to "${comparableTo}", which is no code of UCUM; its author has to mend it.`, { place, code: comparableTo });
      }
      return keywordValidator("ucum", parentSchema, (value, { instancePath }) => {
        if (typeof value === "string") {
          return codeFindings(engine, value, comparableTo, instancePath);
        }
        return isRecord(value) ? quantityFindings(engine, value, comparableTo, instancePath) : [];
      });
    },
  };
}

function quantityFindings(engine: UcumEngine, quantity: Readonly<Record<string, unknown>>, comparableTo: string | undefined, pointer: string): readonly KeywordFinding[] {
  const { system, code } = quantity;
  const findings: KeywordFinding[] = [];
  if (system !== ucumSystem) {
    const at = typeof system === "string" ? `${pointer}/system` : pointer;
    findings.push({ code: typeof system === "string" ? "ucum.system" : "ucum.noSystem", args: { system: typeof system === "string" ? shortText(system) : "" }, keyword: "ucum(system)", mark: typeof system === "string" ? "value" : "opening", pointer: at, expected: ucumSystem });
  }
  if (typeof code !== "string") {
    findings.push({ code: "ucum.noCode", args: {}, keyword: "ucum(noCode)", mark: "opening", pointer });
    return findings;
  }
  return [...findings, ...codeFindings(engine, code, comparableTo, `${pointer}/code`)];
}

function codeFindings(engine: UcumEngine, code: string, comparableTo: string | undefined, pointer: string): readonly KeywordFinding[] {
  const verdict = engine.check(code);
  const args = { actual: shortText(code) };
  if (!verdict.valid) {
    const { suggestion } = verdict;
    return [{
      code: suggestion === undefined ? "ucum.code" : "ucum.code.near", args: { ...args, ...(suggestion === undefined ? {} : { near: suggestion }) }, keyword: "ucum(code)", mark: "value", pointer, actual: code,
      ...(suggestion === undefined ? {} : { expected: suggestion }),
    }];
  }
  return comparableTo === undefined || engine.comparable(code, comparableTo) ? [] : [{ code: "ucum.comparable", args: { ...args, comparableTo }, keyword: "ucum(comparableTo)", mark: "value", pointer, actual: code }];
}
