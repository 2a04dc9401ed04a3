import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { sentenceFor } from "../../src/core/checks/sentences";
import type { JsonValue } from "../../src/core/documents/document";
import { jsonReader } from "../../src/core/documents/jsonReader";
import { FhirPathLibrary } from "../../src/core/fhir/fhirPathLibrary";
import { UcumLibrary } from "../../src/core/fhir/ucum/ucumLibrary";
import type { FhirIssue } from "../../src/core/fhir/validation/fhirIssue";
import { allRules, type RuleTools } from "../../src/core/fhir/validation/rules/allRules";
import { issuesOf } from "../../src/core/fhir/validation/validateResource";
import { coreProfile, fhirModel } from "./fhirModel";

/** What rules use in the product. */
export const ruleTools: RuleTools = {
  fhirPath: new FhirPathLibrary(), ucum: new UcumLibrary(), hasher: { sha1: (bytes) => createHash("sha1").update(bytes).digest() }, profiles: [], coreProfile,
};

/** Everything that is found in a resource, by all rules and the structure's check together. */
export function found(resource: unknown, tools: Partial<RuleTools> = {}): readonly FhirIssue[] {
  return issuesOf(jsonReader.read(JSON.stringify(resource)).value ?? null, { model: fhirModel(), rules: allRules({ ...ruleTools, ...tools }) });
}

function line({ severity, code, pointer }: FhirIssue): string {
  return `${severity} ${code} ${pointer}`;
}

/** No error is found; warnings neither, unless they are named by code. */
export function accepts(resource: unknown, warnings: readonly string[] = [], tools: Partial<RuleTools> = {}): void {
  const others = found(resource, tools).filter(({ severity, code }) => severity === "error" || (severity === "warning" && !warnings.includes(code)));
  assert.deepEqual(others.map(line), []);
}

/** Exactly these errors are found, each as `code pointer`, and each has a sentence whose places are all filled. */
export function refuses(resource: unknown, errors: readonly string[], tools: Partial<RuleTools> = {}): void {
  const issues = found(resource, tools).filter(({ severity }) => severity === "error");
  assert.deepEqual(issues.map(({ code, pointer }) => `${code} ${pointer}`).sort(), [...errors].sort());
  told(issues);
}

/** These warnings are found and no error. */
export function warns(resource: unknown, warnings: readonly string[], tools: Partial<RuleTools> = {}): void {
  const issues = found(resource, tools).filter(({ severity }) => severity !== "information");
  assert.deepEqual(issues.map(line).sort(), warnings.map((each) => `warning ${each}`).sort());
  told(issues);
}

function told(issues: readonly FhirIssue[]): void {
  for (const { code, args } of issues) {
    const sentence = sentenceFor(code, args);
    assert.ok(sentence !== undefined && /[.!?]$/.test(sentence) && !sentence.includes("undefined"), `${code}: ${String(sentence)}`);
    const values = Object.values(args).map(String).join("\n");
    assert.deepEqual((sentence.match(/\{\w+\}/g) ?? []).filter((place) => !values.includes(place)), [], sentence);
  }
}

/** A deep copy with changes at JSON pointers; `undefined` takes a property away. */
export function changed(resource: JsonValue, changes: Readonly<Record<string, JsonValue | undefined>>): JsonValue {
  const copy = structuredClone(resource) as Record<string, unknown>;
  for (const [pointer, value] of Object.entries(changes)) {
    const tokens = pointer.slice(1).split("/");
    const last = tokens.pop() ?? "";
    let here: Record<string, unknown> = copy;
    for (const token of tokens) {
      here = here[token] as Record<string, unknown>;
    }
    if (value === undefined) {
      delete here[last];
    } else {
      here[last] = value;
    }
  }
  return copy as JsonValue;
}
