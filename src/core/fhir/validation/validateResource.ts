import { Marks } from "../../checks/schema/marks";
import { sentenceFor } from "../../checks/sentences";
import type { Document, DocumentProblem, JsonValue } from "../../documents/document";
import { isRecord } from "../../record";
import { fhirPathOf } from "../fhirPathOf";
import type { FhirModel } from "../model/definitions";
import { addressRule } from "./addressRule";
import { codeRule } from "./codeRule";
import { elementIdRule } from "./elementIdRule";
import { extensionRule } from "./extensionRule";
import type { PlacedIssue } from "./fhirChecker";
import type { FhirIssue } from "./fhirIssue";
import type { FhirRuleMaker } from "./rule";
import { sampledDataRule } from "./sampledDataRule";
import { Walker } from "./walker";
import { writtenIn } from "./writtenIn";

export interface ValidateOptions {
  readonly model: FhirModel;
  /** Rules beside the structure, the codes and the addresses. */
  readonly rules: readonly FhirRuleMaker[];
  /** The type that belongs in the file; any when left out. */
  readonly type?: string;
  /** A number as it stands in the text; left out where there is no text. */
  readonly written?: (pointer: string) => string | undefined;
  /** Asked often; `true` ends the validation with a `WalkStopped`. */
  readonly stopped?: () => boolean;
}

/** Rules that are part of the structure itself. */
const structureRules: readonly FhirRuleMaker[] = [codeRule, addressRule, extensionRule, elementIdRule, sampledDataRule];

/** Issues that are told of one file. */
export const mostIssues = 1000;

/** Faults of the JSON that leave no doubt about what was meant. */
const harmless: ReadonlySet<string> = new Set(["json.comment", "json.trailingComma", "json.repeated", "json.repeatedLater", "json.nameQuotes"]);

/**
 * Validates a resource with everything in it: the faults of the JSON itself, the structure, the rules; by place.
 *
 * @throws WalkStopped when `stopped` says so, and never otherwise
 */
export function validateResource(document: Document, options: ValidateOptions): readonly PlacedIssue[] {
  const problems = document.problems.filter(({ severity }) => severity === "error").map((problem) => placedProblem(document, options.model, problem));
  const doubtful = document.problems.some(({ severity, code }) => severity === "error" && !harmless.has(code));
  if (document.value === undefined || doubtful) {
    return problems;
  }
  const issues = issuesOf(document.value, { ...options, written: writtenIn(document) });
  const marks = new Marks(document);
  const placed = issues.slice(0, mostIssues).map((issue): PlacedIssue => place(issue, document, options.model, marks));
  const all = [...problems, ...placed].sort(byPlace);
  return issues.length > mostIssues ? [...all, place(moreIssue(document), document, options.model, marks)] : all;
}

/**
 * What is to be said about a resource that was read already.
 *
 * @throws WalkStopped when `stopped` says so, and never otherwise
 */
export function issuesOf(value: JsonValue, { model, rules, type, stopped, written }: ValidateOptions): readonly FhirIssue[] {
  const issues: FhirIssue[] = [];
  const report = (issue: FhirIssue): void => {
    issues.push(issue);
  };
  const made = [...structureRules, ...rules].map((maker) => maker(model));
  new Walker({ model, rules: made, report, ...(written === undefined ? {} : { written }), ...(stopped === undefined ? {} : { stopped }) }).walkResource(value, "", "root", undefined);
  for (const rule of made) {
    rule.end?.(value, report);
  }
  const actual = isRecord(value) ? value["resourceType"] : undefined;
  if (type !== undefined && typeof actual === "string" && actual !== type && model.resourceTypes().includes(actual)) {
    report({ code: "fhir.resourceType.other", severity: "error", type: "structure", pointer: "/resourceType", mark: "value", args: { type: actual, expected: type }, expected: type, actual });
  }
  return withoutRepetitions(issues);
}

function place(issue: FhirIssue, document: Document, model: FhirModel, marks: Marks): PlacedIssue {
  return {
    ...issue, message: sentenceFor(issue.code, issue.args) ?? issue.code, range: marks.rangeOf(issue.pointer, issue.mark),
    expression: fhirPathOf(model, document.value ?? null, issue.pointer),
  };
}

function placedProblem(document: Document, model: FhirModel, { code, message, args, range }: DocumentProblem): PlacedIssue {
  const pointer = document.pointerAt(range.start) ?? "";
  return {
    code: `document.${code}`, severity: "error", type: "structure", pointer, mark: "value", args, message, range,
    expression: document.value === undefined ? "" : fhirPathOf(model, document.value, pointer),
  };
}

/** Leaves out what was said of the same part twice. */
function withoutRepetitions(issues: readonly FhirIssue[]): readonly FhirIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, pointer, args }) => {
    const identity = `${code}\n${pointer}\n${JSON.stringify(args)}`;
    const first = !seen.has(identity);
    seen.add(identity);
    return first;
  });
}

function moreIssue(document: Document): FhirIssue {
  const last = isRecord(document.value) ? Object.keys(document.value).at(-1) : undefined;
  return { code: "fhir.more", severity: "error", type: "informational", pointer: last === undefined ? "" : `/${last}`, mark: "key", args: { limit: mostIssues } };
}

function byPlace(one: PlacedIssue, other: PlacedIssue): number {
  const [a, b] = [one.range.start, other.range.start];
  return a.line - b.line || a.character - b.character;
}
