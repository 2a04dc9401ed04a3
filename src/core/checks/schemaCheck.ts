import type { Document, DocumentProblem, JsonValue } from "../documents/document";
import { readDocument } from "../documents/readers";
import type { FhirPathEngine } from "../fhir/fhirPathEngine";
import type { UcumEngine } from "../fhir/ucum/ucumEngine";
import { writtenIn } from "../fhir/validation/writtenIn";
import { writtenValue } from "../hl7v2/writtenValue";
import type { StandardVersions } from "../hl7v2/validation/standard";
import { HumanError, toError } from "../humanError";
import { nameOf } from "../path";
import { LineIndex } from "../text/lineIndex";
import type { Finding } from "./finding";
import type { FhirKeywordTools } from "./keywords/fhir";
import { SchemaCompiler, type CompiledSchema } from "./schema/compileSchema";
import { errorLimit, Explainer } from "./schema/explain";
import type { Fault } from "./schema/fault";
import { Marks } from "./schema/marks";
import type { SchemaCheckRequest, SchemaCheckVerdict } from "./schemaChecker";
import { sentenceFor } from "./sentences";
import { inEnglish } from "./translate";

/** The longest solution that a schema check reads: UTF-8 bytes on disk, UTF-16 code units in memory. */
export const textLimit = 5 * 1024 * 1024;

/** Compiled schemas that are kept. A kata has a few; a course lead's `verify` walks through many. */
const keptSchemas = 32;

/** Validates solution files with the schemas of checks. Pure and synchronous: whoever runs it sets the deadline. */
export class SchemaCheck {
  private readonly compiler: SchemaCompiler;
  private readonly compiled = new Map<string, CompiledSchema | HumanError>();

  /**
   * @param engine FHIRPath, asked for by the first schema that uses it
   * @param now milliseconds of a clock that only goes forward
   * @param versions the standard's versions of HL7 v2, asked for by the first message profile
   * @param fhir what validates FHIR resources, asked for by the first schema that wants it
   * @param ucum units of measure, asked for by the first schema that uses them
   */
  constructor(
    engine: () => FhirPathEngine, private readonly now: () => number, versions: () => StandardVersions, fhir: () => FhirKeywordTools = notLoaded, ucum: () => UcumEngine = unitsNotLoaded,
  ) {
    this.compiler = new SchemaCompiler(engine, versions, fhir, ucum);
  }

  /** Never throws: a schema that cannot be used gives `errored` with a finding that says why. */
  check(request: SchemaCheckRequest): SchemaCheckVerdict {
    const from = this.now();
    const verdict = (outcome: SchemaCheckVerdict["outcome"], findings: readonly Finding[]): SchemaCheckVerdict => ({ outcome, durationMs: this.now() - from, findings });
    try {
      if (request.text.length > textLimit) {
        return verdict("failed", [tooLarge(request.file, request.text)]);
      }
      const schema = this.schemaOf(request);
      const document = readDocument(request.format, request.text);
      const unreadable = problemFindings(document, request.file);
      if (unreadable.length > 0 || document.value === undefined) {
        return verdict("failed", unreadable.length > 0 ? unreadable : [emptyFile(request.file, document)]);
      }
      const { errors, failures } = schema.validate(document.value, writtenIn(document));
      if (errors.length === 0) {
        return failures.length === 0 ? verdict("passed", []) : verdict("errored", failures.map(errorFinding));
      }
      const faults = new Explainer(schema.scopes, partNames(document, nameOf(request.file))).explain(errors);
      const findings = findingsOf(faults, document, request.file);
      return verdict("failed", errors.length > errorLimit ? [...findings, moreFinding(document, request.file)] : findings);
    } catch (error) {
      return verdict("errored", [errorFinding(error)]);
    }
  }

  private schemaOf({ bundle }: SchemaCheckRequest): CompiledSchema {
    const known = this.compiled.get(bundle.key) ?? this.compile(bundle);
    // The most recently used stands last.
    this.compiled.delete(bundle.key);
    this.compiled.set(bundle.key, known);
    for (const key of this.compiled.keys()) {
      if (this.compiled.size <= keptSchemas) {
        break;
      }
      this.compiled.delete(key);
    }
    if (known instanceof HumanError) {
      throw known;
    }
    return known;
  }

  private compile(bundle: SchemaCheckRequest["bundle"]): CompiledSchema | HumanError {
    try {
      return this.compiler.compile(bundle);
    } catch (error) {
      if (error instanceof HumanError) {
        return error;
      }
      throw error;
    }
  }
}

function unitsNotLoaded(): never {
  throw new Error("The units of measure were not loaded.");
}

function notLoaded(): never {
  throw new Error("FHIR was not loaded.");
}

/** What a check that could not be done has to say: the sentence of a HumanError, or that we failed. */
export function errorFinding(thrown: unknown): Finding {
  if (thrown instanceof HumanError) {
    return { code: thrown.code, message: thrown.message, args: thrown.args };
  }
  const reason = toError(thrown).message;
  return {
    code: "check.internal", args: { reason },
    message: `The check could not be done because of a fault in Health IT Katas (${reason}). Please report it with the command "Report Issue".`,
  };
}

function findingsOf(faults: readonly Fault[], document: Document, file: string): readonly Finding[] {
  const marks = new Marks(document);
  const findings = faults.map((fault): Finding => {
    const { code, args, why, pointer, doc } = fault;
    const [expected, actual] = document.format === "hl7v2" ? [asWritten(fault.expected), asWritten(fault.actual)] : [fault.expected, fault.actual];
    return {
      code, args, message: (fault.says === undefined ? undefined : inEnglish(fault.says, args)) ?? fault.message ?? sentenceFor(code, args) ?? code,
      ...(why === undefined ? {} : { why }), ...(expected === undefined ? {} : { expected }), ...(actual === undefined ? {} : { actual }),
      file, range: marks.rangeOf(pointer, fault.mark), pointer, ...(doc === undefined ? {} : { doc }), keyword: fault.signature,
    };
  });
  return findings.sort(byPlace);
}

/** A part of a message in the notation that the learner's file is in, rather than as the lists that it is read into. */
function asWritten(text: string | undefined): string | undefined {
  if (text?.startsWith("[") !== true) {
    return text;
  }
  try {
    return writtenValue(JSON.parse(text) as JsonValue) ?? text;
  } catch {
    return text;
  }
}

/** How sentences call a part; the whole goes by the file's name, and so do the entries of a list that is the whole. */
function partNames(document: Document, file: string): (pointer: string) => string {
  return (pointer) => {
    const name = document.nameOf(pointer);
    return name === "" || name.startsWith("[") ? file + name : name;
  };
}

function byPlace(one: Finding, other: Finding): number {
  const [a, b] = [one.range?.start, other.range?.start];
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.character ?? 0) - (b?.character ?? 0);
}

/**
 * Errors of the reader as findings. In JSON one slip, such as a forgotten comma, makes many complaints: only the first of them is given, beside names that
 * are there twice.
 */
function problemFindings(document: Document, file: string): readonly Finding[] {
  const errors = document.problems.filter(({ severity }) => severity === "error");
  const isRepeated = ({ code }: DocumentProblem): boolean => code.startsWith("json.repeated");
  const firstSlip = errors.find((problem) => !isRepeated(problem));
  const told = document.format === "json" ? errors.filter((problem) => problem === firstSlip || isRepeated(problem)) : errors;
  return told.map(({ code, message, args, range }) => ({ code: `document.${code}`, message, args, file, range }));
}

function moreFinding(document: Document, file: string): Finding {
  const { end } = document.nearestRangeOf("");
  return {
    code: "schema.more", args: { file, limit: errorLimit }, file, range: { start: end, end },
    message: `There is more to mend in ${file} than can be listed; mend these first, then check again.`,
  };
}

function emptyFile(file: string, document: Document): Finding {
  return { code: "document.empty", message: `${file} is empty; write your answer into it, or use Reset to bring the starter file back.`, args: { file }, file, range: document.nearestRangeOf("") };
}

function tooLarge(file: string, text: string): Finding {
  return {
    code: "document.tooLarge", args: { file, limit: 5 }, file, range: new LineIndex(text.slice(0, 1)).rangeOf(0, 0),
    message: `${file} is larger than 5 MB, the most that is checked; a right answer is far smaller. Reset brings the starter file back.`,
  };
}
