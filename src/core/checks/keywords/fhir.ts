import type { FuncKeywordDefinition } from "ajv";
import type { JsonValue } from "../../documents/document";
import type { FhirModel } from "../../fhir/model/definitions";
import type { FhirIssue } from "../../fhir/validation/fhirIssue";
import type { JsonObject } from "../../fhir/validation/rule";
import { readProfile } from "../../fhir/profiles/readProfile";
import { allRules, type RuleTools } from "../../fhir/validation/rules/allRules";
import { issuesOf } from "../../fhir/validation/validateResource";
import { HumanError, toError } from "../../humanError";
import { isRecord, type SchemaObject } from "../schema/subschemas";
import { withTeaching } from "../schema/teaching";
import { keywordValidator, type KeywordFinding } from "./keywordFinding";

/** What validates FHIR resources. */
export interface FhirKeywordTools {
  readonly model: FhirModel;
  readonly tools: Omit<RuleTools, "profiles">;
}

/** What the keyword reads beside the value. */
export interface FhirKeywordFiles {
  /** The text of a file, as the schema that has the keyword names it; `undefined` when the bundle does not have it. */
  read(schema: SchemaObject, reference: string): string | undefined;
  /** Where a schema stands, for its author. */
  place(schema: SchemaObject): string;
  /** A part of the document as it is written. */
  written(pointer: string): string | undefined;
}

/** What an author asks for. */
interface FhirOptions {
  readonly type: string | undefined;
  readonly profiles: readonly JsonObject[];
  readonly ignore: ReadonlySet<string>;
  readonly says: SchemaObject;
  readonly why: SchemaObject;
}

/** The `fhir` keyword: the value here is a valid FHIR R4 resource. Finds the same under the same codes as the editor does; warnings do not count. */
export function fhirKeyword({ model, tools }: FhirKeywordTools, files: FhirKeywordFiles): FuncKeywordDefinition {
  return {
    keyword: "fhir",
    schemaType: ["boolean", "object"],
    errors: "full",
    compile(schema: unknown, parentSchema: SchemaObject) {
      const options = optionsOf(schema, parentSchema, model, files);
      const rules = allRules({ ...tools, profiles: options.profiles });
      return keywordValidator("fhir", parentSchema, (value, { instancePath }) => {
        const issues = issuesOf(value as JsonValue, {
          model, rules, written: (pointer) => files.written(instancePath + pointer), ...(options.type === undefined ? {} : { type: options.type }),
        });
        return issues.filter(({ severity, code }) => severity === "error" && !options.ignore.has(code)).map((issue) => findingOf(issue, instancePath, options));
      });
    },
  };
}

function findingOf({ code, pointer, mark, args, expected, actual, doc }: FhirIssue, instancePath: string, { says, why }: FhirOptions): KeywordFinding {
  const teaching = withTeaching(textOf(says, code), textOf(why, code), undefined);
  return {
    code, args, mark, pointer: instancePath + pointer, keyword: signatureOf(code, args), teaching,
    ...(expected === undefined ? {} : { expected }), ...(actual === undefined ? {} : { actual }), ...(doc === undefined ? {} : { doc }),
  };
}

/** Codes tell findings at one place apart; of some there are several, by the property that is missing or the invariant that is broken. */
function signatureOf(code: string, args: FhirIssue["args"]): string {
  const detail = args["key"] ?? args["property"];
  return `fhir(${code.replace(/^fhir\./, "")}${detail === undefined ? "" : `:${String(detail)}`})`;
}

function optionsOf(schema: unknown, parentSchema: SchemaObject, model: FhirModel, files: FhirKeywordFiles): FhirOptions {
  const given = isRecord(schema) ? schema : {};
  const place = files.place(parentSchema);
  const { type } = given;
  if (typeof type === "string" && !model.resourceTypes().includes(type)) {
    throw new HumanError("fhir.typeUnknown", `${place} asks for a resource of type ${type}, which FHIR R4 does not have; its author has to mend it.`, { place, type });
  }
  return {
    type: typeof type === "string" ? type : undefined,
    profiles: textsOf(given["profiles"]).map((file) => profileOf(file, files.read(parentSchema, file), place, model)),
    ignore: new Set(textsOf(given["ignore"])),
    says: isRecord(given["says"]) ? given["says"] : {},
    why: isRecord(given["why"]) ? given["why"] : {},
  };
}

function profileOf(file: string, text: string | undefined, place: string, model: FhirModel): JsonObject {
  if (text === undefined) {
    throw new HumanError("fhir.profileMissing", `${place} names the profile ${file}, which is not there; its author has to add it.`, { place, file });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new HumanError("fhir.profileNotJson", `${place} names the profile ${file}, which is no JSON (${toError(cause).message}); its author has to mend it.`, { place, file }, { cause });
  }
  if (!isRecord(value) || value["resourceType"] !== "StructureDefinition") {
    throw new HumanError("fhir.noProfile", `${place} names the profile ${file}, which is no StructureDefinition; its author has to mend it.`, { place, file });
  }
  // Says what is wrong with it; what is wrong must not pass for a profile that holds.
  readProfile(value, model);
  return value;
}

function textsOf(list: JsonValue | undefined): readonly string[] {
  return Array.isArray(list) ? (list as readonly JsonValue[]).filter((each): each is string => typeof each === "string") : [];
}

function textOf(texts: SchemaObject, code: string): string | undefined {
  const text = Object.hasOwn(texts, code) ? texts[code] : undefined;
  return typeof text === "string" ? text : undefined;
}
