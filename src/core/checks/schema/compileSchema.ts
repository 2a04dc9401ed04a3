import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020";
import { fullFormats } from "ajv-formats/dist/formats";
import type { JsonValue } from "../../documents/document";
import { readDocument } from "../../documents/readers";
import type { Hl7v2Document } from "../../documents/hl7v2Document";
import type { FhirPathEngine } from "../../fhir/fhirPathEngine";
import type { UcumEngine } from "../../fhir/ucum/ucumEngine";
import { HumanError, toError } from "../../humanError";
import type { StandardVersions } from "../../hl7v2/validation/standard";
import { fhirKeyword, type FhirKeywordTools } from "../keywords/fhir";
import { fhirPathKeyword } from "../keywords/fhirPath";
import { ucumKeyword } from "../keywords/ucum";
import { hl7v2PathKeyword } from "../keywords/hl7v2Path";
import { hl7v2ProfileKeyword } from "../keywords/hl7v2Profile";
import type { SchemaBundle } from "../schemaChecker";
import { sentenceFor } from "../sentences";
import vocabulary from "../vocabulary.schema.json";
import { anyOf, contains, oneOf } from "./combinators";
import { Explainer } from "./explain";
import { fits, isPattern } from "./fits";
import { pathFrom, SchemaFiles } from "./schemaFiles";
import { Scopes } from "./scopes";
import { isRecord, type SchemaObject, visitSchemas } from "./subschemas";

/** Where schemas stand for ajv, which wants addresses. Nothing is ever loaded from it. */
const base = "https://kata.invalid/";

/** The part of the vocabulary that a message profile in a file of its own fits. */
const profileDescription = { $ref: "#/$defs/hl7v2" };

/** The text of a part of the document whose value is validated. */
export type WrittenPart = (pointer: string) => string | undefined;

/** A schema that was read and found sound. */
export interface CompiledSchema {
  /** Ajv's errors, none when the value is right, and what could not be worked out for this value. */
  validate(value: JsonValue, written?: WrittenPart): { readonly errors: readonly ErrorObject[]; readonly failures: readonly HumanError[] };
  readonly scopes: Scopes;
}

/** Compiles check schemas with the vocabulary of katas. */
export class SchemaCompiler {
  private vocabulary: ValidateFunction | undefined;

  /**
   * @param engine for the `fhirpath` keyword; asked for when the first schema that uses it is compiled
   * @param versions for the `hl7v2` keyword; asked for by the first message profile
   * @param fhir for the `fhir` keyword; asked for when the first schema that uses it is compiled
   * @param ucum for the `ucum` keyword, likewise
   */
  constructor(
    private readonly engine: () => FhirPathEngine, private readonly versions: () => StandardVersions, private readonly fhir: () => FhirKeywordTools, private readonly ucum: () => UcumEngine,
  ) {}

  /** @throws HumanError saying which schema and what in it is wrong */
  compile(bundle: SchemaBundle): CompiledSchema {
    const files = new SchemaFiles(bundle);
    for (const [path, schema] of files.schemas()) {
      this.checkVocabulary(schema, files.displayPath(path));
    }
    const failures: HumanError[] = [];
    const ajv = this.ajvFor(files);
    let writtenNow: WrittenPart | undefined;
    if (speaks(files, "fhir")) {
      ajv.addKeyword(fhirKeyword(this.fhir(), {
        place: (schema) => files.displayPlace(schema),
        read: (schema, reference) => files.text(files.whereIs(schema).path, reference),
        written: (pointer) => writtenNow?.(pointer),
      }));
    }
    if (speaks(files, "fhirpath")) {
      // Without it, it is not the schema that is at fault.
      ajv.addKeyword(fhirPathKeyword(this.engine(), (failure) => failures.push(failure), (schema) => files.displayPlace(schema)));
    }
    if (speaks(files, "ucum")) {
      ajv.addKeyword(ucumKeyword(this.ucum(), (schema) => files.displayPlace(schema)));
    }
    let validate: ValidateFunction;
    try {
      for (const [path, schema] of files.schemas()) {
        ajv.addSchema(asSchema(schema), addressOf(files, path));
      }
      const compiled = ajv.getSchema(addressOf(files, files.rootPath));
      if (compiled === undefined) {
        throw new Error("the schema is empty");
      }
      validate = compiled;
    } catch (cause) {
      throw cause instanceof HumanError ? cause : doesNotCompile(files.displayPath(files.rootPath), toError(cause));
    }
    return {
      scopes: new Scopes(files),
      validate: (value, written) => {
        failures.length = 0;
        writtenNow = written;
        const valid = validate(value);
        return { errors: valid ? [] : validate.errors ?? [], failures: [...failures] };
      },
    };
  }

  private ajvFor(files: SchemaFiles): Ajv2020 {
    const ajv = plainAjv();
    for (const keyword of ["says", "why", "doc", "$anchor"]) {
      ajv.addKeyword(keyword);
    }
    const messages = new Map<string, Hl7v2Document>();
    ajv.addKeyword(hl7v2ProfileKeyword({ place: (schema) => files.displayPlace(schema), profile: (schema, reference) => this.profileIn(files, schema, reference) }, this.versions));
    ajv.addKeyword(hl7v2PathKeyword({
      place: (schema) => files.displayPlace(schema),
      read: (schema, reference) => {
        const text = files.text(files.whereIs(schema).path, reference);
        if (text === undefined) {
          return undefined;
        }
        const document = messages.get(text) ?? readDocument("hl7v2", text);
        messages.set(text, document);
        return document;
      },
    }));
    return ajv;
  }

  /** A profile in a file of its own. */
  private profileIn(files: SchemaFiles, schema: SchemaObject, reference: string): SchemaObject {
    const from = files.whereIs(schema).path;
    const path = files.displayPath(pathFrom(from, reference));
    const value = files.json(from, reference);
    if (value === undefined) {
      throw new HumanError("schema.fileMissing", `${files.displayPlace(schema)} names ${path}, which is not in the kata's folder; its author has to add it.`, { place: files.displayPlace(schema), file: path });
    }
    if (!fits(value, profileDescription, vocabulary)) {
      const [error] = this.faults(plainAjv().compile<unknown>({ ...profileDescription, $defs: vocabulary.$defs }), value, path);
      throw new HumanError("hl7v2Profile.unfit", `${error === undefined ? "It is no profile." : error.sentence} The author of ${path} has to mend it.`, { file: path, place: error?.place ?? "" });
    }
    if (!isRecord(value) || value["profile"] !== undefined) {
      throw new HumanError("hl7v2Profile.nested", `${path} names a further profile; a profile in a file of its own stands for itself, so its author has to put the two together.`, { file: path });
    }
    return value;
  }

  private faults(validate: ValidateFunction, value: JsonValue, path: string): readonly { readonly sentence: string; readonly place: string; readonly keyword: string }[] {
    validate(value);
    const explainer = new Explainer({ around: (failed) => [failed] }, (pointer) => `${path}#${pointer}`);
    return explainer.explain(validate.errors ?? []).map(({ code, args, pointer, keyword }) => ({ sentence: sentenceFor(code, args) ?? "It is no schema.", place: pointer, keyword }));
  }

  private checkVocabulary(schema: JsonValue, path: string): void {
    if (!fits(schema, vocabulary, vocabulary)) {
      const [fault] = this.faults(this.vocabulary ?? this.compileVocabulary(), schema, path);
      throw new HumanError("schema.notVocabulary", `${fault?.sentence ?? "It is no schema."} Its author has to mend this check.`, { file: path, place: fault?.place ?? "", keyword: fault?.keyword ?? "" });
    }
    visitSchemas(schema, (each, pointer) => {
      if (each["$id"] !== undefined) {
        throw new HumanError("schema.idInside", `${path}#${pointer} has an $id; only the outermost schema of a file may have one. Its author has to mend this check.`, { file: path, place: pointer });
      }
    });
  }

  private compileVocabulary(): ValidateFunction {
    const ajv = plainAjv();
    // `$schema` names the official meta-schema, which is not needed to use ours.
    this.vocabulary = ajv.compile<unknown>(Object.fromEntries(Object.entries(vocabulary).filter(([key]) => key !== "$schema")));
    return this.vocabulary;
  }
}

const options = {
  strict: true,
  // Both make what comes out quicker by little and the compiling slower by a third; a schema is compiled once and used a few times.
  code: { optimize: false },
  inlineRefs: false,
  // `anyOf: [{ required: … }, …]` is how a choice of members is written.
  strictRequired: false,
  // A message's fields may end early: a list need not have all that `prefixItems` describes.
  strictTuples: false,
  allowUnionTypes: true,
  allErrors: true,
  verbose: true,
  messages: false,
  meta: false,
  // Schemas are held against the description of our vocabulary instead, which gives better sentences.
  validateSchema: false,
  ownProperties: true,
} as const;

/** Ajv with the keywords of the standard, some of them in a form that keeps what a teacher has to know. */
function plainAjv(): Ajv2020 {
  const ajv = new Ajv2020({ ...options, formats: { ...fullFormats, regex: isPattern } });
  for (const keyword of [anyOf, oneOf, contains]) {
    ajv.removeKeyword(String(keyword.keyword));
    ajv.addKeyword(keyword);
  }
  return ajv;
}

function speaks(files: SchemaFiles, keyword: string): boolean {
  let found = false;
  for (const schema of files.schemas().values()) {
    visitSchemas(schema, (each) => {
      found ||= each[keyword] !== undefined;
    });
  }
  return found;
}

function asSchema(schema: JsonValue): boolean | Record<string, unknown> {
  return typeof schema === "boolean" ? schema : (schema as Record<string, unknown>);
}

function addressOf(files: SchemaFiles, path: string): string {
  return base + encodeURI(files.displayPath(path));
}

function doesNotCompile(path: string, cause: Error): HumanError {
  const detail = cause.message.replaceAll(base, "").replace(/^strict mode: /, "").replace(/ \(strict\w+\)$/, "");
  return new HumanError("schema.doesNotCompile", `${path} cannot be used as a schema: ${detail}. Its author has to mend this check.`, { file: path, detail }, { cause });
}
