import { evaluate, parse, resolveInternalTypes, types } from "fhirpath";
import r4 from "fhirpath/fhir-context/r4";
import type { JsonValue } from "../documents/document";
import { formatPointer } from "../documents/jsonPointer";
import { isRecord } from "../record";

/** One result of a FHIRPath expression. */
export interface FhirPathResult {
  /** `FHIR.string`, `System.Boolean`. */
  readonly type: string;
  readonly value: JsonValue;
  /** JSON pointer of the part of the resource that it is; `undefined` for what was computed. */
  readonly pointer: string | undefined;
}

/** What is wrong with an expression. */
export interface FhirPathProblem {
  /** 0-based UTF-16 offset within the expression; `undefined` where it is not known. */
  readonly offset: number | undefined;
  /** `end`: something is missing at the end; `unexpected`: `found` does not belong there; `other`: what the engine says, in `found`. */
  readonly kind: "end" | "unexpected" | "other";
  readonly found: string;
}

/** A node of a resource as fhirpath.js has it, with `resolveInternalTypes: false`. */
interface ResourceNode {
  readonly parentResNode: ResourceNode | null;
  readonly propName: string | null;
  readonly index: number | null;
  readonly data: unknown;
}

/**
 * Works an expression out for a resource (https://hl7.org/fhir/R4/fhirpath.html), without any network: what would ask a server is an error.
 * @throws Error when it is no FHIRPath, or cannot be worked out
 */
export function evaluateFhirPath(expression: string, resource: JsonValue): readonly FhirPathResult[] {
  const found: readonly unknown[] = evaluate(resource, expression, { resource, rootResource: resource }, r4, { resolveInternalTypes: false, traceFn: () => undefined });
  const names = types(found);
  return found.map((each, index) => ({
    type: isNode(each) && isRecord(each.data) && names[index] === "System.Object" ? "FHIR.Element" : (names[index] ?? ""),
    value: plain(each),
    pointer: isNode(each) ? pointerOf(each, resource) : undefined,
  }));
}

/** What is wrong with an expression; `undefined` when it can be read. */
export function fhirPathProblem(expression: string): FhirPathProblem | undefined {
  try {
    parse(expression);
    return undefined;
  } catch (error) {
    return problemOf(expression, error instanceof Error ? error.message : String(error));
  }
}

/** Makes out what the engine's parser says: `line: 1; column: 8; message: mismatched input '<EOF>' expecting …`. */
function problemOf(expression: string, message: string): FhirPathProblem {
  const parts = /line: (\d+); column: (\d+); message: (.*)/s.exec(message);
  if (parts === null) {
    return { offset: undefined, kind: "other", found: message };
  }
  const [, line = "1", column = "0", text = ""] = parts;
  const before = expression.split("\n").slice(0, Number(line) - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const offset = Math.min(expression.length, before + Number(column));
  if (text.includes("'<EOF>'") && offset >= expression.trimEnd().length) {
    return { offset, kind: "end", found: "" };
  }
  const found = /(?:input|at:|token) '((?:[^'\\]|\\.)*)'/.exec(text)?.[1];
  return found === undefined ? { offset, kind: "other", found: text } : { offset, kind: "unexpected", found };
}

function plain(value: unknown): JsonValue {
  const [resolved]: readonly unknown[] = resolveInternalTypes([value]) as readonly unknown[];
  const json: unknown = JSON.parse(JSON.stringify(resolved ?? null));
  return json as JsonValue;
}

function isNode(value: unknown): value is ResourceNode {
  return isRecord(value) && "parentResNode" in value && "propName" in value;
}

/**
 * The pointer of a node in the JSON it came from: FHIRPath calls a choice by its name (`value` for `valueQuantity`), and has what stands under `_name` with the
 * primitive value (https://hl7.org/fhir/R4/json.html#primitive).
 */
function pointerOf(node: ResourceNode, root: JsonValue): string | undefined {
  const steps: ResourceNode[] = [];
  for (let each: ResourceNode | null = node; each !== null && each.propName !== null; each = each.parentResNode) {
    steps.unshift(each);
  }
  const tokens: (string | number)[] = [];
  let here: JsonValue | undefined = root;
  let parent: JsonValue | undefined;
  for (const { propName, index } of steps) {
    const name = propName ?? "";
    if (!isRecord(here)) {
      // A primitive value: its parts stand beside it.
      const at = tokens.findLastIndex((token) => typeof token === "string");
      const listed = tokens.slice(at + 1);
      tokens.splice(at, tokens.length, `_${String(tokens[at])}`, ...listed);
      here = [tokens[at] ?? "", ...listed].reduce<JsonValue | undefined>((value, token) => memberOf(value, token), parent);
    }
    const written: string | undefined = nameIn(here, name);
    if (written === undefined) {
      return undefined;
    }
    tokens.push(written);
    parent = here;
    here = memberOf(here, written);
    if (index !== null && Array.isArray(here)) {
      tokens.push(index);
      here = memberOf(here, index);
    }
  }
  return here === undefined ? undefined : formatPointer(tokens);
}

function nameIn(value: JsonValue | undefined, name: string): string | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  if (Object.hasOwn(value, name)) {
    return name;
  }
  const choice = Object.keys(value).find((key) => key.startsWith(name) && /^[A-Z]/.test(key.slice(name.length)));
  return choice ?? (Object.hasOwn(value, `_${name}`) ? `_${name}` : undefined);
}

function memberOf(value: JsonValue | undefined, token: string | number): JsonValue | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, token)) {
    return undefined;
  }
  return (value as Readonly<Record<string | number, JsonValue>>)[token];
}
