import type { ErrorObject } from "ajv";
import type { JsonValue } from "../../documents/document";
import type { KeywordFinding } from "../keywords/keywordFinding";
import type { CombinatorParams } from "./combinators";
import type { Fault } from "./fault";
import { enumDetails, faultOf } from "./faultOf";
import { simplify } from "./simplify";
import type { Scopes } from "./scopes";
import { isRecord } from "./subschemas";
import { teachingFor, type Teaching } from "./teaching";

/** Errors that are looked at. Nobody reads more, and telling apart what follows from what takes time with the square of their number. */
export const errorLimit = 1000;

/** Turns ajv's errors into the faults a teacher would name. */
export class Explainer {
  /** @param name the part's name for people */
  constructor(private readonly scopes: Pick<Scopes, "around">, private readonly name: (pointer: string) => string) {}

  explain(errors: readonly ErrorObject[]): readonly Fault[] {
    const faults: Fault[] = [];
    const unsettled = new Set<string>();
    for (const error of errors.slice(0, errorLimit)) {
      switch (error.keyword) {
        case "if":
          // Ajv has reported what `then` or `else` found; this error only says that it did.
          unsettled.add(error.instancePath);
          break;
        case "anyOf":
        case "oneOf":
          unsettled.add(error.instancePath);
          faults.push(...(error.propertyName === undefined ? this.combination(error, error.keyword) : []));
          break;
        case "propertyNames":
          faults.push(this.badName(error, errors));
          break;
        default:
          faults.push(...(error.propertyName === undefined ? [this.single(error)] : []));
      }
    }
    return simplify(faults, unsettled);
  }

  private single(error: ErrorObject): Fault {
    const own = ownFinding(error);
    const missing: unknown = error.params["missingProperty"];
    const teaching = this.teaching(error, typeof missing === "string" ? missing : undefined);
    if (own === undefined) {
      return faultOf(error, this.name, teaching);
    }
    const { teaching: said, pointer, keyword, ...rest } = own;
    return {
      ...rest, ...teaching, ...said, keyword: error.keyword, signature: keyword, at: error.instancePath, pointer: pointer ?? error.instancePath,
      args: { name: this.name(pointer ?? error.instancePath), ...rest.args },
    };
  }

  private teaching(error: ErrorObject, missing?: string): Teaching {
    return isRecord(error.parentSchema) ? teachingFor(error.keyword, this.scopes.around(error.parentSchema, error.instancePath), missing) : {};
  }

  /** A name is refused by a schema of its own, which may speak; the errors of that schema say no more than that. */
  private badName(error: ErrorObject, all: readonly ErrorObject[]): Fault {
    const own = this.teaching(error);
    const cause = all.find((other) => other.propertyName === error.params["propertyName"] && other.instancePath === error.instancePath && other !== error);
    const inner = cause === undefined ? {} : this.teaching(cause);
    return faultOf(error, this.name, { ...own, ...inner });
  }

  private combination(error: ErrorObject, keyword: "anyOf" | "oneOf"): readonly Fault[] {
    const { branches, passing } = error.params as CombinatorParams;
    const teaching = this.teaching(error);
    const schemas = Array.isArray(error.schema) ? (error.schema as readonly JsonValue[]) : [];
    const at = error.instancePath;
    const own = (code: string, args: Fault["args"], mark: Fault["mark"] = "value"): Fault => ({
      keyword, signature: keyword, at, pointer: at, mark, code, args: { name: this.name(at), ...args }, ...teaching,
    });
    if (passing.length > 1) {
      const required = passing.map((index) => requiredOnly(schemas[index]));
      return required.every((names) => names !== undefined)
        ? [own("schema.oneOf.severalRequired", { properties: JSON.stringify([...new Set(required.flat())]) }, "opening")]
        : [own("schema.oneOf.several", { fitting: passing.length }, "opening")];
    }
    if (teaching.says !== undefined) {
      return [own(`schema.${keyword}`, { branches: branches.length })];
    }
    const explained = branches.map((errors) => this.explain(errors));
    const missing = explained.map((faults) => onlyMissing(faults, at));
    if (missing.every((name) => name !== undefined)) {
      return [own(`schema.${keyword}.required`, { properties: JSON.stringify([...new Set(missing)]) }, "opening")];
    }
    const choice = joinedChoice(explained, schemas, at);
    if (choice !== undefined) {
      const { code, args, actual } = choice === "types" ? { code: "schema.type", args: mergedTypes(explained), actual: undefined } : enumDetails(choice, error.data);
      const whole = own(code, args);
      return [actual === undefined ? whole : { ...whole, actual }];
    }
    return bestBranch(explained, at) ?? [own(`schema.${keyword}`, { branches: branches.length })];
  }
}

/** What one of our own keywords has to say itself. */
function ownFinding(error: ErrorObject): KeywordFinding | undefined {
  const finding: unknown = error.params["finding"];
  return isRecord(finding) ? (finding as unknown as KeywordFinding) : undefined;
}

/** The names that a schema requires, when that is all it says. */
function requiredOnly(schema: JsonValue | undefined): readonly string[] | undefined {
  if (!isRecord(schema) || !Array.isArray(schema["required"])) {
    return undefined;
  }
  const others = Object.keys(schema).filter((key) => !["required", "type", "title", "description", "$comment"].includes(key));
  return others.length === 0 ? schema["required"].map(String) : undefined;
}

/** The member that a branch misses, when that is all it complains of. */
function onlyMissing(faults: readonly Fault[], at: string): string | undefined {
  const [first] = faults;
  return faults.length === 1 && first?.code === "schema.required" && first.at === at && first.says === undefined ? String(first.args["property"]) : undefined;
}

/** Where every branch only asks for another type, or names the values it takes: what they ask for together. */
function joinedChoice(explained: readonly (readonly Fault[])[], schemas: readonly JsonValue[], at: string): readonly JsonValue[] | "types" | undefined {
  const all = explained.map((faults) => (faults.length === 1 && faults[0]?.at === at && faults[0].says === undefined ? faults[0] : undefined));
  if (all.every((fault) => fault?.keyword === "type")) {
    return "types";
  }
  const values = schemas.map((schema, index) => {
    const keyword = all[index]?.keyword;
    if (!isRecord(schema) || (keyword !== "const" && keyword !== "enum" && keyword !== "type")) {
      return undefined;
    }
    return schema["const"] !== undefined ? [schema["const"]] : Array.isArray(schema["enum"]) ? (schema["enum"] as readonly JsonValue[]) : undefined;
  });
  return values.every((each) => each !== undefined) ? values.flat() : undefined;
}

function mergedTypes(explained: readonly (readonly Fault[])[]): Fault["args"] {
  const types = explained.flat().flatMap((fault) => JSON.parse(String(fault.args["types"])) as string[]);
  const { actualKind = "null", actual = "null" } = explained[0]?.[0]?.args ?? {};
  return { actualKind, actual, types: JSON.stringify([...new Set(types)]) };
}

/**
 * The faults of the branch that was most likely meant: one that does not ask for another type here, whose members with a fixed value (`resourceType`, `kind`)
 * fit, and that has the fewest faults. Where no branch stands out, its first fault only.
 */
function bestBranch(explained: readonly (readonly Fault[])[], at: string): readonly Fault[] | undefined {
  const ranked = explained.filter((faults) => faults.length > 0).map((faults) => ({
    faults,
    otherType: faults.some((fault) => fault.keyword === "type" && fault.at === at) ? 1 : 0,
    strangers: faults.filter((fault) => isDiscriminator(fault, at)).length,
  })).sort((a, b) => a.otherType - b.otherType || a.strangers - b.strangers || a.faults.length - b.faults.length);
  const [best, second] = ranked;
  if (best === undefined) {
    return undefined;
  }
  const decided = second === undefined || second.otherType > best.otherType || second.strangers > best.strangers;
  return decided ? best.faults : best.faults.slice(0, 1);
}

function isDiscriminator(fault: Fault, at: string): boolean {
  const below = fault.at.slice(at.length + 1);
  return (fault.keyword === "const" || fault.keyword === "enum") && fault.at.startsWith(`${at}/`) && !below.includes("/");
}

